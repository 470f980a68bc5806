#pragma once

#include <QLineF>
#include <QList>

#include <functional>

namespace zhibei {

/// Where a function over a grid passes a level, in pieces of straight line from cell to cell (marching squares; a saddle is
/// parted by its mean). `value(row, column)`; the pieces are in columns and rows. Cells with a number that is not finite have
/// none.
QList<QLineF> contour(int rows, int columns, double level, const std::function<double(int, int)> &value);

/// Where a verdict of `outputs` numbers changes: `value(output, row, column)`. One number changes at `threshold`; of more the
/// largest counts.
QList<QLineF> verdictBorders(int rows, int columns, int outputs, double threshold, const std::function<double(int, int, int)> &value);

} // namespace zhibei
