#include "core/train/training_run.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace zhibei {

namespace {

constexpr size_t mostNewPoints = 4096;
constexpr double handfulSeconds = 2e-4; // small steps are taken by the handful, so that the clock costs nothing

double secondsSince(TrainingRun::Clock::time_point start)
{
    return std::chrono::duration<double>(TrainingRun::Clock::now() - start).count();
}

/// Why such a network cannot train; empty if it can.
Text mistakeOf(const Network &network, const Dataset *data)
{
    if (!data || data->trainCount == 0)
        return {ZB_TEXT("There are no samples to train on."), {}};
    for (const Diagnostic &diagnostic : analyse(network, data->type()).diagnostics)
        if (diagnostic.blocks)
            return diagnostic.text;
    return {};
}

} // namespace

void TrainingRun::load(const Network &network, std::shared_ptr<const Dataset> data, const Attributes &settings, bool keep,
                       const std::map<std::string, Tensor> &weights, int64_t steps)
{
    std::unique_ptr<Training> next;
    Text why = mistakeOf(network, data.get());
    if (why.empty())
        next = std::make_unique<Training>(buildModel(network, data->type()), data, settings, m_threads);
    const bool goesOn = keep && m_training && next;
    if (goesOn)
        next->resume(*m_training);
    if (next && !weights.empty()) {
        next->importState(weights);
        if (!goesOn)
            next->setSteps(steps);
    }
    m_stopRules = StopRules(settings);
    if (next || !keep)
        m_recorder.use(data, settings);
    use(std::move(next), std::move(why), keep);
}

void TrainingRun::use(std::unique_ptr<Training> next, Text why, bool keep)
{
    if (!keep || !next)
        m_state = TrainerState::Paused;
    if (!keep)
        forget();
    if (next || !keep) // while a network cannot train, the last one that could is kept to go on from
        m_training = std::move(next);
    m_broken = !why.empty();
    m_reason = std::move(why);
    if (m_training) {
        m_schedule.restart(*m_training);
        m_stopRules.begin(m_training->steps(), m_seconds, m_training->stepsPerEpoch());
    }
    m_news = true;
}

void TrainingRun::play()
{
    m_stopAt = 0;
    start();
}

void TrainingRun::start()
{
    if (!m_training || m_broken || m_training->failure())
        return;
    m_state = TrainerState::Playing;
    m_reason = {};
    m_failedNode.clear();
    m_stopRules.begin(m_training->steps(), m_seconds, m_training->stepsPerEpoch());
    m_nextStep = m_rateStart = Clock::now();
    m_rateSamples = 0;
    m_news = true;
}

void TrainingRun::pause()
{
    if (isPlaying())
        finish(TrainerState::Paused, {});
}

void TrainingRun::step(int64_t steps)
{
    start();
    m_stopAt = m_training ? m_training->steps() + steps : 0;
}

void TrainingRun::finishEpoch()
{
    start();
    if (m_training)
        m_stopAt = (m_training->steps() / m_training->stepsPerEpoch() + 1) * m_training->stepsPerEpoch();
}

void TrainingRun::reset()
{
    m_state = TrainerState::Paused;
    Text why = m_broken ? m_reason : Text{};
    forget();
    m_reason = std::move(why);
    if (m_training) {
        m_training->reset();
        m_schedule.restart(*m_training);
        m_recorder.change();
    }
    m_news = true;
}

void TrainingRun::restoreLastGood()
{
    if (!m_training || m_lastGood.size() != m_training->parameters().size())
        return;
    std::copy(m_lastGood.begin(), m_lastGood.end(), m_training->parameters().begin());
    m_training->clearFailure();
    m_recorder.change();
    m_failedNode.clear();
    m_reason = {};
    m_state = TrainerState::Paused;
    m_news = true;
}

void TrainingRun::goOnFrom(const Recording::State &state)
{
    if (!m_training || !state.complete)
        return;
    flushCurves();
    m_history.branch(state.step);
    if (state.course->model == m_training->model() && state.numbers->size() == m_training->stateCount()) {
        m_training->takeState(*state.numbers, state.step);
    } else {
        const auto then = state.course->begin(m_threads);
        then->takeState(*state.numbers, state.step);
        m_training->resume(*then);
    }
    m_training->clearFailure();
    m_recorder.goOnFrom(state);
    m_evaluation = m_history.evaluationAt(state.step);
    m_seconds = state.seconds;
    m_state = TrainerState::Paused;
    m_reason = {};
    m_failedNode.clear();
    m_lastGood.clear();
    m_stopAt = 0;
    m_schedule.restart(*m_training);
    m_stopRules.begin(state.step, m_seconds, m_training->stepsPerEpoch());
    m_news = true;
}

void TrainingRun::setSpeed(double stepsPerSecond)
{
    m_speed = stepsPerSecond;
    m_nextStep = Clock::now();
}

void TrainingRun::setShowsNext(bool shows)
{
    m_showsNext = shows;
    m_news = true;
}

void TrainingRun::setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value)
{
    if (!m_training)
        return;
    m_training->setAttribute(lossNode, attribute, value);
    m_recorder.change();
}

void TrainingRun::setParameter(const std::string &fullName, int64_t k, float value)
{
    if (!m_training)
        return;
    for (const ParameterView &view : m_training->model()->parameters)
        if (view.fullName() == fullName && k >= 0 && k < view.shape.count())
            m_training->parameters()[size_t(view.index(k))] = value;
    m_recorder.change();
    m_news = true;
}

void TrainingRun::advance(const std::atomic<bool> &interrupted)
{
    const auto begin = Clock::now();
    if (m_speed > 0) {
        if (begin < m_nextStep)
            return;
        const auto pause = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / m_speed));
        m_nextStep = std::max(m_nextStep + pause, begin - pause);
    }
    const int64_t handful = m_speed > 0 ? 1 : std::clamp<int64_t>(int64_t(handfulSeconds / m_secondsPerStep), 1, 256);
    const int64_t before = m_training->steps(), samplesBefore = m_training->samples();
    for (int64_t i = 0; i < handful && isPlaying() && !interrupted.load(std::memory_order_relaxed); ++i)
        takeStep();
    const double took = secondsSince(begin);
    m_seconds += took;
    const int64_t done = m_training->steps() - before;
    if (done > 0)
        m_secondsPerStep = 0.9 * m_secondsPerStep + 0.1 * took / double(done);
    measureRate(m_training->samples() - samplesBefore);
    m_recorder.follow(*m_training, m_seconds);
}

void TrainingRun::takeStep()
{
    const int64_t before = m_training->steps();
    m_next.reset();
    const int64_t now = m_training->step();
    if (m_training->failure()) {
        finish(TrainerState::Stopped, m_training->failure()->text);
        m_failedNode = m_training->failure()->node;
        return;
    }
    if (now == before)
        return finish(TrainerState::Paused, {});
    m_newPoints.push_back({now, m_training->batchLoss(), 1});
    if (m_newPoints.size() >= mostNewPoints) // nobody looks, but memory must not grow
        flushCurves();
    if (m_schedule.due(now)) {
        evaluate();
        m_training->keepBest(*m_evaluation); // only what the schedule measures counts: a pause changes nothing
    }
    if (StopReason why = m_stopRules.check(now, m_training->stepsPerEpoch(), m_seconds, m_evaluation); !why.text.empty()) {
        finish(TrainerState::Stopped, std::move(why.text));
        if (m_evaluation)
            m_training->keepBest(*m_evaluation);
        if (m_training->restoreBest())
            m_recorder.change();
    }
    if (m_stopAt > 0 && now >= m_stopAt) {
        m_stopAt = 0;
        finish(TrainerState::Paused, {});
    }
}

void TrainingRun::evaluate()
{
    m_evaluation = m_training->evaluate(evaluatedTrainSamples);
    m_newEvaluations.push_back(*m_evaluation);
    m_schedule.done(m_training->steps());
    if (!m_training->failure() && m_training->batchLoss() < std::numeric_limits<double>::infinity())
        m_lastGood.assign(m_training->parameters().begin(), m_training->parameters().end());
}

void TrainingRun::finish(TrainerState next, Text why)
{
    m_state = next;
    m_reason = std::move(why);
    if (m_training && m_training->steps() > 0 && !m_training->failure() && (!m_evaluation || m_evaluation->step != m_training->steps()))
        evaluate();
    if (m_training)
        m_recorder.keep(*m_training, m_seconds);
    m_news = true;
}

void TrainingRun::measureRate(int64_t samples)
{
    m_rateSamples += samples;
    const double window = secondsSince(m_rateStart);
    if (window > 0.5) {
        m_samplesPerSecond = double(m_rateSamples) / window;
        m_rateSamples = 0;
        m_rateStart = Clock::now();
    }
}

void TrainingRun::flushCurves()
{
    m_history.append(m_newPoints, m_newEvaluations); // copied: the room stays for the next ones
    m_newPoints.clear();
    m_newEvaluations.clear();
}

void TrainingRun::forget()
{
    m_history.clear();
    m_recorder.forget();
    m_newPoints.clear();
    m_newEvaluations.clear();
    m_evaluation.reset();
    m_lastGood.clear();
    m_failedNode.clear();
    m_reason = {};
    m_seconds = 0;
    m_samplesPerSecond = 0;
    ++m_generation;
}

Snapshot TrainingRun::describe()
{
    flushCurves();
    Snapshot next;
    next.state = m_training && !m_broken ? m_state : TrainerState::Empty;
    next.reason = m_reason;
    next.reasonNode = m_failedNode;
    next.generation = m_generation;
    if (!m_training)
        return next;
    next.canRestore = m_training->failure().has_value() && !m_lastGood.empty();
    next.step = m_training->steps();
    next.epoch = m_training->epoch();
    next.stepsPerEpoch = m_training->stepsPerEpoch();
    next.seconds = m_seconds;
    next.samplesPerSecond = isPlaying() ? m_samplesPerSecond : 0;
    if (m_training->steps() > 0)
        next.batchLoss = m_training->batchLoss();
    next.evaluation = m_evaluation;
    next.secondsLeft = m_stopRules.secondsLeft(m_training->steps(), m_training->stepsPerEpoch(), m_seconds, m_secondsPerStep);
    next.model = m_training->model();
    const std::span<const float> numbers = m_training->shown();
    next.parameters = std::make_shared<AlignedVector<float>>(numbers.begin(), numbers.end());
    if (!m_training->failure())
        m_recorder.show(next);
    if (m_showsNext && next.state != TrainerState::Playing && !m_training->failure()) {
        if (!m_next)
            m_next = m_training->next();
        next.next = m_next;
    }
    return next;
}

} // namespace zhibei
