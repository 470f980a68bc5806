#pragma once

#include "core/train/training.h"

#include <string>
#include <vector>

namespace zhibei {

/// Where the time of a training step goes, on one thread. Operations are those of the products (dense layers, convolutions,
/// gates, votes) as their formulas have them; a multiply-add is two.
struct Profile {
    /// All ops of one kind.
    struct Part {
        std::string op;          ///< its id
        double seconds = 0, operations = 0;
    };
    std::vector<Part> ops;       ///< the longest first
    double loading = 0;          ///< seconds: gathering the samples
    double rest = 0;             ///< seconds: the optimizer, and all that is not an op
    double operations = 0;       ///< of all ops together
    double stepsPerSecond = 0;
};

/// Trains for about `seconds` ten times, half of them with a clock on every op. The training must have one thread, and
/// objectives that all take part in every step.
Profile profileTraining(Training &training, double seconds);

} // namespace zhibei
