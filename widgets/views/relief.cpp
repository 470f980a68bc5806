#include "widgets/views/relief.h"

#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double slant = 0.58;  ///< how much of its depth the ground keeps
constexpr double rise = 0.42;   ///< the highest place, in sides of the ground
constexpr double diagonal = 1.42;

}

Relief::Relief(int side, std::function<double(int, int)> heights, double turn, const QRectF &area)
    : m_side(side), m_heights(std::move(heights)), m_cos(std::cos(turn)), m_sin(std::sin(turn)),
      m_scale(std::max(1.0, std::min(area.width() / diagonal, area.height() / (diagonal * slant + rise)))),
      m_middle(area.center() + QPointF(0, m_scale * rise / 2))
{
}

QPointF Relief::turned(double column, double row) const
{
    const double x = column / (m_side - 1) - 0.5, y = row / (m_side - 1) - 0.5;
    return {x * m_cos - y * m_sin, x * m_sin + y * m_cos};
}

QPointF Relief::place(double column, double row, double height) const
{
    const QPointF ground = turned(column, row);
    return m_middle + m_scale * QPointF(ground.x(), ground.y() * slant - height * rise);
}

QPointF Relief::onGround(double column, double row) const
{
    const int c = std::clamp(int(column), 0, m_side - 2), r = std::clamp(int(row), 0, m_side - 2);
    const double fx = column - c, fy = row - r;
    const double height = (1 - fy) * ((1 - fx) * m_heights(r, c) + fx * m_heights(r, c + 1)) + fy * ((1 - fx) * m_heights(r + 1, c) + fx * m_heights(r + 1, c + 1));
    return place(column, row, height);
}

double Relief::light(int row, int column) const
{
    const double steps = m_side - 1;
    const double dx = rise * steps * (m_heights(row, column + 1) + m_heights(row + 1, column + 1) - m_heights(row, column) - m_heights(row + 1, column)) / 2;
    const double dy = rise * steps * (m_heights(row + 1, column) + m_heights(row + 1, column + 1) - m_heights(row, column) - m_heights(row, column + 1)) / 2;
    // The slope as it is seen: rising to the right turns away from the light.
    const double right = dx * m_cos - dy * m_sin, front = dx * m_sin + dy * m_cos;
    return std::clamp((1 + 0.5 * right - 0.3 * front) / std::sqrt(1 + right * right + front * front), 0.0, 1.3);
}

void Relief::paint(QPainter &painter, const std::function<QColor(double)> &color, const QColor &line) const
{
    struct Cell { double depth; int row, column; };
    QList<Cell> cells;
    for (int row = 0; row + 1 < m_side; ++row)
        for (int column = 0; column + 1 < m_side; ++column)
            cells.append({turned(column + 0.5, row + 0.5).y(), row, column});
    std::sort(cells.begin(), cells.end(), [](const Cell &a, const Cell &b) { return a.depth < b.depth; });
    painter.setPen(QPen(line, 0.6));
    for (const Cell &cell : cells) {
        const int r = cell.row, c = cell.column;
        const double a = m_heights(r, c), b = m_heights(r, c + 1), d = m_heights(r + 1, c + 1), e = m_heights(r + 1, c);
        const QColor ground = color((a + b + d + e) / 4);
        const double lit = 0.62 + 0.38 * light(r, c);
        const auto shade = [&](int level) { return std::clamp(int(std::lround(level * lit)), 0, 255); };
        painter.setBrush(QColor(shade(ground.red()), shade(ground.green()), shade(ground.blue())));
        const QPointF corners[] = {place(c, r, a), place(c + 1, r, b), place(c + 1, r + 1, d), place(c, r + 1, e)};
        painter.drawPolygon(corners, 4);
    }
}

QPointF Relief::nearest(const QPointF &at) const
{
    QPointF best;
    double least = INFINITY;
    for (int row = 0; row < m_side; ++row)
        for (int column = 0; column < m_side; ++column) {
            const QPointF off = place(column, row, m_heights(row, column)) - at;
            if (const double distance = QPointF::dotProduct(off, off); distance < least) {
                least = distance;
                best = QPointF(column, row);
            }
        }
    return best;
}

} // namespace zhibei
