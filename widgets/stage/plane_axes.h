#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;

namespace zhibei {

/// Maps a rectangle of numbers to a rectangle of pixels and draws its ticks: few, quiet, tabular.
class PlaneAxes {
public:
    /// `units`: left, right and bottom < top as x, x + width, y, y + height.
    PlaneAxes() = default;
    PlaneAxes(const QRectF &units, const QRectF &pixels) : m_units(units), m_pixels(pixels) {}

    const QRectF &units() const { return m_units; }
    const QRectF &pixels() const { return m_pixels; }
    QPointF toPixels(const QPointF &units) const;
    QPointF toUnits(const QPointF &pixels) const;

    /// Multiples of 1, 2 or 5 within [from, to], about `count` of them.
    static QList<double> ticks(double from, double to, int count);
    static QString tickText(double tick);

    /// Tick labels left and below; with `grid`, hairlines across.
    void paint(QPainter &painter, const Theme &theme, bool grid) const;
    /// The names of the two axes, at the end of each.
    void paintNames(QPainter &painter, const Theme &theme, const QString &x, const QString &y) const;
    /// Room the labels need around the pixels.
    static QMarginsF margins(const Theme &theme);

private:
    QRectF m_units{-6, -6, 12, 12}, m_pixels{0, 0, 1, 1};
};

} // namespace zhibei
