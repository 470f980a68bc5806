#pragma once

#include "core/tensor/shape.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QRectF>

#include <functional>
#include <vector>

class QPainter;

namespace zhibei {

/// The numbers of a tensor as coloured cells in their natural form: maps and kernels as tiles, a sequence as a strip over
/// time, a matrix as a matrix, a vector as a grid. Blue negative, orange positive; grey cells are no numbers.
class NumberPicture {
public:
    /// An output {channels, height, width}, {time, features}, or any vector.
    static NumberPicture ofOutput(const Shape &shape);
    /// A parameter; `picture` {channels, height, width}: what arrives at a matrix, each unit's weights are drawn as that.
    static NumberPicture ofParameter(const Shape &shape, const Shape &picture);

    /// `scale` is the magnitude that takes the full colour for number k. `ink`: none is below zero, in shades of ink.
    void setNumbers(std::vector<float> numbers, const std::function<double(int64_t k)> &scale, bool logarithmic, bool ink, const Theme &theme);
    const std::vector<float> &numbers() const { return m_numbers; }

    /// Marks cell `marked`; -1: none.
    void paint(QPainter &painter, const Theme &theme, const QRectF &area, int64_t marked) const;
    /// The number at a place; -1: none.
    int64_t at(const QRectF &area, const QPointF &place) const;
    QRectF cell(const QRectF &area, int64_t k) const;
    /// The next number that way, in tiles first; k itself at the edge.
    int64_t neighbour(const QRectF &area, int64_t k, int right, int down) const;

    /// Of many tiles, some are shown at a time. Turns pages; false at the end.
    bool turnPage(int by);
    QString pageText() const; ///< "kernels 1–1024 of 4096"; empty where all are shown
    int64_t shownTiles() const;

    /// How strongly v is drawn, -1 to 1.
    static double strength(double v, double scale, bool logarithmic);

private:
    struct Axis { int64_t count = 1, stride = 0; };
    struct Layout {
        int64_t columns = 1;             ///< tiles a row
        double cellWidth = 1, cellHeight = 1, gap = 0;
        double left = 0, top = 0;
        double tileWidth = 1, tileHeight = 1;
    };
    Layout layout(const QRectF &area) const;
    Layout tiled(const QRectF &area) const;
    int64_t tiles() const { return m_outer.count * m_inner.count; }
    int64_t index(int64_t tile, int64_t x, int64_t y) const; ///< tile counted from the first shown
    bool locate(int64_t k, int64_t &tile, int64_t &x, int64_t &y) const;
    void wrap(const QRectF &area) const;
    void drawImages(const Theme &theme) const;

    bool m_vector = false;               ///< a row that is wrapped to fit
    bool m_square = true;
    mutable Axis m_outer, m_inner, m_y, m_x;
    int64_t m_count = 0, m_firstTile = 0;
    std::vector<float> m_numbers;
    std::vector<float> m_strengths;
    bool m_ink = false;
    mutable QImage m_image; ///< the shown tiles below each other, a pixel a cell
    mutable bool m_imageDark = false;
};

} // namespace zhibei
