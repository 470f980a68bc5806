#include "widgets/inspectors/weight_view.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {
constexpr int64_t fewTiles = 24;
constexpr double largestCell = 28, largestTile = 114, tallestMatrix = 200, smallestCell = 4;

/// As many pictures a row as leave the fewest places empty.
int64_t columnsFor(int64_t tiles)
{
    if (tiles <= 4)
        return std::max<int64_t>(tiles, 2);
    const auto empty = [tiles](int64_t columns) { return (columns - tiles % columns) % columns; };
    int64_t best = 4;
    for (const int64_t columns : {5, 6})
        if (empty(columns) <= empty(best))
            best = columns;
    return best;
}
} // namespace

WeightView::WeightView(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_theme, &Theme::changed, this, qOverload<>(&WeightView::update));
}

void WeightView::setWeights(std::vector<float> values, int64_t inputs, int64_t units, const Shape &picture)
{
    const bool sameLayout = inputs == m_inputs && units == m_units && picture == m_picture;
    m_values = std::move(values);
    m_inputs = inputs;
    m_units = units;
    m_picture = picture;
    double squares = 0;
    float largest = 0;
    for (const float v : m_values) {
        if (!std::isfinite(v))
            continue;
        squares += double(v) * v;
        largest = std::max(largest, std::abs(v));
    }
    // Few outliers must not wash out all others.
    const double spread = m_values.empty() ? 0 : 3 * std::sqrt(squares / static_cast<double>(m_values.size()));
    m_scale = std::max(std::min(largest, static_cast<float>(spread)), 1e-9f);
    if (!sameLayout) {
        select(-1);
        updateGeometry();
    }
    update();
}

void WeightView::setShowAll(bool all)
{
    m_showAll = all;
    updateGeometry();
    update();
}

bool WeightView::hidesSome() const { return isPictures() && !m_showAll && m_units * m_picture[0] > fewTiles; }

WeightView::Layout WeightView::layoutFor(int width) const
{
    Layout layout;
    if (m_values.empty())
        return layout;
    if (isPictures()) {
        layout.tiles = m_units * m_picture[0];
        if (hidesSome())
            layout.tiles = fewTiles;
        layout.gap = 4;
        layout.columns = columnsFor(layout.tiles);
        const double tile = std::min((width - layout.gap * double(layout.columns - 1)) / double(layout.columns), largestTile);
        layout.across = m_picture[2];
        layout.down = m_picture[1];
        layout.cellWidth = layout.cellHeight = tile / double(std::max(layout.across, layout.down));
        return layout;
    }
    layout.transposed = m_units > m_inputs;
    layout.across = layout.transposed ? m_units : m_inputs;
    layout.down = layout.transposed ? m_inputs : m_units;
    layout.cellWidth = std::min(double(width) / double(layout.across), largestCell);
    layout.cellHeight = std::clamp(layout.cellWidth, smallestCell, largestCell);
    if (layout.cellHeight * double(layout.down) > tallestMatrix)
        layout.cellHeight = std::max(tallestMatrix / double(layout.down), 1.0);
    if (layout.down == 1)
        layout.cellHeight = std::max(layout.cellHeight, 16.0);
    return layout;
}

int WeightView::heightForWidth(int width) const
{
    const Layout layout = layoutFor(width);
    const int64_t rows = (layout.tiles + layout.columns - 1) / layout.columns;
    const double tile = layout.cellHeight * double(layout.down);
    return static_cast<int>(std::ceil(tile * double(rows) + layout.gap * double(rows - 1))) + 4; // and the focus ring
}

QSize WeightView::sizeHint() const { return {m_theme->space(60), heightForWidth(m_theme->space(60))}; }

qint64 WeightView::index(int64_t tile, int64_t x, int64_t y, const Layout &layout) const
{
    if (isPictures()) {
        const int64_t unit = tile / m_picture[0], channel = tile % m_picture[0];
        const int64_t input = (channel * m_picture[1] + y) * m_picture[2] + x;
        return input * m_units + unit;
    }
    return layout.transposed ? y * m_units + x : x * m_units + y;
}

QImage WeightView::image(int64_t tile, const Layout &layout) const
{
    QImage image(static_cast<int>(layout.across), static_cast<int>(layout.down), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = m_theme->signedColor(m_values[static_cast<size_t>(index(tile, x, y, layout))] / m_scale);
    }
    return image;
}

void WeightView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_values.empty())
        return;
    const Layout layout = layoutFor(width() - 4);
    painter.translate(2, 2);
    const QSizeF tile(layout.cellWidth * double(layout.across), layout.cellHeight * double(layout.down));
    for (int64_t t = 0; t < layout.tiles; ++t) {
        const QPointF corner(double(t % layout.columns) * (tile.width() + layout.gap), double(t / layout.columns) * (tile.height() + layout.gap));
        painter.drawImage(QRectF(corner, tile), image(t, layout));
    }
    if (!isPictures() && layout.cellWidth >= 10) { // a hair between cells that can be told apart
        painter.setPen(m_theme->color(Ink::Surface));
        for (int64_t x = 1; x < layout.across; ++x)
            painter.drawLine(QPointF(double(x) * layout.cellWidth, 0), QPointF(double(x) * layout.cellWidth, tile.height()));
        for (int64_t y = 1; y < layout.down && layout.cellHeight >= 10; ++y)
            painter.drawLine(QPointF(0, double(y) * layout.cellHeight), QPointF(tile.width(), double(y) * layout.cellHeight));
    }
    painter.translate(-2, -2);
    painter.setBrush(Qt::NoBrush);
    if (const QRectF chosen = cell(m_selected); !chosen.isEmpty()) {
        painter.setPen(QPen(m_theme->color(Ink::Text), 1));
        painter.drawRect(chosen.adjusted(-2, -2, 2, 2));
        painter.setPen(QPen(m_theme->color(Ink::Mark), 2));
        painter.drawRect(chosen.adjusted(-1, -1, 1, 1));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme->color(Ink::Accent), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QRectF WeightView::cell(qint64 k) const
{
    if (k < 0 || k >= static_cast<qint64>(m_values.size()))
        return {};
    const Layout layout = layoutFor(width() - 4);
    const int64_t input = k / m_units, unit = k % m_units;
    int64_t tile = 0, x = layout.transposed ? unit : input, y = layout.transposed ? input : unit;
    if (isPictures()) {
        const int64_t area = m_picture[1] * m_picture[2];
        tile = unit * m_picture[0] + input / area;
        x = input % m_picture[2];
        y = input % area / m_picture[2];
        if (tile >= layout.tiles)
            return {};
    }
    const double left = double(tile % layout.columns) * (layout.cellWidth * double(layout.across) + layout.gap);
    const double top = double(tile / layout.columns) * (layout.cellHeight * double(layout.down) + layout.gap);
    return {2 + left + double(x) * layout.cellWidth, 2 + top + double(y) * layout.cellHeight, layout.cellWidth, layout.cellHeight};
}

qint64 WeightView::at(const QPointF &place) const
{
    if (m_values.empty())
        return -1;
    const Layout layout = layoutFor(width() - 4);
    const double tileWidth = layout.cellWidth * double(layout.across), tileHeight = layout.cellHeight * double(layout.down);
    const double px = place.x() - 2, py = place.y() - 2;
    const auto column = static_cast<int64_t>(std::floor(px / (tileWidth + layout.gap)));
    const auto row = static_cast<int64_t>(std::floor(py / (tileHeight + layout.gap)));
    const auto x = static_cast<int64_t>(std::floor((px - double(column) * (tileWidth + layout.gap)) / layout.cellWidth));
    const auto y = static_cast<int64_t>(std::floor((py - double(row) * (tileHeight + layout.gap)) / layout.cellHeight));
    const int64_t tile = row * layout.columns + column;
    const bool inside = px >= 0 && py >= 0 && column < layout.columns && tile < layout.tiles && x < layout.across && y < layout.down;
    return inside ? index(tile, x, y, layout) : -1;
}

void WeightView::select(qint64 k)
{
    if (k == m_selected)
        return;
    m_selected = k;
    update();
    emit selectedChanged(k);
}

void WeightView::mouseMoveEvent(QMouseEvent *event) { emit hovered(at(event->position())); }

void WeightView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        select(at(event->position()));
}

void WeightView::leaveEvent(QEvent *event)
{
    emit hovered(-1);
    QWidget::leaveEvent(event);
}

void WeightView::keyPressEvent(QKeyEvent *event)
{
    const QRectF here = cell(m_selected);
    QPointF to = here.center();
    switch (event->key()) {
    case Qt::Key_Left: to.rx() -= here.width(); break;
    case Qt::Key_Right: to.rx() += here.width(); break;
    case Qt::Key_Up: to.ry() -= here.height(); break;
    case Qt::Key_Down: to.ry() += here.height(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit editAsked(); return;
    case Qt::Key_Escape:
        if (m_selected >= 0) {
            select(-1);
            return;
        }
        [[fallthrough]];
    default: QWidget::keyPressEvent(event); return;
    }
    const qint64 next = here.isEmpty() ? (m_values.empty() ? -1 : 0) : at(to);
    if (next >= 0)
        select(next);
}

} // namespace zhibei
