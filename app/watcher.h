#pragma once

#include "core/train/observer.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace zhibei {

/// What is needed for one observation.
struct Look {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Dataset> data;
    DataSpec spec;
    ObservationRequest request;
    bool urgent = false; ///< a person waits for the answer: no rest before it
};

/// Makes observations on one worker thread of low priority. Only the newest wish counts: an older one that is
/// not begun is dropped. Between two observations it rests so long that its share of one core stays small.
class Watcher : public QObject {
    Q_OBJECT
public:
    explicit Watcher(QObject *parent = nullptr);
    ~Watcher() override; ///< waits for the one observation in work

    void look(Look wish);
    /// The share of one core's time it may take, 0 to 1 (1: no rest).
    void setShare(double share);

signals:
    /// Sent from the worker thread; connect it queued (the default between threads).
    void observed(std::shared_ptr<const zhibei::Observation> observation);
    /// An observation could not be made; the text is for the log.
    void failed(QString what);

private:
    void work(std::stop_token stop);
    /// Runs one observation and returns the processor time it took, in seconds.
    double observe(Observer &observer, Look look);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Look> m_wish;
    double m_share = 0.1;
    std::jthread m_thread;
};

} // namespace zhibei
