#pragma once

#include <cstdint>
#include <string>

namespace zhibei {

/// How a learning rate changes from update to update.
struct Schedule {
    std::string shape = "constant"; ///< "constant", "step", "exponential", "cosine"
    int64_t period = 1000, warmup = 0;
    double factor = 0.5;

    /// What the rate is multiplied by at an update, counted from 1. With p the period and n = update − 1:
    /// step factor^⌊n/p⌋, exponential factor^(n/p), cosine (1 + cos(π·min(n/p, 1))) / 2; times update / warmup during warm-up.
    double at(int64_t update) const;
};

} // namespace zhibei
