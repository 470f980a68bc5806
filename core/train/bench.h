#pragma once

#include "core/train/profile.h"

#include <cstdint>
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

/// Where the time of a workload's training step goes on one thread, and the steps a second on all.
struct WorkloadProfile {
    Profile one;
    double stepsOnAll = 0;
};
WorkloadProfile profileWorkload(const std::string &name, const std::string &resources, double seconds);

/// Memory of the whole process in bytes while a workload trains: after 1,000 steps, after 10,000, and the most there ever was.
struct MemoryUse {
    int64_t early = 0, late = 0, peak = 0;
};
MemoryUse benchMemory(const std::string &name, const std::string &resources, int threads);

} // namespace zhibei
