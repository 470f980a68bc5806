#include "app/cli/lesson_reference.h"
#include "app/cli/project_options.h"
#include "app/lesson_shelf.h"
#include "app/resources_path.h"
#include "core/lesson/attempt.h"
#include "core/lesson/course_file.h"
#include "widgets/theme/core_text.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace zhibei {

namespace {

constexpr double usualSeconds = 60; ///< of a solution

QString text(const std::string &word) { return QString::fromStdString(word); }

int list(bool json)
{
    QJsonArray entries;
    bool good = true;
    for (const LessonInfo &lesson : allLessons()) {
        good = good && lesson.problem.empty();
        QJsonObject entry{{QStringLiteral("id"), text(lesson.id)}, {QStringLiteral("name"), lessonTitle(lesson)},
                          {QStringLiteral("scenes"), static_cast<qint64>(lesson.scenes)}, {QStringLiteral("folder"), text(lesson.folder)}};
        if (!lesson.problem.empty())
            entry[QStringLiteral("problem")] = coreText(lesson.problem);
        entries += entry;
        if (!json)
            printLine(QStringLiteral("%1  %2  %3").arg(text(lesson.id), -20).arg(lesson.problem.empty() ? Cli::tr("%n scenes", nullptr, static_cast<int>(lesson.scenes)) : Cli::tr("damaged"),
                lesson.problem.empty() ? lessonTitle(lesson) : coreText(lesson.problem)));
    }
    if (json)
        printJson(entries);
    return good ? 0 : 1;
}

QStringList goalOf(const Scene &scene)
{
    QStringList goal;
    for (const Predicate &predicate : scene.goal)
        goal += text(predicateText(predicate));
    return goal;
}

QJsonObject tried(const Lesson &lesson, const Scene &scene, double seconds, int threads)
{
    QJsonObject result{{QStringLiteral("scene"), text(scene.id)}, {QStringLiteral("goal"), QJsonArray::fromStringList(goalOf(scene))},
                       {QStringLiteral("checked"), canAttempt(scene)}};
    if (!canAttempt(scene))
        return result;
    const Attempt outcome = attempt(lesson, scene, resourcesPath(), seconds, threads);
    QStringList values;
    for (const std::string &value : outcome.values)
        values += text(value);
    result[QStringLiteral("at_start")] = outcome.atStart;
    result[QStringLiteral("reached")] = outcome.reached;
    result[QStringLiteral("values")] = QJsonArray::fromStringList(values);
    result[QStringLiteral("steps")] = static_cast<qint64>(outcome.steps);
    result[QStringLiteral("seconds")] = outcome.seconds;
    return result;
}

bool isGood(const QJsonObject &result)
{
    return !result[QStringLiteral("checked")].toBool() || (result[QStringLiteral("reached")].toBool() && !result[QStringLiteral("at_start")].toBool());
}

QString verdict(const QJsonObject &result)
{
    if (!result[QStringLiteral("checked")].toBool())
        return result[QStringLiteral("goal")].toArray().isEmpty() ? Cli::tr("no goal") : Cli::tr("by hand");
    if (result[QStringLiteral("at_start")].toBool())
        return Cli::tr("holds at the start");
    return result[QStringLiteral("reached")].toBool() ? Cli::tr("reached") : Cli::tr("not reached");
}

QString joined(const QJsonValue &list)
{
    QStringList words;
    for (const QJsonValue &word : list.toArray())
        words += word.toString();
    return words.join(QStringLiteral(", "));
}

void printRow(const QStringList &cells)
{
    printLine(QStringLiteral("%1  %2  %3  %4  %5").arg(cells[0], -20).arg(cells[1], -40).arg(cells[2], -18).arg(cells[3], -16).arg(cells[4], 8));
}

int check(const QCommandLineParser &parser, const QString &name, bool json)
{
    const Lesson lesson = openLesson(name);
    const double seconds = realOption(parser, QStringLiteral("seconds"), usualSeconds);
    const auto threads = static_cast<int>(std::min<int64_t>(1024, integerOption(parser, QStringLiteral("threads"), 0, 1)));
    QJsonArray results;
    bool good = true;
    if (parser.isSet(QStringLiteral("train")) && !json)
        printRow({Cli::tr("scene"), Cli::tr("goal"), Cli::tr("reached"), Cli::tr("value"), Cli::tr("seconds")});
    for (const Scene &scene : lesson.scenes) {
        if (!parser.isSet(QStringLiteral("train")))
            break;
        const QJsonObject result = tried(lesson, scene, seconds, threads);
        good = good && isGood(result);
        results += result;
        if (!json)
            printRow({text(scene.id), joined(result[QStringLiteral("goal")]), verdict(result), joined(result[QStringLiteral("values")]),
                      result.contains(QStringLiteral("seconds")) ? QString::number(result[QStringLiteral("seconds")].toDouble(), 'f', 2) : QString()});
    }
    if (json)
        printJson(QJsonObject{{QStringLiteral("lesson"), text(lesson.id)}, {QStringLiteral("scenes"), static_cast<qint64>(lesson.scenes.size())}, {QStringLiteral("results"), results}});
    else if (!parser.isSet(QStringLiteral("train")))
        printLine(Cli::tr("%1 is in order: %n scenes.", nullptr, static_cast<int>(lesson.scenes.size())).arg(text(lesson.id)));
    return good ? 0 : 1;
}

int pack(const QString &folder, const QString &out, bool json)
{
    for (const LessonInfo &lesson : lessonsIn(folder.toStdString(), resourcesPath(), viewIds())) // a course is only of good ones
        if (!lesson.problem.empty() && QFileInfo::exists(text(lesson.folder) + QStringLiteral("/lesson.json")))
            throw CommandError(text(lesson.id) + QStringLiteral(": ") + coreText(lesson.problem));
    if (QFileInfo::exists(folder + QStringLiteral("/lesson.json")))
        openLesson(folder);
    QStringList ids;
    for (const std::string &id : packCourse(folder.toStdString(), out.toStdString()))
        ids += text(id);
    if (json)
        printJson(QJsonObject{{QStringLiteral("lessons"), QJsonArray::fromStringList(ids)}, {QStringLiteral("file"), out}});
    else
        printLine(Cli::tr("%1: %2").arg(out, ids.join(QStringLiteral(", "))));
    return 0;
}

/// A folder, or that of the lesson of this id or number.
QString folderOf(const QString &name) { return QFileInfo(name).isDir() ? name : text(openLesson(name).folder); }

} // namespace

int runLessons(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("check LESSON"), Cli::tr("Reads a lesson (a folder, an id or a number) and says what is wrong with it."));
    parser.addPositionalArgument(QStringLiteral("pack FOLDER OUT.zhicourse"), Cli::tr("Packs a lesson, or all lessons in a folder, into one file."));
    parser.addPositionalArgument(QStringLiteral("reference"), Cli::tr("Prints all that a lesson.json may say, as Markdown."));
    parser.addOption({QStringLiteral("train"), Cli::tr("With check: does the solution of every scene that has a goal and says whether it is reached.")});
    parser.addOption({QStringLiteral("seconds"), Cli::tr("With check --train: the longest for one scene (default: %1).").arg(usualSeconds), QStringLiteral("S")});
    parser.addOption({QStringLiteral("threads"), Cli::tr("How many threads to use (default: all). The numbers do not depend on it."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print everything as JSON.")});
    parseArguments(parser, *findCommand(QStringLiteral("lessons")), arguments, 0, 3);
    const QStringList words = parser.positionalArguments();
    const QString what = words.value(0);
    const bool json = parser.isSet(QStringLiteral("json"));
    const auto takes = [&](qsizetype count) {
        if (words.size() < count + 1)
            throw UsageError(Cli::tr("Something is missing."));
        if (words.size() > count + 1)
            throw UsageError(Cli::tr("“%1” is too much.").arg(words.last()));
    };
    if (words.isEmpty())
        return list(json);
    if (what == QLatin1String("check")) {
        takes(1);
        return check(parser, words[1], json);
    }
    if (what == QLatin1String("pack")) {
        takes(2);
        return pack(folderOf(words[1]), words[2], json);
    }
    if (what != QLatin1String("reference"))
        throw UsageError(Cli::tr("“%1” is none of check, pack and reference.").arg(what));
    takes(0);
    if (json)
        printJson(QJsonObject{{QStringLiteral("markdown"), lessonReference()}});
    else
        printLine(lessonReference());
    return 0;
}

} // namespace zhibei
