#include "app/lesson_shelf.h"

#include "app/resources_path.h"
#include "widgets/views/view_catalogue.h"

#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

namespace zhibei {

std::vector<std::string> viewIds()
{
    std::vector<std::string> ids;
    for (const ViewKind &kind : viewKinds())
        ids.emplace_back(kind.id);
    return ids;
}

std::string userLessons()
{
    return (QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/lessons")).toStdString();
}

std::vector<LessonInfo> allLessons()
{
    const std::string resources = resourcesPath();
    std::vector<LessonInfo> lessons = lessonsIn(userLessons(), resources, viewIds());
    for (LessonInfo &shipped : lessonsIn(shippedLessons(resources), resources, viewIds()))
        if (std::ranges::find(lessons, shipped.id, &LessonInfo::id) == lessons.end())
            lessons.push_back(std::move(shipped));
    std::ranges::sort(lessons, {}, &LessonInfo::id);
    return lessons;
}

Lesson openLesson(const QString &name)
{
    const std::string resources = resourcesPath();
    if (QFileInfo(name).isDir())
        return readLesson(name.toStdString(), resources, viewIds());
    const std::vector<LessonInfo> lessons = allLessons();
    if (const LessonInfo *lesson = findLesson(lessons, name.toStdString()))
        return readLesson(lesson->folder, resources, viewIds());
    std::string ids;
    for (const LessonInfo &lesson : lessons)
        ids += (ids.empty() ? "" : ", ") + lesson.id;
    throw FileError({ZB_TEXT("There is no folder and no lesson “%1”; the lessons are %2."), {name.toStdString(), ids}});
}

QString lessonTitle(const LessonInfo &lesson)
{
    const auto text = lesson.texts.find(QLocale().language() == QLocale::Chinese ? "zh" : "en");
    return QString::fromStdString(text == lesson.texts.end() ? lesson.id : text->second.title);
}

} // namespace zhibei
