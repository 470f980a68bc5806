#include "widgets/runs/run_plot.h"

#include "widgets/plots/curve_ticker.h"
#include "widgets/plots/reading_card.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double smoothing = 60; // a training curve of every step is drawn as a mean over one part in so many

/// What stands for a run: the test part where it was measured, else the training.
QList<QPointF> mainCurve(const History::Curves &curves, Measure measure)
{
    const CurveSet set = curveSet(curves, measure);
    return set.test.isEmpty() ? smoothed(set.train, double(set.train.size()) / smoothing) : set.test;
}

} // namespace

RunPlot::RunPlot(Theme *theme, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_values(new ValueTicker), m_shares(new ShareTicker)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setNoAntialiasingOnDrag(false);
    setAntialiasedElements(QCP::aePlottables | QCP::aeScatters);
    setSelectionTolerance(1);
    setPlottingHint(QCP::phFastPolylines);
    xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new StepTicker));
    yAxis->setTicker(m_values);
    yAxis->setNumberFormat(QStringLiteral("g"));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
    }
    xAxis->grid()->setVisible(false);
    legend->setVisible(true);
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    connect(theme, &Theme::changed, this, &RunPlot::restyle);
    restyle();
    retranslate();
}

// Of two classes the colours would be orange and blue, which mean signs elsewhere.
QColor RunPlot::colorOf(const Theme &theme, size_t run, size_t count) { return theme.classColor(int(run), std::max(3, int(count))); }

void RunPlot::restyle()
{
    setBackground(QBrush(m_theme->color(Ink::Surface)));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(m_theme->font(Type::Caption));
        axis->setTickLabelColor(m_theme->color(Ink::Muted));
        axis->setLabelFont(m_theme->font(Type::Caption));
        axis->setLabelColor(m_theme->color(Ink::Muted));
        axis->setTickLabelPadding(m_theme->space(2));
    }
    yAxis->grid()->setPen(QPen(m_theme->color(Ink::Line), 1));
    yAxis->grid()->setZeroLinePen(QPen(m_theme->color(Ink::Line), 1));
    axisRect()->setMinimumMargins(QMargins(m_theme->space(10), m_theme->space(2), m_theme->space(6), m_theme->space(6)));
    QColor back = m_theme->color(Ink::Surface);
    back.setAlphaF(0.85f);
    legend->setBrush(back);
    legend->setBorderPen(Qt::NoPen);
    legend->setFont(m_theme->font(Type::Caption));
    legend->setTextColor(m_theme->color(Ink::Text));
    legend->setIconSize(m_theme->space(4), m_theme->space(3));
    legend->setRowSpacing(0);
    showRuns();
}

void RunPlot::retranslate()
{
    setAccessibleName(tr("Curves of the runs"));
    xAxis->setLabel(tr("step"));
    replot(rpQueuedReplot);
}

void RunPlot::setRuns(std::vector<Run> runs)
{
    if (runs.size() != m_runs.size())
        m_following = true;
    m_runs = std::move(runs);
    showRuns();
}

bool RunPlot::has(Measure measure) const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [&](const Run &run) { return run.curves && hasMeasure(*run.curves, measure); });
}

void RunPlot::setMeasure(Measure measure)
{
    m_measure = measure;
    m_following = true;
    showRuns();
}

void RunPlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    m_following = true;
    showRuns();
}

void RunPlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QList<QPointF> RunPlot::drawn(size_t run) const { return m_runs[run].curves ? mainCurve(*m_runs[run].curves, m_measure) : QList<QPointF>(); }

void RunPlot::showRuns()
{
    const bool logarithmic = m_logarithmic && m_measure == Measure::Loss;
    yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_values->setLogarithmic(logarithmic);
    yAxis->setTicker(m_measure == Measure::Accuracy ? m_shares : QSharedPointer<QCPAxisTicker>(m_values));
    clearGraphs();
    const double thick = std::max(1.5, 2 * m_theme->textScale());
    for (size_t i = 0; i < m_runs.size(); ++i) {
        QCPGraph *graph = addGraph();
        graph->setName(m_runs[i].name);
        graph->setSelectable(QCP::stNone);
        graph->setPen(QPen(colorOf(*m_theme, i, m_runs.size()), thick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QVector<QCPGraphData> data;
        for (const QPointF &point : drawn(i))
            data.append({point.x(), std::isfinite(point.y()) && (!logarithmic || point.y() > 0) ? point.y() : qQNaN()});
        if (data.size() == 1)
            graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6));
        graph->data()->set(data, true);
    }
    legend->setVisible(!m_runs.empty());
    yAxis->grid()->setVisible(!m_runs.empty());
    for (QCPAxis *axis : {xAxis, yAxis})
        axis->setTickLabels(!m_runs.empty());
    xAxis->setLabel(m_runs.empty() ? QString() : tr("step"));
    if (m_following)
        applyFit();
    replot(rpQueuedReplot);
}

void RunPlot::applyFit()
{
    double low = qInf(), high = -qInf(), last = 1;
    for (int i = 0; i < graphCount(); ++i)
        for (const QCPGraphData &point : *graph(i)->data()) {
            last = std::max(last, point.key);
            if (std::isfinite(point.value)) {
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
        }
    xAxis->setRange(0, last);
    const bool logarithmic = yAxis->scaleType() == QCPAxis::stLogarithmic;
    if (low > high)
        yAxis->setRange(logarithmic ? QCPRange(0.01, 1) : QCPRange(0, 1));
    else if (logarithmic)
        yAxis->setRange(low / 1.25, high * 1.25);
    else if (m_measure == Measure::Loss)
        yAxis->setRange(std::min(0.0, low), high > 0 ? high * 1.05 : 1.0);
    else
        yAxis->setRange(std::max(-1.0, low) - 0.06 * (1 - std::max(-1.0, low)), 1.02);
}

void RunPlot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_runs.empty()) {
        painter.setFont(m_theme->font(Type::Text));
        painter.setPen(m_theme->color(Ink::Muted));
        const int margin = m_theme->space(4);
        painter.drawText(rect().adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else if (m_cursor) {
        paintReading(painter);
    }
}

void RunPlot::paintReading(QPainter &painter) const
{
    constexpr int mostLines = 12;
    const QRectF plane = axisRect()->rect();
    const double x = xAxis->coordToPixel(*m_cursor);
    painter.setPen(QPen(m_theme->color(Ink::Accent), 1.25, Qt::DashLine));
    painter.drawLine(QPointF(x, plane.top()), QPointF(x, plane.bottom()));
    ReadingCard card;
    card.lines.append({tr("step %1").arg(countText(qRound64(*m_cursor))), m_theme->color(Ink::Text)});
    for (int i = 0; i < std::min(graphCount(), mostLines); ++i) {
        const auto data = graph(i)->data();
        if (data->isEmpty())
            continue;
        auto at = data->findBegin(*m_cursor, true);
        if (const auto next = at + 1; next != data->constEnd() && std::abs(next->key - *m_cursor) < std::abs(at->key - *m_cursor))
            at = next;
        card.lines.append({QStringLiteral("%1  %2").arg(measureText(m_measure, at->value), graph(i)->name()), graph(i)->pen().color()});
    }
    card.paint(painter, *m_theme, {x, plane.top() + m_theme->space(1)}, plane);
}

void RunPlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton)
        m_following = false;
    m_cursor = axisRect()->rect().contains(event->pos()) ? std::optional(xAxis->pixelToCoord(event->position().x())) : std::nullopt;
    update();
}

void RunPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    QCustomPlot::mouseDoubleClickEvent(event);
    m_following = true;
    showRuns();
}

void RunPlot::wheelEvent(QWheelEvent *event)
{
    m_following = false;
    QCustomPlot::wheelEvent(event);
}

void RunPlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    m_cursor.reset();
    update();
}

void RunPlot::resizeEvent(QResizeEvent *event)
{
    xAxis->ticker()->setTickCount(std::clamp(width() / std::max(1, m_theme->space(32)), 2, 8));
    const int values = std::clamp(height() / std::max(1, m_theme->space(10)), 2, 6);
    m_values->setTickCount(values);
    m_shares->setTickCount(values);
    QCustomPlot::resizeEvent(event);
}

} // namespace zhibei
