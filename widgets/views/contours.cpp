#include "widgets/views/contours.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// Crossings of one cell with corners a b over d c, as places on its four sides.
void addCell(QList<QLineF> &pieces, const QPointF &corner, double a, double b, double c, double d)
{
    const auto at = [](double from, double to) { return from / (from - to); };
    const QPointF top = corner + QPointF(at(a, b), 0), right = corner + QPointF(1, at(b, c)), bottom = corner + QPointF(at(d, c), 1), left = corner + QPointF(0, at(a, d));
    const int which = (a > 0) | (b > 0) << 1 | (c > 0) << 2 | (d > 0) << 3;
    const bool middle = a + b + c + d > 0;
    switch (which) {
    case 1: case 14: pieces.append({left, top}); break;
    case 2: case 13: pieces.append({top, right}); break;
    case 4: case 11: pieces.append({right, bottom}); break;
    case 8: case 7: pieces.append({bottom, left}); break;
    case 3: case 12: pieces.append({left, right}); break;
    case 6: case 9: pieces.append({top, bottom}); break;
    case 5:
        pieces.append(middle ? QLineF(top, right) : QLineF(left, top));
        pieces.append(middle ? QLineF(bottom, left) : QLineF(right, bottom));
        break;
    case 10:
        pieces.append(middle ? QLineF(left, top) : QLineF(top, right));
        pieces.append(middle ? QLineF(right, bottom) : QLineF(bottom, left));
        break;
    default: break;
    }
}

} // namespace

QList<QLineF> contour(int rows, int columns, double level, const std::function<double(int, int)> &value)
{
    QList<QLineF> pieces;
    for (int row = 0; row + 1 < rows; ++row)
        for (int column = 0; column + 1 < columns; ++column) {
            const double a = value(row, column) - level, b = value(row, column + 1) - level;
            const double c = value(row + 1, column + 1) - level, d = value(row + 1, column) - level;
            if (std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d))
                addCell(pieces, QPointF(column, row), a, b, c, d);
        }
    return pieces;
}

QList<QLineF> verdictBorders(int rows, int columns, int outputs, double threshold, const std::function<double(int, int, int)> &value)
{
    if (outputs == 1)
        return contour(rows, columns, threshold, [&](int row, int column) { return value(0, row, column); });
    QList<QLineF> pieces;
    for (int k = 0; k < outputs; ++k)
        pieces += contour(rows, columns, 0, [&](int row, int column) {
            double others = -INFINITY;
            for (int other = 0; other < outputs; ++other)
                if (other != k)
                    others = std::max(others, value(other, row, column));
            return value(k, row, column) - others;
        });
    return pieces;
}

} // namespace zhibei
