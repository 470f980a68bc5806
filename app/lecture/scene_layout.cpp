#include "app/lecture/scene_layout.h"

#include "app/lecture/scene_actions.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/view_docks.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/views/view_catalogue.h"

#include <QDockWidget>

#include <algorithm>

namespace zhibei {

SceneLayout::SceneLayout(MainWindow *window, const Docks &docks) : QObject(window), m_window(window), m_docks(docks) {}

void SceneLayout::begin() { m_before = m_window->saveState(); }

void SceneLayout::end()
{
    m_holds = false;
    m_right.clear();
    m_window->centralWidget()->show();
    m_window->restoreState(m_before);
    m_docks.lesson->hide();
}

void SceneLayout::arrange(const Scene &scene, bool text)
{
    const auto shows = [&](const std::string &part) { return std::find(scene.show.begin(), scene.show.end(), part) != scene.show.end(); };
    m_window->views()->closeAll();
    m_window->lookInside()->close();
    const auto inside = std::find_if(scene.show.begin(), scene.show.end(), [](const std::string &part) { return part.starts_with("inside:"); });
    m_hasCenter = shows("canvas") || inside != scene.show.end();
    for (QDockWidget *dock : {m_docks.lesson, m_docks.palette, m_docks.stage, m_docks.inspector, m_docks.curves}) {
        dock->setFloating(false);
        m_window->removeDockWidget(dock);
    }
    const auto add = [this](Qt::DockWidgetArea area, QDockWidget *dock) {
        m_window->addDockWidget(area, dock);
        dock->show();
    };
    if (text)
        add(Qt::LeftDockWidgetArea, m_docks.lesson);
    if (shows("palette")) {
        add(Qt::LeftDockWidgetArea, m_docks.palette);
        if (text)
            m_window->splitDockWidget(m_docks.lesson, m_docks.palette, Qt::Horizontal);
    }
    m_right.clear();
    const auto addRight = [&](QDockWidget *dock) {
        add(Qt::RightDockWidgetArea, dock);
        if (!m_right.empty())
            m_window->splitDockWidget(m_right.back(), dock, m_hasCenter ? Qt::Vertical : Qt::Horizontal);
        m_right.push_back(dock);
    };
    if (shows("stage"))
        addRight(m_docks.stage);
    if (shows("inspector"))
        addRight(m_docks.inspector);
    if (shows("curves"))
        add(Qt::BottomDockWidgetArea, m_docks.curves);
    m_window->centralWidget()->setVisible(m_hasCenter);
    for (const std::string &part : scene.show) {
        const QString view = QString::fromStdString(part), kind = view.section(u':', 0, 0);
        if (inside != scene.show.end() && part == *inside)
            m_window->lookInside()->open(view.section(u':', 1));
        else if (findViewKind(kind))
            place(m_window->views()->open(*findViewKind(kind), view.section(u':', 1).toStdString()));
    }
    m_holds = true;
    share();
    QMetaObject::invokeMethod(this, &SceneLayout::share, Qt::QueuedConnection);
}

void SceneLayout::place(ViewDock *dock)
{
    if (std::find(m_right.begin(), m_right.end(), dock) != m_right.end())
        return;
    constexpr size_t most = 3; // what does not fit stands in tabs
    connect(dock, &QObject::destroyed, this, [this, dock] { std::erase(m_right, dock); });
    m_window->removeDockWidget(dock);
    m_window->addDockWidget(Qt::RightDockWidgetArea, dock);
    if (m_right.size() >= most)
        m_window->tabifyDockWidget(m_right.back(), dock);
    else if (!m_right.empty())
        m_window->splitDockWidget(m_right.back(), dock, m_hasCenter ? Qt::Vertical : Qt::Horizontal);
    dock->show();
    dock->raise();
    m_right.push_back(dock);
    share();
}

void SceneLayout::share()
{
    if (!m_holds) // the scene may be gone by now
        return;
    const auto stands = [this](QDockWidget *dock) { return dock->isVisibleTo(m_window) && m_window->dockWidgetArea(dock) != Qt::NoDockWidgetArea; };
    const Theme *theme = m_window->theme();
    const int text = stands(m_docks.lesson) ? std::min(theme->space(88), m_window->width() * 2 / 5) : 0;
    if (text)
        m_window->resizeDocks({m_docks.lesson}, {text}, Qt::Horizontal);
    const int rest = m_window->width() - text;
    if (!m_right.empty() && m_hasCenter)
        m_window->resizeDocks({m_right.front()}, {std::max(theme->space(60), rest * 2 / 5)}, Qt::Horizontal);
    else if (!m_right.empty()) {
        const int count = static_cast<int>(m_right.size());
        m_window->resizeDocks({m_right.begin(), m_right.end()}, QList<int>(count, rest / count), Qt::Horizontal);
    }
    if (m_right.size() > 1 && m_hasCenter)
        m_window->resizeDocks({m_right.begin(), m_right.end()}, QList<int>(static_cast<int>(m_right.size()), 1000), Qt::Vertical);
    if (stands(m_docks.curves))
        m_window->resizeDocks({m_docks.curves}, {std::max(theme->space(50), m_window->height() * 3 / 10)}, Qt::Vertical);
    m_window->canvas()->fit();
}

} // namespace zhibei
