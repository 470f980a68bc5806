#include "app/cli/film_options.h"

#include "app/cli/command_line.h"
#include "app/film_subjects.h"
#include "app/main_window.h"
#include "app/session.h"

#include <QCommandLineParser>
#include <QEventLoop>

#include <algorithm>

namespace zhibei {

void addFilmOptions(QCommandLineParser &parser)
{
    const auto option = [&](const char *name, const QString &help, const char *value) {
        parser.addOption({QLatin1String(name), help, QLatin1String(value)});
    };
    option("animate", Cli::tr("Make a film of the training instead: a .gif, or a folder for PNG pictures."), "OUT");
    option("what", Cli::tr("What the film shows: canvas, curves, stage, window, or an open view (default: the first view, else the window)."), "WHAT");
    option("from", Cli::tr("The film's first step (default: 0)."), "N");
    option("to", Cli::tr("The film's last step (default: --steps)."), "N");
    option("frames", Cli::tr("Pictures in the film (default: 60)."), "N");
    option("duration", Cli::tr("How long the film is, in seconds (default: 6)."), "S");
    option("width", Cli::tr("The film's width in pixels (default: as in the window)."), "N");
}

std::optional<FilmOptions> filmOptions(const QCommandLineParser &parser, int64_t steps)
{
    FilmOptions options;
    options.path = parser.value(QStringLiteral("animate"));
    if (options.path.isEmpty())
        return {};
    options.what = parser.value(QStringLiteral("what"));
    if (options.what.isEmpty())
        options.what = parser.isSet(QStringLiteral("view")) ? parser.value(QStringLiteral("view")).section(u':', 0, 0) : QStringLiteral("window");
    options.from = integerOption(parser, QStringLiteral("from"), 0, 0);
    options.to = integerOption(parser, QStringLiteral("to"), std::max(steps, options.from), options.from);
    options.frames = static_cast<int>(std::min<int64_t>(integerOption(parser, QStringLiteral("frames"), 60, 1), 10000));
    options.seconds = realOption(parser, QStringLiteral("duration"), 6);
    options.width = static_cast<int>(std::min<int64_t>(integerOption(parser, QStringLiteral("width"), 0, 16), 8000));
    return options;
}

void makeFilm(MainWindow &window, const FilmOptions &options)
{
    const std::vector<FilmSubject> subjects = filmSubjects(window);
    const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](const FilmSubject &s) { return s.id == options.what; });
    if (subject == subjects.end())
        throw UsageError(Cli::tr("“%1” cannot be filmed; canvas, curves, stage, window and the open views can.").arg(options.what));
    FilmMaker maker(window.session());
    QEventLoop loop;
    QString problem;
    bool done = false;
    QObject::connect(&maker, &FilmMaker::finished, &loop, [&](bool written, const QString &error) {
        done = written;
        problem = error;
        loop.quit();
    });
    window.setFilming(true);
    maker.start({*subject, options.from, options.to, options.frames, options.seconds, options.width, options.path});
    loop.exec();
    window.setFilming(false);
    if (!done)
        throw CommandError(problem);
}

} // namespace zhibei
