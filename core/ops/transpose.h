#pragma once

#include "core/ops/lanes.h"

namespace zhibei {

/// The halves of a and b, number by number in turn: a₀ b₀ a₁ b₁ …
template <class T>
inline void zip(Vec<T> a, Vec<T> b, Vec<T> &low, Vec<T> &high)
{
    for (int i = 0; i < width<T>; ++i) {
        const Vec<T> from = i % 2 ? b : a;
        low[i] = from[i / 2];
        high[i] = from[width<T> / 2 + i / 2];
    }
}

#if defined(__AVX512F__)
template <>
inline void zip<float>(Vec<float> a, Vec<float> b, Vec<float> &low, Vec<float> &high)
{
    low = __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    high = __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
#elif defined(__AVX__)
template <>
inline void zip<float>(Vec<float> a, Vec<float> b, Vec<float> &low, Vec<float> &high)
{
    low = __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
    high = __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}
#else
template <>
inline void zip<float>(Vec<float> a, Vec<float> b, Vec<float> &low, Vec<float> &high)
{
    low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
}
#endif

/// Turns a square of width × width numbers: to[i][j] = from(j)[i]. `from(j)` is a pointer to row j. Zipping row i with
/// row i + width/2, as often as width is a power of two, turns the square.
template <class T, class Rows>
inline void transposeSquare(const Rows &from, T *to, int64_t toStride)
{
    constexpr int W = width<T>;
    Vec<T> rows[W], next[W];
    for (int j = 0; j < W; ++j)
        rows[j] = *reinterpret_cast<const typename Unaligned<T>::type *>(from(j));
#pragma GCC unroll 8
    for (int round = 1; round < W; round *= 2) {
#pragma GCC unroll 16
        for (int i = 0; i < W / 2; ++i)
            zip<T>(rows[i], rows[i + W / 2], next[2 * i], next[2 * i + 1]);
#pragma GCC unroll 16
        for (int i = 0; i < W; ++i)
            rows[i] = next[i];
    }
    for (int i = 0; i < W; ++i)
        *reinterpret_cast<typename Unaligned<T>::type *>(to + i * toStride) = rows[i];
}

} // namespace zhibei
