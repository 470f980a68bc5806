#pragma once

#include <cstdint>

namespace zhibei {

class Training;

/// How many training samples are measured beside all test samples.
constexpr int64_t evaluatedTrainSamples = 500;

/// When a training is measured: after 1, 2, 4, 8 … steps, then as often as costs a few percent of the training. The steps
/// depend on the data only, so curves and stop rules are the same in every run.
class EvaluationSchedule {
public:
    void restart(const Training &training);
    bool due(int64_t step) const { return step >= m_next; }
    void done(int64_t step) { m_next = following(step); }

private:
    int64_t following(int64_t step) const;

    int64_t m_interval = 1, m_next = 1;
};

} // namespace zhibei
