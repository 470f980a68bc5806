#include "app/application.h"
#include "app/cli/film_options.h"
#include "app/cli/project_options.h"
#include "app/lecture/lecture.h"
#include "app/lecture/lecture_hall.h"
#include "app/lesson_shelf.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/view_docks.h"
#include "widgets/document/document.h"
#include "widgets/views/inside/inside_view.h"
#include "widgets/views/view_catalogue.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimer>

namespace zhibei {

namespace {

QSize sizeOption(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("size")))
        return {1600, 1000};
    const QString text = parser.value(QStringLiteral("size"));
    const QSize size(text.section(u'x', 0, 0).toInt(), text.section(u'x', 1).toInt());
    if (size.width() < 320 || size.height() < 240 || size.width() > 8000 || size.height() > 8000)
        throw UsageError(Cli::tr("--size wants WIDTHxHEIGHT in pixels, such as 1600x1000, not “%1”.").arg(text));
    return size;
}

/// Runs the event loop until the condition holds; false after `seconds` without it.
bool waitUntil(const std::function<bool()> &condition, int seconds)
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (condition() || clock.elapsed() > 1000 * seconds)
            loop.quit();
    });
    poll.start(10);
    loop.exec();
    return condition();
}

/// Short motions and redraws at display rate end.
void settle()
{
    QElapsedTimer clock;
    clock.start();
    waitUntil([&] { return clock.elapsed() > 400; }, 5);
}

/// Trains to exactly that many steps and lets every view catch up.
void trainTo(MainWindow &window, int64_t steps)
{
    Session *session = window.session();
    session->lookWithoutLimit();
    if (!waitUntil([&] { return session->canTrain() || !session->snapshot()->reason.empty(); }, 60))
        throw CommandError(Cli::tr("The training did not start."));
    const int64_t goal = session->snapshot()->step + steps;
    if (steps > 0 && session->canTrain()) {
        session->step(steps);
        int64_t seen = -1;
        // As long as it takes, while it moves on.
        while (session->snapshot()->step < goal && session->snapshot()->step != seen
               && session->snapshot()->state != TrainerState::Stopped) {
            seen = session->snapshot()->step;
            waitUntil([&] { return session->snapshot()->step >= goal || session->snapshot()->state == TrainerState::Stopped; }, 30);
        }
    }
    if (session->canTrain() && !waitUntil([&] { return !session->isPlaying() && session->isSettled(); }, 60))
        throw CommandError(Cli::tr("The views did not come to rest."));
    settle();
}

void lookInside(MainWindow &window, const QString &place)
{
    const QString node = place.section(u':', 0, 0), page = place.section(u':', 1, 1);
    if (!window.document()->network().find(node.toStdString()))
        throw UsageError(Cli::tr("There is no node “%1”.").arg(node));
    window.lookInside()->open(node);
    InsideView *view = window.lookInside()->view();
    waitUntil([&] { return view->inside() != nullptr; }, 20);
    if (!page.isEmpty())
        view->showPage(page);
    if (view->page())
        view->page()->setChoices(QJsonDocument::fromJson(place.section(u':', 2).toUtf8()).object());
}

/// A lesson by id, number or folder, and a scene of it; nothing where the argument is a project or a template.
std::optional<std::pair<QString, QString>> lessonArgument(const QString &argument)
{
    const QString lesson = argument.section(u':', 0, 0);
    if (QFileInfo::exists(lesson + QStringLiteral("/lesson.json")))
        return std::pair{lesson, argument.section(u':', 1)};
    const std::vector<LessonInfo> all = allLessons();
    const LessonInfo *info = QFileInfo(argument).exists() ? nullptr : findLesson(all, lesson.toStdString());
    return info ? std::optional(std::pair{QString::fromStdString(info->folder), argument.section(u':', 1)}) : std::nullopt;
}

void openScene(MainWindow &window, const std::pair<QString, QString> &place, bool onStage)
{
    LectureHall *hall = window.lectureHall();
    QString problem;
    QObject::connect(hall->lecture(), &Lecture::failed, [&](const QString &why) { problem = why; });
    const QSize size = window.size();
    if (!hall->open(place.first, place.second) || !problem.isEmpty())
        throw CommandError(problem);
    if (!place.second.isEmpty() && hall->lecture()->scene()->id != place.second.toStdString())
        throw UsageError(Cli::tr("There is no scene “%1” in this lesson.").arg(place.second));
    if (onStage) {
        hall->setOnStage(true);
        window.showNormal(); // of the size that was asked for
        window.resize(size);
    }
    waitUntil([&] { return hall->lecture()->isSettled(); }, 600);
    window.session()->pause();
    waitUntil([&] { return !window.session()->isPlaying(); }, 60);
}

} // namespace

int runShoot(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto option = [&](const char *name, const QString &help, const char *value) {
        parser.addOption({QLatin1String(name), help, QLatin1String(value)});
    };
    parser.addPositionalArgument(QStringLiteral("PROJECT"), Cli::tr("A .zhibei or .json file, a template's name, or LESSON[:SCENE]."));
    parser.addOption({QStringLiteral("stage"), Cli::tr("A scene as on stage.")});
    parser.addOption({QStringLiteral("both"), Cli::tr("A scene in both languages at once.")});
    parser.addOption({QStringLiteral("map"), Cli::tr("The map of all lessons.")});
    option("text"  , Cli::tr("Where the text of a scene stands: beside (default), under or hidden."), "PLACE");
    option("try", Cli::tr("Press this button of the scene. May be repeated."), "TRY");
    option("out", Cli::tr("The picture to write."), "FILE.png");
    option("theme", Cli::tr("light (default) or dark."), "light|dark");
    option("size", Cli::tr("The window's size in pixels (default: 1600x1000)."), "WxH");
    option("scale", Cli::tr("Pixels of the picture per pixel of the window (default: 1)."), "F");
    option("text-scale", Cli::tr("The size of all text, from 0.75 to 3 (default: 1)."), "F");
    option("steps", Cli::tr("Train this many steps first (default: 0)."), "N");
    option("look-back", Cli::tr("Then look back to this step."), "N");
    option("seed", Cli::tr("The seed of the initial weights."), "N");
    option("select", Cli::tr("Select this node."), "NODE");
    option("inside", Cli::tr("Look inside this node, on a page where one is named: window, gates, attention, routing, neurons or steps. The rest chooses in it, as JSON."), "NODE[:PAGE[:CHOICES]]");
    option("view", Cli::tr("Open this view, pinned to a node where one is named. May be repeated."), "VIEW[:NODE]");
    option("runs", Cli::tr("Show the kept runs of this file."), "FILE.sqlite");
    option("set", Cli::tr("Change a setting of a node, or of the training, as node “training”."), "NODE.ATTRIBUTE=VALUE");
    addFilmOptions(parser);
    parseArguments(parser, *findCommand(QStringLiteral("shoot")), arguments, 1, 1);
    const QString out = parser.value(QStringLiteral("out"));
    if (out.isEmpty() && !parser.isSet(QStringLiteral("animate")))
        throw UsageError(Cli::tr("--out FILE.png is missing."));
    const QSize size = sizeOption(parser);
    const QString theme = choiceOption(parser, QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark")});
    int64_t steps = integerOption(parser, QStringLiteral("steps"), 0, 0);
    const std::optional<FilmOptions> film = filmOptions(parser, steps);
    if (film)
        steps = std::max(steps, film->to);
    const double scale = realOption(parser, QStringLiteral("scale"), 1);
    if (scale < 0.5 || scale > 8)
        throw UsageError(Cli::tr("--scale wants a number from 0.5 to 8."));
    const auto lesson = lessonArgument(parser.positionalArguments().at(0));
    Project project = openArgument(lesson ? QStringLiteral("line") : parser.positionalArguments().at(0));
    for (const QString &setting : parser.values(QStringLiteral("set")))
        applySetting(project, setting);
    if (parser.isSet(QStringLiteral("seed")))
        applySetting(project, QStringLiteral("training.seed=") + parser.value(QStringLiteral("seed")));

    Application application(Preferences::Kind::Forgetful);
    if (parser.isSet(QStringLiteral("lang")))
        application.setLanguage(parser.value(QStringLiteral("lang")));
    application.setThemeMode(theme == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::Light);
    application.setTextScale(realOption(parser, QStringLiteral("text-scale"), 1));
    application.setReduceMotion(true);
    MainWindow window(&application);
    const QString path = QFileInfo(parser.positionalArguments().at(0)).isFile() ? QFileInfo(parser.positionalArguments().at(0)).absoluteFilePath() : QString();
    window.resize(size);
    window.resetLayout();
    window.show();
    window.openProject(std::move(project), path);
    if (parser.isSet(QStringLiteral("both")))
        window.lectureHall()->setSpeech(SceneBar::Speech::Both);
    if (parser.isSet(QStringLiteral("text")))
        window.lectureHall()->setPlacement(parser.value(QStringLiteral("text")));
    if (lesson)
        openScene(window, *lesson, parser.isSet(QStringLiteral("stage")));
    for (const QString &tried : parser.values(QStringLiteral("try"))) {
        window.lectureHall()->doTry(tried);
        settle();
        window.session()->pause();
    }
    if (parser.isSet(QStringLiteral("map")))
        window.lectureHall()->showMap();
    if (parser.isSet(QStringLiteral("runs")))
        window.keepRuns(parser.value(QStringLiteral("runs")), false);
    for (const QString &view : parser.values(QStringLiteral("view"))) {
        const ViewKind *kind = findViewKind(view.section(u':', 0, 0));
        if (!kind)
            throw UsageError(Cli::tr("There is no view “%1”; “zhibei views” lists them.").arg(view.section(u':', 0, 0)));
        window.views()->open(*kind, view.section(u':', 1).toStdString());
    }
    trainTo(window, steps);
    if (parser.isSet(QStringLiteral("select"))) {
        window.selectNode(parser.value(QStringLiteral("select")));
        settle();
    }
    if (parser.isSet(QStringLiteral("inside"))) {
        lookInside(window, parser.value(QStringLiteral("inside")));
        settle();
    }
    if (parser.isSet(QStringLiteral("look-back"))) {
        window.session()->lookBack(integerOption(parser, QStringLiteral("look-back"), 0, 0));
        waitUntil([&] { return window.session()->isSettled(); }, 60);
        settle();
    }
    if (film) {
        makeFilm(window, *film);
        printLine(film->path);
    }
    if (out.isEmpty())
        return 0;
    const QPixmap picture = window.grab();
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
        throw CommandError(Cli::tr("%1 cannot be written: %2").arg(out, file.errorString()));
    printLine(out);
    return 0;
}

} // namespace zhibei
