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

/// Gelu is an operator only since opset 20.
void geluOnnx(OnnxExport &e, const OpInstance &op)
{
    const std::string share = e.scaled(e.add("Erf", {e.scaled(e.in(op), 0.70710678118654752440)}), 0.5, 0.5);
    e.set(op, e.add("Mul", {e.in(op), share}));
}

} // namespace

const Op geluOp = UnaryOp<Gelu>::make("gelu", geluOnnx);

} // namespace zhibei
