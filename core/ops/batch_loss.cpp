#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// weight / batch for each sample that counts; reals[0]: the weight. The lanes beyond the batch get 0, so nothing flows back from them.
struct LossSeed {
    template <class T>
    static void run(const Call<T> &c)
    {
        const T weight = T(c.op.reals[0]) / T(c.context.batch);
        Vec<T> seed{};
        for (int l = 0; l < width<T>; ++l)
            seed[l] = c.firstSample() + l < c.context.batch ? weight : T(0);
        *c.vout() = seed;
    }
};

struct MeanLoss {
    template <class T>
    static void run(const Call<T> &c)
    {
        T sum = 0;
        for (int64_t i = 0; i < c.context.batch; ++i)
            sum += c.in(0, i / lanes)[i % lanes];
        *c.out(0, 0) = sum / T(c.context.batch);
    }
};

} // namespace

const Op lossSeedOp = tileOp<LossSeed>("loss_seed", sameAsFirst);
const Op meanLossOp{"mean_loss", Cut::Batch, oneNumber, MeanLoss::run<float>, MeanLoss::run<double>};

} // namespace zhibei
