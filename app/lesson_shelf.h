#pragma once

#include "core/lesson/read_lesson.h"

#include <QString>

namespace zhibei {

/// The ids of all views, as readLesson wants them.
std::vector<std::string> viewIds();

/// Where the user's own lessons are: "lessons" in the folder of application data.
std::string userLessons();

/// The shipped lessons and the user's; one of the user's stands in for a shipped one of the same id.
std::vector<LessonInfo> allLessons();

/// A lesson by id, number or folder. Throws FileError; an unknown name lists what there is.
Lesson openLesson(const QString &name);

/// A title in the language of the moment; the id of a damaged lesson.
QString lessonTitle(const LessonInfo &lesson);

} // namespace zhibei
