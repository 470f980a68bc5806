#pragma once

#include "core/train/history.h"
#include "core/train/recording.h"

#include <functional>

namespace zhibei {

/// Computes any step of a recorded run again, to the bit: from the newest complete state before it, by training on.
/// Keeps its training, so that going forward from step to step costs no more than the steps between.
class Replay {
public:
    Replay(const Recording &recording, int threads);
    ~Replay();

    /// The complete state at `step`. Nothing if the recording does not reach back so far, or once `stop` says so.
    std::optional<Recording::State> at(int64_t step, const std::function<bool()> &stop = {});
    /// Lets go of what it keeps.
    void forget();

private:
    bool standsBefore(int64_t step, const Recording::State &start) const;

    const Recording &m_recording;
    int m_threads;
    std::unique_ptr<Training> m_training;
    std::shared_ptr<const Course> m_course; ///< of the training
};

/// What a state looked like: a Snapshot that is paused at its step, with the newest measurement up to it.
std::shared_ptr<const Snapshot> snapshotOf(const Recording::State &state, const History &history);

} // namespace zhibei
