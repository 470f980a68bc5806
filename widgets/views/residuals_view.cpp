#include "widgets/views/residuals_view.h"

#include "widgets/stage/plane_axes.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/sample_painter.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int bars = 25;

QString number(double value) { return std::isfinite(value) ? PlaneAxes::tickText(value) : QStringLiteral("–"); }

} // namespace

ResidualsView::ResidualsView(Theme *theme, QWidget *parent) : PaintedView(theme, parent)
{
    m_shown = header()->addTexts(2);
    m_box = header()->addBox([this](int index) { setTarget(index); });
    connect(m_shown, &ChoiceTexts::chosen, this, [this](int shown) { setShown(Shown(shown)); });
    retranslate();
}

std::vector<std::shared_ptr<const Probe>> ResidualsView::probes() const { return {std::make_shared<JudgementProbe>(m_probe)}; }

void ResidualsView::onData()
{
    m_judgement.reset();
    m_target = 0;
    retranslate();
    compute();
}

void ResidualsView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != m_probe.key())
        return;
    m_judgement = std::dynamic_pointer_cast<const Judgement>(answer);
    const bool predicts = m_judgement && data() && m_judgement->classes == 0 && !data()->classification()
        && m_judgement->outputs == data()->targetCount && m_judgement->first + m_judgement->count() <= data()->count();
    if (!predicts)
        m_judgement.reset();
    compute();
}

void ResidualsView::retranslate()
{
    m_shown->setTexts({tr("Predicted and true"), tr("Residuals")});
    QStringList names;
    for (int64_t k = 0; data() && !data()->classification() && k < data()->targetCount; ++k)
        names.append(tr("Target %1").arg(k + 1));
    ViewHeader::fill(m_box, names);
    m_box->setCurrentIndex(m_target);
    m_box->setAccessibleName(tr("Which number is predicted"));
    m_still = {};
    showReading();
}

void ResidualsView::restyle() { m_still = {}; }

QString ResidualsView::targetName() const
{
    const bool named = data() && !data()->targetName.empty() && data()->targetCount == 1;
    return named ? coreText(data()->targetName) : QString();
}

void ResidualsView::setTarget(int target)
{
    m_target = target;
    m_box->setCurrentIndex(target);
    compute();
}

void ResidualsView::setShown(Shown shown)
{
    m_shown->setCurrent(int(shown));
    m_still = {};
    update();
}

void ResidualsView::compute()
{
    m_pairs.clear();
    m_bars.assign(bars, 0);
    m_summary = {};
    m_hovered = -1;
    m_still = {};
    if (m_judgement && m_target >= 0 && m_target < m_judgement->outputs)
        for (int64_t i = 0; i < m_judgement->count(); ++i)
            m_pairs.push_back({double(data()->target(m_judgement->first + i, m_target)), double(data()->targetInUnits(m_judgement->prediction(i)[size_t(m_target)], m_target))});
    double least = INFINITY, most = -INFINITY, far = 0, sum = 0, square = 0, absolute = 0, truths = 0, truthSquares = 0;
    for (const Pair &pair : m_pairs) {
        for (const double value : {pair.truth, pair.predicted})
            if (std::isfinite(value)) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
        const double r = pair.residual();
        if (std::isfinite(r))
            far = std::max(far, std::abs(r));
        sum += r;
        square += r * r;
        absolute += std::abs(r);
        truths += pair.truth;
        truthSquares += pair.truth * pair.truth;
    }
    if (!(most > least)) {
        least = std::isfinite(least) ? least - 0.5 : 0;
        most = least + 1;
    }
    const double edge = (most - least) * 0.04, high = far > 0 ? far * 1.08 : 1;
    m_range = QRectF(least - edge, -high, most - least + 2 * edge, 2 * high);
    const double n = double(m_pairs.size());
    m_summary = {std::sqrt(square / n), absolute / n, sum / n, 1 - square / (truthSquares - truths * truths / n)};
    for (const Pair &pair : m_pairs)
        if (std::isfinite(pair.residual()))
            ++m_bars[size_t(std::clamp(int((pair.residual() + high) / (2 * high) * bars), 0, bars - 1))];
    showReading();
    update();
}

void ResidualsView::showReading()
{
    QString text;
    if (m_hovered >= 0 && m_hovered < int64_t(m_pairs.size())) {
        const Pair &pair = m_pairs[size_t(m_hovered)];
        const qint64 sample = m_judgement->first + m_hovered;
        text = tr("%1: true %2, predicted %3, residual %4").arg(SamplePainter::name(*data(), sample), number(pair.truth), number(pair.predicted), number(pair.residual()));
    } else if (!m_pairs.empty()) {
        text = tr("R² %1, RMSE %2, mean absolute error %3, mean residual %4")
                   .arg(number(m_summary.r2), number(m_summary.rootMeanSquare), number(m_summary.meanAbsolute), number(m_summary.mean));
    }
    header()->setReading(text);
    m_shown->setVisible(!m_pairs.empty() && width() <= theme()->space(130));
    m_box->setVisible(!m_pairs.empty() && m_box->count() > 1);
    setAccessibleDescription(text);
}

ResidualsView::Places ResidualsView::places(const QRectF &area) const
{
    const QMarginsF margins = PlaneAxes::margins(*theme());
    const bool both = area.width() > theme()->space(130);
    Places at;
    const bool predictions = m_shown->current() == int(Shown::Predictions);
    if (both || predictions) {
        const QRectF room = QRectF(area.left(), area.top(), both ? area.width() * 0.46 : area.width(), area.height()).marginsRemoved(margins);
        const double side = std::max(8.0, std::min(room.width(), room.height()));
        at.predictions = QRectF(room.left() + std::max(0.0, (room.width() - side) / 2), room.top(), side, side);
    }
    if (both || !predictions) {
        const double left = both ? area.left() + area.width() * 0.46 : area.left();
        const QRectF room = QRectF(left, area.top(), area.right() - left, area.height()).marginsRemoved(margins);
        const double bars = std::max(4.0, room.width() * 0.22), gap = theme()->space(2);
        at.residuals = QRectF(room.left(), room.top(), std::max(8.0, room.width() - bars - gap), std::max(8.0, room.height()));
        at.histogram = QRectF(at.residuals.right() + gap, at.residuals.top(), bars, at.residuals.height());
    }
    return at;
}

PlaneAxes ResidualsView::predictionAxes(const QRectF &plot) const { return {QRectF(m_range.left(), m_range.left(), m_range.width(), m_range.width()), plot}; }
PlaneAxes ResidualsView::residualAxes(const QRectF &plot) const { return {m_range, plot}; }

QPointF ResidualsView::pointOf(const Pair &pair, bool residuals) const
{
    return residuals ? QPointF(pair.predicted, pair.residual()) : QPointF(pair.truth, pair.predicted);
}

void ResidualsView::paint(QPainter &painter, const QRectF &area, bool live) const
{
    if (m_pairs.empty())
        return paintMessage(painter, area, tr("This asks for a network that predicts the numbers of its data."));
    const Places at = places(area);
    const auto still = [&](QPainter &onto) {
        if (!at.predictions.isEmpty())
            paintPredictions(onto, at.predictions);
        if (!at.residuals.isEmpty())
            paintResiduals(onto, at.residuals, at.histogram);
    };
    if (!live)
        return still(painter);
    // Thousands of points are drawn once; then only what follows the pointer changes.
    if (m_still.isNull() || m_still.deviceIndependentSize().toSize() != size() || m_still.devicePixelRatio() != devicePixelRatioF()) {
        m_still = QPixmap(size() * devicePixelRatioF());
        m_still.setDevicePixelRatio(devicePixelRatioF());
        m_still.fill(Qt::transparent);
        QPainter onto(&m_still);
        onto.setRenderHint(QPainter::Antialiasing);
        still(onto);
    }
    painter.drawPixmap(0, 0, m_still);
    paintMarked(painter, at, sample() - m_judgement->first, Ink::Text);
    paintMarked(painter, at, m_hovered, Ink::Accent);
}

void ResidualsView::paintPoints(QPainter &painter, const PlaneAxes &axes, bool residuals) const
{
    QColor ink = theme()->color(Ink::Accent);
    ink.setAlphaF(m_pairs.size() > 400 ? 0.45f : 0.7f);
    const double radius = (m_pairs.size() > 400 ? 2 : 3) * std::max(1.0, theme()->textScale());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const Pair &pair : m_pairs)
        if (const QPointF at = pointOf(pair, residuals); std::isfinite(at.x()) && std::isfinite(at.y()))
            painter.drawEllipse(axes.toPixels(at), radius, radius);
}

void ResidualsView::paintPredictions(QPainter &painter, const QRectF &plot) const
{
    const PlaneAxes axes = predictionAxes(plot);
    axes.paint(painter, *theme(), true);
    const QString name = targetName();
    axes.paintNames(painter, *theme(), name.isEmpty() ? tr("true") : tr("true: %1").arg(name), tr("predicted"));
    painter.setPen(QPen(theme()->color(Ink::Good), 1.5));
    painter.drawLine(plot.bottomLeft(), plot.topRight());
    paintPoints(painter, axes, false);
}

void ResidualsView::paintResiduals(QPainter &painter, const QRectF &plot, const QRectF &histogram) const
{
    const PlaneAxes axes = residualAxes(plot);
    axes.paint(painter, *theme(), true);
    axes.paintNames(painter, *theme(), tr("predicted"), tr("true minus predicted"));
    const double zero = axes.toPixels({0, 0}).y();
    painter.setPen(QPen(theme()->color(Ink::Good), 1.5));
    painter.drawLine(QPointF(plot.left(), zero), QPointF(histogram.right(), zero));
    paintPoints(painter, axes, true);
    const int most = std::max(1, *std::max_element(m_bars.begin(), m_bars.end()));
    const double high = histogram.height() / bars;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme()->color(Ink::Accent));
    for (int b = 0; b < bars; ++b)
        if (m_bars[size_t(b)] > 0)
            painter.drawRect(QRectF(histogram.left(), histogram.bottom() - (b + 1) * high + 0.5, histogram.width() * m_bars[size_t(b)] / most, std::max(0.5, high - 1)));
}

void ResidualsView::paintMarked(QPainter &painter, const Places &at, int64_t index, Ink ink) const
{
    if (index < 0 || index >= int64_t(m_pairs.size()))
        return;
    const double radius = theme()->space(1) * 1.4;
    painter.setPen(QPen(theme()->color(ink), 2));
    painter.setBrush(Qt::NoBrush);
    for (const bool residuals : {false, true}) {
        const QRectF &plot = residuals ? at.residuals : at.predictions;
        const QPointF place = pointOf(m_pairs[size_t(index)], residuals);
        if (!plot.isEmpty() && std::isfinite(place.x()) && std::isfinite(place.y()))
            painter.drawEllipse((residuals ? residualAxes(plot) : predictionAxes(plot)).toPixels(place), radius, radius);
    }
}

int64_t ResidualsView::nearest(const QPointF &at) const
{
    const Places where = places(body());
    double best = std::pow(theme()->space(4), 2);
    int64_t found = -1;
    for (const bool residuals : {false, true}) {
        const QRectF &plot = residuals ? where.residuals : where.predictions;
        if (plot.isEmpty())
            continue;
        const PlaneAxes axes = residuals ? residualAxes(plot) : predictionAxes(plot);
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            const QPointF off = axes.toPixels(pointOf(m_pairs[i], residuals)) - at;
            if (const double distance = QPointF::dotProduct(off, off); distance < best) {
                best = distance;
                found = int64_t(i);
            }
        }
    }
    return found;
}

void ResidualsView::hover(int64_t index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    showReading();
    update();
}

void ResidualsView::mouseMoveEvent(QMouseEvent *event) { hover(m_pairs.empty() ? -1 : nearest(event->position())); }
void ResidualsView::leaveEvent(QEvent *) { hover(-1); }

void ResidualsView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_pairs.empty())
        return;
    if (const int64_t index = nearest(event->position()); index >= 0)
        emit sampleChosen(m_judgement->first + index);
}

void ResidualsView::keyPressEvent(QKeyEvent *event)
{
    const int along = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 0;
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_pairs.empty() || (along == 0 && !enters))
        return PaintedView::keyPressEvent(event);
    if (along != 0)
        hover(std::clamp<int64_t>(m_hovered + along, 0, int64_t(m_pairs.size()) - 1));
    else if (m_hovered >= 0)
        emit sampleChosen(m_judgement->first + m_hovered);
}

void ResidualsView::resizeEvent(QResizeEvent *event)
{
    m_still = {};
    showReading();
    PaintedView::resizeEvent(event);
}

QJsonObject ResidualsView::choices() const
{
    return {{QStringLiteral("shown"), m_shown->current()}, {QStringLiteral("target"), m_target}};
}

void ResidualsView::setChoices(const QJsonObject &choices)
{
    m_shown->setCurrent(std::clamp(choices[QStringLiteral("shown")].toInt(), 0, 1));
    setTarget(std::max(0, choices[QStringLiteral("target")].toInt()));
}

QString ResidualsView::csv() const
{
    QString text = QStringLiteral("sample,true,predicted,residual\n");
    for (size_t i = 0; i < m_pairs.size(); ++i)
        text += QStringLiteral("%1,%2,%3,%4\n").arg(m_judgement->first + qint64(i)).arg(m_pairs[i].truth).arg(m_pairs[i].predicted).arg(m_pairs[i].residual());
    return text;
}

Figure ResidualsView::figure() const { return figureOf(tr("Residuals"), tr("Residuals"), [this] { return csv(); }); }

} // namespace zhibei
