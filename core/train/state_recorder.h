#pragma once

#include "core/train/recording.h"

#include <atomic>

namespace zhibei {

class Training;

/// Keeps the recording of a run up to date between its steps, at a small share of its time.
class StateRecorder {
public:
    Recording &recording() { return m_recording; }
    const Recording &recording() const { return m_recording; }
    /// Recording's share of the time spent training, 0 to 1. From any thread.
    double share() const { return m_share; }

    /// The run begins anew.
    void forget();
    /// The training at hand is of these data and settings; what was recorded of other data is forgotten.
    void use(std::shared_ptr<const Dataset> data, const Attributes &settings);
    /// Something other than training changes the run: from where it stands, its states follow in another way.
    void change() { m_changed = true; }
    /// Before anything follows from a change. `seconds`: spent training, here and below.
    void settle(const Training *training, double seconds);
    /// After a step: takes a complete state if one is due.
    void follow(const Training &training, double seconds);
    /// Where the run pauses.
    void keep(const Training &training, double seconds);
    /// The weights of a snapshot.
    void show(const Snapshot &snapshot);
    /// The run goes on from a state of the past.
    void goOnFrom(const Recording::State &state);

private:
    void record(const Training &training, double seconds);

    Recording m_recording;
    std::shared_ptr<const Dataset> m_data;
    Attributes m_settings;
    std::shared_ptr<const Course> m_course; ///< since something was last changed
    bool m_changed = false;
    int64_t m_completeStep = -1, m_shownStep = -1;
    double m_completeAt = 0, m_spent = 0, m_last = 0; ///< seconds of training; seconds of recording: all, and the last time
    std::atomic<double> m_share = 0;
};

} // namespace zhibei
