#pragma once

#include "app/view_dock.h"
#include "core/network/network_part.h"

#include <QJsonObject>
#include <QObject>

#include <vector>

class QMainWindow;
class QMenu;

namespace zhibei {

class Probe;
class RunShelf;
class Session;
class View;

/// The open views. Opens and closes them, tells them what there is to see, has their questions answered while they are
/// in sight, and keeps the arrangement in the project.
class ViewDocks : public QObject {
    Q_OBJECT
public:
    ViewDocks(Theme *theme, Session *session, QMainWindow *window);

    /// Opens a view, beside the curves or in a tab with the view opened last. `node`: pinned there; empty: it follows
    /// the selection.
    ViewDock *open(const ViewKind &kind, const NodeId &node = {});
    /// Brings the view that is pinned there to the front; opens it where there is none.
    ViewDock *show(const QString &kind, const NodeId &node);
    void closeAll();
    /// A view that stands elsewhere in the window is told and answered like the docked ones while it is visible.
    void host(View *view);
    /// Has this asked too, whatever is in sight.
    void alsoAsk(std::shared_ptr<const Probe> probe);
    void ask();
    const std::vector<ViewDock *> &docks() const { return m_docks; }
    /// Where the first view goes: to the right of this dock.
    void setNeighbour(QDockWidget *neighbour) { m_neighbour = neighbour; }
    void setSelection(const NodeId &node);
    /// The kept runs, for the views that show them.
    void setShelf(RunShelf *shelf);

    /// The open views and the places of all docks, as kept in a project (Project::view).
    QJsonObject arrangement() const;
    /// Puts an arrangement back; an empty one closes all views. Whatever it does not know, it leaves out.
    void arrange(const QJsonObject &arrangement);
    void fillMenu(QMenu *menu);

signals:
    void opened(zhibei::ViewDock *dock); ///< also one that was there and came to the front
    void nodeChosen(const QString &node);
    void exported(const QString &path);
    /// What the views in sight want in the light; empty for none.
    void spotlightChanged(const NetworkPart &part);

private:
    void connectDock(ViewDock *dock);
    void place(ViewDock *dock);
    QString freeName() const;
    void tellAll(View *view);
    void connectView(View *view);
    void showSpotlight();
    void onData();
    template <class F> void eachView(const F &tell);
    template <class F> void eachInSight(const F &tell);

    Theme *m_theme;
    Session *m_session;
    QMainWindow *m_window;
    QDockWidget *m_neighbour = nullptr;
    std::vector<ViewDock *> m_docks;
    std::vector<View *> m_hosted;
    std::vector<std::shared_ptr<const Probe>> m_alsoAsked;
    NodeId m_selection;
    RunShelf *m_shelf = nullptr;
};

} // namespace zhibei
