#pragma once

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QRectF>

#include <span>
#include <vector>

namespace zhibei {

/// Numbers row by row, drawn as coloured cells, with the numbers written into them where there is room.
struct Cells {
    std::vector<float> values;
    int64_t rows = 1, columns = 1;
    double scale = 0;     ///< the magnitude of the strongest colour; 0: the largest of the values
    bool magnitude = false; ///< ink on paper, 0 to scale; else signed colours
    bool numbers = true;

    bool empty() const { return values.empty() || rows < 1 || columns < 1; }
    float at(int64_t row, int64_t column) const { return values[static_cast<size_t>(row * columns + column)]; }
};

/// Draws the cells so that they fill `area`.
void paintCells(QPainter &painter, const QRectF &area, const Theme &theme, const Cells &cells);
/// The largest place in `area`, at its top and in the middle, in which such cells are squares.
QRectF squareCells(const QRectF &area, int64_t rows, int64_t columns);
/// Where one cell is.
QRectF cellAt(const QRectF &area, const Cells &cells, int64_t row, int64_t column);
/// A frame around a place.
void paintMark(QPainter &painter, const QRectF &place, const Theme &theme, double width = 2);

double largestOf(std::span<const float> values);
/// Three digits and a true minus: "−0.532". Rounder where room is scarce: "−0.53".
QString shortNumber(double value, bool scarce = false);
/// One line of text that ends with … where it does not fit.
void paintLine(QPainter &painter, const QRectF &area, const QString &text, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace zhibei
