#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhibei {

/// How one number of a layer came about: bias + Σ value·weight, then a function.
struct WeightedSum {
    struct Term {
        int64_t from = 0;  ///< the place among the numbers that arrive; −1: the zeros around a picture
        float value = 0, weight = 0;
        double product() const { return double(value) * double(weight); }
    };
    std::vector<Term> terms;
    bool biased = false;
    float bias = 0;
    float engine = 0; ///< the sum as the engine had it
    float output = 0; ///< what the function made of it; the sum where there is none

    double sum() const;
    /// The terms' indices, those that move the sum most first.
    std::vector<size_t> byMagnitude() const;
};

} // namespace zhibei
