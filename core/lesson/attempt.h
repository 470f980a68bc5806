#pragma once

#include "core/lesson/predicates.h"

namespace zhibei {

/// How a scene goes when its solution is done without a window.
struct Attempt {
    bool atStart = false; ///< the goal held before anything was done
    bool reached = false;
    std::vector<std::string> values; ///< one for each predicate of the goal: "0.9733", "yes", "no"
    int64_t steps = 0;    ///< trained for it, those before a reset too
    double seconds = 0;   ///< of the solution; the scene's own pretraining does not count
};

/// Whether a goal can be checked so: it has one, and none of it asks for what only a person can do (draw, use the scrubber).
bool canAttempt(const Scene &scene);

/// Prepares the scene, does its solution and looks whether its goal is reached; a `play` trains until it is, for at most
/// `seconds`. Throws FileError and DataError.
Attempt attempt(const Lesson &lesson, const Scene &scene, const std::string &resources, double seconds, int threads = 0);

} // namespace zhibei
