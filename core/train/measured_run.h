#pragma once

#include "core/train/history.h"
#include "core/train/training.h"

#include <chrono>
#include <functional>
#include <limits>
#include <stop_token>
#include <string>

namespace zhibei {

/// When a run ends; what is not asked for is out of reach.
struct RunLimits {
    int64_t steps = std::numeric_limits<int64_t>::max();
    double seconds = std::numeric_limits<double>::infinity();
    std::string metric; ///< "test_accuracy"; empty: none
    double value = 0;

    bool reached(const Evaluation &evaluation) const;
};

/// A training from where it stands to its limits, without a person watching: measured at the very start, then every
/// epoch, or every few where epochs are short. `zhibei train`, sweeps and races all train like this, so their numbers
/// are the same.
class MeasuredRun {
public:
    using Clock = std::chrono::steady_clock;

    MeasuredRun(Training &training, RunLimits limits) : m_training(training), m_limits(std::move(limits)), m_first(training.steps()) {}

    std::function<void()> afterStep;        ///< called after every step
    std::function<void()> afterMeasurement; ///< called when `evaluations` has grown

    /// Ends early where `stop` asks for it or the training fails (Training::failure): then the result is the newest
    /// measurement.
    void train(const std::stop_token &stop = {});

    int64_t stepsDone() const { return m_training.steps() - m_first; }
    double elapsed() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }
    /// A guess, by steps and time; may be infinite.
    double secondsLeft() const;

    std::vector<Evaluation> evaluations; ///< the curves
    Evaluation result;          ///< of the weights in the end
    double seconds = 0;         ///< everything
    double trainingSeconds = 0; ///< steps only
    int64_t samples = 0;

private:
    void trainSome(const std::stop_token &stop);
    bool isDue() const;
    void measure();

    Training &m_training;
    RunLimits m_limits;
    int64_t m_first;
    Clock::time_point m_start = Clock::now();
    bool m_done = false;
};

} // namespace zhibei
