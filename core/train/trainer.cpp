#include "core/train/trainer.h"

#include "core/train/stop_rules.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <limits>
#include <thread>

namespace zhibei {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr int64_t evaluatedTrainSamples = 500;

/// Test samples are measured after 1, 2, 4, 8 … steps, then as often as costs a few percent of the training. The steps
/// depend on the data only, so curves and stop rules are the same in every run.
class EvaluationSchedule {
public:
    void restart(const Training &training)
    {
        const int64_t measured = training.data().testCount() + std::min(evaluatedTrainSamples, training.data().trainCount);
        m_interval = std::max<int64_t>(1, 11 * measured / training.batchSize());
        m_interval = (m_interval + training.stepsPerEpoch() - 1) / training.stepsPerEpoch() * training.stepsPerEpoch();
        m_next = following(training.steps());
    }
    bool due(int64_t step) const { return step >= m_next; }
    void done(int64_t step) { m_next = following(step); }

private:
    int64_t following(int64_t step) const
    {
        int64_t power = 1;
        while (power <= step && power < m_interval)
            power *= 2;
        return power < m_interval ? power : (step / m_interval + 1) * m_interval;
    }
    int64_t m_interval = 1, m_next = 1;
};

} // namespace

struct Trainer::Private {
    explicit Private(int threadCount) : threads(threadCount), snapshot(std::make_shared<Snapshot>()) {}

    using Command = std::function<void()>;

    void post(Command command)
    {
        {
            const std::lock_guard lock(mutex);
            commands.push_back(std::move(command));
            hasCommands = true;
        }
        wake.notify_one();
    }

    void run(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            drain(stop);
            if (stop.stop_requested())
                return;
            if (state == TrainerState::Playing)
                stepOnce();
            if (wanted.load(std::memory_order_relaxed))
                publish();
        }
    }

    /// Runs waiting commands; sleeps while there is nothing to do, or until the next step is due.
    void drain(const std::stop_token &stop)
    {
        const bool sleeps = state != TrainerState::Playing || speed > 0;
        if (!sleeps && !hasCommands.load(std::memory_order_relaxed))
            return;
        std::unique_lock lock(mutex);
        const auto ready = [&] { return hasCommands || wanted || stop.stop_requested(); };
        idle = true;
        if (state != TrainerState::Playing)
            wake.wait(lock, ready);
        else if (speed > 0)
            wake.wait_until(lock, nextStep, ready);
        idle = false;
        std::deque<Command> todo;
        todo.swap(commands);
        hasCommands = false;
        lock.unlock();
        for (const Command &command : todo)
            command();
    }

    void stepOnce()
    {
        const auto start = Clock::now();
        if (speed > 0) {
            if (start < nextStep)
                return;
            const auto pause = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / speed));
            nextStep = std::max(nextStep + pause, start - pause);
        }
        // Small steps are taken by the handful, so that the clock costs nothing.
        const int64_t handful = speed > 0 ? 1 : std::clamp<int64_t>(int64_t(2e-4 / secondsPerStep), 1, 256);
        const int64_t before = training->steps(), samplesBefore = training->samples();
        for (int64_t i = 0; i < handful && state == TrainerState::Playing && !hasCommands.load(std::memory_order_relaxed); ++i)
            takeStep();
        const double took = secondsSince(start);
        seconds += took;
        const int64_t done = training->steps() - before;
        if (done > 0)
            secondsPerStep = 0.9 * secondsPerStep + 0.1 * took / double(done);
        measureRate(training->samples() - samplesBefore);
    }

    void takeStep()
    {
        const int64_t before = training->steps();
        const int64_t now = training->step();
        if (training->failure()) {
            finish(TrainerState::Stopped, training->failure()->text);
            failedNode = training->failure()->node;
            return;
        }
        if (now == before)
            return finish(TrainerState::Paused, {});
        newPoints.push_back({now, training->batchLoss(), 1});
        if (newPoints.size() >= 4096) // nobody looks, but memory must not grow
            flushCurves();
        if (schedule.due(now)) {
            evaluate();
            training->keepBest(*evaluation); // only what the schedule measures counts: a pause changes nothing
        }
        if (StopReason why = stopRules.check(now, training->stepsPerEpoch(), seconds, evaluation); !why.text.empty()) {
            finish(TrainerState::Stopped, std::move(why.text));
            if (evaluation)
                training->keepBest(*evaluation);
            training->restoreBest();
        }
        if (stopAt > 0 && now >= stopAt) {
            stopAt = 0;
            finish(TrainerState::Paused, {});
        }
    }

    void flushCurves()
    {
        history.append(newPoints, newEvaluations); // copied: the room stays for the next ones
        newPoints.clear();
        newEvaluations.clear();
    }

    void evaluate()
    {
        evaluation = training->evaluate(evaluatedTrainSamples);
        newEvaluations.push_back(*evaluation);
        schedule.done(training->steps());
        if (!training->failure() && training->batchLoss() < std::numeric_limits<double>::infinity())
            lastGood.assign(training->parameters().begin(), training->parameters().end());
    }

    void finish(TrainerState next, Text why)
    {
        state = next;
        reason = std::move(why);
        if (training && training->steps() > 0 && !training->failure() && (!evaluation || evaluation->step != training->steps()))
            evaluate();
        wanted = true;
    }

    void measureRate(int64_t samples)
    {
        rateSamples += samples;
        const double window = secondsSince(rateStart);
        if (window > 0.5) {
            samplesPerSecond = double(rateSamples) / window;
            rateSamples = 0;
            rateStart = Clock::now();
        }
    }

    void play()
    {
        if (!training || broken || training->failure())
            return;
        state = TrainerState::Playing;
        reason = {};
        failedNode.clear();
        stopRules.begin(training->steps(), seconds, training->stepsPerEpoch());
        nextStep = rateStart = Clock::now();
        rateSamples = 0;
        wanted = true;
    }

    void restart()
    {
        history.clear();
        newPoints.clear();
        newEvaluations.clear();
        evaluation.reset();
        lastGood.clear();
        failedNode.clear();
        reason = {};
        seconds = 0;
        samplesPerSecond = 0;
        ++generation;
    }

    void publish()
    {
        const auto start = Clock::now();
        wanted = false;
        flushCurves();
        auto next = std::make_shared<Snapshot>();
        next->state = training && !broken ? state : TrainerState::Empty;
        next->reason = reason;
        next->reasonNode = failedNode;
        next->generation = generation;
        if (training)
            describe(*next);
        {
            const std::lock_guard lock(snapshotMutex);
            snapshot = std::move(next);
        }
        publishSeconds += secondsSince(start);
        aliveSeconds = secondsSince(born);
    }

    void describe(Snapshot &next)
    {
        next.canRestore = training->failure().has_value() && !lastGood.empty();
        next.step = training->steps();
        next.epoch = training->epoch();
        next.stepsPerEpoch = training->stepsPerEpoch();
        next.seconds = seconds;
        next.samplesPerSecond = state == TrainerState::Playing ? samplesPerSecond : 0;
        if (training->steps() > 0)
            next.batchLoss = training->batchLoss();
        next.evaluation = evaluation;
        next.secondsLeft = stopRules.secondsLeft(training->steps(), training->stepsPerEpoch(), seconds, secondsPerStep);
        next.model = training->model();
        const std::span<const float> numbers = training->shown();
        next.parameters = std::make_shared<AlignedVector<float>>(numbers.begin(), numbers.end());
    }

    int threads;
    std::unique_ptr<Training> training;
    TrainerState state = TrainerState::Empty;
    bool broken = false; ///< the network at hand cannot train; `training` is the last that could
    Text reason;
    NodeId failedNode;
    History history;
    std::vector<CurvePoint> newPoints;
    std::vector<Evaluation> newEvaluations;
    std::optional<Evaluation> evaluation;
    EvaluationSchedule schedule;
    StopRules stopRules;
    AlignedVector<float> lastGood;
    int64_t stopAt = 0;
    double speed = 0, seconds = 0, secondsPerStep = 1e-3, samplesPerSecond = 0;
    Clock::time_point nextStep = Clock::now(), rateStart = Clock::now(), born = Clock::now();
    int64_t rateSamples = 0;
    uint64_t generation = 0;

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Command> commands;
    std::atomic<bool> hasCommands = false, wanted = true, idle = false;
    mutable std::mutex snapshotMutex;
    std::shared_ptr<const Snapshot> snapshot;
    std::atomic<double> publishSeconds = 0, aliveSeconds = 1e-9;
    std::jthread thread; ///< last: joins before the rest is gone
};

Trainer::Trainer(int threads) : d(std::make_unique<Private>(threads))
{
    d->thread = std::jthread([this](const std::stop_token &stop) { d->run(stop); });
}

Trainer::~Trainer()
{
    d->thread.request_stop();
    {
        const std::lock_guard lock(d->mutex);
        d->hasCommands = true;
    }
    d->wake.notify_one();
    d->thread.join();
}

void Trainer::load(const Network &network, std::shared_ptr<const Dataset> data, const Attributes &settings, bool keep,
                   std::map<std::string, Tensor> weights, int64_t steps)
{
    d->post([this, network, data, settings, keep, weights = std::move(weights), steps] {
        std::unique_ptr<Training> next;
        Text why;
        const Analysis analysis = analyse(network, data ? data->type() : DataType{});
        if (!data || data->trainCount == 0)
            why = {ZB_TEXT("There are no samples to train on."), {}};
        else if (!analysis.trainable())
            for (const Diagnostic &diagnostic : analysis.diagnostics)
                why = why.empty() && diagnostic.blocks ? diagnostic.text : why;
        else
            next = std::make_unique<Training>(buildModel(network, data->type()), data, settings, d->threads);
        const bool goesOn = keep && d->training && next;
        if (goesOn)
            next->resume(*d->training);
        if (next && !weights.empty()) {
            next->importState(weights);
            if (!goesOn)
                next->setSteps(steps);
        }
        if (!keep || !next)
            d->state = TrainerState::Paused;
        if (!keep)
            d->restart();
        if (next || !keep) // while a network cannot train, the last one that could is kept to go on from
            d->training = std::move(next);
        d->broken = !why.empty();
        d->reason = why;
        d->stopRules = StopRules(settings);
        if (d->training) {
            d->schedule.restart(*d->training);
            d->stopRules.begin(d->training->steps(), d->seconds, d->training->stepsPerEpoch());
        }
        d->wanted = true;
    });
}

void Trainer::play() { d->post([this] { d->stopAt = 0; d->play(); }); }

void Trainer::pause()
{
    d->post([this] {
        if (d->state == TrainerState::Playing)
            d->finish(TrainerState::Paused, {});
    });
}

void Trainer::step(int64_t steps)
{
    d->post([this, steps] {
        d->play();
        d->stopAt = d->training ? d->training->steps() + steps : 0;
    });
}

void Trainer::finishEpoch()
{
    d->post([this] {
        d->play();
        if (d->training)
            d->stopAt = (d->training->steps() / d->training->stepsPerEpoch() + 1) * d->training->stepsPerEpoch();
    });
}

void Trainer::reset()
{
    d->post([this] {
        d->state = TrainerState::Paused;
        const Text why = d->broken ? d->reason : Text{};
        d->restart();
        d->reason = why;
        if (d->training) {
            d->training->reset();
            d->schedule.restart(*d->training);
        }
        d->wanted = true;
    });
}

void Trainer::restoreLastGood()
{
    d->post([this] {
        if (!d->training || d->lastGood.size() != d->training->parameters().size())
            return;
        std::copy(d->lastGood.begin(), d->lastGood.end(), d->training->parameters().begin());
        d->training->clearFailure();
        d->failedNode.clear();
        d->reason = {};
        d->state = TrainerState::Paused;
        d->wanted = true;
    });
}

void Trainer::setSpeed(double stepsPerSecond)
{
    d->post([this, stepsPerSecond] {
        d->speed = stepsPerSecond;
        d->nextStep = Clock::now();
    });
}

void Trainer::setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value)
{
    d->post([this, lossNode, attribute, value] {
        if (d->training)
            d->training->setAttribute(lossNode, attribute, value);
    });
}

void Trainer::setParameter(const std::string &fullName, int64_t k, float value)
{
    d->post([this, fullName, k, value] {
        if (!d->training)
            return;
        for (const ParameterView &view : d->training->model()->parameters)
            if (view.fullName() == fullName && k >= 0 && k < view.shape.count())
                d->training->parameters()[size_t(view.index(k))] = value;
        d->wanted = true;
    });
}

Trainer::Checkpoint Trainer::checkpoint() const
{
    auto made = std::make_shared<std::promise<Checkpoint>>();
    std::future<Checkpoint> checkpoint = made->get_future();
    d->post([this, made] {
        made->set_value(d->training ? Checkpoint{d->training->exportState(), d->training->steps()} : Checkpoint{});
    });
    return checkpoint.get();
}

void Trainer::requestSnapshot()
{
    d->wanted = true;
    if (d->idle.load(std::memory_order_relaxed)) {
        const std::lock_guard lock(d->mutex); // else the wish could fall between its check and its sleep
        d->wake.notify_one();
    }
}

std::shared_ptr<const Snapshot> Trainer::snapshot() const
{
    const std::lock_guard lock(d->snapshotMutex);
    return d->snapshot;
}

const History &Trainer::history() const { return d->history; }

double Trainer::publishingShare() const { return d->publishSeconds / d->aliveSeconds; }

} // namespace zhibei
