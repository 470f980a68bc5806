#pragma once

#include "core/probes/probe.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace zhibei {

/// Answers the questions of the views on one worker thread of low priority: one after the other, each about the newest
/// moment, none twice about the same. A costly question makes its turn rarer; it holds up neither training nor faces.
class Prober : public QObject {
    Q_OBJECT
public:
    explicit Prober(QObject *parent = nullptr);
    ~Prober() override; ///< long work is told to end early

    /// The questions to go on answering; what is no longer asked is forgotten, and long work on it is told to end early.
    void setProbes(std::vector<std::shared_ptr<const Probe>> probes);
    /// The newest moment. The tools and the stop token are the prober's own.
    void setMoment(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Dataset> data, const DataSpec &spec);
    /// The share of one core's time it may take, 0 to 1 (1: no rest).
    void setShare(double share);
    /// Every question has its answer about the newest moment.
    bool isIdle() const;

signals:
    /// Sent from the worker thread; connect it queued (the default between threads). Null: there is no answer.
    void answered(QString key, std::shared_ptr<const zhibei::Answer> answer);
    /// A question could not be answered; the text is for the log.
    void failed(QString what);

private:
    struct Question {
        std::shared_ptr<const Probe> probe;
        std::string key;
        std::shared_ptr<const Snapshot> about; ///< the moment it was last answered about
        double due = 0;                        ///< seconds on the prober's clock before it may be answered again
    };

    void work(std::stop_token stop);
    /// The question whose turn it is; null if none is due.
    Question *next(double now);
    bool answeredAll() const;
    std::shared_ptr<const Answer> answer(const Probe &probe, const Moment &moment);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Question> m_questions;
    Moment m_moment;
    double m_share = 0.1;
    bool m_busy = false;
    std::string m_running;           ///< the key of the question being answered
    std::stop_source m_stopRunning;
    std::jthread m_thread;
};

} // namespace zhibei
