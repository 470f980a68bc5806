#pragma once

#include "core/ops/dense_kernels.h"
#include "core/ops/transpose.h"
#include "core/ops/winograd.h"

#include <algorithm>

namespace zhibei::winograd {

/// 3×3 windows over one sample, one step apart:
/// y[o][i][j] = Σ_c Σ_u Σ_v w[c][u][v][o]·x[c][i + down + u][j + across + v], zeros beyond x.
/// A tile is 4×4 results here. All is done for a few tiles at a time, as many as keep what they need in the second-level
/// cache; the products of each frequency are those of two matrices, [outputs × channels]·[channels × tiles and samples].
struct Windows {
    int64_t channels, height, width;
    int64_t outputs, outHeight, outWidth;
    int64_t down, across; ///< where the first window begins

    int64_t tilesAcross() const { return (outWidth + results - 1) / results; }
    int64_t tiles() const { return (outHeight + results - 1) / results * tilesAcross(); }
    /// Outputs as the weights are laid out: whole vectors of any number type.
    int64_t outputsLaidOut() const { return roundUp(outputs, lanes); }
    int64_t tilesAtOnce() const // even parts
    {
        const int64_t most = std::max<int64_t>(1, numbersAtOnce / channels), parts = (tiles() + most - 1) / most;
        return (tiles() + parts - 1) / parts;
    }
    int64_t outputsAtOnce() const { return std::min(outputsLaidOut(), std::max<int64_t>(lanes, numbersAtOnce / 2 / tilesAtOnce() / lanes * lanes)); }

    /// Numbers between two frequencies, and numbers per sample of the parts of the scratch memory. One vector more than
    /// needed: steps of a power of two would all meet in a few lines of the cache.
    int64_t inputStep() const { return tilesAtOnce() * channels + 1; }
    int64_t productStep() const { return tilesAtOnce() * outputsAtOnce() + 1; }
    int64_t gradientStep() const { return tilesAtOnce() * outputsLaidOut() + 1; }
    int64_t kernelNumbers() const { return frequencies * channels * outputsLaidOut() / lanes; }
    int64_t scratch() const { return kernelNumbers() + frequencies * (inputStep() + productStep()); }
    int64_t gradientScratch() const
    {
        return kernelNumbers() + frequencies * (inputStep() + gradientStep()) + results * results * outputsLaidOut();
    }

private:
    static constexpr int64_t numbersAtOnce = 256;
};

/// Which part of a tile's square lies inside a map: rows [top, bottom) and columns [left, right).
struct Part {
    int64_t top, left, bottom, right;
    bool whole;

    /// Of a square whose first number is at (y, x) of a map.
    Part(int64_t y, int64_t x, int64_t extent, int64_t mapHeight, int64_t mapWidth)
        : top(std::clamp<int64_t>(-y, 0, extent)), left(std::clamp<int64_t>(-x, 0, extent)), bottom(std::clamp(mapHeight - y, top, extent)),
          right(std::clamp(mapWidth - x, left, extent)), whole(bottom - top == extent && right - left == extent) {}
};

/// Bᵀ d B of `count` tiles from `first`: to [frequency][tile][channel].
template <class T>
void transformInput(const Windows &w, const T *x, int64_t first, int64_t count, T *to)
{
    const int64_t plane = w.height * w.width * lanes, step = w.inputStep() * lanes;
    for (int64_t t = 0; t < count; ++t) {
        const int64_t y = (first + t) / w.tilesAcross() * results + w.down, left = (first + t) % w.tilesAcross() * results + w.across;
        const Part part(y, left, points, w.height, w.width);
        alignas(64) T square[frequencies * lanes];
        if (!part.whole)
            std::fill_n(square, frequencies * lanes, T(0)); // and so it stays around the part
        for (int64_t c = 0; c < w.channels; ++c) {
            const T *from = x + c * plane + (y * w.width + left) * lanes;
            for (int64_t i = part.top; i < part.bottom && !part.whole; ++i)
                for (int64_t k = part.left * lanes; k < part.right * lanes; k += zhibei::width<T>)
                    vectorAt<T>(square + i * points * lanes + k) = vectorAt<T>(from + i * w.width * lanes + k);
            const int64_t row = (part.whole ? w.width : points) * lanes;
            for (int64_t g = 0; g < lanes; g += zhibei::width<T>) {
                const T *at = (part.whole ? from : square) + g;
                T *out = to + (t * w.channels + c) * lanes + g;
                transform<Input, T>([&](int i, int j) { return vectorAt<T>(at + i * row + j * lanes); },
                                    [&](int i, int j, Vec<T> v) { vectorAt<T>(out + (i * points + j) * step) = v; });
            }
        }
    }
}

/// G g Gᵀ of all kernels: to [frequency][channel][output]; kernel(c, element, o) is a vector of outputs o, o + 1 …
template <class T, class Weights>
void transformKernels(const Windows &w, const Weights &kernel, T *to)
{
    const int64_t row = w.outputsLaidOut();
    for (int64_t c = 0; c < w.channels; ++c)
        for (int64_t o = 0; o < row; o += zhibei::width<T>)
            transform<Kernel, T>([&](int i, int j) { return kernel(c, i * 3 + j, o); },
                                 [&](int i, int j, Vec<T> v) { vectorAt<T>(to + ((i * points + j) * w.channels + c) * row + o) = v; });
}

/// O outputs of P tiles at one frequency: to[o][p] = Σ_c kernels[c][o]·from[p][c].
template <class T, int O, int P>
inline void productOfBlock(int64_t channels, const T *from, const T *kernels, int64_t row, T *to, int64_t outputStep)
{
    for (int64_t g = 0; g < lanes; g += zhibei::width<T>) {
        Vec<T> sum[O][P] = {};
        const T *x = from + g, *k = kernels;
        for (int64_t c = 0; c < channels; ++c, x += lanes, k += row) {
            Vec<T> xp[P];
#pragma GCC unroll 16
            for (int p = 0; p < P; ++p)
                xp[p] = vectorAt<T>(x + p * channels * lanes);
#pragma GCC unroll 16
            for (int o = 0; o < O; ++o) {
                const Vec<T> weight = splat(k[o]);
#pragma GCC unroll 16
                for (int p = 0; p < P; ++p)
                    sum[o][p] += weight * xp[p];
            }
        }
        for (int o = 0; o < O; ++o)
            for (int p = 0; p < P; ++p)
                vectorAt<T>(to + g + (o * outputStep + p) * lanes) = sum[o][p];
    }
}

/// `outputs` outputs (whole blocks of them) of `count` tiles at one frequency: to [output][tile].
template <class T>
void productOfTiles(const Windows &w, const T *from, int64_t count, const T *kernels, int64_t outputs, T *to)
{
    constexpr int O = vectorBytes == 64 ? 8 : 4, most = 3;
    const int64_t parts = (count + most - 1) / most;
    for (int64_t o = 0; o < outputs; o += O)
        for (int64_t part = 0, t = 0; part < parts; ++part) {
            const int64_t n = count / parts + (part < count % parts ? 1 : 0);
            const auto run = [&](auto block) {
                block(w.channels, from + t * w.channels * lanes, kernels + o, w.outputsLaidOut(), to + (o * count + t) * lanes, count);
            };
            n == 3 ? run(productOfBlock<T, O, 3>) : n == 2 ? run(productOfBlock<T, O, 2>) : run(productOfBlock<T, O, 1>);
            t += n;
        }
}

/// Aᵀ m A + bias of the tiles, for outputs [begin, end): from [frequency][output][tile] to y.
template <class T>
void transformOutput(const Windows &w, const T *from, int64_t first, int64_t count, int64_t begin, int64_t end, const T *bias, T *y)
{
    const int64_t step = w.productStep() * lanes;
    for (int64_t o = begin; o < end; ++o)
        for (int64_t t = 0; t < count; ++t) {
            const int64_t top = (first + t) / w.tilesAcross() * results, left = (first + t) % w.tilesAcross() * results;
            const bool whole = top + results <= w.outHeight && left + results <= w.outWidth;
            const T start = bias ? bias[o] : T(0);
            for (int64_t g = 0; g < lanes; g += zhibei::width<T>) {
                const T *at = from + ((o - begin) * count + t) * lanes + g;
                T *to = y + ((o * w.outHeight + top) * w.outWidth + left) * lanes + g;
                transform<Output, T>([&](int i, int j) { return vectorAt<T>(at + (i * points + j) * step); },
                                     [&](int i, int j, Vec<T> v) {
                                         if (whole || (top + i < w.outHeight && left + j < w.outWidth))
                                             vectorAt<T>(to + (i * w.outWidth + j) * lanes) = v + start;
                                     });
            }
        }
}

/// y from x; the kernels as transformKernels asks for them; bias may be null.
template <class T, class Weights>
void correlate(const Windows &w, const T *x, const Weights &kernel, const T *bias, T *scratch, T *y)
{
    T *kernels = scratch, *inputs = kernels + w.kernelNumbers() * lanes, *products = inputs + frequencies * w.inputStep() * lanes;
    transformKernels<T>(w, kernel, kernels);
    for (int64_t first = 0; first < w.tiles(); first += w.tilesAtOnce()) {
        const int64_t count = std::min(w.tilesAtOnce(), w.tiles() - first);
        transformInput(w, x, first, count, inputs);
        for (int64_t o = 0; o < w.outputs; o += w.outputsAtOnce()) {
            const int64_t end = std::min(w.outputs, o + w.outputsAtOnce());
            for (int64_t f = 0; f < frequencies; ++f)
                productOfTiles(w, inputs + f * w.inputStep() * lanes, count, kernels + f * w.channels * w.outputsLaidOut() + o,
                               roundUp(end - o, 8), products + f * w.productStep() * lanes);
            transformOutput(w, products, first, count, o, end, bias, y);
        }
    }
}

/// One place of all outputs, [output][sample], turned to [sample][output] with zeros beyond the outputs.
template <class T>
void turnOutputs(int64_t outputs, int64_t row, const T *from, int64_t plane, T *to)
{
    constexpr int64_t W = zhibei::width<T>;
    alignas(64) static constexpr T zeros[W] = {};
    for (int64_t o = 0; o < row; o += W)
        for (int64_t g = 0; g < lanes; g += W)
            transposeSquare<T>([&](int64_t j) { return o + j < outputs ? from + (o + j) * plane + g : zeros; }, to + g * row + o, row);
}

/// A dy Aᵀ of the tiles with outputs side by side: to [frequency][tile][sample][output].
template <class T>
void transformGradient(const Windows &w, const T *dy, int64_t first, int64_t count, T *turned, T *to)
{
    const int64_t row = w.outputsLaidOut(), step = w.gradientStep() * lanes, plane = w.outHeight * w.outWidth * lanes;
    for (int64_t t = 0; t < count; ++t) {
        const int64_t top = (first + t) / w.tilesAcross() * results, left = (first + t) % w.tilesAcross() * results;
        const auto isThere = [&](int i, int j) { return top + i < w.outHeight && left + j < w.outWidth; };
        for (int i = 0; i < results; ++i)
            for (int j = 0; j < results; ++j)
                if (isThere(i, j))
                    turnOutputs(w.outputs, row, dy + ((top + i) * w.outWidth + left + j) * lanes, plane, turned + (i * results + j) * row * lanes);
        for (int64_t k = 0; k < row * lanes; k += zhibei::width<T>)
            transform<OutputGradient, T>(
                [&](int i, int j) { return isThere(i, j) ? vectorAt<T>(turned + (i * results + j) * row * lanes + k) : Vec<T>{}; },
                [&](int i, int j, Vec<T> v) { vectorAt<T>(to + (i * points + j) * step + t * row * lanes + k) = v; });
    }
}

/// dw[c·9 + element][o] = Σ over places and samples, from x and dy.
template <class T>
void correlateGradient(const Windows &w, const T *x, const T *dy, T *scratch, T *dw)
{
    const int64_t row = w.outputsLaidOut();
    T *sums = scratch, *inputs = sums + w.kernelNumbers() * lanes, *gradients = inputs + frequencies * w.inputStep() * lanes;
    T *turned = gradients + frequencies * w.gradientStep() * lanes;
    for (int64_t first = 0; first < w.tiles(); first += w.tilesAtOnce()) {
        const int64_t count = std::min(w.tilesAtOnce(), w.tiles() - first);
        transformInput(w, x, first, count, inputs);
        transformGradient(w, dy, first, count, turned, gradients);
        for (int64_t f = 0; f < frequencies; ++f)
            RowProduct<T>{inputs + f * w.inputStep() * lanes, w.channels * lanes, gradients + f * w.gradientStep() * lanes, row * lanes,
                          row, row, count * lanes, first > 0}.rows(0, w.channels, sums + f * w.channels * row);
    }
    for (int64_t c = 0; c < w.channels; ++c)
        for (int64_t o = 0; o < w.outputs; o += zhibei::width<T>)
            transform<KernelGradient, T>([&](int i, int j) { return vectorAt<T>(sums + ((i * points + j) * w.channels + c) * row + o); },
                                         [&](int i, int j, Vec<T> v) {
                                             storeFirst<T>(v, std::min<int64_t>(zhibei::width<T>, w.outputs - o), dw + (c * 9 + i * 3 + j) * w.outputs + o);
                                         });
}

} // namespace zhibei::winograd
