#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = x·Φ(x) with the normal distribution Φ; dy/dx = Φ(x) + x·φ(x). Hendrycks and Gimpel, "Gaussian error linear units" (2016)
struct Gelu {
    static constexpr const char *gradientId = "gelu_gradient";
    static constexpr bool slopeNeedsInput = true;
    template <class T>
    static Vec<T> share(Vec<T> x) { return (laneErf(x * T(0.70710678118654752440)) + T(1)) * T(0.5); }
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return x * share<T>(x); }
    template <class T>
    static Vec<T> slope(Vec<T> x, Vec<T>, T)
    {
        return share<T>(x) + x * laneExp(x * x * T(-0.5)) * T(0.39894228040143267794);
    }
};

} // namespace

const Op geluOp = UnaryOp<Gelu>::make("gelu");

} // namespace zhibei
