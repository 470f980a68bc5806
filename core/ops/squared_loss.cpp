#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// (prediction, target) -> mean over the outputs of (p - t)²
struct SquaredLoss {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.inCount(0);
        Vec<T> sum{};
        for (int64_t i = 0; i < n; ++i) {
            const Vec<T> error = c.vin(0)[i] - c.vin(1)[i];
            sum += error * error;
        }
        *c.vout() = sum / T(n);
    }
};

/// (prediction, target, dl) -> 2·(p - t)·dl / n
struct SquaredLossGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        const Vec<T> scale = *c.vin(2) * (T(2) / T(n));
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = (c.vin(0)[i] - c.vin(1)[i]) * scale;
    }
};

void squaredLossGradient(Backward &b, const OpInstance &op)
{
    const ValueId dl = b.gradient(op.outputs[0]);
    for (size_t k : {size_t(0), size_t(1)}) // the target may be learned too: (t, p) swapped
        if (b.wants(op.inputs[k]))
            b.addGradient(op.inputs[k], b.add(squaredLossGradientOp, {op.inputs[k], op.inputs[1 - k], dl}));
}

} // namespace

const Op squaredLossOp = tileOp<SquaredLoss>("squared_loss", oneNumber, squaredLossGradient);
const Op squaredLossGradientOp = tileOp<SquaredLossGradient>("squared_loss_gradient", sameAsFirst);

} // namespace zhibei
