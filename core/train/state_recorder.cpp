#include "core/train/state_recorder.h"

#include "core/train/training.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace zhibei {

namespace {
constexpr double wantedShare = 0.01; ///< of the training's time, for complete states
constexpr double interval = 0.1;     ///< seconds of training between complete states, at least
} // namespace

void StateRecorder::forget()
{
    m_recording.clear();
    m_completeStep = m_shownStep = -1;
    m_completeAt = m_spent = 0;
}

void StateRecorder::use(std::shared_ptr<const Dataset> data, const Attributes &settings)
{
    if (m_data != data)
        m_recording.clear();
    m_data = std::move(data);
    m_settings = settings;
    m_changed = true;
}

void StateRecorder::settle(const Training *training, double seconds)
{
    if (!std::exchange(m_changed, false) || !training || training->failure())
        return;
    m_course = std::make_shared<Course>(Course{training->model(), m_data, m_settings, training->network()});
    record(*training, seconds);
}

void StateRecorder::follow(const Training &training, double seconds)
{
    if (seconds - m_completeAt >= interval && m_spent + m_last <= wantedShare * seconds)
        keep(training, seconds);
}

void StateRecorder::keep(const Training &training, double seconds)
{
    if (!m_changed && m_course && training.steps() > m_completeStep && !training.failure())
        record(training, seconds);
}

void StateRecorder::record(const Training &training, double seconds)
{
    const auto start = std::chrono::steady_clock::now();
    m_recording.add(training, m_course, seconds);
    m_completeAt = seconds;
    m_completeStep = training.steps();
    m_last = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    m_spent += m_last;
    m_share = m_spent / std::max(1e-3, seconds);
}

void StateRecorder::show(const Snapshot &snapshot)
{
    if (m_course && !m_changed && snapshot.step > m_shownStep) {
        const double loss = snapshot.batchLoss.value_or(std::numeric_limits<double>::quiet_NaN());
        m_recording.add({snapshot.step, loss, snapshot.seconds, m_course, false, snapshot.parameters});
        m_shownStep = snapshot.step;
    }
}

void StateRecorder::goOnFrom(const Recording::State &state)
{
    m_recording.cut(state.step);
    m_completeAt = std::min(m_completeAt, state.seconds);
    m_spent = std::min(m_spent, wantedShare * state.seconds);
    m_completeStep = m_shownStep = state.step;
    m_changed = true;
}

} // namespace zhibei
