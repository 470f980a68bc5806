#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = log(1 + exp x); dy/dx = 1 - exp(-y)
struct Softplus {
    static constexpr const char *gradientId = "softplus_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, [[maybe_unused]] T p) { return laneSoftplus<T>(x); }
    template <class T>
    static Vec<T> slope([[maybe_unused]] Vec<T> x, [[maybe_unused]] Vec<T> y, [[maybe_unused]] T p) { return T(1) - laneExp(-y); }
};

} // namespace

const Op softplusOp = UnaryOp<Softplus>::make("softplus", sameInOnnx<"Softplus">);

} // namespace zhibei
