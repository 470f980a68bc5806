#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = x where x > 0, else p·x; dy/dx = 1 or p (p > 0, so y has the sign of x)
struct LeakyRelu {
    static constexpr const char *gradientId = "leaky_relu_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return x < T(0) ? x * p : x; }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, [[maybe_unused]] T p) { return y > T(0) ? splat(T(1)) : splat(p); }
};

} // namespace

const Op leakyReluOp = UnaryOp<LeakyRelu>::make("leaky_relu", alphaInOnnx<"LeakyRelu">);

} // namespace zhibei
