#include "widgets/plots/curve_plot.h"

#include "widgets/plots/curve_ticker.h"
#include "widgets/plots/reading_card.h"
#include "widgets/plots/text_button.h"

#include <cmath>

namespace zhibei {

namespace {

constexpr qsizetype branchPoints = 240; ///< dashes take time
constexpr qsizetype finePoints = 1200; ///< a line of so many points is as fine as a screen

/// The measured point nearest to `step`; null if there is none. Points are sorted by step.
const QPointF *nearest(const QList<QPointF> &points, double step)
{
    if (points.isEmpty())
        return nullptr;
    const auto after = std::lower_bound(points.begin(), points.end(), step,
                                        [](const QPointF &point, double x) { return point.x() < x; });
    if (after == points.begin())
        return &points.front();
    if (after == points.end())
        return &points.back();
    const auto before = after - 1;
    return after->x() - step < step - before->x() ? &*after : &*before;
}

void fill(QCPGraph *graph, const QList<QPointF> &points, bool logarithmic)
{
    QVector<QCPGraphData> data;
    data.reserve(points.size());
    for (const QPointF &point : points) {
        const bool drawable = std::isfinite(point.y()) && (!logarithmic || point.y() > 0);
        data.append({point.x(), drawable ? point.y() : qQNaN()});
    }
    graph->data()->set(data, true);
    const bool single = points.size() == 1;
    graph->setScatterStyle(single ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6) : QCPScatterStyle());
}

/// Least and greatest finite value of the graphs; invalid (lower > upper) if there is none.
QCPRange valueRange(const QList<QCPGraph *> &graphs)
{
    QCPRange range;
    range.lower = qInf();
    range.upper = -qInf();
    for (const QCPGraph *graph : graphs)
        for (const QCPGraphData &point : *graph->data())
            if (std::isfinite(point.value)) {
                range.lower = std::min(range.lower, point.value);
                range.upper = std::max(range.upper, point.value);
            }
    return range;
}

QCPRange fittedValues(Measure measure, QCPRange range, bool logarithmic)
{
    if (range.lower > range.upper)
        return logarithmic ? QCPRange(0.01, 1) : QCPRange(0, 1);
    if (logarithmic)
        return {range.lower / 1.25, range.upper * 1.25};
    if (measure == Measure::Loss)
        return {std::min(0.0, range.lower), range.upper > 0 ? range.upper * 1.05 : 1.0};
    // R² has no lower end; below -1 a model is merely useless, and 1 is the best there is.
    const double lower = std::max(measure == Measure::R2 ? -1.0 : 0.0, range.lower);
    return {std::min(lower - 0.06 * (1 - lower), 0.98), 1 + 0.02 * (1 - lower)};
}

} // namespace

CurvePlot::CurvePlot(Theme *theme, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_valueTicker(new ValueTicker), m_shareTicker(new ShareTicker),
      m_noise(addGraph()), m_train(addGraph()), m_test(addGraph()), m_pastLine(new QCPItemStraightLine(this)),
      m_later(new QCPItemRect(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setNoAntialiasingOnDrag(false);
    setAntialiasedElements(QCP::aePlottables | QCP::aeScatters);
    setSelectionTolerance(1); // with none, not even the plane itself is found under the mouse, and nothing zooms or pans
    // One path of many wide pieces takes the rasteriser 50 ms, the same pieces one by one a few.
    setPlottingHint(QCP::phFastPolylines);
    for (QCPGraph *graph : {m_noise, m_train, m_test}) {
        graph->setSelectable(QCP::stNone);
        graph->setAdaptiveSampling(true);
    }
    xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new StepTicker));
    yAxis->setTicker(m_valueTicker);
    yAxis->setNumberFormat(QStringLiteral("g"));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
    }
    xAxis->grid()->setVisible(false);
    // The veil over what came later lies on the curves, the line on the veil.
    addLayer(QStringLiteral("past"), layer(QStringLiteral("main")), limAbove);
    for (QCPAbstractItem *item : std::initializer_list<QCPAbstractItem *>{m_later, m_pastLine}) {
        item->setSelectable(false);
        item->setLayer(QStringLiteral("past"));
        for (QCPItemPosition *position : item->positions()) {
            position->setTypeX(QCPItemPosition::ptPlotCoords);
            position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        item->setVisible(false);
    }
    m_later->bottomRight->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_later->bottomRight->setCoords(1, 1);
    connect(theme, &Theme::changed, this, &CurvePlot::restyle);
    restyle();
    retranslate();
    showCurves();
}

void CurvePlot::restyle()
{
    setBackground(QBrush(m_theme->color(Ink::Surface)));
    const double thick = std::max(1.5, 2 * m_theme->textScale());
    QColor noise = m_theme->color(Ink::Negative);
    noise.setAlphaF(0.28f);
    m_noise->setPen(QPen(noise, 1));
    // Each piece is drawn by itself; square ends close the gaps between them, and cost half as much as round ones.
    m_train->setPen(QPen(m_theme->color(Ink::Negative), thick, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
    m_test->setPen(QPen(m_theme->color(Ink::Positive), thick, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
    m_pastLine->setPen(QPen(m_theme->color(Ink::Accent), thick));
    QColor veil = m_theme->color(Ink::Surface);
    veil.setAlphaF(0.65f);
    m_later->setPen(Qt::NoPen);
    m_later->setBrush(veil);
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
    showCurves();
}

void CurvePlot::retranslate()
{
    setAccessibleName(tr("Learning curves"));
    replot(rpQueuedReplot);
}

void CurvePlot::setCurves(Measure measure, const CurveSet &curves)
{
    const auto last = [](const CurveSet &set) { return set.train.isEmpty() ? 0 : set.train.back().x(); };
    // Another run began: what was zoomed into is gone.
    if (last(curves) < last(m_curves))
        setFollowing(true);
    m_measure = measure;
    m_curves = curves;
    yAxis->setTicker(measure == Measure::Accuracy ? m_shareTicker : QSharedPointer<QCPAxisTicker>(m_valueTicker));
    showCurves();
}

void CurvePlot::showCurves()
{
    // The wider the run, the wider the mean: what one pixel can show.
    const double window = m_smooth ? static_cast<double>(m_curves.train.size()) / 100.0 : 0;
    const bool noisy = window > 2;
    const bool logarithmic = m_logarithmic && m_measure == Measure::Loss;
    yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_valueTicker->setLogarithmic(logarithmic);
    fill(m_noise, noisy ? m_curves.train : QList<QPointF>(), logarithmic);
    // The mean changes little from point to point, and wide lines are slow to draw: it needs few of them.
    fill(m_train, noisy ? thinned(smoothed(m_curves.train, window), finePoints) : m_curves.train, logarithmic);
    fill(m_test, m_curves.test, logarithmic);
    showBranches(logarithmic);
    for (QCPAxis *axis : {xAxis, yAxis})
        axis->setTickLabels(!isEmpty());
    if (m_following)
        applyFit();
    replot(rpQueuedReplot);
}

void CurvePlot::showBranches(bool logarithmic)
{
    while (m_branches.size() < 2 * m_curves.branches.size()) {
        QCPGraph *graph = addGraph();
        graph->setSelectable(QCP::stNone);
        graph->setLayer(QStringLiteral("grid")); // below the run itself
        m_branches.append(graph);
    }
    for (qsizetype i = 0; i < m_branches.size(); ++i) {
        QCPGraph *graph = m_branches[i];
        const bool train = i % 2 == 0, shown = i / 2 < m_curves.branches.size();
        QList<QPointF> points;
        if (shown)
            points = train ? m_curves.branches[i / 2].train : m_curves.branches[i / 2].test;
        if (train)
            points = smoothed(points, static_cast<double>(m_curves.train.size()) / 50.0);
        fill(graph, thinned(points, branchPoints), logarithmic);
        QColor faint = m_theme->color(train ? Ink::Negative : Ink::Positive);
        faint.setAlphaF(0.45f);
        graph->setPen(QPen(faint, std::max(1.0, m_theme->textScale()), Qt::DashLine));
        graph->setVisible(shown);
    }
}

void CurvePlot::setPastStep(std::optional<double> step)
{
    m_pastLine->setVisible(step.has_value());
    m_later->setVisible(step.has_value());
    if (step) {
        m_pastLine->point1->setCoords(*step, 0);
        m_pastLine->point2->setCoords(*step, 1);
        m_later->topLeft->setCoords(*step, 0);
    }
    replot(rpQueuedReplot);
}

void CurvePlot::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic)
        return;
    m_logarithmic = logarithmic;
    setFollowing(true);
    showCurves();
}

void CurvePlot::setSmooth(bool smooth)
{
    m_smooth = smooth;
    showCurves();
}

void CurvePlot::setEmptyText(const QString &text)
{
    if (m_emptyText == text)
        return;
    m_emptyText = text;
    update();
}

void CurvePlot::fit()
{
    setFollowing(true);
    applyFit();
    replot(rpQueuedReplot);
}

void CurvePlot::applyFit()
{
    if (isEmpty()) {
        xAxis->setRange(0, 1);
        yAxis->setRange(m_logarithmic ? 0.1 : 0, 1);
        return;
    }
    double first = qInf(), last = 0;
    QList<const QList<QPointF> *> all{&m_curves.train, &m_curves.test};
    for (const CurveSet::Branch &branch : m_curves.branches)
        all.append({&branch.train, &branch.test});
    for (const QList<QPointF> *points : all)
        if (!points->isEmpty()) {
            first = std::min(first, points->front().x());
            last = std::max(last, points->back().x());
        }
    if (last <= 1 || first < last / 4)
        first = 0;
    xAxis->setRange(first == last ? first - 1 : first, std::max(last, first + 1));
    yAxis->setRange(fittedValues(m_measure, valueRange(QList<QCPGraph *>{m_train, m_test} + m_branches), yAxis->scaleType() == QCPAxis::stLogarithmic));
}

void CurvePlot::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    emit followingChanged(following);
}

void CurvePlot::setCursorStep(std::optional<double> step)
{
    m_cursor = step;
    setAccessibleDescription(cardLines().join(QStringLiteral(", ")));
    update();
}

double CurvePlot::cursorStep() const
{
    // The training curve is the finer one where there is one a step; the line sits on what was measured.
    const QPointF *point = nearest(m_curves.train.size() >= m_curves.test.size() ? m_curves.train : m_curves.test, *m_cursor);
    return point ? point->x() : *m_cursor;
}

QStringList CurvePlot::cardLines() const
{
    if (!m_cursor || isEmpty())
        return {};
    const double step = cursorStep();
    QStringList lines{tr("step %1").arg(countText(std::llround(step)))};
    const QPointF *train = nearest(m_curves.train, step), *test = nearest(m_curves.test, step);
    lines.append(train ? tr("train %1").arg(measureText(m_measure, train->y())) : QString());
    lines.append(test ? tr("test %1").arg(measureText(m_measure, test->y())) : QString());
    return lines;
}

bool CurvePlot::event(QEvent *event)
{
    // While the curves have the focus, their keys are theirs and no shortcut's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        constexpr int ours[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_0, Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus};
        if (plain && std::find(std::begin(ours), std::end(ours), key->key()) != std::end(ours)) {
            event->accept();
            return true;
        }
    }
    return QCustomPlot::event(event);
}

void CurvePlot::focusInEvent(QFocusEvent *event)
{
    m_ring = byKeyboard(event->reason());
    QCustomPlot::focusInEvent(event);
}

void CurvePlot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isEmpty())
        paintEmpty(painter);
    else if (m_cursor)
        paintCard(painter);
    if (hasFocus() && m_ring) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme->color(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), m_theme->controlRadius(),
                                m_theme->controlRadius());
    }
}

void CurvePlot::paintEmpty(QPainter &painter) const
{
    painter.setFont(m_theme->font(Type::Text));
    painter.setPen(m_theme->color(Ink::Muted));
    painter.drawText(axisRect()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void CurvePlot::paintCard(QPainter &painter) const
{
    const QRectF plane = axisRect()->rect();
    const double step = cursorStep(), x = xAxis->coordToPixel(step);
    if (x < plane.left() - 1 || x > plane.right() + 1)
        return;
    painter.setPen(QPen(m_theme->color(Ink::Accent), 1.25, Qt::DashLine));
    painter.drawLine(QPointF(x, plane.top()), QPointF(x, plane.bottom()));

    const QStringList lines = cardLines();
    const Ink inks[] = {Ink::Text, Ink::Negative, Ink::Positive};
    ReadingCard card;
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (!lines[i].isEmpty())
            card.lines.append({lines[i], m_theme->color(inks[i])});
    const QPointF *points[] = {nearest(m_curves.train, step), nearest(m_curves.test, step)};
    for (size_t i = 0; i < 2; ++i) {
        if (!points[i] || !std::isfinite(points[i]->y()))
            continue;
        const QPointF at(xAxis->coordToPixel(points[i]->x()), yAxis->coordToPixel(points[i]->y()));
        if (!plane.contains(at))
            continue;
        painter.setPen(QPen(m_theme->color(Ink::Surface), 1.5));
        painter.setBrush(m_theme->color(i == 0 ? Ink::Negative : Ink::Positive));
        painter.drawEllipse(at, 4, 4);
    }
    card.paint(painter, *m_theme, {x, plane.top() + m_theme->space(1)}, plane);
}

void CurvePlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton)
        setFollowing(false);
    const QPointF at = event->position();
    const bool inside = axisRect()->rect().adjusted(-4, 0, 4, 0).contains(at.toPoint());
    setCursorStep(inside ? std::optional(xAxis->pixelToCoord(at.x())) : std::nullopt);
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    QCustomPlot::mouseDoubleClickEvent(event);
    fit();
}

void CurvePlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    setCursorStep({});
}

void CurvePlot::wheelEvent(QWheelEvent *event)
{
    const bool onlySteps = event->modifiers() & Qt::ShiftModifier, onlyValues = event->modifiers() & Qt::ControlModifier;
    axisRect()->setRangeZoomAxes(onlyValues ? nullptr : xAxis, onlySteps ? nullptr : yAxis);
    setFollowing(false);
    QCustomPlot::wheelEvent(event);
}

void CurvePlot::keyPressEvent(QKeyEvent *event)
{
    const double shift = xAxis->range().size() / 8;
    switch (event->key()) {
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
        setFollowing(false);
        const double factor = event->key() == Qt::Key_Minus ? 1.25 : 0.8;
        xAxis->scaleRange(factor);
        yAxis->scaleRange(factor);
        return replot(rpQueuedReplot);
    }
    case Qt::Key_Left:
    case Qt::Key_Right: {
        // Arrows read the curve; with Shift they pan it.
        const bool right = event->key() == Qt::Key_Right;
        if (event->modifiers() & Qt::ShiftModifier) {
            setFollowing(false);
            xAxis->moveRange(right ? shift : -shift);
            return replot(rpQueuedReplot);
        }
        const QCPRange range = xAxis->range();
        const double at = m_cursor.value_or(range.upper) + (right ? shift : -shift) / 10;
        return setCursorStep(std::clamp(at, range.lower, range.upper));
    }
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void CurvePlot::resizeEvent(QResizeEvent *event)
{
    xAxis->ticker()->setTickCount(std::clamp(width() / std::max(1, m_theme->space(32)), 2, 8));
    const int values = std::clamp(height() / std::max(1, m_theme->space(10)), 2, 6);
    m_valueTicker->setTickCount(values);
    m_shareTicker->setTickCount(values);
    QCustomPlot::resizeEvent(event);
}

} // namespace zhibei
