#pragma once

#include "core/train/history.h"
#include "core/train/recording.h"
#include "core/train/snapshot.h"
#include "core/train/training.h"

#include <memory>

namespace zhibei {

/// Trains on a thread of its own. Commands go into a queue that is drained between steps and return at once;
/// snapshots and curves come out. Safe to call from one thread (the application's).
class Trainer {
public:
    explicit Trainer(int threads = 0);
    ~Trainer(); ///< stops and joins

    /// Gives it a network, data and settings. keep = true: weights that still fit, the step count and the curves
    /// stay (the graph was edited); false: starts anew from the seed, or from `weights` where given.
    /// `weights` go on top by full name, and `steps` says how long those of a file were trained.
    /// A network that cannot train makes the state Empty with the reason; what was trained waits until it can again.
    void load(const Network &network, std::shared_ptr<const Dataset> data, const Attributes &settings, bool keep,
              std::map<std::string, Tensor> weights = {}, int64_t steps = 0);

    void play();
    void pause();
    void step(int64_t steps = 1);   ///< then pauses
    void finishEpoch();             ///< to the end of the current epoch, then pauses
    void reset();                   ///< the very same start; pauses
    void restoreLastGood();         ///< after a NaN
    /// Goes on from a complete state of its recording, with the network and settings it has now: from one of another
    /// network with every number that fits. What came after becomes a branch of the history; pauses.
    void goOnFrom(const Recording::State &state);
    /// Steps a second; 0 = flat out. Changes the pace only, never the numbers.
    void setSpeed(double stepsPerSecond);
    void setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value);
    /// Sets one number: index as in ParameterView::index's k.
    void setParameter(const std::string &fullName, int64_t k, float value);

    /// Everything a training needs to go on with the same bits (Training::exportState), and after how many steps. Waits
    /// for the step at hand: for saving, not for looking. Empty without a training.
    struct Checkpoint {
        std::map<std::string, Tensor> state;
        int64_t steps = 0;
    };
    Checkpoint checkpoint() const;

    /// Whether snapshots of a training that rests hold what its next step depends on (Snapshot::next).
    void setShowsNext(bool shows);
    /// Asks for a fresh snapshot; it is taken at the next gap between steps.
    void requestSnapshot();
    /// The newest snapshot taken; never null. Never waits for a step.
    std::shared_ptr<const Snapshot> snapshot() const;
    const History &history() const;
    /// The run since it began: a reset, another seed and other data begin another.
    const Recording &recording() const;
    void setRecordingLimits(const Recording::Limits &limits);
    /// Share of the trainer's time spent recording, 0 to 1.
    double recordingShare() const;
    /// Share of the trainer's time spent publishing, 0 to 1.
    double publishingShare() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zhibei
