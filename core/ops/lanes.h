#pragma once

#include <cstdint>
#include <type_traits>

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace zhibei {

/// Samples are computed sixteen at a time, side by side: a value of `count` numbers is stored as
/// [tiles][count][lanes]. A kernel reads like the formula for one sample; every operation in it works on a whole
/// vector of samples, with any number of channels or units.
/// How a batch is cut into tiles never depends on threads, which is why results do not either.
constexpr int lanes = 16;

/// Bytes of the machine's widest vector that the compiler may use.
#if defined(__AVX512F__)
constexpr int vectorBytes = 64;
#elif defined(__AVX__)
constexpr int vectorBytes = 32;
#else
constexpr int vectorBytes = 16;
#endif

template <class T>
struct LaneVector {
    typedef T type __attribute__((vector_size(vectorBytes), may_alias));
};
/// The same at any address.
template <class T>
struct Unaligned {
    typedef T type __attribute__((vector_size(vectorBytes), aligned(sizeof(T)), may_alias));
};
/// One machine vector; + - * / and comparisons work element by element.
template <class T>
using Vec = typename LaneVector<T>::type;
/// Numbers in a vector.
template <class T>
constexpr int width = vectorBytes / static_cast<int>(sizeof(T));
/// Vectors that hold one number of all samples of a tile.
template <class T>
constexpr int groups = lanes / width<T>;

template <class T>
inline Vec<T> splat(T value) { return value - Vec<T>{}; } // minus zero is exact for every value and costs nothing

/// The first n numbers at p, any address; zeros beyond them.
template <class T>
inline Vec<T> loadFirst(const T *p, int64_t n)
{
    if (n == width<T>)
        return *reinterpret_cast<const typename Unaligned<T>::type *>(p);
    Vec<T> v{};
    for (int i = 0; i < n; ++i)
        v[i] = p[i];
    return v;
}

/// Writes the first n numbers of a vector to p, any address, and nothing beyond.
template <class T>
inline void storeFirst(Vec<T> v, int64_t n, T *p)
{
    if (n == width<T>)
        *reinterpret_cast<typename Unaligned<T>::type *>(p) = v;
    else
        for (int i = 0; i < n; ++i)
            p[i] = v[i];
}

#if defined(__AVX512F__) // one instruction each
template <>
inline Vec<float> loadFirst<float>(const float *p, int64_t n) { return _mm512_maskz_loadu_ps(__mmask16(_bzhi_u32(0xFFFF, unsigned(n))), p); }
template <>
inline void storeFirst<float>(Vec<float> v, int64_t n, float *p) { _mm512_mask_storeu_ps(p, __mmask16(_bzhi_u32(0xFFFF, unsigned(n))), v); }
#endif

/// Sum over the numbers of a vector in a fixed order (a balanced tree).
template <class T>
inline T vectorSum(Vec<T> v)
{
    T s[width<T>];
    for (int i = 0; i < width<T>; ++i)
        s[i] = v[i];
    for (int half = width<T> / 2; half >= 1; half /= 2)
        for (int i = 0; i < half; ++i)
            s[i] += s[i + half];
    return s[0];
}

/// The numbers of a tile as one group of its samples sees them: number i is a vector.
template <class T>
struct LaneView {
    T *base;
    Vec<std::remove_const_t<T>> &operator[](int64_t i) const
    {
        using U = std::remove_const_t<T>;
        return *reinterpret_cast<Vec<U> *>(const_cast<U *>(base) + i * lanes);
    }
    auto &operator*() const { return (*this)[0]; }
    LaneView operator+(int64_t i) const { return {base + i * lanes}; }
};

constexpr int64_t tilesFor(int64_t samples) { return (samples + lanes - 1) / lanes; }
constexpr int64_t roundUp(int64_t n, int64_t step) { return (n + step - 1) / step * step; }

} // namespace zhibei
