#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>

#include <functional>

namespace zhibei {

/// Pictures of one size one after the other, as a GIF or, where the path has no such suffix, as frame-0001.png … in a
/// folder of that path. A GIF's colours are those of the whole film, so nothing flickers; it is written at the end.
class FilmWriter {
public:
    FilmWriter(const QString &path, int millisecondsPerFrame);

    static bool isGif(const QString &path);

    /// False if it could not be kept; then `error` says why.
    bool add(const QImage &frame);
    /// `goOn` is called between pictures; false breaks off, and no GIF is left behind.
    bool finish(const std::function<bool()> &goOn = {});
    int frames() const { return m_frames; }
    QString error() const { return m_error; }

private:
    bool writeGif(const std::function<bool()> &goOn);
    bool fail(const QString &why);

    QString m_path, m_error;
    int m_milliseconds, m_frames = 0;
    QSize m_size;
    QList<QByteArray> m_pictures; ///< of a GIF, each as PNG: small enough to keep them all
};

} // namespace zhibei
