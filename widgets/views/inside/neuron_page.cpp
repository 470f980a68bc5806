#include "widgets/views/inside/neuron_page.h"

#include "widgets/theme/core_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

void NeuronPage::onInside()
{
    m_layer = inside() ? DenseLayer::of(*inside()) : std::nullopt;
    if (!m_layer)
        return;
    m_unit = std::clamp<int64_t>(m_unit, 0, m_layer->units() - 1);
    m_step = std::clamp<int64_t>(m_step, 0, m_layer->steps() - 1);
    if (m_layer->units() == 1)
        m_open = true;
}

WeightedSum NeuronPage::sum() const { return m_layer ? m_layer->sum(m_unit, m_step) : WeightedSum(); }

/// A neuron whose value is a class's bears its name.
QString NeuronPage::unitName(int64_t unit) const
{
    const bool classes = data() && int64_t(data()->classNames.size()) == m_layer->units() && m_layer->units() > 1;
    const QString name = classes ? className(unit) : QString();
    return name.isEmpty() ? tr("neuron %1").arg(unit + 1) : tr("neuron %1 (%2)").arg(unit + 1).arg(name);
}

QString NeuronPage::inputName(int64_t input) const
{
    const Shape &picture = m_layer->picture();
    if (picture.rank() == 3) {
        const int64_t place = input % (picture[1] * picture[2]);
        const QString at = QStringLiteral("%1,%2").arg(place / picture[2] + 1).arg(place % picture[2] + 1);
        return picture[0] > 1 ? QStringLiteral("%1:%2").arg(input / (picture[1] * picture[2]) + 1).arg(at) : at;
    }
    const bool features = data() && inside() && inside()->arrives.size() == 1 && inside()->arrives[0] == inside()->program().features;
    if (features && size_t(input) < data()->featureNames.size())
        return coreText(data()->featureNames[size_t(input)]);
    return QStringLiteral("x%1").arg(input + 1);
}

QString NeuronPage::place() const { return m_layer && m_open && m_layer->units() > 1 ? unitName(m_unit) : QString(); }

bool NeuronPage::back()
{
    if (!m_open || !m_layer || m_layer->units() == 1)
        return false;
    m_open = false;
    changed();
    return true;
}

bool NeuronPage::enter(const QPointF &at)
{
    const int64_t unit = m_open ? -1 : unitAt(at);
    if (unit < 0)
        return false;
    open(unit);
    return true;
}

void NeuronPage::open(int64_t unit)
{
    m_open = true;
    choose(unit);
}

void NeuronPage::choose(int64_t unit)
{
    if (!m_layer)
        return;
    m_unit = std::clamp<int64_t>(unit, 0, m_layer->units() - 1);
    const Grid g = grid(size());
    const int64_t row = m_unit / g.columns;
    m_firstRow = std::clamp(m_firstRow, std::max<int64_t>(0, row - g.shownRows + 1), row);
    changed();
}

QString NeuronPage::reading() const
{
    if (!m_layer)
        return {};
    const QString step = m_layer->steps() > 1 ? tr("step %1 (%2), ").arg(m_step + 1).arg(stepName(m_step)) : QString();
    return step + tr("%1: %2").arg(unitName(m_unit), sumText(sum(), m_layer->function()));
}

QString NeuronPage::csv() const
{
    QString text = QStringLiteral("input,value,weight,product\n");
    const WeightedSum sum = this->sum();
    for (const size_t i : sum.byMagnitude())
        text += QStringLiteral("%1,%2,%3,%4\n").arg(i).arg(double(sum.terms[i].value)).arg(double(sum.terms[i].weight)).arg(sum.terms[i].product());
    return text;
}

QJsonObject NeuronPage::choices() const
{
    return {{QStringLiteral("unit"), qint64(m_unit)}, {QStringLiteral("open"), m_open}, {QStringLiteral("step"), qint64(m_step)}};
}

void NeuronPage::setChoices(const QJsonObject &choices)
{
    m_unit = std::max(0, choices[QStringLiteral("unit")].toInt(int(m_unit)));
    m_step = std::max(0, choices[QStringLiteral("step")].toInt(int(m_step)));
    m_open = choices[QStringLiteral("open")].toBool(m_open);
    onInside();
    changed();
}

// The neurons

NeuronPage::Grid NeuronPage::grid(const QSize &size) const
{
    const double gap = theme().space(2);
    Grid g;
    g.area = QRectF(QPointF(), size).adjusted(theme().space(4), theme().space(2), -theme().space(4), -theme().space(2));
    const int64_t units = m_layer ? m_layer->units() : 1;
    const bool pictures = m_layer && m_layer->picture().rank() == 3;
    const double least = theme().space(pictures ? 14 : 11), most = theme().space(pictures ? 40 : 20);
    // As large as lets all of them in; smaller than the least, they scroll.
    for (g.side = most; g.side > least; g.side -= 2) {
        g.columns = std::max<int64_t>(1, int64_t((g.area.width() + gap) / (g.side + gap)));
        if (double((units + g.columns - 1) / g.columns) * (g.side + gap) - gap <= g.area.height())
            break;
    }
    g.side = std::max(g.side, least);
    g.columns = std::clamp<int64_t>(int64_t((g.area.width() + gap) / (g.side + gap)), 1, units);
    g.rows = (units + g.columns - 1) / g.columns;
    g.shownRows = std::clamp<int64_t>(int64_t((g.area.height() + gap) / (g.side + gap)), 1, g.rows);
    g.firstRow = std::clamp<int64_t>(m_firstRow, 0, g.rows - g.shownRows);
    const double width = double(g.columns) * (g.side + gap) - gap;
    g.area.setLeft(g.area.center().x() - width / 2);
    g.area.setWidth(width);
    if (const double high = double(g.rows) * (g.side + gap) - gap; high < g.area.height()) // few stand in the middle
        g.area.setTop(g.area.top() + (g.area.height() - high) / 3);
    return g;
}

QRectF NeuronPage::tile(const Grid &g, int64_t unit) const
{
    const double step = g.side + theme().space(2);
    return {g.area.left() + double(unit % g.columns) * step, g.area.top() + double(unit / g.columns - g.firstRow) * step, g.side, g.side};
}

int64_t NeuronPage::unitAt(const QPointF &at) const
{
    if (!m_layer)
        return -1;
    const Grid g = grid(size());
    for (int64_t unit = g.firstRow * g.columns; unit < std::min(m_layer->units(), (g.firstRow + g.shownRows) * g.columns); ++unit)
        if (tile(g, unit).contains(at))
            return unit;
    return -1;
}

void NeuronPage::drawGrid(QPainter &painter, const QSize &size) const
{
    const Grid g = grid(size);
    double largest = 0;
    for (int64_t unit = 0; unit < m_layer->units(); ++unit)
        if (const double value = std::abs(double(m_layer->output(unit, m_step))); std::isfinite(value))
            largest = std::max(largest, value);
    const Shape &picture = m_layer->picture();
    for (int64_t unit = g.firstRow * g.columns; unit < std::min(m_layer->units(), (g.firstRow + g.shownRows) * g.columns); ++unit) {
        const QRectF place = tile(g, unit);
        const double value = double(m_layer->output(unit, m_step));
        QRectF number = place;
        if (picture.rank() == 3) {
            number.setTop(place.bottom() - line());
            std::vector<float> weights = m_layer->weights(unit);
            weights.resize(size_t(picture[1] * picture[2])); // of many channels, the first
            const QRectF area = place.adjusted(0, 0, 0, -line());
            paintCells(painter, squareCells(area, picture[1], picture[2]), theme(), {std::move(weights), picture[1], picture[2], 0, false, false});
        }
        const QColor fill(theme().signedColor(largest > 0 ? value / largest : 0));
        painter.fillRect(number, fill);
        const bool bright = 0.299 * fill.redF() + 0.587 * fill.greenF() + 0.114 * fill.blueF() > 0.55;
        painter.setPen(bright ? QColor(Qt::black) : QColor(Qt::white));
        painter.setFont(theme().font(Type::Caption));
        const bool classes = data() && int64_t(data()->classNames.size()) == m_layer->units();
        const QString name = classes && !className(unit).isEmpty() ? className(unit) : QString::number(unit + 1);
        if (picture.rank() == 3) {
            const QString text = shortNumber(value, true);
            const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4;
            paintLine(painter, number.adjusted(2, 0, -width - 2, 0), name);
            painter.drawText(number.adjusted(2, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter, text);
        } else {
            paintLine(painter, QRectF(number.left(), number.top(), number.width(), number.height() / 2), name, Qt::AlignCenter);
            painter.drawText(QRectF(number.left(), number.center().y(), number.width(), number.height() / 2), Qt::AlignCenter, shortNumber(value));
        }
        if (unit == m_unit)
            paintMark(painter, place, theme());
    }
}

// One neuron

void NeuronPage::drawNeuron(QPainter &painter, const QSize &size) const
{
    const WeightedSum sum = this->sum();
    const double gap = theme().space(4);
    QRectF area = QRectF(QPointF(), size).adjusted(gap, theme().space(2), -gap, -theme().space(2));
    if (m_layer->picture().rank() == 3 && area.width() > theme().space(150)) {
        QRectF pictures = area;
        pictures.setLeft(area.left() + area.width() * 0.55);
        area.setRight(pictures.left() - gap);
        drawPictures(painter, pictures, sum);
    }
    area.setWidth(std::min(area.width(), double(theme().space(170))));
    drawTerms(painter, area, sum);
}

/// A row for each of the largest terms: what arrives, its weight, their product as a bar about the middle.
void NeuronPage::drawTerms(QPainter &painter, const QRectF &area, const WeightedSum &sum) const
{
    const double high = line() * 1.35, total = std::floor(area.height() / high);
    const std::vector<size_t> order = sum.byMagnitude();
    const auto rows = size_t(std::max(1.0, total - 5)); // below: the smaller ones, bias, sum, function; above: the head
    const size_t shown = order.size() <= rows ? order.size() : rows;
    const double name = area.width() * 0.2, number = area.width() * 0.17, barLeft = area.left() + name + 3 * number;
    const QRectF bars(barLeft + 8, area.top(), std::max(1.0, area.right() - barLeft - 8), area.height());
    double largest = sum.biased ? std::abs(double(sum.bias)) : 0;
    for (size_t i = 0; i < shown; ++i)
        if (const double size = std::abs(sum.terms[order[i]].product()); std::isfinite(size))
            largest = std::max(largest, size);
    double y = area.top();
    const auto row = [&](const QString &first, const QString &value, const QString &weight, const QString &product, double bar, Ink ink) {
        painter.setPen(theme().color(ink));
        paintLine(painter, QRectF(area.left(), y, value.isEmpty() ? name + 2 * number : name, high), first);
        painter.drawText(QRectF(area.left() + name, y, number, high), Qt::AlignRight | Qt::AlignVCenter, value);
        painter.drawText(QRectF(area.left() + name + number, y, number, high), Qt::AlignRight | Qt::AlignVCenter, weight);
        painter.drawText(QRectF(area.left() + name + 2 * number, y, number, high), Qt::AlignRight | Qt::AlignVCenter, product);
        if (largest > 0 && std::isfinite(bar) && bar != 0) {
            const double middle = bars.center().x(), length = std::clamp(bar / largest, -1.0, 1.0) * bars.width() / 2;
            painter.fillRect(QRectF(middle, y + high * 0.2, length, high * 0.6).normalized(), theme().color(bar < 0 ? Ink::Negative : Ink::Positive));
        }
        y += high;
    };
    painter.setFont(theme().font(Type::Caption));
    row(tr("from"), tr("arrives"), tr("× weight"), tr("= product"), 0, Ink::Muted);
    for (size_t i = 0; i < shown; ++i) {
        const WeightedSum::Term &term = sum.terms[order[i]];
        row(inputName(term.from), shortNumber(double(term.value)), shortNumber(double(term.weight)), shortNumber(term.product()), term.product(), Ink::Text);
    }
    if (shown < order.size()) {
        double rest = 0;
        for (size_t i = shown; i < order.size(); ++i)
            rest += sum.terms[order[i]].product();
        row(tr("and %n smaller", nullptr, int(order.size() - shown)), {}, {}, shortNumber(rest), rest, Ink::Muted);
    }
    if (sum.biased)
        row(tr("bias"), {}, {}, shortNumber(double(sum.bias)), double(sum.bias), Ink::Text);
    painter.setPen(QPen(theme().color(Ink::Muted), 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(barLeft, y));
    painter.setFont(theme().font(Type::Strong));
    row(tr("sum"), {}, {}, shortNumber(sum.sum()), 0, Ink::Text);
    if (const OpInstance *function = m_layer->function())
        row(functionName(*function), {}, {}, shortNumber(double(sum.output)), 0, Ink::Accent);
}

void NeuronPage::drawPictures(QPainter &painter, const QRectF &area, const WeightedSum &sum) const
{
    const Shape &picture = m_layer->picture();
    const int64_t channels = picture[0], plane = picture[1] * picture[2];
    Cells values{{}, picture[1], picture[2], 0, false, false}, weights = values, products = values;
    // Of many channels, the one that moves the sum most.
    int64_t best = 0;
    double most = -1;
    for (int64_t c = 0; c < channels; ++c) {
        double moved = 0;
        for (int64_t k = c * plane; k < (c + 1) * plane && size_t(k) < sum.terms.size(); ++k)
            moved += std::abs(sum.terms[size_t(k)].product());
        if (moved > most) {
            most = moved;
            best = c;
        }
    }
    for (int64_t k = best * plane; k < (best + 1) * plane && size_t(k) < sum.terms.size(); ++k) {
        values.values.push_back(sum.terms[size_t(k)].value);
        weights.values.push_back(sum.terms[size_t(k)].weight);
        products.values.push_back(float(sum.terms[size_t(k)].product()));
    }
    if (int64_t(values.values.size()) != plane)
        return;
    values.magnitude = *std::min_element(values.values.begin(), values.values.end()) >= 0;
    const double high = area.height() / 3;
    const std::pair<const Cells *, QString> all[] = {{&values, channels > 1 ? tr("what arrives: %1 of %2").arg(best + 1).arg(channels) : tr("what arrives")},
                                                     {&weights, tr("weights")}, {&products, tr("products")}};
    for (int i = 0; i < 3; ++i) {
        const QRectF place(area.left(), area.top() + i * high, area.width(), high);
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(Ink::Muted));
        paintLine(painter, QRectF(place.left(), place.top(), place.width(), line()), all[i].second, Qt::AlignCenter);
        paintCells(painter, squareCells(place.adjusted(0, line() + 2, 0, -4), picture[1], picture[2]), theme(), *all[i].first);
    }
}

void NeuronPage::draw(QPainter &painter, const QSize &size) const
{
    if (m_layer)
        m_open ? drawNeuron(painter, size) : drawGrid(painter, size);
}

// Choosing

void NeuronPage::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !enter(event->position()))
        event->ignore();
}

void NeuronPage::wheelEvent(QWheelEvent *event)
{
    const Grid g = grid(size());
    const int64_t first = std::clamp<int64_t>(g.firstRow - (event->angleDelta().y() > 0 ? 1 : -1), 0, g.rows - g.shownRows);
    if (m_open || !m_layer || event->modifiers() & Qt::ControlModifier || first == g.firstRow) {
        event->ignore();
        return;
    }
    m_firstRow = first;
    changed();
}

void NeuronPage::keyPressEvent(QKeyEvent *event)
{
    if (!m_layer)
        return event->ignore();
    const Step step = stepOf(*event);
    if (m_open && step.right != 0 && m_layer->steps() > 1) {
        m_step = std::clamp<int64_t>(m_step + step.right, 0, m_layer->steps() - 1);
        changed();
    } else if (step) {
        const Grid g = grid(size());
        choose(m_unit + step.right + step.down * (m_open ? 1 : g.columns) + step.page * (m_open ? 1 : g.columns * g.shownRows));
    } else if (!m_open && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        open(m_unit);
    } else {
        event->ignore();
    }
}

} // namespace zhibei
