#include "app/view_docks.h"

#include "app/session.h"
#include "widgets/theme/theme.h"
#include "widgets/views/view_catalogue.h"

#include <QJsonArray>
#include <QMainWindow>
#include <QMenu>

#include <algorithm>

namespace zhibei {

ViewDocks::ViewDocks(Theme *theme, Session *session, QMainWindow *window)
    : QObject(window), m_theme(theme), m_session(session), m_window(window)
{
    connect(session, &Session::snapshotChanged, this, [this] { eachView([&](View *view) { view->setSnapshot(m_session->snapshot()); }); });
    connect(session, &Session::observationChanged, this, [this] { eachView([&](View *view) { view->setObservation(m_session->observation()); }); });
    connect(session, &Session::sampleChanged, this, [this] { eachView([&](View *view) { view->setSample(m_session->request().sample); }); });
    connect(session, &Session::answered, this, [this](const QString &key, const std::shared_ptr<const Answer> &answer) {
        eachView([&](View *view) { view->setAnswer(key, answer); });
    });
    connect(session->document(), &Document::opened, this, &ViewDocks::onData);
    connect(session->document(), &Document::dataChanged, this, &ViewDocks::onData);
}

template <class F>
void ViewDocks::eachView(const F &tell)
{
    for (ViewDock *dock : m_docks)
        tell(dock->view());
    for (View *view : m_hosted)
        tell(view);
}

void ViewDocks::onData()
{
    eachView([&](View *view) { view->setData(m_session->document()->dataset()); });
}

ViewDock *ViewDocks::open(const ViewKind &kind, const NodeId &node)
{
    auto *dock = new ViewDock(m_theme, kind, freeName(), m_window);
    place(dock);
    m_docks.push_back(dock);
    connectDock(dock);
    tellAll(dock->view());
    if (kind.ofNode && !node.empty())
        dock->pin(node);
    else if (kind.ofNode)
        dock->showNode(m_selection);
    dock->show();
    dock->raise();
    ask();
    emit opened(dock);
    return dock;
}

ViewDock *ViewDocks::show(const QString &kind, const NodeId &node)
{
    for (ViewDock *dock : m_docks)
        if (kind == QLatin1String(dock->kind().id) && dock->pinnedTo() == node) {
            dock->show();
            dock->raise();
            emit opened(dock);
            return dock;
        }
    return open(*findViewKind(kind), node);
}

void ViewDocks::tellAll(View *view)
{
    view->setHistory(&m_session->history());
    if (m_shelf)
        view->setShelf(m_shelf);
    view->setData(m_session->document()->dataset());
    view->setSample(m_session->request().sample);
    view->setSnapshot(m_session->snapshot());
    if (const auto seen = m_session->observation())
        view->setObservation(seen);
}

void ViewDocks::host(View *view)
{
    m_hosted.push_back(view);
    connectView(view);
    tellAll(view);
}

void ViewDocks::connectView(View *view)
{
    connect(view, &View::probesChanged, this, &ViewDocks::ask);
    connect(view, &View::spotlightChanged, this, &ViewDocks::showSpotlight);
    connect(view, &View::pauseWanted, m_session, &Session::pause);
    connect(view, &View::stepWanted, m_session, [this] { m_session->step(); });
    connect(view, &View::sampleChosen, m_session, &Session::setSample);
    connect(view, &View::nodeChosen, this, &ViewDocks::nodeChosen);
}

void ViewDocks::connectDock(ViewDock *dock)
{
    connectView(dock->view());
    connect(dock, &ViewDock::inSightChanged, this, &ViewDocks::ask);
    connect(dock, &ViewDock::exported, this, &ViewDocks::exported);
    connect(dock, &ViewDock::duplicateWanted, this, [this, dock] {
        ViewDock *twin = open(dock->kind(), dock->node());
        twin->view()->setChoices(dock->view()->choices());
    });
    connect(dock, &QObject::destroyed, this, [this, dock] {
        std::erase(m_docks, dock);
        ask();
    });
}

void ViewDocks::place(ViewDock *dock)
{
    const auto last = std::find_if(m_docks.rbegin(), m_docks.rend(), [](const ViewDock *other) { return !other->isFloating(); });
    if (last != m_docks.rend()) {
        m_window->tabifyDockWidget(*last, dock);
        return;
    }
    m_window->addDockWidget(Qt::BottomDockWidgetArea, dock);
    if (!m_neighbour || m_window->dockWidgetArea(m_neighbour) == Qt::NoDockWidgetArea)
        return;
    m_window->splitDockWidget(m_neighbour, dock, Qt::Horizontal);
    const int width = m_neighbour->width(), high = std::max(m_neighbour->height(), std::min(m_window->height() * 2 / 5, m_theme->space(96)));
    m_window->resizeDocks({m_neighbour, dock}, {width / 2, width / 2}, Qt::Horizontal);
    m_window->resizeDocks({m_neighbour, dock}, {high, high}, Qt::Vertical);
}

QString ViewDocks::freeName() const
{
    for (int i = 1;; ++i) {
        const QString name = QStringLiteral("view%1").arg(i);
        if (std::none_of(m_docks.begin(), m_docks.end(), [&](const ViewDock *dock) { return dock->objectName() == name; }))
            return name;
    }
}

template <class F>
void ViewDocks::eachInSight(const F &tell)
{
    for (ViewDock *dock : m_docks)
        if (dock->isInSight())
            tell(dock->view());
    for (View *view : m_hosted)
        if (view->isVisible())
            tell(view);
}

void ViewDocks::ask()
{
    std::vector<std::shared_ptr<const Probe>> probes = m_alsoAsked;
    bool looksAtNextStep = false;
    eachInSight([&](const View *view) {
        looksAtNextStep = looksAtNextStep || view->looksAtNextStep();
        for (auto &probe : view->probes())
            probes.push_back(std::move(probe));
    });
    m_session->setLooksAtNextStep(looksAtNextStep);
    m_session->setProbes(std::move(probes));
    showSpotlight();
}

void ViewDocks::alsoAsk(std::shared_ptr<const Probe> probe)
{
    m_alsoAsked.push_back(std::move(probe));
    ask();
}

void ViewDocks::showSpotlight()
{
    NetworkPart part;
    eachInSight([&](const View *view) {
        if (NetworkPart wanted = view->spotlight(); !wanted.empty())
            part = std::move(wanted);
    });
    emit spotlightChanged(part);
}

void ViewDocks::setSelection(const NodeId &node)
{
    m_selection = node;
    for (ViewDock *dock : m_docks)
        if (!dock->kind().ofNode)
            dock->view()->setNode(node);
        else if (dock->pinnedTo().empty())
            dock->showNode(node);
}

void ViewDocks::setShelf(RunShelf *shelf)
{
    m_shelf = shelf;
    eachView([&](View *view) { view->setShelf(shelf); });
}

void ViewDocks::closeAll()
{
    for (ViewDock *dock : std::exchange(m_docks, {})) {
        dock->disconnect(this);
        m_window->removeDockWidget(dock);
        dock->deleteLater();
    }
    ask();
}

QJsonObject ViewDocks::arrangement() const
{
    if (m_docks.empty())
        return {};
    QJsonArray views;
    for (const ViewDock *dock : m_docks)
        views += QJsonObject{{QStringLiteral("id"), QLatin1String(dock->kind().id)}, {QStringLiteral("name"), dock->objectName()},
                             {QStringLiteral("node"), QString::fromStdString(dock->pinnedTo())}, {QStringLiteral("choices"), dock->view()->choices()}};
    return {{QStringLiteral("views"), views}, {QStringLiteral("places"), QString::fromLatin1(m_window->saveState().toBase64())}};
}

void ViewDocks::arrange(const QJsonObject &arrangement)
{
    constexpr int mostViews = 32; // what a file may ask for
    closeAll();
    int opened = 0;
    for (const QJsonValue &view : arrangement[QStringLiteral("views")].toArray()) {
        const ViewKind *kind = findViewKind(view[QStringLiteral("id")].toString());
        if (!kind || ++opened > mostViews)
            continue;
        ViewDock *dock = open(*kind, view[QStringLiteral("node")].toString().toStdString());
        dock->view()->setChoices(view[QStringLiteral("choices")].toObject());
        // Places are kept by name, and a file may hold the same name twice.
        const QString name = view[QStringLiteral("name")].toString();
        if (name.startsWith(QLatin1String("view")) && std::none_of(m_docks.begin(), m_docks.end(), [&](const ViewDock *other) { return other->objectName() == name; }))
            dock->setObjectName(name);
    }
    if (opened > 0)
        m_window->restoreState(QByteArray::fromBase64(arrangement[QStringLiteral("places")].toString().toLatin1()));
}

void ViewDocks::fillMenu(QMenu *menu)
{
    menu->clear();
    menu->setToolTipsVisible(true);
    const auto model = m_session->snapshot()->model;
    const auto data = m_session->document()->dataset();
    for (const ViewKind &kind : viewKinds()) {
        QAction *action = menu->addAction(m_theme->icon(QString::fromLatin1(kind.icon)), kind.name(), this, [this, &kind] { open(kind); });
        action->setToolTip(kind.sentence());
        action->setEnabled(!model || !data || kind.applies(*model, *data));
    }
}

} // namespace zhibei
