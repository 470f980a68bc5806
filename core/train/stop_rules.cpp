#include "core/train/stop_rules.h"

#include "core/train/training_settings.h"

#include <algorithm>
#include <cstdio>

namespace zhibei {

namespace {

template <class T>
T setting(const Attributes &settings, const char *id)
{
    return std::get<T>(attributeValue(trainingSchema(), settings, id));
}

std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

} // namespace

std::optional<double> metricOf(const Evaluation &evaluation, const std::string &id)
{
    const Metrics &part = id.starts_with("train_") ? evaluation.train : evaluation.test;
    if (id.ends_with("_loss"))
        return part.loss;
    if (id.ends_with("_accuracy"))
        return part.accuracy;
    if (id.ends_with("_r2"))
        return part.r2;
    return std::nullopt;
}

bool largerIsBetter(const std::string &metric)
{
    return !metric.ends_with("_loss");
}

StopRules::StopRules(const Attributes &settings)
    : m_epochs(setting<int64_t>(settings, "stop_epochs")), m_patience(setting<int64_t>(settings, "patience")),
      m_seconds(setting<double>(settings, "stop_seconds")), m_value(setting<double>(settings, "stop_value")),
      m_metric(setting<std::string>(settings, "stop_metric")) {}

void StopRules::begin(int64_t step, double seconds, int64_t stepsPerEpoch)
{
    const int64_t epoch = step / std::max<int64_t>(1, stepsPerEpoch);
    m_lastEpoch = m_epochs > 0 ? (epoch / m_epochs + 1) * m_epochs : 0;
    m_lastSecond = m_seconds > 0 ? (double(int64_t(seconds / m_seconds)) + 1) * m_seconds : 0;
    m_best.reset();
    m_judged = step; // what was reached before does not end what begins now
}

StopReason StopRules::check(int64_t step, int64_t stepsPerEpoch, double seconds, const std::optional<Evaluation> &evaluation)
{
    if (m_lastEpoch > 0 && step >= m_lastEpoch * stepsPerEpoch)
        return {{ZB_TEXT("Stopped after %1 epochs, as set."), {std::to_string(m_lastEpoch)}}};
    if (m_lastSecond > 0 && seconds >= m_lastSecond)
        return {{ZB_TEXT("Stopped after %1 seconds, as set."), {shortNumber(m_lastSecond)}}};
    if (!evaluation || evaluation->step <= m_judged)
        return {};
    m_judged = evaluation->step;
    if (const auto metric = metricOf(*evaluation, m_metric); metric && (largerIsBetter(m_metric) ? *metric >= m_value : *metric <= m_value))
        return {{ZB_TEXT("The goal is reached: %1."), {shortNumber(*metric)}}};
    if (m_patience > 0 && evaluation->test.loss) {
        if (!m_best || *evaluation->test.loss < *m_best) {
            m_best = evaluation->test.loss;
            m_bestStep = evaluation->step;
        } else if (evaluation->step - m_bestStep >= m_patience * stepsPerEpoch) {
            return {{ZB_TEXT("Stopped early: the test loss has not become better for %1 epochs."), {std::to_string(m_patience)}}};
        }
    }
    return {};
}

std::optional<double> StopRules::secondsLeft(int64_t step, int64_t stepsPerEpoch, double seconds, double secondsPerStep) const
{
    std::optional<double> left;
    if (m_lastSecond > 0)
        left = std::max(0.0, m_lastSecond - seconds);
    if (m_lastEpoch > 0) {
        const double byEpochs = double(std::max<int64_t>(0, m_lastEpoch * stepsPerEpoch - step)) * secondsPerStep;
        left = left ? std::min(*left, byEpochs) : byEpochs;
    }
    return left;
}

} // namespace zhibei
