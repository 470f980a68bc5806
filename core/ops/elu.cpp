#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = x where x > 0, else p·(exp x - 1); dy/dx = 1 or y + p
struct Elu {
    static constexpr const char *gradientId = "elu_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return x < T(0) ? (laneExp(x) - T(1)) * p : x; }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, [[maybe_unused]] T p) { return y > T(0) ? splat(T(1)) : y + p; }
};

} // namespace

const Op eluOp = UnaryOp<Elu>::make("elu", alphaInOnnx<"Elu">);

} // namespace zhibei
