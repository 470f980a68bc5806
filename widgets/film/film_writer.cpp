#include "widgets/film/film_writer.h"

#include "widgets/film/color_table.h"
#include "widgets/film/gif_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace zhibei {

namespace {

constexpr int lastFrameHolds = 150; // hundredths of a second: what came out is looked at before it begins again

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG", 80);
    return bytes;
}

QString notWritten(const QString &path, const QString &why)
{
    return QCoreApplication::translate("FigureExport", "%1 could not be written: %2").arg(path, why);
}

} // namespace

FilmWriter::FilmWriter(const QString &path, int millisecondsPerFrame) : m_path(path), m_milliseconds(millisecondsPerFrame) {}

bool FilmWriter::isGif(const QString &path) { return path.endsWith(QLatin1String(".gif"), Qt::CaseInsensitive); }

bool FilmWriter::fail(const QString &why)
{
    m_error = why;
    return false;
}

bool FilmWriter::add(const QImage &frame)
{
    if (m_frames++ == 0)
        m_size = frame.size();
    QImage picture = frame.size() == m_size ? frame.convertToFormat(QImage::Format_RGB32) : frame.scaled(m_size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(1);
    const QByteArray bytes = pngOf(picture);
    if (isGif(m_path)) {
        m_pictures.append(bytes);
        return true;
    }
    const QDir folder(m_path);
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(notWritten(m_path, QString()));
    QSaveFile file(folder.filePath(QStringLiteral("frame-%1.png").arg(m_frames, 4, 10, QLatin1Char('0'))));
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return done || fail(notWritten(file.fileName(), file.errorString()));
}

bool FilmWriter::finish(const std::function<bool()> &goOn)
{
    return !isGif(m_path) || writeGif(goOn);
}

bool FilmWriter::writeGif(const std::function<bool()> &goOn)
{
    const auto picture = [this](qsizetype i) { return QImage::fromData(m_pictures[i], "PNG"); };
    ColorTable colors;
    for (qsizetype i = 0; i < m_pictures.size(); ++i) {
        if (goOn && !goOn())
            return false;
        colors.count(picture(i));
    }
    colors.choose(255);
    GifFile gif(m_path, m_size, colors);
    for (qsizetype i = 0; i < m_pictures.size(); ++i) {
        if (goOn && !goOn())
            return false;
        // Rounding must not add up over the film.
        const auto hundredths = [this](qsizetype frames) { return static_cast<int>((frames * m_milliseconds + 5) / 10); };
        const int delay = std::max(2, hundredths(i + 1) - hundredths(i)) + (i + 1 == m_pictures.size() ? lastFrameHolds : 0);
        if (!gif.add(picture(i), delay))
            return fail(notWritten(m_path, gif.error()));
    }
    return gif.close() || fail(notWritten(m_path, gif.error()));
}

} // namespace zhibei
