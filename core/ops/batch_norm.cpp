#include "core/ops/tile_op.h"
#include "core/ops/windows.h"

#include <algorithm>

namespace zhibei {

namespace {

// Batch normalisation (Ioffe and Szegedy, 2015) of x [outer][channels][inner]; integers: channels, inner; reals[0]: epsilon.
// Statistics are gathered tile by tile and joined in the order of the tiles.

struct Layout {
    int64_t channels, inner, outer;
    template <class T>
    Layout(const Call<T> &c, int64_t count) : channels(c.op.integers[0]), inner(c.op.integers[1]), outer(count / channels / inner) {}
    int64_t at(int64_t o, int64_t channel) const { return (o * channels + channel) * inner; }
    int64_t perSample() const { return outer * inner; }
};

/// A tile's mean and summed squared distance from it, of each channel: [2][channels]; samples beyond the batch left out.
struct TileMoments {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Layout l(c, c.inCount());
        const int64_t samples = std::clamp<int64_t>(c.context.batch - c.tile * lanes, 0, lanes);
        T *mean = c.out(), *squares = c.out() + l.channels;
        for (int64_t ch = 0; ch < l.channels; ++ch) {
            T sums[lanes] = {};
            add<T>(c.in(), l, ch, nullptr, sums);
            T sum = 0;
            for (int64_t s = 0; s < samples; ++s)
                sum += sums[s];
            mean[ch] = samples > 0 ? sum / T(samples * l.perSample()) : T(0);
            std::fill_n(sums, lanes, T(0));
            add<T>(c.in(), l, ch, mean + ch, sums);
            T square = 0;
            for (int64_t s = 0; s < samples; ++s)
                square += sums[s];
            squares[ch] = square;
        }
    }

    /// Adds up a channel sample by sample; its squared distances from *mean where given.
    template <class T>
    static void add(const T *x, const Layout &l, int64_t ch, const T *mean, T *sums)
    {
        for (int64_t g = 0; g < lanes; g += width<T>) {
            Vec<T> sum{};
            for (int64_t o = 0; o < l.outer; ++o) {
                const T *place = x + l.at(o, ch) * lanes + g;
                for (int64_t i = 0; i < l.inner; ++i) {
                    const Vec<T> v = vectorAt<T>(place + i * lanes);
                    sum += mean ? (v - *mean) * (v - *mean) : v;
                }
            }
            for (int64_t k = 0; k < width<T>; ++k)
                sums[g + k] = sum[k];
        }
    }
};

std::vector<Shape> twoShares(const Program &, const OpInstance &op)
{
    return {Shape({tileShare(2 * op.integers[0])})};
}

/// (moments, running mean, running variance) -> mean, 1 / √(variance + ε), variance of the whole population estimated.
/// Tiles are joined as Chan, Golub and LeVeque (1979) do. In use rather than training: the running ones.
/// integers[2]: places a sample has in each channel.
struct BatchStatistics {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t channels = c.op.integers[0];
        const T epsilon = T(c.op.reals[0]);
        for (int64_t ch = 0; ch < channels; ++ch) {
            double mean = double(c.in(1, 0)[ch]), variance = double(c.in(2, 0)[ch]), estimate = variance;
            if (c.context.training) {
                double count = 0, squares = 0;
                mean = 0;
                for (int64_t tile = 0; tile < tilesFor(c.context.batch); ++tile) {
                    const double n = double(std::min<int64_t>(lanes, c.context.batch - tile * lanes) * c.op.integers[2]);
                    const double difference = double(c.in(0, tile)[ch]) - mean;
                    squares += double(c.in(0, tile)[channels + ch]) + difference * difference * count * n / (count + n);
                    mean += difference * n / (count + n);
                    count += n;
                }
                variance = squares / count;
                estimate = count > 1 ? squares / (count - 1) : variance;
            }
            c.out(0, 0)[ch] = T(mean);
            c.out(1, 0)[ch] = T(1 / std::sqrt(variance + double(epsilon)));
            c.out(2, 0)[ch] = T(estimate);
        }
    }
};

std::vector<Shape> threeOfChannels(const Program &, const OpInstance &op)
{
    const Shape each({op.integers[0]});
    return {each, each, each};
}

/// (x, mean, scale) -> (x - mean)·scale, channel by channel
struct Standardise {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Layout l(c, c.outCount());
        for (int64_t o = 0; o < l.outer; ++o)
            for (int64_t ch = 0; ch < l.channels; ++ch) {
                const Vec<T> mean = splat(c.in(1, 0)[ch]), scale = splat(c.in(2, 0)[ch]);
                const T *x = c.in() + l.at(o, ch) * lanes;
                T *y = c.out() + l.at(o, ch) * lanes;
                for (int64_t i = 0; i < l.inner * lanes; i += width<T>)
                    vectorAt<T>(y + i) = (vectorAt<T>(x + i) - mean) * scale;
            }
    }
};

/// (dy, y) -> a tile's Σ dy and Σ dy·y of each channel
struct TileProducts {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Layout l(c, c.inCount());
        for (int64_t ch = 0; ch < l.channels; ++ch) {
            alignas(64) T sums[2 * lanes];
            for (int64_t g = 0; g < lanes; g += width<T>) {
                Vec<T> sum{}, product{};
                for (int64_t o = 0; o < l.outer; ++o)
                    for (int64_t i = 0; i < l.inner; ++i) {
                        const int64_t at = (l.at(o, ch) + i) * lanes + g;
                        sum += vectorAt<T>(c.in(0) + at);
                        product += vectorAt<T>(c.in(0) + at) * vectorAt<T>(c.in(1) + at);
                    }
                vectorAt<T>(sums + g) = sum;
                vectorAt<T>(sums + lanes + g) = product;
            }
            T both[2];
            sumLanes<T>(sums, 2, both);
            c.out()[ch] = both[0];
            c.out()[l.channels + ch] = both[1];
        }
    }
};

/// The tiles' shares added up and divided by all places that count; integers[2]: places a sample has
struct BatchMeans {
    template <class T>
    static void run(const Call<T> &c)
    {
        const T scale = T(1) / T(c.context.batch * c.op.integers[2]);
        for (int64_t k = 0; k < 2 * c.op.integers[0]; ++k) {
            T sum = 0;
            for (int64_t tile = 0; tile < tilesFor(c.context.batch); ++tile)
                sum += c.in(0, tile)[k];
            c.out(0, 0)[k] = sum * scale;
        }
    }
};

std::vector<Shape> twoOfChannels(const Program &, const OpInstance &op)
{
    return {Shape({2 * op.integers[0]})};
}

/// (dy, y, scale, means) -> dx = scale·(dy - mean(dy) - y·mean(dy·y)); 0 for samples beyond the batch, which the means would
/// otherwise reach
struct StandardiseGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Layout l(c, c.outCount());
        for (int64_t o = 0; o < l.outer; ++o)
            for (int64_t ch = 0; ch < l.channels; ++ch) {
                const Vec<T> scale = splat(c.in(2, 0)[ch]), mean = splat(c.in(3, 0)[ch]), along = splat(c.in(3, 0)[l.channels + ch]);
                const int64_t begin = l.at(o, ch) * lanes;
                for (int64_t i = begin; i < begin + l.inner * lanes; i += width<T>)
                    vectorAt<T>(c.out() + i) = scale * (vectorAt<T>(c.in(0) + i) - mean - vectorAt<T>(c.in(1) + i) * along);
            }
        const int64_t samples = std::clamp<int64_t>(c.context.batch - c.tile * lanes, 0, lanes);
        for (int64_t i = 0; samples < lanes && i < c.outCount(); ++i)
            std::fill(c.out() + i * lanes + samples, c.out() + (i + 1) * lanes, T(0));
    }
};

/// (running, newest) -> running - newest: what a running mean is moved along
struct RunningDifference {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = c.begin; i < c.end; ++i)
            c.out(0, 0)[i] = c.in(0, 0)[i] - c.in(1, 0)[i];
    }
};

/// inputs: x, moments, running mean, running variance are those of the statistics op that stands before.
void standardiseGradient(Backward &b, const OpInstance &op)
{
    const ValueId dy = b.gradient(op.outputs[0]), y = op.outputs[0];
    const int64_t places = b.program().count(y) / op.integers[0];
    const Integers integers{op.integers[0], op.integers[1], places};
    if (b.wants(op.inputs[0])) {
        const ValueId means = b.add(batchMeansOp, {b.add(tileProductsOp, {dy, y}, integers)}, integers);
        b.addGradient(op.inputs[0], b.add(standardiseGradientOp, {dy, y, op.inputs[2], means}, integers));
    }
    for (size_t k : {size_t(3), size_t(4)}) // the running statistics follow the newest ones
        if (b.wants(op.inputs[k]))
            b.addParameterGradient(op.inputs[k], runningDifferenceOp, {op.inputs[k], op.inputs[k == 3 ? 1 : 5]});
}

/// y = x·gain[channel] + shift[channel]
struct Affine {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Layout l(c, c.outCount());
        const bool shifts = c.inputCount() > 2;
        for (int64_t o = 0; o < l.outer; ++o)
            for (int64_t ch = 0; ch < l.channels; ++ch) {
                const Vec<T> gain = splat(c.in(1, 0)[ch]), shift = shifts ? splat(c.in(2, 0)[ch]) : Vec<T>{};
                const int64_t begin = l.at(o, ch) * lanes;
                for (int64_t i = begin; i < begin + l.inner * lanes; i += width<T>)
                    vectorAt<T>(c.out() + i) = vectorAt<T>(c.in() + i) * gain + shift;
            }
    }
};

/// (dy, x) -> a tile's share of dgain: Σ dy·x
struct AffineGain {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Layout l(c, c.inCount());
        for (int64_t ch = 0; ch < l.channels; ++ch) {
            T sums[lanes];
            for (int64_t g = 0; g < lanes; g += width<T>) {
                Vec<T> sum{};
                for (int64_t o = 0; o < l.outer; ++o)
                    for (int64_t i = 0; i < l.inner; ++i) {
                        const int64_t at = (l.at(o, ch) + i) * lanes + g;
                        sum += vectorAt<T>(c.in(0) + at) * vectorAt<T>(c.in(1) + at);
                    }
                for (int64_t k = 0; k < width<T>; ++k)
                    sums[g + k] = sum[k];
            }
            c.out()[ch] = 0;
            for (T sum : sums)
                c.out()[ch] += sum;
        }
    }
};

std::vector<Shape> oneShare(const Program &, const OpInstance &op)
{
    return {Shape({tileShare(op.integers[0])})};
}

void affineGradient(Backward &b, const OpInstance &op)
{
    const ValueId dy = b.gradient(op.outputs[0]);
    if (b.wants(op.inputs[1]))
        b.addParameterShares(op.inputs[1], b.add(affineGainOp, {dy, op.inputs[0]}, op.integers));
    if (op.inputs.size() > 2 && b.wants(op.inputs[2]))
        b.addParameterShares(op.inputs[2], b.add(channelSumOp, {dy}, op.integers));
    if (b.wants(op.inputs[0]))
        b.addGradient(op.inputs[0], b.add(affineOp, {dy, op.inputs[1]}, op.integers));
}

} // namespace

const Op tileMomentsOp = wholeTileOp<TileMoments>("tile_moments", twoShares);
const Op batchStatisticsOp{"batch_statistics", Cut::Batch, threeOfChannels, BatchStatistics::run<float>, BatchStatistics::run<double>};
const Op standardiseOp = wholeTileOp<Standardise>("standardise", sameAsFirst, standardiseGradient);
const Op tileProductsOp = wholeTileOp<TileProducts>("tile_products", twoShares);
const Op batchMeansOp{"batch_means", Cut::Batch, twoOfChannels, BatchMeans::run<float>, BatchMeans::run<double>};
const Op standardiseGradientOp = wholeTileOp<StandardiseGradient>("standardise_gradient", sameAsFirst);
const Op runningDifferenceOp{"running_difference", Cut::Parameter, nullptr, RunningDifference::run<float>, RunningDifference::run<double>};
const Op affineOp = wholeTileOp<Affine>("affine", sameAsFirst, affineGradient, affineOnnx);
const Op affineGainOp = wholeTileOp<AffineGain>("affine_gain", oneShare);

} // namespace zhibei
