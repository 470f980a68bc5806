#pragma once

#include "core/train/snapshot.h"
#include "core/train/state_file.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace zhibei {

class Training;
struct Dataset;

/// A stretch of a run in which only training changed anything: all that decides how one state follows from another.
struct Course {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Dataset> data;
    Attributes settings;
    Network network; ///< the model's, with the numbers of loss nodes as they were

    /// A training of this course at its very start.
    std::unique_ptr<Training> begin(int threads) const;
};

/// A run as it went: states at steps, dense near now and sparse far back; the first and the newest are always there.
/// Most hold the shown weights alone, shared with the snapshot they came from. Complete ones hold all that training
/// needs to go on with the same bits, and so every step after one can be computed again (Replay). Memory is bounded;
/// what does not fit moves to the disk, away from the trainer's thread, and is bounded there, too.
///
/// The trainer adds between steps; anybody may read at any time.
class Recording {
public:
    struct Limits {
        size_t memory = size_t(256) << 20; ///< bytes
        size_t disk = size_t(1) << 30;     ///< bytes
        size_t states = 2048;
        std::string folder;                ///< for what does not fit into memory; empty: nowhere
    };
    struct State {
        int64_t step = 0;
        double loss = 0;    ///< of the batch that led here; NaN before the first
        double seconds = 0; ///< of training up to here
        std::shared_ptr<const Course> course;
        bool complete = false;
        /// The shown weights, laid out by the course's model; complete: a row of Training::copyState, which begins so.
        std::shared_ptr<const AlignedVector<float>> numbers;
    };
    struct Extent {
        int64_t first = 0, last = 0;
        size_t states = 0, memory = 0, disk = 0; ///< memory and disk in bytes
        bool empty() const { return states == 0; }
    };

    Recording();
    ~Recording();

    void setLimits(const Limits &limits);
    void clear();
    /// Replaces one of the same step, unless that is complete and this one is not. Earlier states than the newest only
    /// come after `cut`.
    void add(State state);
    /// The same for where a training stands, complete.
    void add(const Training &training, std::shared_ptr<const Course> course, double seconds);
    /// Forgets what came after that step.
    void cut(int64_t step);

    Extent extent() const;
    /// The state nearest to that step; nothing only if there is none at all.
    std::optional<State> nearest(int64_t step) const;
    /// The newest complete state up to that step.
    std::optional<State> completeBefore(int64_t step) const;

private:
    struct Entry {
        State state;
        size_t count = 0; ///< numbers
        std::shared_ptr<const StateFile::Row> row; ///< where they are while state.numbers is null
        uint64_t id = 0;
    };
    using Lock = std::unique_lock<std::mutex>;

    std::shared_ptr<AlignedVector<float>> room(size_t count);
    void put(Entry entry);
    void drop(size_t index);
    void thin();
    /// The state that would be missed least among those in memory or on disk; nothing if all are needed.
    std::optional<size_t> dispensable(bool onDisk) const;
    State loaded(const Entry &entry, Lock lock) const;
    void spill(const std::stop_token &stop);
    std::optional<size_t> nextToSpill() const;
    void spillOne(Lock &lock, size_t index);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Limits m_limits;
    std::vector<Entry> m_entries; ///< by step
    size_t m_memory = 0, m_disk = 0;
    uint64_t m_lastId = 0;
    std::vector<std::shared_ptr<AlignedVector<float>>> m_pool; ///< rows for complete states, used again
    std::shared_ptr<StateFile> m_file;                         ///< made when first needed
    bool m_diskFails = false;
    std::jthread m_spiller; ///< last: joins before the rest is gone
};

} // namespace zhibei
