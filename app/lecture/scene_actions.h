#pragma once

#include "core/lesson/actions.h"

#include <QString>

namespace zhibei {

class Lecture;
class MainWindow;

/// Does in the window what an action of a lesson says. Throws FileError where it cannot be done.
void perform(MainWindow &window, Lecture &lecture, const LessonAction &action);

/// Opens a view of `zhibei views`, pinned where a node is named ("landscape", "inside:conv1"); looks inside a node of the
/// network in the place of the canvas.
void showView(MainWindow &window, const QString &view);

} // namespace zhibei
