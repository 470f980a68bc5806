#pragma once

#include <string>
#include <vector>

namespace zhibei {

/// The reference workloads: whole training loops of fixed size, on random data.
std::vector<std::string> workloadNames();

struct BenchResult {
    double stepsPerSecond = 0, samplesPerSecond = 0;
};

/// Trains a workload (or, with `forward`, only computes its predictions): the median of five windows of `seconds` after a
/// warm-up. threads = 0: the better of one thread and all. Throws std::out_of_range for an unknown name.
BenchResult benchWorkload(const std::string &name, int threads, double seconds, bool forward);

} // namespace zhibei
