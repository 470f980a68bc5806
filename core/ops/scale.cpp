#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = x·reals[0]
struct Scale {
    static constexpr const char *gradientId = "scale_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, T p) { return x * p; }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, T p) { return splat(p); }
};

/// y = s·(max(0, x) + min(0, a·(exp(x) - 1))) (Klambauer et al., 2017)
struct Selu {
    static constexpr const char *gradientId = "selu_gradient";
    static constexpr bool slopeNeedsInput = false;
    static constexpr double a = 1.6732632423543772, s = 1.0507009873554805;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return x > T(0) ? T(s) * x : T(s * a) * (laneExp(x) - T(1)); }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, Vec<T> y, [[maybe_unused]] T p) { return y > T(0) ? splat(T(s)) : y + T(s * a); }
};

} // namespace

const Op scaleOp = UnaryOp<Scale>::make("scale");
const Op seluOp = UnaryOp<Selu>::make("selu");

} // namespace zhibei
