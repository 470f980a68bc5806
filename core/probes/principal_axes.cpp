#include "core/probes/principal_axes.h"

#include "core/ops/philox.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibei {

namespace {

using Vector = std::vector<double>;

double dot(const Vector &a, const Vector &b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// Turns the plane of p and q so that their product vanishes.
void rotate(Vector &a, std::vector<Vector> &vectors, size_t n, size_t p, size_t q)
{
    if (a[p * n + q] == 0)
        return;
    const double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
    const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
    const double c = 1 / std::sqrt(t * t + 1), s = t * c;
    for (size_t k = 0; k < n; ++k) {
        const double x = a[k * n + p], y = a[k * n + q];
        a[k * n + p] = c * x - s * y;
        a[k * n + q] = s * x + c * y;
    }
    for (size_t k = 0; k < n; ++k) {
        const double x = a[p * n + k], y = a[q * n + k];
        a[p * n + k] = c * x - s * y;
        a[q * n + k] = s * x + c * y;
        std::tie(vectors[p][k], vectors[q][k]) = std::pair(c * vectors[p][k] - s * vectors[q][k], s * vectors[p][k] + c * vectors[q][k]);
    }
}

Eigenpairs jacobi(Vector a, size_t n)
{
    std::vector<Vector> vectors(n, Vector(n, 0.0));
    for (size_t i = 0; i < n; ++i)
        vectors[i][i] = 1;
    const auto off = [&] {
        double sum = 0, all = 0;
        for (size_t i = 0; i < n; ++i)
            for (size_t j = 0; j < n; ++j)
                (i == j ? all : sum) += a[i * n + j] * a[i * n + j];
        return sum > 1e-26 * all;
    };
    for (int sweep = 0; sweep < 50 && off(); ++sweep)
        for (size_t p = 0; p < n; ++p)
            for (size_t q = p + 1; q < n; ++q)
                rotate(a, vectors, n, p, q);
    std::vector<size_t> order(n);
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t i, size_t j) { return a[i * n + i] > a[j * n + j]; });
    Eigenpairs found;
    for (const size_t i : order) {
        found.values.push_back(a[i * n + i]);
        found.vectors.push_back(vectors[i]);
    }
    return found;
}

/// Makes the vectors stand upright on each other, each of length 1; twice, for the digits that the first time leaves.
void orthonormalise(std::vector<Vector> &block)
{
    for (int time = 0; time < 2; ++time)
        for (size_t i = 0; i < block.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                const double along = dot(block[i], block[j]);
                for (size_t k = 0; k < block[i].size(); ++k)
                    block[i][k] -= along * block[j][k];
            }
            const double length = std::sqrt(dot(block[i], block[i]));
            for (double &x : block[i])
                x = length > 1e-150 ? x / length : 0;
        }
}

Vector multiply(std::span<const double> matrix, const Vector &v)
{
    const size_t n = v.size();
    Vector product(n);
    for (size_t i = 0; i < n; ++i) {
        constexpr size_t width = 8;
        double sums[width] = {};
        const double *row = matrix.data() + i * n;
        size_t j = 0;
        for (; j + width <= n; j += width)
            for (size_t l = 0; l < width; ++l)
                sums[l] += row[j + l] * v[j + l];
        for (; j < n; ++j)
            sums[0] += row[j] * v[j];
        product[i] = std::accumulate(sums, sums + width, 0.0);
    }
    return product;
}

Eigenpairs iterate(std::span<const double> matrix, size_t n, size_t wanted)
{
    const size_t width = std::min(n, wanted + 6);
    std::vector<Vector> block(width, Vector(n));
    for (size_t b = 0; b < width; ++b)
        for (size_t i = 0; i < n; ++i)
            block[b][i] = double(Philox::at(1, b, i)[0]) / 4294967296.0 - 0.5;
    orthonormalise(block);
    Eigenpairs found;
    for (int time = 0; time < 200; ++time) {
        std::vector<Vector> image;
        for (const Vector &v : block)
            image.push_back(multiply(matrix, v));
        Vector small(width * width);
        for (size_t i = 0; i < width; ++i)
            for (size_t j = 0; j < width; ++j)
                small[i * width + j] = (dot(block[i], image[j]) + dot(block[j], image[i])) / 2;
        const Eigenpairs within = jacobi(small, width);
        const auto turned = [&](const std::vector<Vector> &from) {
            std::vector<Vector> to(width, Vector(n, 0.0));
            for (size_t b = 0; b < width; ++b)
                for (size_t c = 0; c < width; ++c)
                    for (size_t i = 0; i < n; ++i)
                        to[b][i] += within.vectors[b][c] * from[c][i];
            return to;
        };
        block = turned(block);
        image = turned(image);
        found.values.assign(within.values.begin(), within.values.begin() + int64_t(wanted));
        found.vectors.assign(block.begin(), block.begin() + int64_t(wanted));
        double worst = 0;
        for (size_t b = 0; b < wanted; ++b)
            for (size_t i = 0; i < n; ++i)
                worst = std::max(worst, std::abs(image[b][i] - within.values[b] * block[b][i]));
        if (!(worst > 1e-7 * std::abs(within.values[0])))
            break;
        block = std::move(image);
        orthonormalise(block);
    }
    return found;
}

/// Products of the centred points from the distances between them (Torgerson's double centring).
Vector centredProducts(std::span<const float> distances, size_t n)
{
    Vector rows(n, 0.0), products(n * n);
    for (size_t i = 0; i < n; ++i)
        rows[i] = std::accumulate(distances.begin() + int64_t(i * n), distances.begin() + int64_t((i + 1) * n), 0.0) / double(n);
    const double all = std::accumulate(rows.begin(), rows.end(), 0.0) / double(n);
    for (size_t i = 0; i < n; ++i)
        for (size_t j = 0; j < n; ++j)
            products[i * n + j] = -0.5 * (double(distances[i * n + j]) - rows[i] - rows[j] + all);
    return products;
}

Vector covariance(const Cloud &cloud, const Vector &mean)
{
    const size_t d = size_t(cloud.dims);
    Vector matrix(d * d, 0.0), centred(d);
    for (int64_t i = 0; i < cloud.count(); ++i) {
        for (size_t k = 0; k < d; ++k)
            centred[k] = double(cloud.row(i)[k]) - mean[k];
        for (size_t a = 0; a < d; ++a)
            for (size_t b = 0; b <= a; ++b)
                matrix[a * d + b] += centred[a] * centred[b];
    }
    for (size_t a = 0; a < d; ++a)
        for (size_t b = 0; b <= a; ++b)
            matrix[b * d + a] = matrix[a * d + b] /= double(cloud.count());
    return matrix;
}

} // namespace

Eigenpairs largestEigenpairs(std::span<const double> matrix, int64_t n, int wanted)
{
    wanted = int(std::min<int64_t>(wanted, n));
    Eigenpairs found = n <= 32 ? jacobi({matrix.begin(), matrix.end()}, size_t(n)) : iterate(matrix, size_t(n), size_t(wanted));
    found.values.resize(size_t(wanted));
    found.vectors.resize(size_t(wanted));
    for (Vector &v : found.vectors) {
        const auto largest = std::max_element(v.begin(), v.end(), [](double a, double b) { return std::abs(a) < std::abs(b) * (1 - 1e-9); });
        if (largest != v.end() && *largest < 0)
            for (double &x : v)
                x = -x;
    }
    return found;
}

PlanePoint PrincipalAxes::project(std::span<const float> row) const
{
    PlanePoint at{};
    for (size_t a = 0; a < axes.size(); ++a) {
        double sum = 0;
        for (size_t k = 0; k < row.size(); ++k)
            sum += (double(row[k]) - mean[k]) * axes[a][k];
        at[a] = float(sum);
    }
    return at;
}

PrincipalAxes principalAxes(const Cloud &cloud, std::span<const float> distances)
{
    const size_t d = size_t(cloud.dims), n = size_t(cloud.count());
    PrincipalAxes found;
    found.mean.assign(d, 0.0);
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < d; ++k)
            found.mean[k] += double(cloud.numbers[i * d + k]) / double(n);
    const bool byPoints = d > n;
    std::vector<float> made;
    if (byPoints && distances.empty())
        distances = made = squaredDistances(cloud);
    const Vector matrix = byPoints ? centredProducts(distances, n) : covariance(cloud, found.mean);
    const size_t side = byPoints ? n : d;
    double whole = 0;
    for (size_t i = 0; i < side; ++i)
        whole += matrix[i * side + i];
    const Eigenpairs pairs = largestEigenpairs(matrix, int64_t(side), 2);
    found.axes.assign(2, Vector(d, 0.0));
    for (size_t a = 0; a < pairs.values.size(); ++a) {
        if (pairs.values[a] <= 1e-12 * whole)
            continue;
        found.share[a] = pairs.values[a] / whole;
        if (!byPoints) {
            found.axes[a] = pairs.vectors[a];
            continue;
        }
        for (size_t i = 0; i < n; ++i)
            for (size_t k = 0; k < d; ++k)
                found.axes[a][k] += pairs.vectors[a][i] * (double(cloud.numbers[i * d + k]) - found.mean[k]);
        const double length = std::sqrt(dot(found.axes[a], found.axes[a]));
        for (double &x : found.axes[a])
            x = length > 0 ? x / length : 0;
    }
    return found;
}

PlanePoint facing(std::span<const PlanePoint> now, std::span<const PlanePoint> before)
{
    PlanePoint sign{1, 1};
    if (now.size() != before.size())
        return sign;
    for (size_t a = 0; a < 2; ++a) {
        double means[2] = {}, product = 0;
        for (size_t i = 0; i < now.size(); ++i) {
            means[0] += double(now[i][a]) / double(now.size());
            means[1] += double(before[i][a]) / double(now.size());
        }
        for (size_t i = 0; i < now.size(); ++i)
            product += (double(now[i][a]) - means[0]) * (double(before[i][a]) - means[1]);
        sign[a] = product < 0 ? -1.0f : 1.0f;
    }
    return sign;
}

} // namespace zhibei
