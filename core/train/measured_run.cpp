#include "core/train/measured_run.h"

#include "core/train/stop_rules.h"

#include <algorithm>

namespace zhibei {

bool RunLimits::reached(const Evaluation &evaluation) const
{
    const std::optional<double> now = metric.empty() ? std::nullopt : metricOf(evaluation, metric);
    return now && (largerIsBetter(metric) ? *now >= value : *now <= value);
}

void MeasuredRun::train(const std::stop_token &stop)
{
    m_start = Clock::now();
    measure(); // the very start is a point of the curves too
    while (!m_done && !m_training.failure() && !stop.stop_requested() && stepsDone() < m_limits.steps && elapsed() < m_limits.seconds)
        trainSome(stop);
    result = evaluations.back();
    if (!m_training.failure()) {
        if (result.step != m_training.steps())
            measure();
        m_training.keepBest(evaluations.back());
        result = m_training.restoreBest() ? m_training.evaluate() : evaluations.back();
    }
    seconds = elapsed();
}

void MeasuredRun::trainSome(const std::stop_token &stop)
{
    const int64_t perEpoch = std::max<int64_t>(1, m_training.stepsPerEpoch());
    const int64_t untilEpoch = perEpoch - m_training.steps() % perEpoch;
    const int64_t goal = m_training.steps() + std::min(untilEpoch, m_limits.steps - stepsDone());
    const auto begin = Clock::now();
    const int64_t before = m_training.samples();
    while (m_training.steps() < goal && elapsed() < m_limits.seconds && !stop.stop_requested()) {
        m_training.step();
        if (m_training.failure())
            break;
        if (afterStep)
            afterStep();
    }
    samples += m_training.samples() - before;
    trainingSeconds += std::chrono::duration<double>(Clock::now() - begin).count();
    if (!m_training.failure() && isDue())
        measure();
}

/// Every epoch; tiny networks pass thousands a second, and measuring each would take longer than training. Counted in
/// steps from the training's beginning, so that a target ends every run at the same step, a continued one too.
bool MeasuredRun::isDue() const
{
    const int64_t perEpoch = std::max<int64_t>(1, m_training.stepsPerEpoch());
    return m_training.steps() % ((199 + perEpoch) / perEpoch * perEpoch) == 0;
}

void MeasuredRun::measure()
{
    evaluations.push_back(m_training.evaluate());
    m_done = m_limits.reached(evaluations.back());
    if (isDue()) // where a killed training goes on is a place that the unbroken one would not have measured
        m_training.keepBest(evaluations.back());
    if (afterMeasurement)
        afterMeasurement();
}

double MeasuredRun::secondsLeft() const
{
    const double passed = elapsed();
    double left = m_limits.seconds - passed;
    if (m_limits.steps != std::numeric_limits<int64_t>::max() && stepsDone() > 0)
        left = std::min(left, passed * double(m_limits.steps - stepsDone()) / double(stepsDone()));
    return left;
}

} // namespace zhibei
