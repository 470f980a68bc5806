#pragma once

#include "core/network/attributes.h"
#include "core/train/metrics.h"

#include <optional>

namespace zhibei {

/// Why training ends; an empty text: it does not.
struct StopReason {
    Text text;
};

/// The stop rules of the training settings: epochs, seconds, a metric reached, early stopping.
class StopRules {
public:
    StopRules() = default;
    explicit StopRules(const Attributes &settings);

    /// Playing begins here: limits by epochs and seconds that lie behind count anew.
    void begin(int64_t step, double seconds, int64_t stepsPerEpoch);
    StopReason check(int64_t step, int64_t stepsPerEpoch, double seconds, const std::optional<Evaluation> &evaluation);
    /// Until the nearest limit by epochs or seconds.
    std::optional<double> secondsLeft(int64_t step, int64_t stepsPerEpoch, double seconds, double secondsPerStep) const;

private:
    int64_t m_epochs = 0, m_patience = 0;
    double m_seconds = 0, m_value = 0;
    std::string m_metric = "none";
    int64_t m_lastEpoch = 0, m_bestStep = 0;
    double m_lastSecond = 0;
    std::optional<double> m_best;
    int64_t m_judged = -1; ///< step of the newest evaluation looked at
};

/// A metric of an evaluation by its setting's id ("test_accuracy"); absent where it does not apply.
std::optional<double> metricOf(const Evaluation &evaluation, const std::string &id);
/// Whether a larger number is better.
bool largerIsBetter(const std::string &metric);

} // namespace zhibei
