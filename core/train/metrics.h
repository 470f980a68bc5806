#pragma once

#include <cstdint>
#include <optional>

namespace zhibei {

/// How good a network is on some samples. What does not apply is absent.
struct Metrics {
    std::optional<double> loss;     ///< mean over the samples, without penalties
    std::optional<double> accuracy; ///< share classified correctly, 0 to 1
    std::optional<double> r2;       ///< coefficient of determination, for regressions
};

/// One point of the learning curves.
struct CurvePoint {
    int64_t step = 0;   ///< after this many steps
    double loss = 0;    ///< training loss, mean over `steps` batches that end here
    int64_t steps = 1;
};

/// A measurement on the test part (and a fixed part of the training samples) after `step` steps.
struct Evaluation {
    int64_t step = 0;
    Metrics train, test;
};

} // namespace zhibei
