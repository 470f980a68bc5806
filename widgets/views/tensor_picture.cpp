#include "widgets/views/tensor_picture.h"

#include "widgets/views/short_number.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t mostTiles = 16, mostInList = 16;

float largestOf(const std::vector<float> &numbers)
{
    float largest = 0;
    for (const float number : numbers)
        if (std::isfinite(number))
            largest = std::max(largest, std::abs(number));
    return largest > 0 ? largest : 1;
}

} // namespace

TensorPicture::TensorPicture(std::vector<float> numbers, const Shape &shape, bool ink)
    : m_numbers(std::move(numbers)), m_shape(shape), m_scale(largestOf(m_numbers)), m_ink(ink)
{
    if (m_shape.count() != int64_t(m_numbers.size()) || m_shape.rank() > 3)
        m_shape = Shape({int64_t(m_numbers.size())});
}

QPointF TensorPicture::Grid::tile(int64_t t) const
{
    return corner + QPointF(double(t % tileColumns) * (tileWidth() + gap), double(t / tileColumns) * (tileHeight() + gap));
}

TensorPicture::Grid TensorPicture::grid(const QRectF &area, const Theme &theme) const
{
    Grid g;
    const int64_t count = int64_t(m_numbers.size());
    const double largest = theme.space(9), line = QFontMetricsF(theme.font(Type::Caption)).height();
    if (m_shape.rank() == 3) {
        g.tiles = std::min(m_shape[0], mostTiles);
        g.hidden = m_shape[0] - g.tiles;
        g.down = m_shape[1];
        g.across = m_shape[2];
        g.gap = g.tiles > 1 ? 4 : 0;
        double best = 0;
        for (int64_t columns = 1; columns <= g.tiles; ++columns) { // as large as they can be
            const int64_t rows = (g.tiles + columns - 1) / columns;
            const double cell = std::min((area.width() - g.gap * double(columns - 1)) / double(columns * g.across),
                                         (area.height() - g.gap * double(rows - 1)) / double(rows * g.down));
            if (cell > best) {
                best = cell;
                g.tileColumns = columns;
            }
        }
        g.cellWidth = g.cellHeight = std::clamp(best, 0.05, largest);
    } else if (m_shape.rank() == 2) {
        g.down = m_shape[0];
        g.across = m_shape[1];
        g.cellWidth = std::clamp(area.width() / double(g.across), 0.05, 1.4 * largest);
        g.cellHeight = std::clamp(area.height() / double(g.down), 0.05, std::min(g.cellWidth * 2, largest));
        g.cellWidth = std::min(g.cellWidth, g.cellHeight * 4);
    } else if (count <= mostInList && area.height() / double(std::max<int64_t>(1, count)) >= 6) { // a column, each with its figures
        g.down = count;
        g.cellWidth = std::min(area.width(), 5.5 * line);
        g.cellHeight = std::min(area.height() / double(std::max<int64_t>(1, count)), 1.6 * line);
    } else {
        g.across = std::clamp<int64_t>(int64_t(std::ceil(std::sqrt(double(count) * area.width() / std::max(1.0, area.height())))), 1, std::max<int64_t>(1, count));
        g.down = (count + g.across - 1) / g.across;
        g.cellWidth = g.cellHeight = std::clamp(std::min(area.width() / double(g.across), area.height() / double(g.down)), 0.05, largest);
    }
    const int64_t rows = (g.tiles + g.tileColumns - 1) / g.tileColumns;
    const QSizeF size(double(g.tileColumns) * (g.tileWidth() + g.gap) - g.gap, double(rows) * (g.tileHeight() + g.gap) - g.gap);
    g.corner = QPointF(area.center().x() - size.width() / 2, area.center().y() - size.height() / 2);
    return g;
}

QRectF TensorPicture::place(const QRectF &area, const Theme &theme) const
{
    const Grid g = grid(area, theme);
    return QRectF(g.corner, area.center() * 2 - g.corner);
}

QRgb TensorPicture::color(float number, const Theme &theme) const
{
    if (!std::isfinite(number))
        return theme.color(Ink::Bad).rgb();
    const double share = double(number) / double(m_scale);
    return m_ink ? theme.magnitudeColor(std::clamp(share, 0.0, 1.0)) : theme.signedColor(std::clamp(share, -1.0, 1.0));
}

void TensorPicture::paint(QPainter &painter, const QRectF &area, const Theme &theme) const
{
    if (m_numbers.empty() || area.width() < 2 || area.height() < 2)
        return;
    const Grid g = grid(area, theme);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (int64_t t = 0; t < g.tiles; ++t) {
        // No more pixels than the screen has: of numbers that are smaller, some.
        const auto wide = int(std::min(double(g.across), std::ceil(2 * g.tileWidth()))), high = int(std::min(double(g.down), std::ceil(2 * g.tileHeight())));
        QImage image(std::max(1, wide), std::max(1, high), QImage::Format_ARGB32);
        for (int y = 0; y < image.height(); ++y) {
            auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                const int64_t i = y * g.down / image.height() * g.across + x * g.across / image.width();
                const size_t k = size_t(t * g.across * g.down + i);
                row[x] = k < m_numbers.size() ? color(m_numbers[k], theme) : qRgba(0, 0, 0, 0);
            }
        }
        const QRectF tile(g.tile(t), QSizeF(g.tileWidth(), g.tileHeight()));
        painter.drawImage(tile, image);
        painter.setPen(QPen(theme.color(Ink::Line), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(tile);
    }
    paintFigures(painter, g, theme);
    painter.restore();
}

void TensorPicture::paintFigures(QPainter &painter, const Grid &g, const Theme &theme) const
{
    const QFont font = theme.font(Type::Caption);
    const QFontMetricsF metrics(font);
    if (g.cellHeight < metrics.height() || g.cellWidth < metrics.horizontalAdvance(QStringLiteral("−0.00")) + 4 || m_numbers.size() > 400)
        return;
    painter.setFont(font);
    for (size_t k = 0; k < m_numbers.size(); ++k) {
        const int64_t tile = int64_t(k) / (g.across * g.down), i = int64_t(k) % (g.across * g.down);
        if (tile >= g.tiles)
            return;
        const QRectF cell(g.tile(tile) + QPointF(double(i % g.across) * g.cellWidth, double(i / g.across) * g.cellHeight), QSizeF(g.cellWidth, g.cellHeight));
        painter.setPen(QColor(color(m_numbers[k], theme)).lightnessF() > 0.55 ? QColor(Qt::black) : QColor(Qt::white));
        QString figures = shortNumber(double(m_numbers[k]));
        if (metrics.horizontalAdvance(figures) > cell.width() - 2)
            figures = shortNumber(double(m_numbers[k]), 2);
        if (metrics.horizontalAdvance(figures) <= cell.width() - 2)
            painter.drawText(cell, Qt::AlignCenter, figures);
    }
}

int64_t TensorPicture::at(const QRectF &area, const QPointF &place, const Theme &theme) const
{
    if (m_numbers.empty())
        return -1;
    const Grid g = grid(area, theme);
    for (int64_t t = 0; t < g.tiles; ++t) {
        const QPointF within = place - g.tile(t);
        const auto x = int64_t(std::floor(within.x() / g.cellWidth)), y = int64_t(std::floor(within.y() / g.cellHeight));
        if (x < 0 || y < 0 || x >= g.across || y >= g.down)
            continue;
        const int64_t k = (t * g.down + y) * g.across + x;
        return k < int64_t(m_numbers.size()) ? k : -1;
    }
    return -1;
}

} // namespace zhibei
