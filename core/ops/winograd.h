#pragma once

#include "core/ops/lanes.h"

namespace zhibei {

/// Minimal filtering F(4×4, 3×3): sixteen neighbouring results of a 3×3 window from 36 products instead of 144.
///
///     Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A          d: 6×6 numbers, g: the 3×3 kernel, Y: 4×4 results
///     dg = Gᵀ[(A dY Aᵀ) ⊙ (Bᵀ d B)]G        the kernel's gradient, the adjoint of the same
///
/// Lavin & Gray, "Fast algorithms for convolutional neural networks" (2015). The polynomials are taken at 0, ±√½, ±√2
/// and ∞, where rounding grows less than at the paper's 0, ±1, ±2 and ∞.
///
/// Each struct is one matrix: `along` multiplies a column of `from` vectors and gives `to`.
namespace winograd {

constexpr int results = 4;          ///< of a tile, each way
constexpr int points = 6;           ///< numbers of a tile, each way
constexpr int frequencies = points * points;

template <class T>
constexpr T near = T(0.70710678118654752440); ///< √½
template <class T>
constexpr T far = T(1.41421356237309504880); ///< √2

/// Bᵀ
struct Input {
    static constexpr int from = points, to = points;
    template <class T>
    static void along(const Vec<T> *d, Vec<T> *v)
    {
        const Vec<T> evenNear = d[4] - T(2) * d[2], oddNear = near<T> * (d[3] - T(2) * d[1]);
        const Vec<T> evenFar = d[4] - T(0.5) * d[2], oddFar = far<T> * (d[3] - T(0.5) * d[1]);
        v[0] = (d[0] + d[4]) - T(2.5) * d[2];
        v[1] = evenNear + oddNear;
        v[2] = evenNear - oddNear;
        v[3] = evenFar + oddFar;
        v[4] = evenFar - oddFar;
        v[5] = (d[1] + d[5]) - T(2.5) * d[3];
    }
};

/// G
struct Kernel {
    static constexpr int from = 3, to = points;
    template <class T>
    static void along(const Vec<T> *g, Vec<T> *u)
    {
        const Vec<T> evenNear = T(-2.0 / 3) * (g[0] + T(0.5) * g[2]), oddNear = T(-2.0 / 3) * near<T> * g[1];
        const Vec<T> evenFar = T(1.0 / 6) * (g[0] + T(2) * g[2]), oddFar = T(1.0 / 6) * far<T> * g[1];
        u[0] = g[0];
        u[1] = evenNear + oddNear;
        u[2] = evenNear - oddNear;
        u[3] = evenFar + oddFar;
        u[4] = evenFar - oddFar;
        u[5] = g[2];
    }
};

/// Gᵀ
struct KernelGradient {
    static constexpr int from = points, to = 3;
    template <class T>
    static void along(const Vec<T> *u, Vec<T> *g)
    {
        const Vec<T> nearSum = T(-2.0 / 3) * (u[1] + u[2]), farSum = T(1.0 / 6) * (u[3] + u[4]);
        g[0] = u[0] + nearSum + farSum;
        g[1] = T(-2.0 / 3) * near<T> * (u[1] - u[2]) + T(1.0 / 6) * far<T> * (u[3] - u[4]);
        g[2] = u[5] + T(0.5) * nearSum + T(2) * farSum;
    }
};

/// Aᵀ
struct Output {
    static constexpr int from = points, to = results;
    template <class T>
    static void along(const Vec<T> *m, Vec<T> *y)
    {
        const Vec<T> nearSum = m[1] + m[2], nearDifference = m[1] - m[2];
        const Vec<T> farSum = m[3] + m[4], farDifference = m[3] - m[4];
        y[0] = m[0] + nearSum + farSum;
        y[1] = near<T> * nearDifference + far<T> * farDifference;
        y[2] = T(0.5) * nearSum + T(2) * farSum;
        y[3] = m[5] + T(0.5) * near<T> * nearDifference + T(2) * far<T> * farDifference;
    }
};

/// A
struct OutputGradient {
    static constexpr int from = results, to = points;
    template <class T>
    static void along(const Vec<T> *y, Vec<T> *m)
    {
        const Vec<T> evenNear = y[0] + T(0.5) * y[2], oddNear = near<T> * (y[1] + T(0.5) * y[3]);
        const Vec<T> evenFar = y[0] + T(2) * y[2], oddFar = far<T> * (y[1] + T(2) * y[3]);
        m[0] = y[0];
        m[1] = evenNear + oddNear;
        m[2] = evenNear - oddNear;
        m[3] = evenFar + oddFar;
        m[4] = evenFar - oddFar;
        m[5] = y[3];
    }
};

/// Matrix × square × its transpose: load(row, column) gives the square, store(row, column, vector) takes the result.
template <class Matrix, class T, class Load, class Store>
inline void transform(const Load &load, const Store &store)
{
    Vec<T> half[Matrix::to][Matrix::from];
#pragma GCC unroll 6
    for (int j = 0; j < Matrix::from; ++j) {
        Vec<T> column[Matrix::from], done[Matrix::to];
#pragma GCC unroll 6
        for (int i = 0; i < Matrix::from; ++i)
            column[i] = load(i, j);
        Matrix::template along<T>(column, done);
#pragma GCC unroll 6
        for (int i = 0; i < Matrix::to; ++i)
            half[i][j] = done[i];
    }
#pragma GCC unroll 6
    for (int i = 0; i < Matrix::to; ++i) {
        Vec<T> done[Matrix::to];
        Matrix::template along<T>(half[i], done);
#pragma GCC unroll 6
        for (int j = 0; j < Matrix::to; ++j)
            store(i, j, done[j]);
    }
}

} // namespace winograd
} // namespace zhibei
