#pragma once

#include "core/ops/lanes.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace zhibei {

/// Elementary functions over the lanes of a vector. The float ones are our own, because libm's differ from machine to machine
/// and do not vectorise; the polynomials are those of the Cephes library (Moshier), errors a few units in the last
/// place. The double ones serve gradient checks and call libm lane by lane.

template <class T, class F>
inline Vec<T> eachLane(Vec<T> x, F f)
{
    Vec<T> y;
    for (int i = 0; i < width<T>; ++i)
        y[i] = f(x[i]);
    return y;
}

typedef int32_t IntVec __attribute__((vector_size(vectorBytes), may_alias));

inline Vec<float> laneExp(Vec<float> x)
{
    const Vec<float> low = splat(-87.33654f), high = splat(88.37626f);
    const Vec<float> clamped = x < low ? low : (x > high ? high : x);
    // n = round(x / ln 2) by adding and taking away 1.5·2^23
    const Vec<float> magic = splat(12582912.0f);
    Vec<float> n = clamped * 1.44269504088896341f + magic;
    const IntVec exponent = (IntVec)n - 0x4B400000;
    n -= magic;
    const Vec<float> r = clamped - n * 0.693359375f + n * 2.12194440e-4f;
    Vec<float> p = r * 1.9875691500e-4f + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    const IntVec scale = (exponent + 127) << 23;
    const Vec<float> y = p * (Vec<float>)scale;
    return x != x ? x : y; // NaN stays NaN
}
inline Vec<double> laneExp(Vec<double> x) { return eachLane<double>(x, [](double v) { return std::exp(v); }); }

inline Vec<float> laneLog(Vec<float> x)
{
    const IntVec bits = (IntVec)x;
    IntVec exponent = ((bits >> 23) & 0xFF) - 126;
    Vec<float> m = (Vec<float>)((bits & 0x007FFFFF) | 0x3F000000); // in [0.5, 1)
    const IntVec small = m < splat(0.707106781186547524f);
    exponent += small; // true is -1
    m = (small ? m + m : m) - 1.0f;
    const Vec<float> e = __builtin_convertvector(exponent, Vec<float>);
    const Vec<float> z = m * m;
    Vec<float> p = m * 7.0376836292e-2f - 1.1514610310e-1f;
    p = p * m + 1.1676998740e-1f;
    p = p * m - 1.2420140846e-1f;
    p = p * m + 1.4249322787e-1f;
    p = p * m - 1.6668057665e-1f;
    p = p * m + 2.0000714765e-1f;
    p = p * m - 2.4999993993e-1f;
    p = p * m + 3.3333331174e-1f;
    Vec<float> y = p * m * z + e * -2.12194440e-4f - z * 0.5f;
    y = y + m + e * 0.693359375f;
    const Vec<float> zero{}, infinity = splat(__builtin_inff()), nan = splat(__builtin_nanf(""));
    y = x == zero ? -infinity : (x < zero ? nan : y);
    return (x == infinity || x != x) ? x : y;
}
inline Vec<double> laneLog(Vec<double> x) { return eachLane<double>(x, [](double v) { return std::log(v); }); }

inline Vec<float> laneTanh(Vec<float> x)
{
    // A quotient of polynomials of degree 13 and 6, fitted where tanh is not yet 1 in float (the fit is Eigen's)
    const Vec<float> end = splat(7.90531110763549805f);
    const Vec<float> c = x < -end ? -end : (x > end ? end : x);
    const Vec<float> z = c * c;
    Vec<float> p = z * -2.76076847742355e-16f + 2.00018790482477e-13f;
    p = p * z - 8.60467152213735e-11f;
    p = p * z + 5.12229709037114e-8f;
    p = p * z + 1.48572235717979e-5f;
    p = p * z + 6.37261928875436e-4f;
    p = p * z + 4.89352455891786e-3f;
    Vec<float> q = z * 1.19825839466702e-6f + 1.18534705686654e-4f;
    q = q * z + 2.26843463243900e-3f;
    q = q * z + 4.89352518554385e-3f;
    return c * p / q;
}
inline Vec<double> laneTanh(Vec<double> x) { return eachLane<double>(x, [](double v) { return std::tanh(v); }); }

template <class T>
inline Vec<T> laneSigmoid(Vec<T> x) { return T(1) / (T(1) + laneExp(-x)); }

/// log(1 + exp(x)) without overflow.
template <class T>
inline Vec<T> laneSoftplus(Vec<T> x)
{
    const Vec<T> size = x < T(0) ? -x : x;
    return (x > T(0) ? x : Vec<T>{}) + laneLog(T(1) + laneExp(-size));
}

inline Vec<float> laneErf(Vec<float> x)
{
    // Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7
    const Vec<float> size = x < 0.0f ? -x : x;
    const Vec<float> t = 1.0f / (size * 0.3275911f + 1.0f);
    Vec<float> p = t * 1.061405429f - 1.453152027f;
    p = p * t + 1.421413741f;
    p = p * t - 0.284496736f;
    p = p * t + 0.254829592f;
    const Vec<float> y = 1.0f - p * t * laneExp(-size * size);
    return x < 0.0f ? -y : y;
}
inline Vec<double> laneErf(Vec<double> x) { return eachLane<double>(x, [](double v) { return std::erf(v); }); }

template <class T>
inline Vec<T> laneSqrt(Vec<T> x)
{
    for (int i = 0; i < width<T>; ++i) // one instruction after vectorisation: sqrt is exact everywhere
        x[i] = std::sqrt(x[i]);
    return x;
}

} // namespace zhibei
