#include "widgets/views/inside/window_page.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

void WindowPage::onInside()
{
    m_layer = inside() ? WindowLayer::of(*inside()) : std::nullopt;
    if (!m_layer)
        return;
    if (!std::exchange(m_placed, true)) { // the middle says more than a corner
        m_y = m_layer->out().height / 2;
        m_x = m_layer->out().width / 2;
    }
    choose(m_map, m_y, m_x);
}

void WindowPage::choose(int64_t map, int64_t y, int64_t x)
{
    if (!m_layer)
        return;
    const auto [channels, height, width] = m_layer->out();
    m_map = std::clamp<int64_t>(map, 0, channels - 1);
    m_y = std::clamp<int64_t>(y, 0, height - 1);
    m_x = std::clamp<int64_t>(x, 0, width - 1);
    m_channel = std::clamp<int64_t>(m_channel, 0, m_layer->sight(m_map, m_y, m_x).channels - 1);
    changed();
}

WeightedSum WindowPage::sum() const { return m_layer ? m_layer->sum(m_map, m_y, m_x) : WeightedSum(); }

QString WindowPage::mapName(int64_t map) const { return tr("map %1").arg(map + 1); }
QString WindowPage::place() const { return m_layer ? mapName(m_map) : QString(); }

QString WindowPage::reading() const
{
    if (!m_layer)
        return {};
    const WeightedSum sum = this->sum();
    const QString where = m_layer->sequence() ? tr("%1, step %2").arg(mapName(m_map)).arg(m_x + 1) : tr("%1, row %2, column %3").arg(mapName(m_map)).arg(m_y + 1).arg(m_x + 1);
    if (m_layer->kind() == WindowLayer::Kind::Largest)
        return tr("%1: largest of %2 = %3").arg(where).arg(sum.terms.size()).arg(shortNumber(double(sum.output)));
    if (m_layer->kind() == WindowLayer::Kind::Mean)
        return tr("%1: mean of %2 = %3").arg(where).arg(sum.terms.size()).arg(shortNumber(double(sum.output)));
    return tr("%1: %2").arg(where, sumText(sum, m_layer->function()));
}

QString WindowPage::csv() const
{
    QString text = QStringLiteral("input,value,weight,product\n");
    for (const WeightedSum::Term &term : sum().terms)
        text += QStringLiteral("%1,%2,%3,%4\n").arg(term.from).arg(double(term.value)).arg(double(term.weight)).arg(term.product());
    return text;
}

QJsonObject WindowPage::choices() const
{
    return {{QStringLiteral("map"), qint64(m_map)}, {QStringLiteral("row"), qint64(m_y)}, {QStringLiteral("column"), qint64(m_x)}};
}

void WindowPage::setChoices(const QJsonObject &choices)
{
    if (!choices.contains(QStringLiteral("map")))
        return;
    m_map = choices[QStringLiteral("map")].toInt();
    m_y = choices[QStringLiteral("row")].toInt();
    m_x = choices[QStringLiteral("column")].toInt();
    m_placed = true;
    choose(m_map, m_y, m_x);
}

// Numbers

Cells WindowPage::inCells() const
{
    const auto [channels, height, width] = m_layer->in();
    Cells cells{{}, height, width};
    cells.numbers = false;
    const int64_t first = m_layer->sight(m_map, m_y, m_x).firstChannel;
    if (!m_layer->sequence()) {
        cells.values = m_layer->inMap(first + m_channel);
        cells.magnitude = channels == 1 && *std::min_element(cells.values.begin(), cells.values.end()) >= 0;
        return cells;
    }
    cells.rows = channels;
    for (int64_t c = 0; c < channels; ++c) {
        const std::vector<float> row = m_layer->inMap(c);
        cells.values.insert(cells.values.end(), row.begin(), row.end());
    }
    return cells;
}

Cells WindowPage::outCells() const
{
    const auto [channels, height, width] = m_layer->out();
    Cells cells{{}, height, width};
    cells.numbers = false;
    if (!m_layer->sequence()) {
        cells.values = m_layer->outMap(m_map);
        return cells;
    }
    cells.rows = channels;
    for (int64_t c = 0; c < channels; ++c) {
        const std::vector<float> row = m_layer->outMap(c);
        cells.values.insert(cells.values.end(), row.begin(), row.end());
    }
    return cells;
}

WindowPage::Patch WindowPage::patch(const WeightedSum &sum) const
{
    const WindowLayer::Sight sight = m_layer->sight(m_map, m_y, m_x);
    const bool all = m_layer->sequence();
    const int64_t rows = all ? sight.channels : int64_t(sight.rows.size()), columns = int64_t(sight.columns.size());
    Patch patch{{{}, rows, columns}, {{}, rows, columns}, {{}, rows, columns}};
    const int64_t first = all ? 0 : m_channel * sight.count();
    for (int64_t k = first; k < first + rows * columns && size_t(k) < sum.terms.size(); ++k) {
        const WeightedSum::Term &term = sum.terms[size_t(k)];
        patch.values.values.push_back(term.value);
        patch.weights.values.push_back(term.weight);
        patch.products.values.push_back(float(term.product()));
    }
    return patch;
}

// Painting

WindowPage::Places WindowPage::places(const QSize &size) const
{
    const double gap = theme().space(4), head = line() + theme().space(1);
    const QRectF all = QRectF(QPointF(), size).adjusted(gap, theme().space(1), -gap, -gap / 2);
    Places at;
    // The patches want room for their numbers: a row of their own, if there is one.
    at.tall = all.width() < all.height() * 1.1 || all.height() > theme().space(105);
    const double maps = std::clamp(all.height() * 0.2, head + theme().space(8), double(theme().space(28)));
    at.maps = QRectF(all.left(), all.bottom() - maps, all.width(), maps);
    const double high = all.height() - maps - 2 * line() - gap; // two lines of arithmetic
    if (at.tall) {
        const double half = (all.width() - gap) / 2, top = high * 0.46;
        at.in = QRectF(all.left(), all.top() + head, half, top - head);
        at.out = at.in.translated(half + gap, 0);
        const double third = (all.width() - 2 * gap) / 3;
        at.patch = QRectF(all.left(), all.top() + top + head, third, high - top - head);
        at.kernel = at.patch.translated(third + gap, 0);
        at.products = at.kernel.translated(third + gap, 0);
    } else {
        const double side = std::min((all.width() - 2 * gap) * 0.3, high), middle = all.width() - 2 * side - 2 * gap;
        at.in = QRectF(all.left(), all.top() + head, side, high - head);
        at.out = QRectF(all.right() - side, all.top() + head, side, high - head);
        const double third = (middle - 2 * gap) / 3;
        at.patch = QRectF(at.in.right() + gap, all.top() + head, third, high - head);
        at.kernel = at.patch.translated(third + gap, 0);
        at.products = at.kernel.translated(third + gap, 0);
    }
    if (m_layer) {
        const auto shaped = [](QRectF &place, int64_t rows, int64_t columns) { place = squareCells(place, rows, columns); };
        const auto in = m_layer->in(), out = m_layer->out();
        const WindowLayer::Sight sight = m_layer->sight(m_map, m_y, m_x);
        const bool row = m_layer->sequence(); // of few rows or many: fills the place
        if (!row) {
            shaped(at.in, in.height, in.width);
            shaped(at.out, out.height, out.width);
            const double middle = at.kernel.center().x();
            for (QRectF *place : {&at.patch, &at.kernel, &at.products})
                shaped(*place, int64_t(sight.rows.size()), int64_t(sight.columns.size()));
            if (at.tall) { // together in the middle, a sign's width apart
                at.patch.moveRight(middle - at.kernel.width() / 2 - 2 * gap);
                at.products.moveLeft(middle + at.kernel.width() / 2 + 2 * gap);
            }
        }
    }
    return at;
}

/// The window's frame over the input, clipped to it by a cell: what lies outside are zeros.
QRectF WindowPage::window(const QRectF &in, const Cells &cells) const
{
    const WindowLayer::Sight sight = m_layer->sight(m_map, m_y, m_x);
    if (sight.rows.empty() || sight.columns.empty())
        return {};
    if (m_layer->sequence())
        return cellAt(in, cells, sight.firstChannel, sight.columns.front()).united(cellAt(in, cells, sight.firstChannel + sight.channels - 1, sight.columns.back()));
    return cellAt(in, cells, sight.rows.front(), sight.columns.front()).united(cellAt(in, cells, sight.rows.back(), sight.columns.back()));
}

void WindowPage::draw(QPainter &painter, const QSize &size) const
{
    if (!m_layer)
        return;
    const Places at = places(size);
    const Cells in = inCells(), out = outCells();
    painter.setFont(theme().font(Type::Caption));
    const auto title = [&](const QRectF &place, double width, const QString &text) {
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(Ink::Muted));
        paintLine(painter, QRectF(place.center().x() - width / 2, place.top() - line() - 2, width, line()), text, Qt::AlignCenter);
    };
    paintCells(painter, at.in, theme(), in);
    paintCells(painter, at.out, theme(), out);
    const int64_t channels = m_layer->in().channels;
    const int64_t shown = m_layer->sight(m_map, m_y, m_x).firstChannel + m_channel;
    title(at.in, at.in.width() + theme().space(6), m_layer->sequence() || channels == 1 ? tr("what arrives") : tr("what arrives: %1 of %2").arg(shown + 1).arg(channels));
    title(at.out, at.out.width() + theme().space(6), m_layer->sequence() ? tr("what leaves") : mapName(m_map));
    const WeightedSum sum = this->sum();
    if (const QRectF frame = window(at.in, in); !frame.isEmpty()) {
        painter.save();
        painter.setClipRect(at.in.adjusted(-theme().space(4), -theme().space(4), theme().space(4), theme().space(4)));
        // A flashlight: what it does not shine on is dimmer.
        QPainterPath dark;
        dark.addRect(at.in);
        dark.addRect(frame);
        QColor shade = theme().color(Ink::Background);
        shade.setAlphaF(0.45f);
        painter.fillPath(dark.intersected([&] { QPainterPath p; p.addRect(at.in); return p; }()), shade);
        paintMark(painter, frame, theme());
        painter.restore();
    }
    paintMark(painter, cellAt(at.out, out, m_layer->sequence() ? m_map : m_y, m_x), theme());
    paintPatch(painter, at, sum);
    const auto [values, weights, products] = patch(sum);
    title(at.patch, at.patch.width() + theme().space(3), tr("under the window"));
    if (m_layer->hasKernels()) {
        title(at.kernel, at.kernel.width() + theme().space(3), tr("kernel"));
        title(at.products, at.products.width() + theme().space(3), tr("products"));
    }
    paintMaps(painter, at.maps);
    painter.setPen(theme().color(Ink::Text));
    painter.setFont(theme().font(Type::Strong));
    const QRectF arithmetic(theme().space(4), at.maps.top() - line() * 2 - theme().space(3), size.width() - theme().space(8), line() * 1.5);
    double own = 0;
    for (const float product : products.values)
        own += double(product);
    QString text = reading();
    if (m_layer->hasKernels() && m_layer->sight(m_map, m_y, m_x).channels > 1 && !m_layer->sequence())
        text += QStringLiteral("   ") + tr("(this channel: %1, the others: %2)").arg(shortNumber(own), shortNumber(sum.sum() - double(sum.bias) - own));
    paintLine(painter, arithmetic, text, Qt::AlignCenter);
}

void WindowPage::paintPatch(QPainter &painter, const Places &at, const WeightedSum &sum) const
{
    const auto [values, weights, products] = patch(sum);
    if (values.empty())
        return;
    Cells seen = values;
    const Cells in = inCells();
    seen.scale = largestOf(in.values);
    seen.magnitude = in.magnitude;
    paintCells(painter, at.patch, theme(), seen);
    if (!m_layer->hasKernels()) {
        for (int64_t k = 0; k < int64_t(weights.values.size()); ++k)
            if (m_layer->kind() == WindowLayer::Kind::Largest && weights.values[size_t(k)] > 0)
                paintMark(painter, cellAt(at.patch, seen, k / seen.columns, k % seen.columns), theme());
        painter.setFont(theme().font(Type::Title));
        painter.setPen(theme().color(Ink::Text));
        const QRectF rest(at.kernel.left(), at.patch.top(), at.products.right() - at.kernel.left(), at.patch.height());
        paintLine(painter, rest, (m_layer->kind() == WindowLayer::Kind::Largest ? tr("largest: %1") : tr("mean: %1")).arg(shortNumber(double(sum.output))), Qt::AlignCenter);
        return;
    }
    paintCells(painter, at.kernel, theme(), weights);
    paintCells(painter, at.products, theme(), products);
    painter.setFont(theme().font(Type::Strong));
    painter.setPen(theme().color(Ink::Muted));
    const auto sign = [&](const QRectF &left, const QRectF &right, const QString &text) {
        painter.drawText(QRectF(left.right(), left.top(), right.left() - left.right(), left.height()), Qt::AlignCenter, text);
    };
    sign(at.patch, at.kernel, QStringLiteral("×"));
    sign(at.kernel, at.products, QStringLiteral("="));
}

int64_t WindowPage::mapsAcross(const QRectF &area) const
{
    const double side = area.height() - line() - theme().space(1);
    return std::max<int64_t>(1, int64_t(area.width() / (side + theme().space(2))));
}

/// The output maps, each with its kernel in the corner; as many as there is room for around the chosen one.
void WindowPage::paintMaps(QPainter &painter, const QRectF &area) const
{
    const auto [channels, height, width] = m_layer->out();
    const int64_t across = mapsAcross(area), first = std::clamp<int64_t>(m_map - across / 2, 0, std::max<int64_t>(0, channels - across));
    const double side = area.height() - line() - theme().space(1), step = side + theme().space(2);
    const int64_t shown = std::min(across, channels);
    const double left = area.center().x() - (double(shown) * step - theme().space(2)) / 2;
    for (int64_t i = 0; i < shown; ++i) {
        const int64_t map = first + i;
        const QRectF place(left + double(i) * step, area.top(), side, side);
        const bool kernelIsPicture = m_layer->hasKernels() && !m_layer->sequence();
        const Cells result{m_layer->outMap(map), height, width, 0, false, false};
        paintCells(painter, m_layer->sequence() ? place : squareCells(place, height, width), theme(), result);
        if (kernelIsPicture) {
            const ConvGeometry &g = m_layer->geometry();
            const Cells kernel{m_layer->kernel(map, m_channel), g.kernelHeight, g.kernelWidth, 0, false, false};
            const double small = side * 0.42;
            const QRectF corner = squareCells(QRectF(place.right() - small, place.bottom() - small, small, small), g.kernelHeight, g.kernelWidth);
            painter.fillRect(corner.adjusted(-2, -2, 2, 2), theme().color(Ink::Surface));
            paintCells(painter, corner, theme(), kernel);
        }
        if (map == m_map)
            paintMark(painter, place, theme());
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(map == m_map ? Ink::Text : Ink::Muted));
        painter.drawText(QRectF(place.left(), place.bottom() + 1, side, line()), Qt::AlignCenter, QString::number(map + 1));
    }
}

// Choosing

void WindowPage::lightUp(const QPointF &at)
{
    if (!m_layer)
        return;
    const Places where = places(size());
    const auto [channels, height, width] = m_layer->out();
    const auto cell = [&](const QRectF &place, int64_t rows, int64_t columns) {
        return std::pair{int64_t(std::floor((at.y() - place.top()) / place.height() * double(rows))), int64_t(std::floor((at.x() - place.left()) / place.width() * double(columns)))};
    };
    if (where.in.adjusted(-8, -8, 8, 8).contains(at)) {
        // The window whose middle is nearest to the pointer.
        const auto [rows, columns] = std::pair{m_layer->sequence() ? int64_t(1) : m_layer->in().height, m_layer->in().width};
        const auto [y, x] = cell(where.in, rows, columns);
        const auto nearest = [&](bool down, int64_t wanted, int64_t count) {
            int64_t best = 0;
            double least = HUGE_VAL;
            for (int64_t k = 0; k < count; ++k) {
                const WindowLayer::Sight sight = m_layer->sight(m_map, down ? k : 0, down ? 0 : k);
                const std::vector<int64_t> &places = down ? sight.rows : sight.columns;
                if (places.empty())
                    continue;
                const double away = std::abs(double(places.front() + places.back()) / 2 - double(wanted));
                if (away < least) {
                    least = away;
                    best = k;
                }
            }
            return best;
        };
        choose(m_map, m_layer->sequence() ? 0 : nearest(true, y, height), nearest(false, x, width));
    } else if (where.out.contains(at)) {
        const auto [y, x] = cell(where.out, m_layer->sequence() ? channels : height, width);
        m_layer->sequence() ? choose(y, 0, x) : choose(m_map, y, x);
    } else if (where.maps.contains(at)) {
        const int64_t across = mapsAcross(where.maps), shown = std::min(across, channels);
        const int64_t first = std::clamp<int64_t>(m_map - across / 2, 0, std::max<int64_t>(0, channels - across));
        const double step = where.maps.height() - line() - theme().space(1) + theme().space(2);
        const double left = where.maps.center().x() - (double(shown) * step - theme().space(2)) / 2;
        if (const auto i = int64_t(std::floor((at.x() - left) / step)); i >= 0 && i < shown)
            choose(first + i, m_y, m_x);
    }
}

void WindowPage::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        lightUp(event->position());
    else
        event->ignore();
}

void WindowPage::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        lightUp(event->position());
}

void WindowPage::keyPressEvent(QKeyEvent *event)
{
    const Step step = stepOf(*event);
    if (step.page != 0 && event->modifiers() & Qt::ShiftModifier) {
        m_channel = std::max<int64_t>(0, m_channel + step.page);
        choose(m_map, m_y, m_x);
    } else if (step && m_layer && m_layer->sequence()) {
        choose(m_map + step.page + step.down, 0, m_x + step.right);
    } else if (step) {
        choose(m_map + step.page, m_y + step.down, m_x + step.right);
    } else {
        event->ignore();
    }
}

} // namespace zhibei
