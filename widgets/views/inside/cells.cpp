#include "widgets/views/inside/cells.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace zhibei {

double largestOf(std::span<const float> values)
{
    double largest = 0;
    for (const float value : values)
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(double(value)));
    return largest;
}

QString shortNumber(double value, bool scarce)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? QStringLiteral("NaN") : value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    const double magnitude = std::abs(value);
    const bool extreme = magnitude >= 1e5 || (magnitude > 0 && magnitude < (scarce ? 0 : 0.0005));
    const QString digits = extreme ? QString::number(magnitude, 'e', 1) : QLocale().toString(magnitude, 'f', magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude == 0 ? 0 : 2 + (magnitude < 1 && !scarce));
    const bool vanishes = scarce && magnitude < 0.005;
    return (value < 0 && !vanishes ? QStringLiteral("−") : QString()) + digits;
}

QRectF squareCells(const QRectF &area, int64_t rows, int64_t columns)
{
    const double cell = std::max(0.0, std::min(area.width() / double(std::max<int64_t>(1, columns)), area.height() / double(std::max<int64_t>(1, rows))));
    const double width = cell * double(columns);
    return {area.center().x() - width / 2, area.top(), width, cell * double(rows)};
}

QRectF cellAt(const QRectF &area, const Cells &cells, int64_t row, int64_t column)
{
    const double width = area.width() / double(cells.columns), height = area.height() / double(cells.rows);
    return {area.left() + double(column) * width, area.top() + double(row) * height, width, height};
}

void paintMark(QPainter &painter, const QRectF &place, const Theme &theme, double width)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Ink::Background), width + 2));
    painter.drawRect(place);
    painter.setPen(QPen(theme.color(Ink::Accent), width));
    painter.drawRect(place);
}

void paintLine(QPainter &painter, const QRectF &area, const QString &text, Qt::Alignment alignment)
{
    painter.drawText(area, int(alignment), QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, area.width()));
}

void paintCells(QPainter &painter, const QRectF &area, const Theme &theme, const Cells &cells)
{
    if (cells.empty() || area.width() < 1 || area.height() < 1)
        return;
    const double scale = cells.scale > 0 ? cells.scale : largestOf(cells.values), factor = scale > 0 ? 1 / scale : 0;
    const auto color = [&](float value) { return cells.magnitude ? theme.magnitudeColor(double(value) * factor) : theme.signedColor(double(value) * factor); };
    QImage image(int(cells.columns), int(cells.rows), QImage::Format_RGB32);
    for (int y = 0; y < int(cells.rows); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < int(cells.columns); ++x)
            line[x] = color(cells.at(y, x));
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(area, image);
    const double width = area.width() / double(cells.columns), height = area.height() / double(cells.rows);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.color(Ink::Line), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.setFont(theme.font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    if (!cells.numbers || height < metrics.height() || width < metrics.horizontalAdvance(QStringLiteral("−0.88")))
        return;
    for (int64_t x = 1; x < cells.columns; ++x)
        painter.drawLine(QPointF(area.left() + double(x) * width, area.top()), QPointF(area.left() + double(x) * width, area.bottom()));
    for (int64_t y = 1; y < cells.rows; ++y)
        painter.drawLine(QPointF(area.left(), area.top() + double(y) * height), QPointF(area.right(), area.top() + double(y) * height));
    painter.setRenderHint(QPainter::Antialiasing);
    for (int64_t y = 0; y < cells.rows; ++y)
        for (int64_t x = 0; x < cells.columns; ++x) {
            const QColor paper(color(cells.at(y, x)));
            const bool bright = 0.299 * paper.redF() + 0.587 * paper.greenF() + 0.114 * paper.blueF() > 0.55;
            painter.setPen(QColor(bright ? Qt::black : Qt::white));
            painter.drawText(cellAt(area, cells, y, x), Qt::AlignCenter, shortNumber(double(cells.at(y, x)), width < metrics.horizontalAdvance(QStringLiteral("−0.8888"))));
        }
}

} // namespace zhibei
