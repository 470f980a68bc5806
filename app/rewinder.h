#pragma once

#include "core/train/replay.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace zhibei {

/// Brings back moments of the recorded run, on a worker thread: a person waits for it. Only the newest wish counts. Where a
/// moment takes a while to compute again, the nearest recorded one comes first.
class Rewinder : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it. threads as in Training.
    Rewinder(const Recording &recording, const History &history, int threads, QObject *parent = nullptr);
    ~Rewinder() override; ///< breaks off what is in work

    struct Arrival {
        uint64_t ticket = 0;
        std::shared_ptr<const Snapshot> snapshot;
        bool final = false;                                 ///< nothing better will come; else the nearest recorded one
        std::shared_ptr<const Recording::State> toGoOnFrom; ///< where it was wished for
    };
    /// Wishes for that step, as the one with this number; `toGoOnFrom`: together with all that training needs.
    void want(int64_t step, uint64_t ticket, bool toGoOnFrom);
    /// No wish any more; lets go of what replaying takes.
    void forget();

signals:
    /// Sent from the worker thread; connect it queued (the default between threads).
    void arrived(const zhibei::Rewinder::Arrival &arrival);
    void failed(const QString &what);

private:
    struct Wish {
        int64_t step = 0;
        uint64_t ticket = 0;
        bool toGoOnFrom = false;
    };
    void work(const std::stop_token &stop);
    void fulfil(const Wish &wish, const std::stop_token &stop);
    bool isOutdated() const;

    const Recording &m_recording;
    const History &m_history;
    Replay m_replay; ///< the worker's alone
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Wish> m_wish;
    bool m_forgets = false;
    std::jthread m_thread;
};

} // namespace zhibei
