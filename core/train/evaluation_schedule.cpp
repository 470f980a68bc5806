#include "core/train/evaluation_schedule.h"

#include "core/train/training.h"

#include <algorithm>

namespace zhibei {

void EvaluationSchedule::restart(const Training &training)
{
    const int64_t measured = training.data().testCount() + std::min(evaluatedTrainSamples, training.data().trainCount);
    m_interval = std::max<int64_t>(1, 11 * measured / training.batchSize());
    m_interval = (m_interval + training.stepsPerEpoch() - 1) / training.stepsPerEpoch() * training.stepsPerEpoch();
    m_next = following(training.steps());
}

int64_t EvaluationSchedule::following(int64_t step) const
{
    int64_t power = 1;
    while (power <= step && power < m_interval)
        power *= 2;
    return power < m_interval ? power : (step / m_interval + 1) * m_interval;
}

} // namespace zhibei
