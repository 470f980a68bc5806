#include "core/ops/tile_op.h"

#include <algorithm>

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
        for (int64_t first = 0, tile = 0; first < c.context.batch; first += lanes, ++tile)
            for (int64_t l = 0; l < std::min<int64_t>(lanes, c.context.batch - first); ++l)
                sum += c.in(0, tile)[l];
        *c.out(0, 0) = sum / T(c.context.batch);
    }
};

} // namespace

const Op lossSeedOp = tileOp<LossSeed>("loss_seed", sameAsFirst);
const Op meanLossOp{"mean_loss", Cut::Batch, oneNumber, MeanLoss::run<float>, MeanLoss::run<double>};

} // namespace zhibei
