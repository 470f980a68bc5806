#include "widgets/views/flow_plot.h"

#include "widgets/plots/curve_ticker.h"

#include <QPicture>

#include <algorithm>
#include <cmath>

namespace zhibei {

FlowPlot::FlowPlot(Theme *theme, QWidget *parent) : QCustomPlot(parent), m_theme(theme), m_ticker(new ValueTicker)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setAntialiasedElements(QCP::aePlottables);
    setPlottingHint(QCP::phFastPolylines);
    xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new StepTicker));
    m_ticker->setLogarithmic(true);
    yAxis->setTicker(m_ticker);
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
    }
    xAxis->grid()->setVisible(false);
    connect(theme, &Theme::changed, this, &FlowPlot::restyle);
    restyle();
}

void FlowPlot::restyle()
{
    setBackground(QBrush(m_theme->color(Ink::Surface)));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(m_theme->font(Type::Caption));
        axis->setTickLabelColor(m_theme->color(Ink::Muted));
        axis->setLabelFont(m_theme->font(Type::Caption));
        axis->setLabelColor(m_theme->color(Ink::Muted));
        axis->setTickLabelPadding(m_theme->space(1));
    }
    yAxis->grid()->setPen(QPen(m_theme->color(Ink::Line), 1));
    for (int i = 0; i < graphCount(); ++i)
        style(i);
    replot(rpQueuedReplot);
}

void FlowPlot::style(int line)
{
    const bool marked = line == m_marked;
    QColor color = m_lines[line].color;
    if (m_marked >= 0 && !marked)
        color.setAlphaF(0.3f);
    graph(line)->setPen(QPen(color, (marked ? 3 : 1.75) * std::max(1.0, m_theme->textScale()), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void FlowPlot::setLines(const QVector<double> &steps, const QList<Line> &lines)
{
    m_lines = lines;
    while (graphCount() > lines.size())
        removeGraph(graphCount() - 1);
    while (graphCount() < lines.size())
        addGraph()->setSelectable(QCP::stNone);
    double low = INFINITY, high = 0;
    for (int i = 0; i < graphCount(); ++i) {
        QVector<QCPGraphData> data;
        for (qsizetype k = 0; k < steps.size(); ++k) {
            const double v = lines[i].values[k];
            const bool drawable = std::isfinite(v) && v > 0;
            data.append({steps[k], drawable ? v : qQNaN()});
            low = drawable ? std::min(low, v) : low;
            high = drawable ? std::max(high, v) : high;
        }
        graph(i)->data()->set(data, true);
        graph(i)->setScatterStyle(steps.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6) : QCPScatterStyle());
        style(i);
    }
    if (!(low <= high)) {
        low = 1e-3;
        high = 1;
    }
    yAxis->setRange(low / 1.5, high * 1.5);
    const double first = steps.isEmpty() ? 0 : steps.front(), last = steps.isEmpty() ? 1 : steps.back();
    xAxis->setRange(first == last ? first - 1 : first, last == first ? first + 1 : last);
    double names = 0;
    const QFontMetricsF metrics(m_theme->font(Type::Caption));
    for (const Line &line : lines)
        names = std::max(names, metrics.horizontalAdvance(line.name));
    names = std::min(names, width() / 4.0);
    axisRect()->setMinimumMargins(QMargins(m_theme->space(8), m_theme->space(2), int(names) + m_theme->space(3), m_theme->space(5)));
    replot(rpQueuedReplot);
}

void FlowPlot::setMarked(int line)
{
    if (line == m_marked)
        return;
    m_marked = line < graphCount() ? line : -1;
    for (int i = 0; i < graphCount(); ++i)
        style(i);
    replot(rpQueuedReplot);
}

void FlowPlot::paintNames(QPainter &painter) const
{
    struct Name { int line; double y; };
    std::vector<Name> names;
    const QRectF plane = axisRect()->rect();
    const QFontMetricsF metrics(m_theme->font(Type::Caption));
    const double high = metrics.height() * 0.95;
    for (int i = 0; i < graphCount(); ++i)
        for (auto point = graph(i)->data()->constEnd(); point != graph(i)->data()->constBegin();)
            if (std::isfinite((--point)->value)) {
                names.push_back({i, yAxis->coordToPixel(point->value)});
                break;
            }
    if (double(names.size()) * high > plane.height()) // no room for all: the ends of the network and the marked one
        std::erase_if(names, [&](const Name &name) { return name.line != 0 && name.line != graphCount() - 1 && name.line != m_marked; });
    std::sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.y < b.y; });
    for (size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + high);
    double limit = plane.bottom();
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, limit);
        limit = name->y - high;
    }
    painter.setFont(m_theme->font(Type::Caption));
    for (const Name &name : names) {
        QColor color = m_lines[name.line].color;
        if (m_marked >= 0 && name.line != m_marked)
            color.setAlphaF(0.4f);
        painter.setPen(color);
        const QRectF place(plane.right() + m_theme->space(1), name.y - high / 2, viewport().width() - plane.right() - m_theme->space(2), high);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(m_lines[name.line].name, Qt::ElideRight, place.width()));
    }
}

void FlowPlot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    paintNames(painter);
}

void FlowPlot::paintInto(QPainter &painter, const QRectF &area)
{
    QPicture picture;
    {
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        recorder.setMode(QCPPainter::pmNoCaching);
        const int wide = std::max(8, int(area.width())), high = std::max(8, int(area.height()));
        toPainter(&recorder, wide, high);
        const QRect before = viewport();
        setViewport(QRect(0, 0, wide, high)); // the names stand where this size puts them
        updateLayout();
        paintNames(recorder);
        setViewport(before);
        updateLayout();
    }
    painter.drawPicture(area.topLeft(), picture);
}

int FlowPlot::nearest(const QPointF &place) const
{
    int found = -1;
    double least = m_theme->space(4);
    for (int i = 0; i < graphCount(); ++i) {
        const double distance = graph(i)->selectTest(place, false);
        if (distance >= 0 && distance < least) {
            least = distance;
            found = i;
        }
    }
    return found;
}

void FlowPlot::mouseMoveEvent(QMouseEvent *event) { emit hovered(nearest(event->position())); }

void FlowPlot::mousePressEvent(QMouseEvent *event)
{
    if (const int line = nearest(event->position()); line >= 0)
        emit clicked(line);
}

void FlowPlot::leaveEvent(QEvent *) { emit hovered(-1); }

} // namespace zhibei
