#include "core/train/replay.h"

#include "core/train/training.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

Replay::Replay(const Recording &recording, int threads) : m_recording(recording), m_threads(threads) {}
Replay::~Replay() = default;

void Replay::forget()
{
    m_training.reset();
    m_course.reset();
}

bool Replay::standsBefore(int64_t step, const Recording::State &start) const
{
    return m_training && m_course == start.course && !m_training->failure() && start.step <= m_training->steps()
        && m_training->steps() <= step;
}

std::optional<Recording::State> Replay::at(int64_t step, const std::function<bool()> &stop)
{
    const auto start = m_recording.completeBefore(step);
    if (!start)
        return {};
    if (start->step == step)
        return start;
    if (!standsBefore(step, *start)) {
        if (m_course != start->course) {
            m_training = start->course->begin(m_threads);
            m_course = start->course;
        }
        if (m_training->stateCount() != start->numbers->size())
            return {};
        m_training->takeState(*start->numbers, start->step);
    }
    while (m_training->steps() < step) {
        if (stop && stop())
            return {};
        const int64_t before = m_training->steps();
        if (m_training->step() == before)
            return {};
    }
    auto numbers = std::make_shared<AlignedVector<float>>(m_training->stateCount());
    m_training->copyState(*numbers);
    return Recording::State{step, m_training->batchLoss(), start->seconds, m_course, true, std::move(numbers)};
}

std::shared_ptr<const Snapshot> snapshotOf(const Recording::State &state, const History &history)
{
    const Course &course = *state.course;
    const auto setting = [&](const char *id) { return std::get<int64_t>(attributeValue(trainingSchema(), course.settings, id)); };
    const int64_t samples = course.data->trainCount, batch = std::clamp<int64_t>(setting("batch"), 1, std::max<int64_t>(1, samples));
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->state = TrainerState::Paused;
    snapshot->step = state.step;
    snapshot->stepsPerEpoch = std::max<int64_t>(1, (samples + batch - 1) / batch);
    snapshot->epoch = double(state.step) / double(snapshot->stepsPerEpoch);
    snapshot->seconds = state.seconds;
    if (std::isfinite(state.loss))
        snapshot->batchLoss = state.loss;
    snapshot->evaluation = history.evaluationAt(state.step);
    snapshot->model = course.model;
    const auto count = std::ptrdiff_t(course.model->parameterCount);
    snapshot->parameters = state.complete ? std::make_shared<AlignedVector<float>>(state.numbers->begin(), state.numbers->begin() + count)
                                          : state.numbers;
    return snapshot;
}

} // namespace zhibei
