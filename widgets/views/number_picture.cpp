#include "widgets/views/number_picture.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t mostTiles = 1024, tallestImage = 16384;
constexpr double largestCell = 40;

} // namespace

NumberPicture NumberPicture::ofOutput(const Shape &shape)
{
    NumberPicture picture;
    picture.m_count = shape.count();
    if (shape.rank() == 3) {
        picture.m_outer = {shape[0], shape[1] * shape[2]};
        picture.m_y = {shape[1], shape[2]};
        picture.m_x = {shape[2], 1};
    } else if (shape.rank() == 2) { // time runs to the right
        picture.m_square = false;
        picture.m_x = {shape[0], shape[1]};
        picture.m_y = {shape[1], 1};
    } else {
        picture.m_vector = true;
        picture.m_x = {picture.m_count, 1};
    }
    return picture;
}

NumberPicture NumberPicture::ofParameter(const Shape &shape, const Shape &arriving)
{
    if (shape.rank() == 3 || shape.rank() == 4) { // kernels {outputs, inputs, [height,] width}
        NumberPicture picture;
        picture.m_count = shape.count();
        const bool flat = shape.rank() == 3;
        const int64_t height = flat ? 1 : shape[2], width = shape[flat ? 2 : 3];
        picture.m_outer = {shape[0], shape[1] * height * width};
        picture.m_inner = {shape[1], height * width};
        picture.m_y = {height, width};
        picture.m_x = {width, 1};
        return picture;
    }
    if (shape.rank() != 2)
        return ofOutput(Shape({shape.count()}));
    NumberPicture picture;
    picture.m_count = shape.count();
    const int64_t units = shape[1];
    if (arriving.rank() == 3) {
        picture.m_outer = {units, 1};
        picture.m_inner = {arriving[0], arriving[1] * arriving[2] * units};
        picture.m_y = {arriving[1], arriving[2] * units};
        picture.m_x = {arriving[2], units};
    } else { // inputs downwards, units to the right
        picture.m_square = false;
        picture.m_y = {shape[0], units};
        picture.m_x = {units, 1};
    }
    return picture;
}

double NumberPicture::strength(double v, double scale, bool logarithmic)
{
    if (!(scale > 0) || !std::isfinite(v))
        return 0;
    const double part = std::min(1.0, std::abs(v) / scale);
    constexpr double decades = 1000; // what is a thousandth of the largest is still seen
    return std::copysign(logarithmic ? std::log1p(part * decades) / std::log1p(decades) : part, v);
}

void NumberPicture::setNumbers(std::vector<float> numbers, const std::function<double(int64_t)> &scale, bool logarithmic, bool ink, const Theme &theme)
{
    m_numbers = std::move(numbers);
    m_numbers.resize(size_t(m_count), NAN);
    m_ink = ink;
    m_strengths.resize(m_numbers.size());
    for (size_t k = 0; k < m_numbers.size(); ++k)
        m_strengths[k] = std::isfinite(m_numbers[k]) ? float(strength(double(m_numbers[k]), scale(int64_t(k)), logarithmic)) : NAN;
    m_image = {};
    m_imageDark = theme.isDark();
}

int64_t NumberPicture::shownTiles() const
{
    return std::min({tiles() - m_firstTile, mostTiles, std::max<int64_t>(1, tallestImage / m_y.count)});
}

bool NumberPicture::turnPage(int by)
{
    const int64_t page = std::min(mostTiles, std::max<int64_t>(1, tallestImage / m_y.count)), to = m_firstTile + by * page;
    if (to < 0 || to >= tiles())
        return false;
    m_firstTile = to;
    m_image = {};
    return true;
}

QString NumberPicture::pageText() const
{
    if (shownTiles() == tiles())
        return {};
    const QLocale locale;
    return QCoreApplication::translate("NumberPicture", "%1–%2 of %3 (Page Up, Page Down)")
        .arg(locale.toString(qlonglong(m_firstTile + 1)), locale.toString(qlonglong(m_firstTile + shownTiles())), locale.toString(qlonglong(tiles())));
}

void NumberPicture::wrap(const QRectF &area) const
{
    if (!m_vector)
        return;
    int64_t best = 1;
    double side = 0;
    const auto most = std::min<int64_t>(m_count, std::max<int64_t>(1, int64_t(area.width())));
    for (int64_t columns = 1; columns <= most; ++columns) {
        const int64_t rows = (m_count + columns - 1) / columns;
        double fits = std::min({area.width() / double(columns), area.height() / double(rows), largestCell});
        if (m_count % columns != 0)
            fits *= 0.9; // a full rectangle is worth a little
        if (fits > side) {
            side = fits;
            best = columns;
        }
    }
    const int64_t rows = std::max<int64_t>(1, (m_count + best - 1) / best);
    if (best == m_x.count && rows == m_y.count && m_y.stride == best)
        return;
    m_x = {best, 1};
    m_y = {rows, best};
    m_image = {};
}

NumberPicture::Layout NumberPicture::tiled(const QRectF &area) const
{
    const int64_t count = shownTiles();
    Layout best;
    best.cellWidth = 0;
    const double gap = count == 1 ? 0 : count <= 64 ? 4 : count <= 256 ? 2 : 1;
    const auto fit = [&](int64_t columns) {
        const int64_t rows = (count + columns - 1) / columns;
        const double side = std::min({(area.width() - gap * double(columns - 1)) / double(columns * m_x.count),
                                      (area.height() - gap * double(rows - 1)) / double(rows * m_y.count), largestCell});
        if (side > best.cellWidth) {
            best.columns = columns;
            best.cellWidth = best.cellHeight = side;
        }
    };
    for (int64_t columns = 1; columns <= count; ++columns)
        fit(columns);
    best.gap = gap;
    best.cellWidth = best.cellHeight = std::max(best.cellWidth, 0.02);
    return best;
}

NumberPicture::Layout NumberPicture::layout(const QRectF &area) const
{
    wrap(area);
    Layout found;
    if (m_square) {
        found = tiled(area);
    } else {
        found.cellWidth = std::min(area.width() / double(std::max<int64_t>(1, m_x.count)), largestCell);
        found.cellHeight = std::min(area.height() / double(std::max<int64_t>(1, m_y.count)), largestCell);
    }
    found.tileWidth = found.cellWidth * double(m_x.count);
    found.tileHeight = found.cellHeight * double(m_y.count);
    found.left = area.left();
    found.top = area.top();
    return found;
}

int64_t NumberPicture::index(int64_t tile, int64_t x, int64_t y) const
{
    const int64_t t = m_firstTile + tile;
    const int64_t k = t / m_inner.count * m_outer.stride + t % m_inner.count * m_inner.stride + y * m_y.stride + x * m_x.stride;
    return k < m_count ? k : -1;
}

bool NumberPicture::locate(int64_t k, int64_t &tile, int64_t &x, int64_t &y) const
{
    if (k < 0 || k >= m_count)
        return false;
    // Each axis in turn, the widest stride first.
    struct Found { const Axis *axis; int64_t at = 0; };
    Found axes[] = {{&m_outer}, {&m_inner}, {&m_y}, {&m_x}};
    Found *order[] = {&axes[0], &axes[1], &axes[2], &axes[3]};
    std::sort(std::begin(order), std::end(order), [](const Found *a, const Found *b) { return a->axis->stride > b->axis->stride; });
    for (Found *found : order) {
        if (found->axis->stride == 0 || found->axis->count == 1)
            continue;
        found->at = k / found->axis->stride;
        k %= found->axis->stride;
    }
    tile = axes[0].at * m_inner.count + axes[1].at - m_firstTile;
    y = axes[2].at;
    x = axes[3].at;
    return tile >= 0 && tile < shownTiles();
}

void NumberPicture::drawImages(const Theme &theme) const
{
    if (!m_image.isNull() && m_imageDark == theme.isDark())
        return;
    m_imageDark = theme.isDark();
    m_image = QImage(int(m_x.count), int(m_y.count * shownTiles()), QImage::Format_ARGB32_Premultiplied);
    const QRgb none = theme.color(Ink::Dot).rgb();
    for (int64_t tile = 0; tile < shownTiles(); ++tile)
        for (int64_t y = 0; y < m_y.count; ++y) {
            auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(int(tile * m_y.count + y)));
            for (int64_t x = 0; x < m_x.count; ++x) {
                const int64_t k = index(tile, x, y);
                const float v = k < 0 ? 0.0f : m_strengths[size_t(k)];
                line[x] = k < 0 ? qRgba(0, 0, 0, 0) : std::isnan(v) ? none : m_ink ? theme.magnitudeColor(double(v)) : theme.signedColor(double(v));
            }
        }
}

void NumberPicture::paint(QPainter &painter, const Theme &theme, const QRectF &area, int64_t marked) const
{
    if (m_strengths.empty() || area.width() < 2 || area.height() < 2)
        return;
    const Layout at = layout(area);
    drawImages(theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, at.cellWidth < 1 || at.cellHeight < 1);
    for (int64_t tile = 0; tile < shownTiles(); ++tile) {
        const QPointF corner(at.left + double(tile % at.columns) * (at.tileWidth + at.gap), at.top + double(tile / at.columns) * (at.tileHeight + at.gap));
        painter.drawImage(QRectF(corner, QSizeF(at.tileWidth, at.tileHeight)), m_image, QRectF(0, double(tile * m_y.count), double(m_x.count), double(m_y.count)));
    }
    if (shownTiles() == 1 && std::min(at.cellWidth, at.cellHeight) >= 8) { // a hair between cells that can be told apart
        painter.setPen(theme.color(Ink::Surface));
        for (int64_t x = 1; x < m_x.count; ++x)
            painter.drawLine(QPointF(at.left + double(x) * at.cellWidth, at.top), QPointF(at.left + double(x) * at.cellWidth, at.top + at.tileHeight));
        for (int64_t y = 1; y < m_y.count; ++y)
            painter.drawLine(QPointF(at.left, at.top + double(y) * at.cellHeight), QPointF(at.left + at.tileWidth, at.top + double(y) * at.cellHeight));
    }
    if (const QRectF chosen = cell(area, marked); !chosen.isEmpty()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Ink::Text), 1));
        painter.drawRect(chosen.adjusted(-2, -2, 2, 2));
        painter.setPen(QPen(theme.color(Ink::Mark), 2));
        painter.drawRect(chosen.adjusted(-1, -1, 1, 1));
    }
    painter.restore();
}

QRectF NumberPicture::cell(const QRectF &area, int64_t k) const
{
    const Layout at = layout(area);
    int64_t tile = 0, x = 0, y = 0;
    if (!locate(k, tile, x, y))
        return {};
    return {at.left + double(tile % at.columns) * (at.tileWidth + at.gap) + double(x) * at.cellWidth,
            at.top + double(tile / at.columns) * (at.tileHeight + at.gap) + double(y) * at.cellHeight, at.cellWidth, at.cellHeight};
}

int64_t NumberPicture::at(const QRectF &area, const QPointF &place) const
{
    const Layout at = layout(area);
    const double px = place.x() - at.left, py = place.y() - at.top;
    const auto column = int64_t(std::floor(px / (at.tileWidth + at.gap))), row = int64_t(std::floor(py / (at.tileHeight + at.gap)));
    const auto x = int64_t(std::floor((px - double(column) * (at.tileWidth + at.gap)) / at.cellWidth));
    const auto y = int64_t(std::floor((py - double(row) * (at.tileHeight + at.gap)) / at.cellHeight));
    const int64_t tile = row * at.columns + column;
    const bool inside = px >= 0 && py >= 0 && column < at.columns && tile < shownTiles() && x < m_x.count && y < m_y.count;
    return inside && !m_numbers.empty() ? index(tile, x, y) : -1;
}

int64_t NumberPicture::neighbour(const QRectF &area, int64_t k, int right, int down) const
{
    const Layout at = layout(area);
    int64_t tile = 0, x = 0, y = 0;
    if (!locate(k, tile, x, y))
        return m_numbers.empty() ? -1 : index(0, 0, 0);
    x += right;
    y += down;
    if (x < 0 || x >= m_x.count) {
        if (tile % at.columns + right < 0 || tile % at.columns + right >= at.columns)
            return k;
        tile += right;
        x = right > 0 ? 0 : m_x.count - 1;
    }
    if (y < 0 || y >= m_y.count) {
        tile += down * at.columns;
        y = down > 0 ? 0 : m_y.count - 1;
    }
    if (tile < 0 || tile >= shownTiles())
        return k;
    const int64_t next = index(tile, x, y);
    return next < 0 ? k : next;
}

} // namespace zhibei
