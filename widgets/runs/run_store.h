#pragma once

#include "core/train/history.h"
#include "widgets/runs/run_record.h"

#include <QCoreApplication>

#include <functional>
#include <stdexcept>
#include <vector>

class QSqlDatabase;

namespace zhibei {

/// The file cannot be read or written; `what()` is in the language of the moment.
class RunStoreError : public std::runtime_error {
public:
    explicit RunStoreError(const QString &what) : std::runtime_error(what.toStdString()) {}
};

/// The runs in their SQLite file. Each call opens the file, does its work and closes it again, so that several programs
/// may use one file and any thread may call. Blocks; throws RunStoreError.
///
/// Of runs with neither a star nor a note only the newest `mostPlainRuns` stay.
class RunStore {
    Q_DECLARE_TR_FUNCTIONS(RunStore)
public:
    static constexpr int mostPlainRuns = 300;

    explicit RunStore(QString file) : m_file(std::move(file)) {}

    const QString &file() const { return m_file; }
    /// Stores a run, and returns its id. One with an id replaces what was stored, apart from star and note.
    qint64 put(const RunRecord &record, const History::Curves &curves) const;
    /// Newest first.
    std::vector<RunRecord> list() const;
    /// Thinned to a few thousand points when stored. Empty for an unknown id.
    History::Curves curves(qint64 id) const;
    void setStar(qint64 id, bool star) const;
    void setNote(qint64 id, const QString &note) const;
    void remove(const std::vector<qint64> &ids) const;

private:
    void use(const std::function<void(QSqlDatabase &)> &work) const;

    QString m_file;
};

} // namespace zhibei
