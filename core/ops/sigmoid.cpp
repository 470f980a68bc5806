#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = 1 / (1 + exp(-x)); dy/dx = y·(1 - y)
struct Sigmoid {
    static constexpr const char *gradientId = "sigmoid_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return laneSigmoid<T>(x); }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, [[maybe_unused]] T p) { return y * (T(1) - y); }
};

} // namespace

const Op sigmoidOp = UnaryOp<Sigmoid>::make("sigmoid", sameInOnnx<"Sigmoid">);

} // namespace zhibei
