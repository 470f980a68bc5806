#pragma once

#include <QImage>
#include <QSaveFile>

#include <memory>
#include <vector>

struct st_gif;

namespace zhibei {

class ColorTable;

/// A GIF that plays over and over, written picture by picture. The file is replaced whole or not at all.
class GifFile {
public:
    /// All pictures have this size and the colours of the table, of which there are at most 255: one more means “as before”.
    GifFile(const QString &path, const QSize &size, const ColorTable &colors);
    ~GifFile();

    /// `hundredths` of a second until the next. False if it cannot be written: see `error`.
    bool add(const QImage &picture, int hundredths);
    bool close();
    QString error() const;

private:
    bool m_good = false;
    QSaveFile m_file;
    QSize m_size;
    const ColorTable &m_colors;
    std::vector<quint8> m_palette, m_indices;
    st_gif *m_gif = nullptr;
};

} // namespace zhibei
