#pragma once

#include "core/tensor/shape.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <vector>

namespace zhibei {

/// The numbers of a value as coloured cells, with the figures in them where there is room: a row of numbers as a column or
/// a block, a matrix row by row, pictures side by side.
class TensorPicture {
public:
    TensorPicture() = default;
    /// `ink`: numbers from 0 on in ink on paper, as pictures of pen strokes; else signed colours.
    TensorPicture(std::vector<float> numbers, const Shape &shape, bool ink = false);

    /// The colours reach from −scale to scale; by itself the largest magnitude.
    void setScale(float scale) { m_scale = scale; }
    float scale() const { return m_scale; }
    const std::vector<float> &numbers() const { return m_numbers; }
    const Shape &shape() const { return m_shape; }

    /// Draws it in the middle of the area.
    void paint(QPainter &painter, const QRectF &area, const Theme &theme) const;
    /// The number under a place of the area; −1: none.
    int64_t at(const QRectF &area, const QPointF &place, const Theme &theme) const;
    /// Where it is drawn within the area.
    QRectF place(const QRectF &area, const Theme &theme) const;

private:
    struct Grid {
        int64_t tiles = 1, tileColumns = 1, across = 1, down = 1, hidden = 0;
        double cellWidth = 1, cellHeight = 1, gap = 0;
        QPointF corner;
        double tileWidth() const { return cellWidth * double(across); }
        double tileHeight() const { return cellHeight * double(down); }
        QPointF tile(int64_t t) const;
    };
    Grid grid(const QRectF &area, const Theme &theme) const;
    void paintFigures(QPainter &painter, const Grid &grid, const Theme &theme) const;
    QRgb color(float number, const Theme &theme) const;

    std::vector<float> m_numbers;
    Shape m_shape;
    float m_scale = 1;
    bool m_ink = false;
};

} // namespace zhibei
