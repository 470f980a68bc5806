#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zhibei {

/// How numbers are spread out. Those that are not finite are only counted.
struct Distribution {
    int64_t count = 0, notFinite = 0;
    float least = 0, greatest = 0;
    double mean = 0, deviation = 0; ///< deviation: the standard deviation, of all of them and not of a sample
    std::vector<int64_t> bins;      ///< equal steps from least to greatest, the last one with its end; empty without numbers

    double norm() const; ///< √ of the sum of squares
    double binWidth() const { return bins.empty() ? 0 : (double(greatest) - double(least)) / double(bins.size()); }
    float magnitude() const; ///< the largest one
};

Distribution distributionOf(std::span<const float> numbers, int bins = 48);

} // namespace zhibei
