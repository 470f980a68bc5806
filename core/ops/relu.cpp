#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = max(0, x), and NaN stays NaN; dy/dx = 1 where x > 0, else 0
struct Relu {
    static constexpr const char *gradientId = "relu_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return x < T(0) ? Vec<T>{} : x; }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, [[maybe_unused]] T p) { return y > T(0) ? splat(T(1)) : Vec<T>{}; }
};

} // namespace

const Op reluOp = UnaryOp<Relu>::make("relu", sameInOnnx<"Relu">);

} // namespace zhibei
