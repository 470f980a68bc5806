// What is done in a lecture: links, tries, "show me", keys.
#include "app/lecture/lecture.h"
#include "app/lecture/lecture_hall.h"
#include "app/lecture/scene_actions.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/toast.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/lesson/course_map.h"
#include "widgets/lesson/stage_marks.h"
#include "widgets/theme/core_text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTimer>
#include <QUrl>

namespace zhibei {

namespace {
constexpr int patience = 50; // milliseconds between looks whether the steps of an action are done
}

void LectureHall::follow(const QUrl &link)
{
    const QString target = link.path();
    if (link.scheme() == QLatin1String("view"))
        showView(*m_window, target);
    else if (link.scheme() == QLatin1String("scene"))
        m_lecture->go(target);
    else if (link.scheme() == QLatin1String("show")) {
        NetworkPart part;
        part.nodes.insert(target.toStdString());
        m_window->scene()->setSpotlight(part);
        m_window->selectNode(target);
    }
}

void LectureHall::run(const std::vector<LessonAction> &actions)
{
    m_queue.assign(actions.begin(), actions.end());
    runNext();
}

void LectureHall::runNext()
{
    // Steps take their time, and what follows is meant for afterwards.
    if (m_window->session()->live()->step < m_stepTo && m_waits-- > 0) {
        QTimer::singleShot(patience, this, &LectureHall::runNext);
        return;
    }
    m_stepTo = 0;
    while (!m_queue.empty()) {
        const LessonAction action = m_queue.front();
        m_queue.erase(m_queue.begin());
        try {
            perform(*m_window, *m_lecture, action);
        } catch (const FileError &error) {
            m_queue.clear();
            m_window->toast()->show(coreText(error.text), true);
            return;
        }
        if (action.name == "step" && !m_queue.empty() && !action.arguments.empty()) {
            m_stepTo = m_window->session()->live()->step + static_cast<qint64>(std::get<double>(action.arguments.front()));
            m_waits = 60'000 / patience;
            QTimer::singleShot(patience, this, &LectureHall::runNext);
            return;
        }
    }
}

bool LectureHall::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &LectureHall::fitStrips, Qt::QueuedConnection);
    if (m_active && event->type() == QEvent::KeyPress && watched->isWidgetType() && pageKey(watched, static_cast<QKeyEvent &>(*event)))
        return true;
    return QObject::eventFilter(watched, event);
}

/// Clickers send page keys: they lead on wherever the focus is, but not behind a menu or a question.
bool LectureHall::pageKey(QObject *watched, const QKeyEvent &event)
{
    if ((event.key() != Qt::Key_PageDown && event.key() != Qt::Key_PageUp) || event.modifiers() & ~Qt::KeypadModifier)
        return false;
    if (QApplication::activePopupWidget() || QApplication::activeModalWidget() || m_map->isVisible())
        return false;
    const QWidget *window = static_cast<QWidget *>(watched)->window();
    if (window != m_window && window->parentWidget() != m_window)
        return false;
    if (event.key() == Qt::Key_PageDown)
        m_lecture->next();
    else
        m_lecture->back();
    return true;
}

bool LectureHall::takeKey(const QKeyEvent &event)
{
    if (!m_active)
        return false;
    switch (event.key()) {
    case Qt::Key_Right: m_lecture->next(); return true;
    case Qt::Key_Left: m_lecture->back(); return true;
    case Qt::Key_Escape:
        if (m_marks->tool() != StageMarks::Tool::None)
            m_marks->setTool(StageMarks::Tool::None);
        else if (m_onStage)
            setOnStage(false);
        else
            return false;
        return true;
    default: return false;
    }
}

} // namespace zhibei
