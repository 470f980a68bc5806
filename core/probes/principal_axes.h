#pragma once

#include "core/probes/cloud.h"

namespace zhibei {

/// Eigenvalues and unit eigenvectors of a symmetric matrix, largest first.
struct Eigenpairs {
    std::vector<double> values;
    std::vector<std::vector<double>> vectors;
};
/// The `wanted` largest of a positive semidefinite [n, n]. Small matrices by Jacobi's rotations; of large ones only what is
/// asked for, by iterating on a few vectors at once. The largest component of a vector is positive.
Eigenpairs largestEigenpairs(std::span<const double> matrix, int64_t n, int wanted);

/// The directions in which a cloud of points spreads most (principal component analysis).
struct PrincipalAxes {
    std::vector<double> mean;               ///< [dims]
    std::vector<std::vector<double>> axes;  ///< two unit vectors of [dims]; zero where the cloud has no second direction
    std::array<double, 2> share{};          ///< of the whole variance, along each

    PlanePoint project(std::span<const float> row) const;
};
/// By the covariance, or where there are fewer points than dimensions by the products of the points. `distances`, where they
/// are known already, are squaredDistances(cloud).
PrincipalAxes principalAxes(const Cloud &cloud, std::span<const float> distances = {});

/// For each axis −1 where the points now lie mirrored to where the same samples lay before, else 1.
PlanePoint facing(std::span<const PlanePoint> now, std::span<const PlanePoint> before);

} // namespace zhibei
