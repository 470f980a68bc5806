#include "core/ops/tile_op.h"
#include "core/ops/windows.h"

#include <algorithm>

namespace zhibei {

namespace {

/// y[channel] = Σ over the places of a channel and the samples of the tile; x is [outer][channels][inner].
struct ChannelSum {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t channels = c.op.integers[0], inner = c.op.integers[1], outer = c.inCount() / channels / inner;
        alignas(64) T sums[lanes * lanes];
        for (int64_t first = 0; first < channels; first += lanes) {
            const int64_t n = std::min<int64_t>(lanes, channels - first);
            for (int64_t k = 0; k < n; ++k)
                for (int64_t g = 0; g < lanes; g += width<T>) {
                    Vec<T> sum{};
                    for (int64_t o = 0; o < outer; ++o) {
                        const T *x = c.in() + ((o * channels + first + k) * inner) * lanes + g;
                        for (int64_t i = 0; i < inner; ++i)
                            sum += vectorAt<T>(x + i * lanes);
                    }
                    vectorAt<T>(sums + k * lanes + g) = sum;
                }
            sumLanes<T>(sums, n, c.out() + first);
        }
    }
};

std::vector<Shape> channelShape(const Program &, const OpInstance &op)
{
    return {Shape({tileShare(op.integers[0])})};
}

/// The gradient of a parameter from what each tile adds to it, in the order of the tiles.
struct SumTiles {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t columns = c.op.integers[0], begin = c.begin * columns, end = c.end * columns;
        T *out = c.out(0, 0);
        if (c.op.integers[accumulateFlag] == 0)
            std::fill(out + begin, out + end, T(0));
        for (int64_t tile = 0; tile < tilesFor(c.context.batch); ++tile) {
            const T *part = c.in(0, tile);
            for (int64_t i = begin; i < end; ++i)
                out[i] += part[i];
        }
    }
};

} // namespace

const Op channelSumOp = wholeTileOp<ChannelSum>("channel_sum", channelShape);
const Op sumTilesOp{"sum_tiles", Cut::Parameter, nullptr, SumTiles::run<float>, SumTiles::run<double>};

} // namespace zhibei
