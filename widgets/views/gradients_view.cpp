#include "widgets/views/gradients_view.h"

#include "widgets/plots/reading_card.h"
#include "widgets/views/distribution_chart.h"
#include "widgets/views/flow_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr qsizetype mostMoments = 800;

} // namespace

GradientsView::GradientsView(Theme *theme, QWidget *parent) : ChoiceView(theme, parent), m_plot(new FlowPlot(theme, this))
{
    bar()->addGroup(QStringLiteral("of"), {QStringLiteral("weights"), QStringLiteral("outputs")});
    bar()->addGroup(QStringLiteral("when"), {QStringLiteral("now"), QStringLiteral("time")});
    connect(m_plot, &FlowPlot::hovered, this, &GradientsView::mark);
    connect(m_plot, &FlowPlot::clicked, this, [this](int line) { emit nodeChosen(QString::fromStdString(m_bars[size_t(line)].node)); });
    m_plot->hide();
}

void GradientsView::nameChoices()
{
    const auto name = [this](const char *key, const char *value, const QString &text, const QString &tip) {
        bar()->setText(QString::fromLatin1(key), QString::fromLatin1(value), text, tip);
    };
    name("of", "weights", tr("weights"), tr("The gradient that moves the learned numbers of a layer"));
    name("of", "outputs", tr("outputs"), tr("The gradient that arrives at what a layer gives; layers that learn nothing have one too"));
    name("when", "now", tr("now"), tr("A bar for each layer"));
    name("when", "time", tr("over time"), tr("A line for each layer, since this view was opened"));
    m_plot->xAxis->setLabel(tr("step"));
    fill();
}

std::vector<std::shared_ptr<const Probe>> GradientsView::probes() const { return {std::make_shared<GradientFlowProbe>()}; }

void GradientsView::onData()
{
    m_flow.reset();
    m_past.clear();
    m_change.clear();
    m_marked = -1;
    fill();
}

void GradientsView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != GradientFlowProbe().key())
        return;
    m_flow = std::dynamic_pointer_cast<const GradientFlow>(answer);
    if (m_flow && m_flow->layers.empty())
        m_flow.reset();
    if (m_flow)
        gather(m_flow);
    fill();
}

void GradientsView::gather(const std::shared_ptr<const GradientFlow> &flow)
{
    const Snapshot &now = *flow->snapshot;
    if (!m_past.isEmpty()) {
        const Snapshot &before = *m_past.back().flow->snapshot;
        if (before.model != now.model || before.generation != now.generation || now.step < before.step) {
            m_past.clear();
            m_change.clear();
        } else if (now.step == before.step) {
            m_past.removeLast();
        } else {
            for (const GradientFlow::Layer &layer : flow->layers)
                if (const auto moved = movement(before, now, layer.node))
                    m_change[layer.node] = *moved;
        }
    }
    // Only the newest moment keeps the weights themselves.
    if (!m_past.isEmpty()) {
        auto light = std::make_shared<GradientFlow>(*m_past.back().flow);
        auto bare = std::make_shared<Snapshot>(*light->snapshot);
        bare->parameters = nullptr;
        light->snapshot = bare;
        m_past.back().flow = light;
    }
    m_past.append({double(now.step), flow});
    if (m_past.size() < mostMoments)
        return;
    QList<Moment> every;
    for (qsizetype i = m_past.size() - 1; i >= 0; i -= 2)
        every.prepend(m_past[i]);
    m_past = every;
}

bool GradientsView::ofOutputs() const { return bar()->value(QStringLiteral("of")) == QLatin1String("outputs"); }

double GradientsView::normOf(const GradientFlow::Layer &layer) const
{
    const std::optional<double> &norm = ofOutputs() ? layer.output : layer.gradient;
    return norm ? *norm : std::nan("");
}

QColor GradientsView::color(size_t bar) const { return theme()->classColor(int(bar), std::max(3, int(m_bars.size()))); }

void GradientsView::onChoice() { fill(); }

void GradientsView::restyle()
{
    ChoiceView::restyle();
    fill();
}

void GradientsView::fill()
{
    m_bars.clear();
    for (size_t i = 0; m_flow && i < m_flow->layers.size(); ++i) {
        const GradientFlow::Layer &layer = m_flow->layers[i];
        if (ofOutputs() ? !layer.output : !layer.gradient)
            continue;
        const auto change = m_change.find(layer.node);
        m_bars.push_back({layer.node, normOf(layer), change == m_change.end() ? std::nullopt : std::optional(change->second)});
    }
    m_marked = m_marked < int(m_bars.size()) ? m_marked : -1;
    QVector<double> steps;
    QList<FlowPlot::Line> lines;
    for (const Moment &moment : m_past)
        steps.append(moment.step);
    for (size_t i = 0; i < m_bars.size(); ++i) {
        FlowPlot::Line line{QString::fromStdString(m_bars[i].node), color(i), {}};
        for (const Moment &moment : m_past) {
            const GradientFlow::Layer *layer = moment.flow->layer(m_bars[i].node);
            line.values.append(layer ? normOf(*layer) : std::nan(""));
        }
        lines.append(line);
    }
    const Places at = places(body());
    const QRect plot = at.plot.toRect();
    const bool shown = !m_bars.empty() && plot.width() > 1 && plot.height() > 1;
    if (shown)
        m_plot->setGeometry(plot);
    m_plot->setVisible(shown);
    m_plot->setLines(steps, lines);
    m_plot->setMarked(m_marked);
    setAccessibleDescription(reading().join(QStringLiteral(", ")));
    update();
}

void GradientsView::resizeEvent(QResizeEvent *event)
{
    ChoiceView::resizeEvent(event);
    const bool both = body().width() >= theme()->space(170);
    bar()->setShown(QStringLiteral("when"), !both);
    placeBar();
    fill();
}

GradientsView::Places GradientsView::places(const QRectF &area) const
{
    const bool both = area.width() >= theme()->space(170);
    const bool time = bar()->value(QStringLiteral("when")) == QLatin1String("time");
    if (!both)
        return time ? Places{{}, area} : Places{area, {}};
    const double half = (area.width() - theme()->space(4)) / 2;
    return {QRectF(area.left(), area.top(), half, area.height()), QRectF(area.right() - half, area.top(), half, area.height())};
}

QStringList GradientsView::reading() const
{
    QStringList lines;
    for (size_t i = 0; i < m_bars.size(); ++i) {
        if (m_marked >= 0 && int(i) != m_marked)
            continue;
        const Bar &bar = m_bars[i];
        const QString norm = tr("%1: gradient %2", "layer, number").arg(QString::fromStdString(bar.node), numberText(bar.norm));
        lines += norm;
        if (bar.change && !ofOutputs())
            lines += tr("moves by %1 of its size in a step").arg(numberText(*bar.change));
    }
    return lines;
}

void GradientsView::paintBars(QPainter &painter, const QRectF &area, bool live) const
{
    double low = INFINITY, high = 0;
    for (const Bar &bar : m_bars)
        if (std::isfinite(bar.norm) && bar.norm > 0) {
            low = std::min(low, bar.norm);
            high = std::max(high, bar.norm);
        }
    const double from = std::floor(std::log10(low <= high ? low : 1) - 0.3), to = std::log10(low <= high ? high : 1) + 1e-9; // the longest bar fills the field
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height(), gap = theme()->space(2);
    double names = 0, numbers = 0;
    for (const Bar &bar : m_bars) {
        names = std::max(names, metrics.horizontalAdvance(QString::fromStdString(bar.node)));
        numbers = std::max(numbers, metrics.horizontalAdvance(numberText(bar.norm)));
    }
    names = std::min(names, area.width() * 0.3);
    const double row = rowHeight(area);
    const bool named = row >= line * 0.9;
    const QRectF field(area.left() + (named ? names + gap : 0), area.top(), area.width() - (named ? names + numbers + 2 * gap : 0), row * double(m_bars.size()));
    painter.setPen(theme()->color(Ink::Muted));
    const double every = std::max(1.0, std::ceil((to - from) * metrics.horizontalAdvance(QStringLiteral("1e−10")) * 1.3 / std::max(1.0, field.width())));
    for (double power = from; power <= to; power += every) {
        const double x = field.left() + field.width() * (power - from) / (to - from);
        painter.setPen(theme()->color(Ink::Line));
        painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()));
        painter.setPen(theme()->color(Ink::Muted));
        painter.drawText(QRectF(x - 40, field.bottom() + 2, 80, line), Qt::AlignCenter, numberText(std::pow(10, power)));
    }
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars[i];
        const QRectF place(field.left(), field.top() + row * double(i), field.width(), row);
        const bool drawn = std::isfinite(bar.norm) && bar.norm > 0, marked = live && int(i) == m_marked;
        const double part = drawn ? (std::log10(bar.norm) - from) / (to - from) : 0;
        if (marked) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme()->color(Ink::AccentBackground));
            painter.drawRect(QRectF(area.left(), place.top(), area.width(), row));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(i));
        const double inset = std::min(3.0, row * 0.15);
        painter.drawRoundedRect(QRectF(place.left(), place.top() + inset, std::max(drawn ? 2.0 : 0.0, place.width() * part), row - 2 * inset), 3, 3);
        if (!named)
            continue;
        painter.setPen(theme()->color(Ink::Text));
        painter.drawText(QRectF(area.left(), place.top(), names, row), Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(QString::fromStdString(bar.node), Qt::ElideRight, names));
        painter.drawText(QRectF(area.right() - numbers, place.top(), numbers, row), Qt::AlignRight | Qt::AlignVCenter, numberText(bar.norm));
    }
    if (!live || m_marked < 0)
        return;
    ReadingCard card;
    for (const QString &text : reading())
        card.lines.append({text, theme()->color(Ink::Text)});
    card.paint(painter, *theme(), {field.left() + field.width() / 3, field.top() + row * (m_marked + 1)}, area);
}

void GradientsView::paintBody(QPainter &painter, const QRectF &area, bool live) const
{
    if (m_bars.empty())
        return paintMessage(painter, area, tr("This asks for a network with a loss: gradients flow back from there."));
    const Places at = places(area);
    if (!at.bars.isEmpty())
        paintBars(painter, at.bars, live);
    if (!live && !at.plot.isEmpty())
        m_plot->paintInto(painter, at.plot);
}

double GradientsView::rowHeight(const QRectF &area) const
{
    const double line = QFontMetricsF(theme()->font(Type::Caption)).height(); // the scale is written below the bars
    return std::min((area.height() - line - 2) / double(m_bars.size()), line * 3);
}

int GradientsView::barAt(const QPointF &place) const
{
    const QRectF area = places(body()).bars;
    if (m_bars.empty() || !area.contains(place))
        return -1;
    const int bar = int((place.y() - area.top()) / rowHeight(area));
    return bar < int(m_bars.size()) ? bar : -1;
}

void GradientsView::mark(int bar)
{
    if (bar == m_marked)
        return;
    m_marked = bar;
    m_plot->setMarked(bar);
    setAccessibleDescription(reading().join(QStringLiteral(", ")));
    update();
}

void GradientsView::mouseMoveEvent(QMouseEvent *event) { mark(barAt(event->position())); }

void GradientsView::mousePressEvent(QMouseEvent *event)
{
    if (const int bar = barAt(event->position()); bar >= 0)
        emit nodeChosen(QString::fromStdString(m_bars[size_t(bar)].node));
}

void GradientsView::leaveEvent(QEvent *) { mark(-1); }

void GradientsView::keyPressEvent(QKeyEvent *event)
{
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_bars.empty() || (!down && !enters))
        return ChoiceView::keyPressEvent(event);
    if (enters && m_marked >= 0)
        emit nodeChosen(QString::fromStdString(m_bars[size_t(m_marked)].node));
    else
        mark(std::clamp(m_marked + down, 0, int(m_bars.size()) - 1));
}

QString GradientsView::csv() const
{
    QString text = QStringLiteral("step,node,parameters,outputs\n");
    const auto number = [](const std::optional<double> &value) { return value ? QString::number(*value, 'g', 9) : QString(); };
    for (const Moment &moment : m_past)
        for (const GradientFlow::Layer &layer : moment.flow->layers)
            text += QStringLiteral("%1,%2,%3,%4\n").arg(moment.step, 0, 'f', 0).arg(QString::fromStdString(layer.node), number(layer.gradient), number(layer.output));
    return text;
}

Figure GradientsView::figure() const { return paintedFigure(tr("Gradient flow"), [this] { return csv(); }); }

} // namespace zhibei
