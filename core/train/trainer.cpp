#include "core/train/trainer.h"

#include "core/train/training_run.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace zhibei {

/// The thread, its queue of commands and the slot of the newest snapshot. All else belongs to the thread: see TrainingRun.
struct Trainer::Private {
    using Clock = TrainingRun::Clock;
    using Command = std::function<void(TrainingRun &)>;

    explicit Private(int threads) : run(threads), snapshot(std::make_shared<Snapshot>()) {}

    void post(Command command)
    {
        {
            const std::lock_guard lock(mutex);
            commands.push_back(std::move(command));
            hasCommands = true;
        }
        wake.notify_one();
    }

    void work(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            drain(stop);
            if (stop.stop_requested())
                return;
            run.recordChanges();
            if (run.isPlaying())
                run.advance(hasCommands);
            run.recordChanges();
            if (run.takeNews())
                wanted = true;
            if (wanted.load(std::memory_order_relaxed))
                publish();
        }
    }

    /// Runs waiting commands; sleeps while there is nothing to do, or until the next step is due.
    void drain(const std::stop_token &stop)
    {
        const auto due = run.nextStep();
        const bool sleeps = !run.isPlaying() || due;
        if (!sleeps && !hasCommands.load(std::memory_order_relaxed))
            return;
        std::unique_lock lock(mutex);
        const auto ready = [&] { return hasCommands || wanted || stop.stop_requested(); };
        idle = true;
        if (!run.isPlaying())
            wake.wait(lock, ready);
        else if (due)
            wake.wait_until(lock, *due, ready);
        idle = false;
        std::deque<Command> todo;
        todo.swap(commands);
        hasCommands = false;
        lock.unlock();
        if (!todo.empty())
            run.forgetNext(); // any command may change it
        for (const Command &command : todo)
            command(run);
    }

    void publish()
    {
        const auto start = Clock::now();
        wanted = false;
        auto next = std::make_shared<const Snapshot>(run.describe());
        {
            const std::lock_guard lock(snapshotMutex);
            snapshot = std::move(next);
        }
        const auto end = Clock::now();
        publishSeconds += std::chrono::duration<double>(end - start).count();
        aliveSeconds = std::chrono::duration<double>(end - born).count();
    }

    TrainingRun run;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Command> commands;
    std::atomic<bool> hasCommands = false, wanted = true, idle = false;
    mutable std::mutex snapshotMutex;
    std::shared_ptr<const Snapshot> snapshot;
    const Clock::time_point born = Clock::now();
    std::atomic<double> publishSeconds = 0, aliveSeconds = 1e-9;
    std::jthread thread; ///< last: joins before the rest is gone
};

Trainer::Trainer(int threads) : d(std::make_unique<Private>(threads))
{
    d->thread = std::jthread([this](const std::stop_token &stop) { d->work(stop); });
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
    d->post([network, data = std::move(data), settings, keep, weights = std::move(weights), steps](TrainingRun &run) {
        run.load(network, data, settings, keep, weights, steps);
    });
}

void Trainer::play() { d->post([](TrainingRun &run) { run.play(); }); }
void Trainer::pause() { d->post([](TrainingRun &run) { run.pause(); }); }
void Trainer::step(int64_t steps) { d->post([steps](TrainingRun &run) { run.step(steps); }); }
void Trainer::finishEpoch() { d->post([](TrainingRun &run) { run.finishEpoch(); }); }
void Trainer::reset() { d->post([](TrainingRun &run) { run.reset(); }); }
void Trainer::restoreLastGood() { d->post([](TrainingRun &run) { run.restoreLastGood(); }); }
void Trainer::goOnFrom(const Recording::State &state) { d->post([state](TrainingRun &run) { run.goOnFrom(state); }); }
void Trainer::setSpeed(double stepsPerSecond) { d->post([stepsPerSecond](TrainingRun &run) { run.setSpeed(stepsPerSecond); }); }

void Trainer::setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value)
{
    d->post([lossNode, attribute, value](TrainingRun &run) { run.setAttribute(lossNode, attribute, value); });
}

void Trainer::setParameter(const std::string &fullName, int64_t k, float value)
{
    d->post([fullName, k, value](TrainingRun &run) { run.setParameter(fullName, k, value); });
}

Trainer::Checkpoint Trainer::checkpoint() const
{
    auto made = std::make_shared<std::promise<Checkpoint>>();
    std::future<Checkpoint> checkpoint = made->get_future();
    d->post([made](const TrainingRun &run) {
        made->set_value(run.training() ? Checkpoint{run.training()->exportState(), run.training()->steps()} : Checkpoint{});
    });
    return checkpoint.get();
}

void Trainer::setShowsNext(bool shows) { d->post([shows](TrainingRun &run) { run.setShowsNext(shows); }); }

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

const History &Trainer::history() const { return d->run.history(); }
const Recording &Trainer::recording() const { return d->run.recorder().recording(); }
void Trainer::setRecordingLimits(const Recording::Limits &limits) { d->run.recorder().recording().setLimits(limits); }
double Trainer::recordingShare() const { return d->run.recorder().share(); }

double Trainer::publishingShare() const { return d->publishSeconds / d->aliveSeconds; }

} // namespace zhibei
