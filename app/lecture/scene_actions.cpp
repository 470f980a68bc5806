#include "app/lecture/scene_actions.h"

#include "app/lecture/lecture.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/view_docks.h"
#include "core/io/file_error.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/document/document.h"
#include "widgets/views/view_catalogue.h"

namespace zhibei {

namespace {

std::string text(const LessonAction &action, size_t i)
{
    const std::string *found = i < action.arguments.size() ? std::get_if<std::string>(&action.arguments[i]) : nullptr;
    return found ? *found : std::string();
}

double number(const LessonAction &action, size_t i)
{
    const double *found = i < action.arguments.size() ? std::get_if<double>(&action.arguments[i]) : nullptr;
    return found ? *found : 0;
}

void light(MainWindow &window, const LessonAction &action)
{
    NetworkPart part;
    for (size_t i = 0; i < action.arguments.size(); ++i)
        part.nodes.insert(text(action, i));
    window.scene()->setSpotlight(part);
}

void closeView(MainWindow &window, const QString &view)
{
    const QString kind = view.section(u':', 0, 0);
    if (kind == QLatin1String("inside"))
        window.lookInside()->close();
    const std::vector<ViewDock *> docks = window.views()->docks();
    for (ViewDock *dock : docks)
        if (kind == QLatin1String(dock->kind().id))
            dock->close();
}

} // namespace

void showView(MainWindow &window, const QString &view)
{
    const QString kind = view.section(u':', 0, 0), node = view.section(u':', 1);
    if (kind == QLatin1String("inside") && !node.isEmpty())
        return window.lookInside()->open(node);
    if (findViewKind(kind))
        window.views()->show(kind, node.toStdString());
}

void perform(MainWindow &window, Lecture &lecture, const LessonAction &action)
{
    Session *session = window.session();
    const std::string &name = action.name;
    const auto first = [&] { return QString::fromStdString(text(action, 0)); };
    if (const ActionSpec *spec = findAction(name); spec && spec->changesProject) {
        lecture.withoutLocks([&] {
            window.document()->edit(QT_TRANSLATE_NOOP("Undo", "Step of the lesson"), [&](Project &project) { applyChange(project, action); });
        });
        return;
    }
    if (name == "play")
        session->play();
    else if (name == "pause")
        session->pause();
    else if (name == "step")
        session->step(static_cast<qint64>(number(action, 0)));
    else if (name == "reset")
        session->reset();
    else if (name == "new_seed")
        lecture.withoutLocks([&] { session->newSeed(); });
    else if (name == "speed")
        session->setSpeed(static_cast<int>(number(action, 0)));
    else if (name == "weight")
        session->setParameter(text(action, 0), static_cast<int64_t>(number(action, 1)), static_cast<float>(number(action, 2)));
    else if (name == "select")
        window.selectNode(first());
    else if (name == "inside")
        window.lookInside()->open(first());
    else if (name == "view")
        showView(window, first());
    else if (name == "close")
        closeView(window, first());
    else if (name == "light")
        light(window, action);
    else if (name == "sample")
        session->setSample(static_cast<int64_t>(number(action, 0)));
    else if (name == "look_back")
        session->lookBack(static_cast<qint64>(number(action, 0)));
    else if (name == "scene")
        lecture.go(first());
    else if (name == "restore")
        lecture.restart();
}

} // namespace zhibei
