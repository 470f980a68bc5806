#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>

#include <functional>

class QPainter;

namespace zhibei {

/// A function over a square grid as a relief, seen at a slant from above and turned around its middle.
class Relief {
public:
    /// `heights(row, column)` from 0 to 1, for `side`² places; `turn` in radians.
    Relief(int side, std::function<double(int, int)> heights, double turn, const QRectF &area);

    /// Where a place lies within `area`; columns and rows may lie between the grid's.
    QPointF place(double column, double row, double height) const;
    /// The same at the height that the relief has there.
    QPointF onGround(double column, double row) const;
    /// From the back to the front, lit from the left; `color` by height.
    void paint(QPainter &painter, const std::function<QColor(double)> &color, const QColor &line) const;
    /// The place of the grid (column, row) that is drawn nearest to `at`.
    QPointF nearest(const QPointF &at) const;

private:
    QPointF turned(double column, double row) const;
    double light(int row, int column) const;

    int m_side;
    std::function<double(int, int)> m_heights;
    double m_cos, m_sin, m_scale;
    QPointF m_middle;
};

} // namespace zhibei
