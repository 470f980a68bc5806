#include "widgets/film/gif_file.h"

#include "widgets/film/color_table.h"

#include <cgif.h>

namespace zhibei {

namespace {

int writeTo(void *file, const uint8_t *bytes, const size_t count)
{
    const auto size = static_cast<qint64>(count);
    return static_cast<QSaveFile *>(file)->write(reinterpret_cast<const char *>(bytes), size) == size ? 0 : -1;
}

} // namespace

GifFile::GifFile(const QString &path, const QSize &size, const ColorTable &colors)
    : m_file(path), m_size(size), m_colors(colors), m_indices(static_cast<size_t>(size.width()) * static_cast<size_t>(size.height()))
{
    for (const QRgb color : colors.colors())
        for (const int channel : {qRed(color), qGreen(color), qBlue(color)})
            m_palette.push_back(static_cast<quint8>(channel));
    if (!m_file.open(QIODevice::WriteOnly))
        return;
    CGIF_Config config{};
    config.width = static_cast<uint16_t>(size.width());
    config.height = static_cast<uint16_t>(size.height());
    config.pGlobalPalette = m_palette.data();
    config.numGlobalPaletteEntries = static_cast<uint16_t>(colors.colors().size());
    config.attrFlags = CGIF_ATTR_IS_ANIMATED;
    config.numLoops = CGIF_INFINITE_LOOP;
    config.pWriteFn = writeTo;
    config.pContext = &m_file;
    m_gif = cgif_newgif(&config);
    m_good = m_gif != nullptr;
}

GifFile::~GifFile()
{
    if (m_gif)
        cgif_close(m_gif);
}

bool GifFile::add(const QImage &picture, int hundredths)
{
    if (!m_good || picture.size() != m_size)
        return false;
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB32);
    quint8 *next = m_indices.data();
    for (int y = 0; y < rgb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(rgb.constScanLine(y));
        for (int x = 0; x < rgb.width(); ++x)
            *next++ = m_colors.indexOf(line[x]);
    }
    CGIF_FrameConfig frame{};
    frame.pImageData = m_indices.data();
    frame.delay = static_cast<uint16_t>(hundredths);
    frame.genFlags = CGIF_FRAME_GEN_USE_TRANSPARENCY | CGIF_FRAME_GEN_USE_DIFF_WINDOW;
    m_good = cgif_addframe(m_gif, &frame) == CGIF_OK;
    return m_good;
}

bool GifFile::close()
{
    const bool whole = m_gif && cgif_close(m_gif) == CGIF_OK && m_good;
    m_gif = nullptr;
    return whole && m_file.commit();
}

QString GifFile::error() const { return m_file.errorString(); }

} // namespace zhibei
