#pragma once

#include <string>
#include <vector>

namespace zhibei {

/// The reference workloads: templates trained on random data of fixed size.
std::vector<std::string> workloadNames();

struct BenchResult {
    double stepsPerSecond = 0, samplesPerSecond = 0;
};

/// Trains a workload (or, with `forward`, only computes its predictions): the median of five windows of `seconds` after a
/// warm-up. threads = 0: the better of one thread and all. Throws std::out_of_range for an unknown name.
/// `resources`: the folder that holds the templates.
BenchResult benchWorkload(const std::string &name, const std::string &resources, int threads, double seconds, bool forward);

/// How long a workload makes wait, in seconds: until its network is planned for training (the median of nine times), and
/// until one sample is predicted on one thread (the median of a thousand).
struct Latency {
    double planning = 0, oneSample = 0;
};
Latency benchLatency(const std::string &name, const std::string &resources);

} // namespace zhibei
