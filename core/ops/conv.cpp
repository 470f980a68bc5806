#include "core/ops/conv.h"

#include "core/ops/tile_op.h"
#include "core/ops/windows.h"
#include "core/ops/winograd_conv.h"

#include <algorithm>

namespace zhibei {

/// Both sides count multiply-adds; a kernel's transform takes as long as 40 of them, a tile's about 350 (measured). Kernels
/// that no cache holds gain nothing.
bool filtersMinimally(const ConvGeometry &g)
{
    const bool fits = !g.sequence && g.groups == 1 && g.kernelHeight == 3 && g.kernelWidth == 3 && g.strideY == 1 && g.strideX == 1
        && g.dilationY == 1 && g.dilationX == 1;
    const int64_t kernels = g.channels * g.outputs, tiles = (g.outHeight + 3) / 4 * ((g.outWidth + 3) / 4);
    const int64_t work = kernels * (36 * tiles + 40) + 350 * tiles * (roundUp(g.channels, lanes) + roundUp(g.outputs, lanes));
    return fits && kernels <= 65536 && work < 9 * g.outHeight * g.outWidth * kernels;
}

namespace {

// Weights are packed [channels of a group × kernel elements][outputs]: the outputs of one kernel element side by side.

/// Steps between numbers of a value as the geometry lays it out.
struct Steps {
    int64_t channel, row, column;
};

Steps stepsOf(const ConvGeometry &g, int64_t channels, int64_t height, int64_t width)
{
    return g.sequence ? Steps{1, width * channels, channels} : Steps{height * width, width, 1};
}

/// Copies a value into the middle of zeros.
template <class T>
void pad(const ConvGeometry &g, int64_t channels, int64_t height, int64_t width, int64_t top, int64_t left, int64_t tall,
         int64_t wide, const T *x, T *y)
{
    std::fill_n(y, channels * tall * wide * lanes, T(0));
    const Steps from = stepsOf(g, channels, height, width), to = stepsOf(g, channels, tall, wide);
    const int64_t outer = g.sequence ? 1 : channels, run = (g.sequence ? width * channels : width) * lanes;
    for (int64_t c = 0; c < outer; ++c)
        for (int64_t i = 0; i < height; ++i)
            std::copy_n(x + (c * from.channel + i * from.row) * lanes, run,
                        y + (c * to.channel + (i + top) * to.row + left * to.column) * lanes);
}

/// The windows of a convolution for one group; x is padded.
template <class T>
Sweep<T> sweepOf(const ConvGeometry &g, int64_t group, const T *x, T *y)
{
    const Steps in = stepsOf(g, g.channels, g.paddedHeight(), g.paddedWidth()), out = stepsOf(g, g.outputs, g.outHeight, g.outWidth);
    const int64_t channels = g.channels / g.groups, outputs = g.outputs / g.groups;
    return {x + group * channels * in.channel * lanes, channels, in.channel, g.outHeight, g.outWidth, g.strideY * in.row,
            g.strideX * in.column, y + group * outputs * out.channel * lanes, outputs, out.channel, out.row, out.column};
}

void kernelTaps(const ConvGeometry &g, Taps &taps)
{
    const Steps in = stepsOf(g, g.channels, g.paddedHeight(), g.paddedWidth());
    for (int64_t i = 0; i < g.kernelHeight; ++i)
        for (int64_t j = 0; j < g.kernelWidth; ++j, ++taps.count) {
            taps.offset[taps.count] = int32_t(i * g.dilationY * in.row + j * g.dilationX * in.column);
            taps.weight[taps.count] = taps.count;
        }
}

winograd::Windows tiledWindows(const ConvGeometry &g)
{
    return {g.channels, g.height, g.width, g.outputs, g.outHeight, g.outWidth, -g.top, -g.left};
}

/// Those of the transposed convolution, over the small value with the kernels turned round.
winograd::Windows turnedWindows(const ConvGeometry &g)
{
    return {g.outputs, g.outHeight, g.outWidth, g.channels, g.height, g.width, g.top - 2, g.left - 2};
}

/// (x, W[, bias]) -> y and, where there is padding, the padded x; or scratch memory.
struct Conv {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        filtersMinimally(g) ? runTiled(c, g) : runDirect(c, g);
    }

    template <class T>
    static void runTiled(const Call<T> &c, const ConvGeometry &g)
    {
        const auto kernel = [&](int64_t ch, int64_t k, int64_t o) {
            return loadFirst<T>(c.in(1) + (ch * 9 + k) * g.outputs + o, std::clamp<int64_t>(g.outputs - o, 0, width<T>));
        };
        winograd::correlate<T>(tiledWindows(g), c.in(0), kernel, c.inputCount() > 2 ? c.in(2) : nullptr, c.out(1), c.out(0));
    }

    template <class T>
    static void runDirect(const Call<T> &c, const ConvGeometry &g)
    {
        const T *x = c.in(0);
        if (g.padded()) {
            pad(g, g.channels, g.height, g.width, g.top, g.left, g.paddedHeight(), g.paddedWidth(), x, c.out(1));
            x = c.out(1);
        }
        Taps taps;
        kernelTaps(g, taps);
        const T *w = c.in(1), *bias = c.inputCount() > 2 ? c.in(2) : nullptr;
        const int64_t units = g.outputs / g.groups;
        for (int64_t group = 0; group < g.groups; ++group)
            correlate<T>(sweepOf<T>(g, group, x, c.out()), taps,
                         [&](int64_t ch, int64_t k, int64_t o) { return w[(ch * g.kernelCount() + k) * g.outputs + group * units + o]; },
                         bias ? bias + group * units : nullptr);
    }
};

/// Along one axis, what the transposed convolution does for outputs i ≡ phase: i = stride·q + phase - padding reads
/// small[q - m] for each kernel element k with k·dilation = phase + stride·m.
struct Phase {
    int64_t first = 0, count = 0; ///< q runs from first; count of them
    int64_t start = 0;            ///< the output of q = first
    int64_t elements[Taps::most], shifts[Taps::most];
    int64_t size = 0;

    Phase(int64_t phase, int64_t extent, int64_t padding, int64_t kernel, int64_t stride, int64_t dilation)
    {
        first = padding > phase ? (padding - phase + stride - 1) / stride : 0;
        start = stride * first + phase - padding;
        count = start < extent ? (extent - 1 - start) / stride + 1 : 0;
        for (int64_t k = 0; k < kernel; ++k)
            if ((k * dilation) % stride == phase) {
                elements[size] = k;
                shifts[size++] = (k * dilation - phase) / stride;
            }
    }
};

/// Zeros that the transposed convolution needs around the small value: before, and in all.
struct Reach { int64_t before, extent; };

Reach reachOf(int64_t extent, int64_t small, int64_t padding, int64_t kernel, int64_t stride, int64_t dilation)
{
    int64_t low = 0, high = small - 1;
    for (int64_t phase = 0; phase < stride; ++phase) {
        const Phase p(phase, extent, padding, kernel, stride, dilation);
        for (int64_t i = 0; i < p.size && p.count > 0; ++i) {
            low = std::min(low, p.first - p.shifts[i]);
            high = std::max(high, p.first + p.count - 1 - p.shifts[i]);
        }
    }
    return {-low, high - low + 1};
}

Reach reachDown(const ConvGeometry &g) { return reachOf(g.height, g.outHeight, g.top, g.kernelHeight, g.strideY, g.dilationY); }
Reach reachAcross(const ConvGeometry &g) { return reachOf(g.width, g.outWidth, g.left, g.kernelWidth, g.strideX, g.dilationX); }

bool reachesOut(const ConvGeometry &g)
{
    return reachDown(g).extent != g.outHeight || reachAcross(g).extent != g.outWidth;
}

/// (small, W[, bias]) -> big and, where windows reach beyond it, the padded small: the adjoint of Conv.
/// big[c][i] = Σ_o Σ_k W[c][k][o]·small[o][(i + padding - k·dilation) / stride] wherever that is a whole place
struct ConvTranspose {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        filtersMinimally(g) ? runTiled(c, g) : runDirect(c, g);
    }

    template <class T>
    static void runTiled(const Call<T> &c, const ConvGeometry &g)
    {
        const auto kernel = [&](int64_t o, int64_t k, int64_t ch) {
            Vec<T> w{};
            for (int64_t i = 0; i < width<T> && ch + i < g.channels; ++i)
                w[i] = c.in(1)[((ch + i) * 9 + 8 - k) * g.outputs + o];
            return w;
        };
        winograd::correlate<T>(turnedWindows(g), c.in(0), kernel, c.inputCount() > 2 ? c.in(2) : nullptr, c.out(1), c.out(0));
    }

    template <class T>
    static void runDirect(const Call<T> &c, const ConvGeometry &g)
    {
        const Reach down = reachDown(g), across = reachAcross(g);
        const T *x = c.in(0);
        if (reachesOut(g)) {
            pad(g, g.outputs, g.outHeight, g.outWidth, down.before, across.before, down.extent, across.extent, x, c.out(1));
            x = c.out(1);
        }
        for (int64_t a = 0; a < g.strideY; ++a)
            for (int64_t b = 0; b < g.strideX; ++b)
                runPhase(c, g, Phase(a, g.height, g.top, g.kernelHeight, g.strideY, g.dilationY),
                         Phase(b, g.width, g.left, g.kernelWidth, g.strideX, g.dilationX), x, down, across);
    }

    template <class T>
    static void runPhase(const Call<T> &c, const ConvGeometry &g, const Phase &y, const Phase &x, const T *small, const Reach &down, const Reach &across)
    {
        if (y.count == 0 || x.count == 0)
            return;
        const Steps in = stepsOf(g, g.outputs, down.extent, across.extent), out = stepsOf(g, g.channels, g.height, g.width);
        Taps taps;
        for (int64_t i = 0; i < y.size; ++i)
            for (int64_t j = 0; j < x.size; ++j, ++taps.count) {
                taps.offset[taps.count] = int32_t(-y.shifts[i] * in.row - x.shifts[j] * in.column);
                taps.weight[taps.count] = int32_t(y.elements[i] * g.kernelWidth + x.elements[j]);
            }
        const int64_t channels = g.channels / g.groups, outputs = g.outputs / g.groups;
        const T *w = c.in(1), *bias = c.inputCount() > 2 ? c.in(2) : nullptr;
        for (int64_t group = 0; group < g.groups; ++group) {
            const T *from = small + (group * outputs * in.channel + (y.first + down.before) * in.row + (x.first + across.before) * in.column) * lanes;
            T *to = c.out() + (group * channels * out.channel + y.start * out.row + x.start * out.column) * lanes;
            const Sweep<T> sweep{from, outputs, in.channel, y.count, x.count, in.row, in.column,
                                 to, channels, out.channel, g.strideY * out.row, g.strideX * out.column};
            correlate<T>(sweep, taps, [&](int64_t o, int64_t k, int64_t ch) { return w[(ch * g.kernelCount() + k) * g.outputs + group * outputs + o]; },
                         bias ? bias + group * channels : nullptr);
        }
    }
};

/// (padded big, small) -> what one tile adds to the gradient of W; or (big, small) -> the same and scratch memory
struct ConvWeights {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        if (filtersMinimally(g)) {
            winograd::correlateGradient<T>(tiledWindows(g), c.in(0), c.in(1), c.out(1), c.out(0));
            return;
        }
        Taps taps;
        kernelTaps(g, taps);
        for (int64_t group = 0; group < g.groups; ++group)
            correlateGradient<T>(sweepOf<T>(g, group, c.in(0), const_cast<T *>(c.in(1))), taps, c.out() + group * (g.outputs / g.groups), g.outputs);
    }
};

std::vector<Shape> convShapes(const Program &, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    if (filtersMinimally(g))
        return {g.smallShape(), Shape({tiledWindows(g).scratch()})};
    if (!g.padded())
        return {g.smallShape()};
    return {g.smallShape(), g.sequence ? Shape({g.paddedWidth(), g.channels}) : Shape({g.channels, g.paddedHeight(), g.paddedWidth()})};
}

std::vector<Shape> convTransposeShapes(const Program &, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    if (filtersMinimally(g))
        return {g.bigShape(), Shape({turnedWindows(g).scratch()})};
    if (!reachesOut(g))
        return {g.bigShape()};
    return {g.bigShape(), Shape({g.outputs, reachDown(g).extent, reachAcross(g).extent})};
}

/// One number a weight for the whole tile: a sixteenth of them a sample.
std::vector<Shape> weightsOfTile(const Program &, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    const Shape share({tileShare(g.channels / g.groups * g.kernelCount() * g.outputs)});
    if (filtersMinimally(g))
        return {share, Shape({tiledWindows(g).gradientScratch()})};
    return {share};
}

int64_t convCost(const Program &, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    return g.channels / g.groups * g.kernelCount() * g.outputs * g.outHeight * g.outWidth;
}

void biasGradient(Backward &b, const OpInstance &op, const ConvGeometry &g, bool big)
{
    if (op.inputs.size() < 3 || !b.wants(op.inputs[2]))
        return;
    const ValueId dy = b.gradient(op.outputs[0]);
    const int64_t channels = big ? g.channels : g.outputs, inner = g.sequence ? 1 : b.program().count(dy) / channels;
    b.addParameterShares(op.inputs[2], b.add(channelSumOp, {dy}, {channels, inner}));
}

void convGradient(Backward &b, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    const ValueId dy = b.gradient(op.outputs[0]), x = g.padded() && !filtersMinimally(g) ? op.outputs[1] : op.inputs[0];
    if (b.wants(op.inputs[1]))
        b.addParameterShares(op.inputs[1], b.add(convWeightsOp, {x, dy}, op.integers));
    biasGradient(b, op, g, false);
    if (b.wants(op.inputs[0]))
        b.addGradient(op.inputs[0], b.add(convTransposeOp, {dy, op.inputs[1]}, op.integers));
}

void convTransposeGradient(Backward &b, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    const ValueId dy = b.gradient(op.outputs[0]);
    const ValueId dx = b.add(convOp, {dy, op.inputs[1]}, op.integers), padded = g.padded() && !filtersMinimally(g) ? dx + 1 : dy;
    if (b.wants(op.inputs[1]))
        b.addParameterShares(op.inputs[1], b.add(convWeightsOp, {padded, op.inputs[0]}, op.integers));
    biasGradient(b, op, g, true);
    b.addGradient(op.inputs[0], dx);
}

} // namespace

const Op convOp{"conv", Cut::Tile, convShapes, Conv::run<float>, Conv::run<double>, convGradient, false, convCost, convOnnx};
const Op convTransposeOp{"conv_transpose", Cut::Tile, convTransposeShapes, ConvTranspose::run<float>, ConvTranspose::run<double>,
                         convTransposeGradient, false, convCost, convTransposeOnnx};
const Op convWeightsOp{"conv_weights_gradient", Cut::Tile, weightsOfTile, ConvWeights::run<float>, ConvWeights::run<double>,
                       nullptr, false, convCost};

} // namespace zhibei
