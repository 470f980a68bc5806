#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = tanh x; dy/dx = 1 - y²
struct Tanh {
    static constexpr const char *gradientId = "tanh_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return laneTanh(x); }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, [[maybe_unused]] T p) { return T(1) - y * y; }
};

} // namespace

const Op tanhOp = UnaryOp<Tanh>::make("tanh", sameInOnnx<"Tanh">);

} // namespace zhibei
