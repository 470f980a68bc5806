#pragma once

#include "core/ops/lanes.h"

#include <algorithm>

namespace zhibei {

/// Matrix products over tiles of samples. Each keeps a block of results in registers while it walks along the sum:
/// as many as the machine has registers for, less what the factors need.
template <class T>
constexpr int blockVectors = vectorBytes == 64 ? 24 : 12;

template <class T>
inline const Vec<T> &vectorAt(const T *p) { return *reinterpret_cast<const Vec<T> *>(p); }
template <class T>
inline Vec<T> &vectorAt(T *p) { return *reinterpret_cast<Vec<T> *>(p); }

/// N results y[0..N) of all samples of a tile: y[n] = start[n] + Σ_k w[k·wk + n·wn]·x[k]; or added to y.
/// Where Adjacent, wn is 1: the compiler then needs one pointer rather than N.
template <class T, int N, bool Adjacent>
inline void productBlock(const T *x, int64_t length, const T *w, int64_t wk, int64_t wn, const T *start, bool add, T *y)
{
    if constexpr (Adjacent)
        wn = 1;
    constexpr int G = groups<T>;
    Vec<T> sum[N][G];
    for (int n = 0; n < N; ++n)
        for (int g = 0; g < G; ++g)
            sum[n][g] = add ? vectorAt<T>(y + n * lanes + g * width<T>) : start ? splat(start[n]) : Vec<T>{};
    for (int64_t k = 0; k < length; ++k) {
        Vec<T> xk[G];
        for (int g = 0; g < G; ++g)
            xk[g] = vectorAt<T>(x + k * lanes + g * width<T>);
#pragma GCC unroll 32
        for (int n = 0; n < N; ++n) {
            const Vec<T> weight = splat(w[k * wk + n * wn]);
            for (int g = 0; g < G; ++g)
                sum[n][g] += weight * xk[g];
        }
    }
    for (int n = 0; n < N; ++n)
        for (int g = 0; g < G; ++g)
            vectorAt<T>(y + n * lanes + g * width<T>) = sum[n][g];
}

/// `count` results of productBlock. The sum is cut into pieces short enough for x and the weights beside each other to
/// stay in the first-level cache while all results are gone through.
template <bool Adjacent, class T>
inline void product(const T *x, int64_t length, const T *w, int64_t wk, int64_t wn, const T *start, T *y, int64_t count)
{
    constexpr int N = std::max(1, blockVectors<T> / groups<T>);
    constexpr int64_t piece = 96;
    for (int64_t k = 0; k == 0 || k < length; k += piece) {
        const int64_t part = std::min(piece, length - k);
        int64_t n = 0;
        const auto at = [&](auto block) {
            block(x + k * lanes, part, w + k * wk + n * wn, wk, wn, start ? start + n : nullptr, k > 0, y + n * lanes);
        };
        for (; n + N <= count; n += N)
            at(productBlock<T, N, Adjacent>);
        for (; N > 8 && n + 8 <= count; n += 8)
            at(productBlock<T, 8, Adjacent>);
        for (; n + 4 <= count; n += 4)
            at(productBlock<T, 4, Adjacent>);
        for (; n + 2 <= count; n += 2)
            at(productBlock<T, 2, Adjacent>);
        for (; n < count; ++n)
            at(productBlock<T, 1, Adjacent>);
    }
}

template <class T>
void denseForward(const T *x, int64_t inputs, const T *w, int64_t units, const T *bias, T *y)
{
    product<true>(x, inputs, w, units, 1, bias, y, units);
}

template <class T>
void denseBackward(const T *dy, int64_t units, const T *w, int64_t inputs, T *dx)
{
    product<false>(dy, units, w, 1, units, static_cast<const T *>(nullptr), dx, inputs);
}

/// The gradient of packed weights, some rows at a time: dw[k][o] = Σ_s x[s][k]·dy[s][o] over the samples s of the batch.
template <class T>
struct RowProduct {
    const T *x;        ///< tiles [inputs][lanes]
    int64_t xStride;
    const T *dy;       ///< tiles [lanes][rowLength], zero beyond `units`
    int64_t dyStride;
    int64_t rowLength;
    int64_t units;
    int64_t batch;
    bool accumulate;

    void rows(int64_t begin, int64_t end, T *dw) const
    {
        // blocks of R rows and C vectors of units
        constexpr int C = 2, R = blockVectors<T> / C;
        for (int64_t o = 0; o < units; o += C * width<T>)
            units - o <= width<T> ? rowBlocks<R, 1>(begin, end, o, dw) : rowBlocks<R, C>(begin, end, o, dw);
    }

    void biasRow(T *row) const
    {
        for (int64_t o = 0; o < units; o += width<T>) {
            Vec<T> sum{};
            for (int64_t first = 0, tile = 0; first < batch; first += lanes, ++tile) {
                const T *dt = dy + tile * dyStride + o;
                for (int64_t l = 0, valid = std::min<int64_t>(lanes, batch - first); l < valid; ++l, dt += rowLength)
                    sum += vectorAt<T>(dt);
            }
            store(sum, row, o);
        }
    }

private:
    template <int R, int C>
    void rowBlocks(int64_t k, int64_t end, int64_t o, T *dw) const
    {
        for (; k + R <= end; k += R)
            block<R, C>(k, o, dw);
        for (; R > 8 && k + 8 <= end; k += 8)
            block<8, C>(k, o, dw);
        for (; k + 2 <= end; k += 2)
            block<2, C>(k, o, dw);
        for (; k < end; ++k)
            block<1, C>(k, o, dw);
    }

    template <int R, int C>
    void block(int64_t k, int64_t o, T *dw) const
    {
        Vec<T> sum[R][C] = {};
        for (int64_t first = 0, tile = 0; first < batch; first += lanes, ++tile) {
            const T *xt = x + tile * xStride + k * lanes;
            const T *dt = dy + tile * dyStride + o;
            const int64_t valid = std::min<int64_t>(lanes, batch - first);
            for (int64_t l = 0; l < valid; ++l) {
                Vec<T> d[C];
                for (int c = 0; c < C; ++c)
                    d[c] = vectorAt<T>(dt + l * rowLength + c * width<T>);
#pragma GCC unroll 16
                for (int r = 0; r < R; ++r) {
                    const Vec<T> xv = splat(xt[r * lanes + l]);
                    for (int c = 0; c < C; ++c)
                        sum[r][c] += xv * d[c];
                }
            }
        }
#pragma GCC unroll 16
        for (int r = 0; r < R; ++r)
            for (int c = 0; c < C; ++c)
                store(sum[r][c], dw + (k + r) * units, o + c * width<T>);
    }

    void store(Vec<T> sum, T *row, int64_t o) const
    {
        const int64_t n = std::min<int64_t>(units - o, width<T>);
        if (n > 0)
            storeFirst(accumulate ? loadFirst(row + o, n) + sum : sum, n, row + o);
    }
};

} // namespace zhibei
