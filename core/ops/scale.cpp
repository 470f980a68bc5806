#include "core/ops/tile_op.h"
#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = x·reals[0] + reals[1]
struct Scale {
    template <class T>
    static void run(const Call<T> &c)
    {
        const T factor = T(c.op.reals[0]), offset = T(c.op.reals[1]);
        for (int64_t i = 0; i < c.outCount() * lanes; ++i)
            c.out()[i] = c.in()[i] * factor + offset;
    }
};

void scaleGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(scaleOp, {b.gradient(op.outputs[0])}, {}, {op.reals[0]}));
}

void scaleOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.scaled(e.in(op), op.reals[0], op.reals[1]));
}

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

const Op scaleOp = wholeTileOp<Scale>("scale", sameAsFirst, scaleGradient, scaleOnnx);
const Op seluOp = UnaryOp<Selu>::make("selu", sameInOnnx<"Selu">);

} // namespace zhibei
