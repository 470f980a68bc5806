#include "widgets/views/inside/gates_page.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

using Strip = RecurrentLayer::Strip;

void GatesPage::onInside()
{
    m_layers = inside() ? RecurrentLayer::of(*inside()) : std::vector<RecurrentLayer>();
    if (!m_layers.empty())
        choose(m_layer, m_unit, m_step);
}

void GatesPage::choose(int64_t layer, int64_t unit, int64_t step)
{
    if (m_layers.empty())
        return;
    m_layer = std::clamp<int64_t>(layer, 0, int64_t(m_layers.size()) - 1);
    m_unit = std::clamp<int64_t>(unit, 0, this->layer()->units() - 1);
    m_step = std::clamp<int64_t>(step, 0, this->layer()->steps() - 1);
    changed();
}

QString GatesPage::stripName(Strip strip)
{
    switch (strip) {
    case Strip::Input: return tr("input gate i");
    case Strip::Forget: return tr("forget gate f");
    case Strip::Candidate: return tr("candidate g");
    case Strip::Output: return tr("output gate o");
    case Strip::Cell: return tr("cell c");
    case Strip::Reset: return tr("reset gate r");
    case Strip::Update: return tr("update gate z");
    case Strip::State: return tr("state h");
    }
    return {};
}

QString GatesPage::place() const
{
    if (!layer())
        return {};
    const QString unit = tr("unit %1").arg(m_unit + 1);
    if (m_layers.size() == 1)
        return unit;
    return layer()->backwards() ? tr("layer %1, backwards, %2").arg(layer()->layer() + 1).arg(unit) : tr("layer %1, %2").arg(layer()->layer() + 1).arg(unit);
}

QStringList GatesPage::arithmetic() const
{
    QStringList lines;
    if (!layer())
        return lines;
    const RecurrentLayer &l = *layer();
    const auto at = [&](Strip strip, int64_t step) { return shortNumber(double(l.value(strip, step, m_unit))); };
    const auto gate = [&](const char *name, Strip strip, const char *function) {
        const WeightedSum sum = l.sum(strip, m_step, m_unit);
        lines << QStringLiteral("%1 = %2(%3) = %4").arg(QLatin1String(name), QString::fromUtf8(function), shortNumber(sum.sum()), shortNumber(double(sum.output)));
    };
    const int64_t t = m_step;
    if (l.cell() == RecurrentShape::Lstm) {
        gate("f", Strip::Forget, "σ");
        gate("i", Strip::Input, "σ");
        gate("g", Strip::Candidate, "tanh");
        lines << QStringLiteral("c = f·c₋₁ + i·g = %1·%2 + %3·%4 = %5").arg(at(Strip::Forget, t), at(Strip::Cell, t - 1), at(Strip::Input, t), at(Strip::Candidate, t), at(Strip::Cell, t));
        gate("o", Strip::Output, "σ");
        lines << QStringLiteral("h = o·tanh(c) = %1·%2 = %3").arg(at(Strip::Output, t), shortNumber(std::tanh(double(l.value(Strip::Cell, t, m_unit)))), at(Strip::State, t));
    } else if (l.cell() == RecurrentShape::Gru) {
        gate("r", Strip::Reset, "σ");
        gate("z", Strip::Update, "σ");
        gate("g", Strip::Candidate, "tanh");
        lines << QStringLiteral("h = (1 − z)·g + z·h₋₁ = %1·%2 + %3·%4 = %5")
                     .arg(shortNumber(1 - double(l.value(Strip::Update, t, m_unit))), at(Strip::Candidate, t), at(Strip::Update, t), at(Strip::State, t - 1), at(Strip::State, t));
    } else {
        gate("h", Strip::State, l.rectifies() ? "ReLU" : "tanh");
    }
    return lines;
}

/// "0.1 (bias) + 0.2 (x3) − 0.11 (h₋₁7) + …"
QString GatesPage::largestTerms(Strip gate, int count) const
{
    const WeightedSum sum = layer()->sum(gate, m_step, m_unit);
    QStringList parts;
    if (sum.biased)
        parts << tr("%1 (bias)").arg(shortNumber(double(sum.bias)));
    const int64_t inputs = layer()->inputs();
    const std::vector<size_t> order = sum.byMagnitude();
    for (size_t i = 0; i < order.size() && int(i) < count; ++i) {
        const WeightedSum::Term &term = sum.terms[order[i]];
        const QString name = term.from < inputs ? QStringLiteral("x%1").arg(term.from + 1) : QStringLiteral("h₋₁%1").arg(term.from - inputs + 1);
        parts << QStringLiteral("%1 (%2)").arg(shortNumber(term.product()), name);
    }
    if (order.size() > size_t(count))
        parts << QStringLiteral("…");
    return parts.join(QStringLiteral(" + ")).replace(QStringLiteral("+ −"), QStringLiteral("− "));
}

QString GatesPage::reading() const
{
    return layer() ? tr("%1, step %2 (%3): %4").arg(place()).arg(m_step + 1).arg(stepName(layer()->backwards() ? layer()->steps() - 1 - m_step : m_step), arithmetic().join(tr("; "))) : QString();
}

QString GatesPage::csv() const
{
    QString text = QStringLiteral("strip,unit,step,value\n");
    if (layer())
        for (const Strip strip : layer()->strips())
            for (int64_t step = 0; step < layer()->steps(); ++step)
                text += QStringLiteral("%1,%2,%3,%4\n").arg(int(strip)).arg(m_unit + 1).arg(step + 1).arg(double(layer()->value(strip, step, m_unit)));
    return text;
}

QJsonObject GatesPage::choices() const
{
    return {{QStringLiteral("layer"), qint64(m_layer)}, {QStringLiteral("unit"), qint64(m_unit)}, {QStringLiteral("step"), qint64(m_step)}};
}

void GatesPage::setChoices(const QJsonObject &choices)
{
    m_layer = std::max(0, choices[QStringLiteral("layer")].toInt(int(m_layer)));
    m_unit = std::max(0, choices[QStringLiteral("unit")].toInt(int(m_unit)));
    m_step = std::max(0, choices[QStringLiteral("step")].toInt(int(m_step)));
    choose(m_layer, m_unit, m_step);
}

GatesPage::Places GatesPage::places(const QSize &size) const
{
    const double gap = theme().space(4);
    const QRectF all = QRectF(QPointF(), size).adjusted(gap, theme().space(1), -gap, -gap / 2);
    Places at;
    const QFontMetricsF metrics(theme().font(Type::Caption));
    for (const Strip strip : layer()->strips())
        at.names = std::max(at.names, metrics.horizontalAdvance(stripName(strip)) + theme().space(2));
    at.names = std::min(at.names, all.width() / 3);
    const auto rows = double(layer()->strips().size());
    at.row = std::clamp(all.height() * 0.5 / (rows + 1), line(), double(theme().space(9)));
    at.strips = QRectF(all.left() + at.names, all.top() + line(), all.width() - at.names, rows * at.row);
    QRectF below(all.left(), at.strips.bottom() + gap, all.width(), all.bottom() - at.strips.bottom() - gap);
    const double numbers = std::min(below.width() * 0.64, double(theme().space(130)));
    at.numbers = QRectF(below.right() - numbers, below.top(), numbers, below.height());
    at.states = QRectF(at.strips.left(), below.top() + line(), below.width() - at.names - numbers - gap, below.height() - line());
    return at;
}

void GatesPage::draw(QPainter &painter, const QSize &size) const
{
    if (!layer())
        return;
    const RecurrentLayer &l = *layer();
    const Places at = places(size);
    const int64_t steps = l.steps();
    const double step = at.strips.width() / double(steps);
    painter.setFont(theme().font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    double free = -1e9; // names of steps that would run into each other are left out
    for (int64_t t = 0; t < steps; ++t) {
        const QString name = stepName(l.backwards() ? steps - 1 - t : t);
        const double centre = at.strips.left() + (double(t) + 0.5) * step, half = metrics.horizontalAdvance(name) / 2;
        if (centre - half < free)
            continue;
        free = centre + half + 2;
        painter.setPen(theme().color(t == m_step ? Ink::Text : Ink::Muted));
        painter.drawText(QRectF(centre - half - 2, at.strips.top() - line(), 2 * half + 4, line()), Qt::AlignCenter, name);
    }
    double y = at.strips.top();
    for (const Strip strip : l.strips()) {
        std::vector<float> values;
        for (int64_t t = 0; t < steps; ++t)
            values.push_back(l.value(strip, t, m_unit));
        const bool open = strip == Strip::Cell || (strip == Strip::State && l.rectifies());
        paintCells(painter, QRectF(at.strips.left(), y, at.strips.width(), at.row - 2), theme(), {values, 1, steps, open ? std::max(1.0, largestOf(values)) : 1.0});
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(Ink::Text));
        paintLine(painter, QRectF(at.strips.left() - at.names, y, at.names - theme().space(1), at.row - 2), stripName(strip), Qt::AlignRight | Qt::AlignVCenter);
        y += at.row;
    }
    paintMark(painter, QRectF(at.strips.left() + double(m_step) * step, at.strips.top() - 1, step, at.strips.height()), theme());
    if (at.states.height() > line()) {
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(Ink::Muted));
        paintLine(painter, QRectF(at.states.left(), at.states.top() - line(), at.states.width(), line()), tr("states of all %n units", nullptr, int(l.units())));
        const Cells states{l.values(Strip::State), l.units(), steps, 0, false, false};
        paintCells(painter, at.states, theme(), states);
        paintMark(painter, QRectF(at.states.left(), cellAt(at.states, states, m_unit, 0).top(), at.states.width(), std::max(3.0, at.states.height() / double(l.units()))), theme(), 1.5);
    }
    double numberY = at.numbers.top();
    const QStringList lines = arithmetic();
    const bool scarce = at.numbers.height() < line() * 1.3 * double(lines.size() + 1);
    const double high = line() * (scarce ? 1.0 : 1.3);
    const auto write = [&](const QString &text, Type type, Ink ink) {
        if (numberY + high > at.numbers.bottom() + 1)
            return;
        painter.setFont(theme().font(type));
        painter.setPen(theme().color(ink));
        paintLine(painter, QRectF(at.numbers.left(), numberY, at.numbers.width(), high), text);
        numberY += high;
    };
    const bool roomy = at.numbers.height() > high * double(lines.size() * 2 + 1);
    if (!scarce)
        write(tr("step %1 (%2)").arg(m_step + 1).arg(stepName(l.backwards() ? steps - 1 - m_step : m_step)), Type::Caption, Ink::Muted);
    std::vector<Strip> gates;
    for (const Strip strip : l.strips())
        if (l.isGate(strip))
            gates.push_back(strip);
    for (size_t i = 0, gate = 0; i < size_t(lines.size()); ++i) {
        write(lines[qsizetype(i)], scarce ? Type::Caption : Type::Strong, Ink::Text);
        const bool isGate = lines[qsizetype(i)].count(u'=') == 2 && !lines[qsizetype(i)].contains(u'·');
        if (isGate && gate < gates.size()) {
            if (roomy)
                write(QStringLiteral("    ") + largestTerms(gates[gate], 3), Type::Caption, Ink::Muted);
            ++gate;
        }
    }
}

void GatesPage::press(const QPointF &place)
{
    if (!layer())
        return;
    const Places at = places(size());
    const auto stepAt = [&](const QRectF &area) { return int64_t((place.x() - area.left()) / area.width() * double(layer()->steps())); };
    if (at.strips.adjusted(0, -line(), 0, 0).contains(place))
        choose(m_layer, m_unit, stepAt(at.strips));
    else if (at.states.contains(place))
        choose(m_layer, int64_t((place.y() - at.states.top()) / at.states.height() * double(layer()->units())), stepAt(at.states));
}

void GatesPage::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        press(event->position());
    else
        event->ignore();
}

void GatesPage::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        press(event->position());
}

void GatesPage::keyPressEvent(QKeyEvent *event)
{
    if (const Step step = stepOf(*event))
        choose(m_layer + step.page, m_unit + step.down, m_step + step.right);
    else
        event->ignore();
}

} // namespace zhibei
