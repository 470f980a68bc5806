#pragma once

#include "core/probes/probe.h"

#include <array>

namespace zhibei {

/// Samples as points of a space, a row each.
struct Cloud {
    int64_t dims = 0;
    std::vector<float> numbers; ///< [count, dims]

    int64_t count() const { return dims > 0 ? int64_t(numbers.size()) / dims : 0; }
    std::span<const float> row(int64_t i) const { return std::span(numbers).subspan(size_t(i * dims), size_t(dims)); }
    bool finite() const;
};

using PlanePoint = std::array<float, 2>;

/// What a value of the program is for each of `count` rows of features. Ends early when told to stop: then with fewer rows.
Cloud valuesAt(const Moment &moment, ValueId value, const float *features, int64_t count);

/// |a − b|² between all rows, [count, count]; empty when told to stop.
std::vector<float> squaredDistances(const Cloud &cloud, const std::stop_token &stop = {});

/// The share of points whose class is that of most of their `k` nearest others (leave one out); the nearer class wins a tie.
/// `distances` as squaredDistances gives them.
double neighbourAccuracy(std::span<const float> distances, std::span<const int> classes, int k = 5);

} // namespace zhibei
