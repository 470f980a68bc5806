#pragma once

#include "widgets/runs/run_store.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <map>
#include <memory>

namespace zhibei {

/// The kept runs as the window sees them: a list that is always at hand. All reading and writing happens on a thread of
/// its own; nobody waits for it but the destructor. If the file cannot be used, `failed` tells so once and the list stays
/// as it is.
class RunShelf : public QObject {
    Q_OBJECT
public:
    explicit RunShelf(const QString &file, QObject *parent = nullptr);
    ~RunShelf() override;

    /// The file in the user's folder.
    static QString usualFile();

    /// Newest first.
    const std::vector<RunRecord> &runs() const { return m_runs; }
    const RunRecord *find(qint64 id) const;
    /// Null while they are still being read: `changed` follows.
    std::shared_ptr<const History::Curves> curves(qint64 id);

    /// A run that is stored again and again as it goes on keeps its id here; 0: not stored yet.
    using Id = std::shared_ptr<std::atomic<qint64>>;
    /// Stores a run. `complete` adds what takes time, on the storing thread.
    void put(RunRecord record, History::Curves curves, Id id = {}, std::function<void(RunRecord &)> complete = {});
    void setStar(qint64 id, bool star);
    void setNote(qint64 id, const QString &note);
    void remove(std::vector<qint64> ids);
    void reload();
    /// Asks whoever can to open the run's project.
    void open(qint64 id);
    bool isIdle() const { return m_pending == 0; }

signals:
    void changed();
    void failed(const QString &why);
    void openWanted(const zhibei::RunRecord &run);

private:
    /// Does the work on the thread, then `then` here; after the last of several, reads the list anew.
    void post(std::function<void(const RunStore &)> work, std::function<void()> then = {});
    void onDone(const QString &problem);

    RunStore m_store;
    std::vector<RunRecord> m_runs;
    std::map<qint64, std::shared_ptr<const History::Curves>> m_curves; ///< null: being read
    int m_pending = 0;
    bool m_told = false;
    QThreadPool m_pool;
};

} // namespace zhibei
