#pragma once

#include "core/io/project.h"
#include "widgets/runs/run_shelf.h"

#include <QObject>
#include <QTimer>

namespace zhibei {

class Session;

/// Keeps every training of the session: puts it on the shelf when it comes to rest, and before it is forgotten. A run
/// that goes on after a rest stays one run.
class RunRecorder : public QObject {
    Q_OBJECT
public:
    static constexpr int64_t fewestSteps = 10; ///< less is no training
    static constexpr int restMilliseconds = 1000; ///< who steps by hand does not rest between steps

    RunRecorder(Session *session, RunShelf *shelf, QObject *parent = nullptr);

    /// Stores what there is, at once.
    void store();

private:
    void onSnapshot();
    void onEdited();
    void onEnding();
    bool isGone() const;

    Session *m_session;
    RunShelf *m_shelf;
    QTimer m_rest;
    Project m_project; ///< what is trained; no weights
    QString m_title;
    RunShelf::Id m_id;
    int64_t m_storedSteps = 0;
    bool m_repeatable = true;
    std::optional<uint64_t> m_gone; ///< the snapshot's generation whose end was told: what still comes of it is old
};

} // namespace zhibei
