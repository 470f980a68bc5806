#pragma once

#include <QImage>

#include <vector>

namespace zhibei {

/// The few colours that stand for the many of a film's pictures, as a GIF wants them: first count every picture, then
/// choose, then ask. Colours that fill a picture come out as they were; the others as near as the table allows.
///
/// Colours are gathered in 64³ bins. The box of bins whose colours differ most is cut, where the two halves differ least,
/// until there are enough boxes (Wu's criterion); then each colour moves to the middle of those that are nearest to it.
class ColorTable {
public:
    ColorTable();

    void count(const QImage &picture);
    /// Makes the table: at most `most` colours, 2 to 256.
    void choose(int most);
    const std::vector<QRgb> &colors() const { return m_colors; }
    /// The colour of the table for one that was counted.
    quint8 indexOf(QRgb color) const { return m_index[binOf(color)]; }

private:
    struct Bin {
        double count = 0, red = 0, green = 0, blue = 0; ///< sums
    };
    static size_t binOf(QRgb color)
    {
        return static_cast<size_t>((qRed(color) >> 2) << 12 | (qGreen(color) >> 2) << 6 | qBlue(color) >> 2);
    }

    std::vector<Bin> m_bins;
    std::vector<quint8> m_index; ///< per bin
    std::vector<QRgb> m_colors;
};

} // namespace zhibei
