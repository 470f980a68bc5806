#pragma once

#include <QString>

#include <optional>

class QCommandLineParser;

namespace zhibei {

class MainWindow;

/// `zhibei shoot … --animate OUT.gif --from A --to B --frames N`: a film of the training instead of one picture.
struct FilmOptions {
    QString path, what;
    int64_t from = 0, to = 0;
    int frames = 60, width = 0;
    double seconds = 6;
};
void addFilmOptions(QCommandLineParser &parser);
/// Nothing without --animate; throws UsageError. `steps`: trained before the film, its end unless --to says more.
std::optional<FilmOptions> filmOptions(const QCommandLineParser &parser, int64_t steps);
/// Makes the film of what the window has recorded; throws UsageError or CommandError.
void makeFilm(MainWindow &window, const FilmOptions &options);

} // namespace zhibei
