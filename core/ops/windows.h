#pragma once

#include "core/ops/dense_kernels.h"
#include "core/ops/transpose.h"

#include <array>
#include <cstring>

namespace zhibei {

/// The numbers that a window sees from where it stands, and which weight goes with each.
struct Taps {
    static constexpr int most = 1024;
    int count = 0;
    int32_t offset[most]; ///< numbers from the window's position
    int32_t weight[most]; ///< index of the kernel element
};

/// Windows that go over a tile: for each position, one number of each output. All steps count numbers of one sample.
template <class T>
struct Sweep {
    const T *x;
    int64_t channels, channelStep;
    int64_t rows, columns, rowStep, columnStep; ///< positions, and how far apart they are in x
    T *y;
    int64_t outputs, outputStep, yRowStep, yColumnStep;

    /// Rows that follow each other without a gap are one long row.
    void joinRows()
    {
        if (rowStep == columns * columnStep && yRowStep == columns * yColumnStep) {
            columns *= rows;
            rows = 1;
        }
    }
};

/// Accumulators of a block: outputs × positions, as many as the registers hold beside the factors.
constexpr int windowOutputs = vectorBytes == 64 ? 8 : 4;
template <int O>
constexpr int windowPositions = std::min(12, std::max(1, blockVectors<float> / O));

/// O outputs at P neighbouring positions: y[o][p] = start + Σ_c Σ_t w[c][t][o]·x[c][p + tap t].
/// Step: the positions' distance in numbers where it is known, else 0.
template <int O, int P, int Step>
inline void windowBlock(const Sweep<float> &s, const Taps &taps, const float *x, int64_t channels, const float *w,
                        const float *start, float *y)
{
    constexpr int64_t V = width<float>;
    const int64_t step = (Step ? Step : s.columnStep) * lanes;
    for (int64_t g = 0; g < lanes; g += V) {
        Vec<float> sum[O][P];
        for (int o = 0; o < O; ++o)
            for (int p = 0; p < P; ++p)
                sum[o][p] = start ? splat(start[o]) : vectorAt<float>(y + g + (o * s.outputStep + p * s.yColumnStep) * lanes);
        const float *wt = w;
        for (int64_t c = 0; c < channels; ++c) {
            const float *xc = x + g + c * s.channelStep * lanes;
            for (int t = 0; t < taps.count; ++t, wt += O) {
                const float *xt = xc + int64_t(taps.offset[t]) * lanes;
                Vec<float> xp[P];
#pragma GCC unroll 16
                for (int p = 0; p < P; ++p)
                    xp[p] = vectorAt<float>(xt + p * step);
#pragma GCC unroll 16
                for (int o = 0; o < O; ++o) {
                    const Vec<float> weight = splat(wt[o]);
#pragma GCC unroll 16
                    for (int p = 0; p < P; ++p)
                        sum[o][p] += weight * xp[p];
                }
            }
        }
        for (int o = 0; o < O; ++o)
            for (int p = 0; p < P; ++p)
                vectorAt<float>(y + g + (o * s.outputStep + p * s.yColumnStep) * lanes) = sum[o][p];
    }
}

using WindowBlock = void (*)(const Sweep<float> &, const Taps &, const float *, int64_t, const float *, const float *, float *);

template <int O, int Step, int... P>
constexpr std::array<WindowBlock, sizeof...(P)> windowBlocks(std::integer_sequence<int, P...>)
{
    return {windowBlock<O, P + 1, Step>...};
}

/// All positions for O outputs, from packed weights [channels][taps][O].
template <int O>
void sweepOutputs(const Sweep<float> &s, const Taps &taps, const float *x, int64_t channels, const float *w, const float *start, float *y)
{
    constexpr int most = windowPositions<O>;
    static constexpr auto near = windowBlocks<O, 1>(std::make_integer_sequence<int, most>());
    static constexpr auto far = windowBlocks<O, 0>(std::make_integer_sequence<int, most>());
    const auto &blocks = s.columnStep == 1 ? near : far;
    const int64_t parts = (s.columns + most - 1) / most, least = s.columns / parts, longer = s.columns % parts;
    for (int64_t row = 0; row < s.rows; ++row) {
        int64_t column = 0;
        for (int64_t part = 0; part < parts; ++part) {
            const int64_t n = least + (part < longer ? 1 : 0);
            blocks[size_t(n - 1)](s, taps, x + (row * s.rowStep + column * s.columnStep) * lanes, channels, w, start,
                                  y + (row * s.yRowStep + column * s.yColumnStep) * lanes);
            column += n;
        }
    }
}

/// The same in plain loops, for double.
inline void sweepOutputs(const Sweep<double> &s, const Taps &taps, const double *x, int64_t channels, const double *w,
                         int64_t outputs, const double *start, double *y)
{
    for (int64_t row = 0; row < s.rows; ++row)
        for (int64_t column = 0; column < s.columns; ++column)
            for (int64_t o = 0; o < outputs; ++o)
                for (int64_t l = 0; l < lanes; ++l) {
                    double &out = y[(o * s.outputStep + row * s.yRowStep + column * s.yColumnStep) * lanes + l];
                    double sum = start ? start[o] : out;
                    for (int64_t c = 0; c < channels; ++c)
                        for (int t = 0; t < taps.count; ++t)
                            sum += w[(c * taps.count + t) * outputs + o]
                                * x[(c * s.channelStep + row * s.rowStep + column * s.columnStep + taps.offset[t]) * lanes + l];
                    out = sum;
                }
}

inline void sweepOutputs(const Sweep<float> &s, const Taps &taps, const float *x, int64_t channels, const float *w,
                         int64_t outputs, const float *start, float *y)
{
    switch (outputs) {
    case 8: return sweepOutputs<8>(s, taps, x, channels, w, start, y);
    case 6: return sweepOutputs<6>(s, taps, x, channels, w, start, y);
    case 4: return sweepOutputs<4>(s, taps, x, channels, w, start, y);
    case 2: return sweepOutputs<2>(s, taps, x, channels, w, start, y);
    default: return sweepOutputs<1>(s, taps, x, channels, w, start, y);
    }
}

constexpr int64_t outputsAtOnce(int64_t left)
{
    return left >= 8 && windowOutputs >= 8 ? 8 : left >= 6 && left < 8 && windowOutputs >= 8 ? 6 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
}

/// y[o][position] = bias[o] + Σ_c Σ_t weight(c, k, o)·x[c][position + tap t], k the tap's kernel element; `bias` may be
/// null. Weights are packed for the outputs at hand, as many as stay in the first-level cache.
template <class T, class Weight>
void correlate(Sweep<T> s, const Taps &taps, const Weight &weight, const T *bias)
{
    s.joinRows();
    constexpr int64_t rowsAtOnce = Taps::most;
    static constexpr T zeros[windowOutputs] = {};
    alignas(64) T packed[rowsAtOnce * windowOutputs];
    const int64_t piece = std::max<int64_t>(1, rowsAtOnce / std::max(1, taps.count));
    for (int64_t o = 0, n = 0; o < s.outputs; o += n) {
        n = outputsAtOnce(s.outputs - o);
        for (int64_t c = 0; c < s.channels; c += piece) {
            const int64_t channels = std::min(piece, s.channels - c);
            T *to = packed;
            for (int64_t i = 0; i < channels; ++i)
                for (int t = 0; t < taps.count; ++t)
                    for (int64_t k = 0; k < n; ++k)
                        *to++ = weight(c + i, taps.weight[t], o + k);
            const T *start = c > 0 ? nullptr : bias ? bias + o : zeros;
            sweepOutputs(s, taps, s.x + c * s.channelStep * lanes, channels, packed, n, start, s.y + o * s.outputStep * lanes);
        }
    }
}

/// out[i] = sum over the lanes of v[i], i < count; v has count × lanes numbers.
template <class T>
inline void sumLanes(const T *v, int64_t count, T *out)
{
    constexpr int64_t W = width<T>;
    int64_t i = 0;
    for (; i + W <= count; i += W) {
        Vec<T> sum{};
        for (int64_t g = 0; g < lanes; g += W) {
            alignas(64) T turned[W * W];
            transposeSquare<T>([&](int64_t j) { return v + (i + j) * lanes + g; }, turned, W);
            for (int64_t j = 0; j < W; ++j)
                sum += vectorAt<T>(turned + j * W);
        }
        *reinterpret_cast<typename Unaligned<T>::type *>(out + i) = sum;
    }
    for (; i < count; ++i) {
        T sum = 0;
        for (int64_t l = 0; l < lanes; ++l)
            sum += v[i * lanes + l];
        out[i] = sum;
    }
}

/// R kernel elements × O outputs, summed over all positions: sums[r][o], lane by lane, added to what is there.
template <class T, int R, int O>
inline void windowGradientBlock(const Sweep<T> &s, const T *const *x, const T *dy, int64_t rowBegin, int64_t rowEnd, T *sums)
{
    constexpr int64_t V = width<T>;
    Vec<T> sum[R][O];
    for (int r = 0; r < R; ++r)
        for (int o = 0; o < O; ++o)
            sum[r][o] = vectorAt<T>(sums + (r * O + o) * lanes);
    for (int64_t row = rowBegin; row < rowEnd; ++row)
        for (int64_t column = 0; column < s.columns; ++column) {
            const int64_t at = (row * s.rowStep + column * s.columnStep) * lanes;
            const T *d = dy + (row * s.yRowStep + column * s.yColumnStep) * lanes;
            for (int64_t g = 0; g < lanes; g += V) {
                Vec<T> dv[O];
#pragma GCC unroll 8
                for (int o = 0; o < O; ++o)
                    dv[o] = vectorAt<T>(d + g + o * s.outputStep * lanes);
#pragma GCC unroll 16
                for (int r = 0; r < R; ++r) {
                    const Vec<T> xv = vectorAt<T>(x[r] + at + g);
#pragma GCC unroll 8
                    for (int o = 0; o < O; ++o)
                        sum[r][o] += xv * dv[o];
                }
            }
        }
    for (int r = 0; r < R; ++r)
        for (int o = 0; o < O; ++o)
            vectorAt<T>(sums + (r * O + o) * lanes) = sum[r][o];
}

/// The gradient of a sweep's weights: dw[c·taps + t][o] = Σ over positions and samples of x[c][position + tap t]·dy[o][position].
/// s.y is dy; a row of dw has `units` numbers.
template <class T>
class WindowGradient {
public:
    WindowGradient(const Sweep<T> &sweep, const Taps &taps, T *dw, int64_t units) : s(sweep), m_taps(taps), m_dw(dw), m_units(units)
    {
        s.joinRows();
        m_elements = s.channels * taps.count;
    }

    void run() { isScattered() ? runGathered() : runInPlace(); }

private:
    static constexpr int R = vectorBytes == 64 ? 4 : 3, most = vectorBytes == 64 ? 6 : 4;
    static constexpr int64_t gatheredPositions = 64, gatheredElements = 8 * R;

    /// Neighbours so far apart that a cache puts them all in the same few places: the steps of a long sequence.
    bool isScattered() const { return s.rows == 1 && s.columns > 8 && s.columnStep >= 16; }

    const T *window(int64_t element) const
    {
        return s.x + (element / m_taps.count * s.channelStep + m_taps.offset[element % m_taps.count]) * lanes;
    }

    void runInPlace() const
    {
        forParts(s.outputs, [&](int64_t o, int64_t n) {
            for (int64_t k = 0; k < m_elements; k += R) {
                const T *x[R];
                const int64_t r = std::min<int64_t>(R, m_elements - k);
                for (int64_t i = 0; i < R; ++i)
                    x[i] = window(k + std::min(i, r - 1));
                add(s, x, s.y + o * s.outputStep * lanes, k, r, o, n, false);
            }
        });
    }

    /// Some positions and elements at a time, first copied to where they stand side by side.
    void runGathered() const
    {
        alignas(64) T xs[gatheredElements * gatheredPositions * lanes], ds[most * gatheredPositions * lanes];
        for (int64_t first = 0; first < s.columns; first += gatheredPositions) {
            const int64_t positions = std::min(gatheredPositions, s.columns - first);
            for (int64_t k = 0; k < m_elements; k += gatheredElements) {
                const int64_t elements = std::min(gatheredElements, m_elements - k);
                for (int64_t e = 0; e < elements; ++e)
                    for (int64_t p = 0; p < positions; ++p)
                        std::copy_n(window(k + e) + (first + p) * s.columnStep * lanes, lanes, xs + (e / R * positions * R + p * R + e % R) * lanes);
                forParts(s.outputs, [&](int64_t o, int64_t n) {
                    for (int64_t p = 0; p < positions; ++p)
                        for (int64_t i = 0; i < n; ++i)
                            std::copy_n(s.y + ((o + i) * s.outputStep + (first + p) * s.yColumnStep) * lanes, lanes, ds + (p * n + i) * lanes);
                    const Sweep<T> gathered{xs, R, 1, 1, positions, 0, R, ds, n, 1, 0, n};
                    for (int64_t e = 0; e < elements; e += R) {
                        const T *x[R];
                        const int64_t r = std::min<int64_t>(R, elements - e);
                        for (int64_t i = 0; i < R; ++i)
                            x[i] = xs + (e * positions + std::min(i, r - 1)) * lanes;
                        add(gathered, x, ds, k + e, r, o, n, first > 0);
                    }
                });
            }
        }
    }

    /// Calls part(first, count) for parts of about the same size that a block can take.
    template <class Part>
    static void forParts(int64_t count, const Part &part)
    {
        for (int64_t o = 0, n = 0; o < count; o += n) {
            const int64_t left = count - o, parts = (left + most - 1) / most;
            n = (left + parts - 1) / parts;
            part(o, n);
        }
    }

    /// dw of r elements from k on and n outputs from o on.
    void add(const Sweep<T> &sweep, const T *const *x, const T *dy, int64_t k, int64_t r, int64_t o, int64_t n, bool more) const
    {
        alignas(64) T sums[R * most * lanes] = {};
        T flat[R * most];
        const auto run = [&](auto block) { block(sweep, x, dy, 0, sweep.rows, sums); };
        switch (n) {
        case 6: if constexpr (most >= 6) { run(windowGradientBlock<T, R, 6>); break; } [[fallthrough]];
        case 5: if constexpr (most >= 5) { run(windowGradientBlock<T, R, 5>); break; } [[fallthrough]];
        case 4: run(windowGradientBlock<T, R, 4>); break;
        case 3: run(windowGradientBlock<T, R, 3>); break;
        case 2: run(windowGradientBlock<T, R, 2>); break;
        default: run(windowGradientBlock<T, R, 1>); break;
        }
        sumLanes<T>(sums, r * n, flat);
        for (int64_t i = 0; i < r; ++i)
            for (int64_t j = 0; j < n; ++j) {
                T &sum = m_dw[(k + i) * m_units + o + j];
                sum = more ? sum + flat[i * n + j] : flat[i * n + j];
            }
    }

    Sweep<T> s;
    const Taps &m_taps;
    T *m_dw;
    int64_t m_units, m_elements;
};

template <class T>
void correlateGradient(const Sweep<T> &s, const Taps &taps, T *dw, int64_t units)
{
    WindowGradient<T>(s, taps, dw, units).run();
}

} // namespace zhibei
