#include "widgets/views/roc_view.h"

#include "widgets/stage/plane_axes.h"
#include "widgets/theme/core_text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int bars = 40;

QString share(double value)
{
    return std::isfinite(value) ? QString::number(value, 'f', 3) : QStringLiteral("–");
}

} // namespace

RocView::RocView(Theme *theme, QWidget *parent) : PaintedView(theme, parent)
{
    m_shown = header()->addTexts(3);
    m_box = header()->addBox([this](int index) { setPositive(index); });
    connect(m_shown, &ChoiceTexts::chosen, this, [this](int shown) { setShown(Shown(shown)); });
    retranslate();
}

std::vector<std::shared_ptr<const Probe>> RocView::probes() const { return {std::make_shared<JudgementProbe>(m_probe)}; }

void RocView::onData()
{
    m_judgement.reset();
    m_positive = -1;
    m_threshold = 0.5;
    m_scrolled = 0;
    retranslate();
    rank();
}

void RocView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != m_probe.key())
        return;
    m_judgement = std::dynamic_pointer_cast<const Judgement>(answer);
    if (m_judgement && (m_judgement->classes < 2 || m_judgement->count() == 0))
        m_judgement.reset();
    rank();
}

QString RocView::className(int index) const
{
    return data() && size_t(index) < data()->classNames.size() ? coreText(data()->classNames[size_t(index)]) : QString::number(index);
}

void RocView::retranslate()
{
    m_shown->setTexts({tr("ROC"), tr("Precision and recall"), tr("Every class")});
    m_shown->setTip(0, tr("How many of the class are found, against how many others are taken for it"));
    m_shown->setTip(1, tr("How much of what is taken for the class is right, against how many of the class are found"));
    m_shown->setTip(2, tr("As the network decides by itself"));
    QStringList names;
    for (int c = 0; data() && c < int(data()->classNames.size()); ++c)
        names.append(tr("%1 against the rest").arg(className(c)));
    ViewHeader::fill(m_box, names);
    m_box->setAccessibleName(tr("The class in question"));
    m_box->setCurrentIndex(m_positive);
    showReading();
}

void RocView::setShown(Shown shown)
{
    m_shown->setCurrent(int(shown));
    showReading();
    update();
}

void RocView::setPositive(int positive)
{
    if (positive == m_positive)
        return;
    m_positive = positive;
    rank();
}

void RocView::setThreshold(double threshold)
{
    m_threshold = std::clamp(threshold, m_least, m_most);
    showReading();
    update();
}

void RocView::rank()
{
    m_ranking = {};
    m_classes.clear();
    for (std::vector<int> &histogram : m_bars)
        histogram.assign(bars, 0);
    if (m_judgement) {
        if (m_positive < 0 || m_positive >= m_judgement->classes)
            m_positive = m_judgement->classes == 2 ? 1 : 0;
        m_ranking = rankingOf(*m_judgement, m_positive);
        m_classes = countsPerClass(*m_judgement);
        m_least = 0;
        m_most = 1;
        const auto score = [&](int64_t i) { return double(m_judgement->probability(i, m_positive)); };
        for (int64_t i = 0; i < m_judgement->count(); ++i)
            if (std::isfinite(score(i))) {
                m_least = std::min(m_least, score(i));
                m_most = std::max(m_most, score(i));
            }
        for (int64_t i = 0; i < m_judgement->count(); ++i)
            if (std::isfinite(score(i)))
                ++m_bars[m_judgement->truth[size_t(i)] == m_positive][size_t(std::clamp(int((score(i) - m_least) / (m_most - m_least) * bars), 0, bars - 1))];
        m_threshold = std::clamp(m_threshold, m_least, m_most);
    }
    m_box->setCurrentIndex(m_positive);
    showReading();
    update();
}

void RocView::showReading()
{
    QString text;
    if (m_judgement && m_shown->current() == int(Shown::EveryClass))
        text = tr("accuracy %1").arg(share(m_judgement->accuracy()));
    else if (m_judgement)
        text = tr("area under the ROC curve %1, average precision %2").arg(share(m_ranking.areaUnderCurve()), share(m_ranking.averagePrecision()));
    // The areas are written on the curves.
    header()->setReading(m_shown->current() == int(Shown::EveryClass) ? text : QString());
    if (m_judgement) {
        const Counts c = counts();
        text += QStringLiteral(". ") + tr("Threshold %1: precision %2, recall %3, F1 %4").arg(share(m_threshold), share(c.precision()), share(c.recall()), share(c.f1()));
    }
    setAccessibleDescription(text);
    m_shown->setVisible(m_judgement != nullptr);
    m_box->setVisible(m_judgement && m_shown->current() != int(Shown::EveryClass));
}

/// Where there is room, the numbers are as large as text.
QFont RocView::numbersFont(double width) const { return theme()->font(width > theme()->space(54) ? Type::Text : Type::Caption); }

RocView::Places RocView::places(const QRectF &area) const
{
    const double gap = theme()->space(3), wide = std::clamp(area.width() * 0.22, double(theme()->space(46)), double(theme()->space(72)));
    const QMarginsF margins = PlaneAxes::margins(*theme());
    const bool beside = area.width() > 2 * wide;
    const QRectF left = beside ? area.adjusted(0, 0, -wide - gap, 0) : area;
    Places at;
    const bool both = left.width() > 2 * theme()->space(60) && left.width() > 1.2 * left.height();
    // Curves stand in squares, as large as fits.
    const auto square = [&](QRectF room) {
        room = room.marginsRemoved(margins);
        const double side = std::max(8.0, std::min(room.width(), room.height()));
        return QRectF(room.left() + std::max(0.0, (room.width() - side) / 2), room.top(), side, side);
    };
    const bool roc = m_shown->current() == int(Shown::Roc);
    if (both) {
        at.roc = square({left.left(), left.top(), left.width() / 2, left.height()});
        at.precisionRecall = square({left.center().x(), left.top(), left.width() / 2, left.height()});
    } else {
        (roc ? at.roc : at.precisionRecall) = square(left);
    }
    if (!beside)
        return at;
    const double line = QFontMetricsF(numbersFont(wide)).height();
    const QRectF right(area.right() - wide - gap, area.top() + gap / 2, wide, area.height() - gap);
    const double numbers = 8.5 * line;
    at.numbers = QRectF(right.left(), right.top(), wide, std::min(numbers, right.height()));
    const double rest = right.height() - numbers - gap - line;
    if (rest > 3 * line)
        at.histogram = QRectF(right.left(), right.top() + numbers + gap, wide, std::min(rest, 10 * line));
    return at;
}

PlaneAxes RocView::axes(const QRectF &plot) const { return {QRectF(0, 0, 1, 1), plot}; }

QPointF RocView::onCurve(const Counts &counts, bool roc) const
{
    const auto known = [](double value, double otherwise) { return std::isfinite(value) ? value : otherwise; };
    return roc ? QPointF(known(counts.falseAlarms(), 0), known(counts.recall(), 0)) : QPointF(known(counts.recall(), 0), known(counts.precision(), 1));
}

void RocView::paint(QPainter &painter, const QRectF &area, bool) const
{
    if (!m_judgement)
        return paintMessage(painter, area, tr("This asks for a network that says one class for each sample."));
    if (m_shown->current() == int(Shown::EveryClass))
        return paintClasses(painter, area);
    const Places at = places(area);
    if (!at.roc.isEmpty())
        paintCurve(painter, at.roc, true);
    if (!at.precisionRecall.isEmpty())
        paintCurve(painter, at.precisionRecall, false);
    if (!at.numbers.isEmpty())
        paintNumbers(painter, at.numbers);
    if (!at.histogram.isEmpty())
        paintHistogram(painter, at.histogram);
}

void RocView::paintCurve(QPainter &painter, const QRectF &plot, bool roc) const
{
    const PlaneAxes axes = this->axes(plot);
    axes.paint(painter, *theme(), true);
    axes.paintNames(painter, *theme(), roc ? tr("false alarms") : tr("recall"), roc ? tr("recall") : tr("precision"));
    // What guessing gives: the diagonal, or the share of the class.
    const double share = double(m_ranking.positives()) / double(std::max<int64_t>(1, m_ranking.positives() + m_ranking.negatives()));
    painter.setPen(QPen(theme()->color(Ink::Muted), 1, Qt::DashLine));
    painter.drawLine(axes.toPixels({0, roc ? 0 : share}), axes.toPixels({1, roc ? 1 : share}));
    QPolygonF curve;
    for (const Ranking::Step &step : m_ranking.steps()) {
        const QPointF at = axes.toPixels(onCurve({step.truePositives, step.falsePositives, m_ranking.positives() - step.truePositives,
                                                  m_ranking.negatives() - step.falsePositives}, roc));
        // Steps closer than a pixel add nothing to see.
        if (curve.isEmpty() || (at - curve.back()).manhattanLength() > 0.75 || &step == &m_ranking.steps().back())
            curve.append(at);
    }
    QColor fill = theme()->color(Ink::Accent);
    fill.setAlphaF(0.1f);
    QPolygonF area = curve;
    if (!curve.isEmpty())
        area << QPointF(curve.back().x(), plot.bottom()) << QPointF(curve.front().x(), plot.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme()->color(Ink::Accent), std::max(1.5, 2 * theme()->textScale()), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(curve);
    const double radius = theme()->space(1) * 1.6;
    painter.setPen(QPen(theme()->color(Ink::Surface), 2));
    painter.setBrush(theme()->color(Ink::Mark));
    painter.drawEllipse(axes.toPixels(onCurve(counts(), roc)), radius, radius);
    const QString words = roc ? tr("area %1").arg(zhibei::share(m_ranking.areaUnderCurve())) : tr("average precision %1").arg(zhibei::share(m_ranking.averagePrecision()));
    painter.setFont(theme()->font(Type::Strong));
    painter.setPen(theme()->color(Ink::Text));
    const double gap = theme()->space(2);
    painter.drawText(plot.adjusted(gap, gap, -gap, -gap), (roc ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom,
                     QFontMetricsF(painter.font()).elidedText(words, Qt::ElideRight, plot.width() - 2 * gap));
}

void RocView::paintHistogram(QPainter &painter, const QRectF &plot) const
{
    painter.setFont(theme()->font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    const double middle = plot.center().y(), half = plot.height() / 2 - 1, width = plot.width() / bars;
    for (const int side : {1, 0}) { // the class stands above the line, the others hang below
        const int most = std::max(1, *std::max_element(m_bars[side].begin(), m_bars[side].end()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme()->color(side == 1 ? Ink::Positive : Ink::Negative));
        for (int b = 0; b < bars; ++b) {
            // A few samples beside a thousand still show: the root of the share.
            const double high = m_bars[side][size_t(b)] > 0 ? std::max(1.5, half * std::sqrt(double(m_bars[side][size_t(b)]) / most)) : 0;
            if (high > 0)
                painter.drawRect(QRectF(plot.left() + b * width + 0.5, side == 1 ? middle - high : middle + 1, std::max(0.5, width - 1), high));
        }
    }
    painter.setPen(QPen(theme()->color(Ink::Line), 1));
    painter.drawLine(QPointF(plot.left(), middle + 0.5), QPointF(plot.right(), middle + 0.5));
    const double x = plot.left() + (m_threshold - m_least) / (m_most - m_least) * plot.width();
    painter.setPen(QPen(theme()->color(Ink::Mark), 2));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setPen(QPen(theme()->color(Ink::Surface), 2));
    painter.setBrush(theme()->color(Ink::Mark));
    painter.drawEllipse(QPointF(x, middle), theme()->space(1) * 1.6, theme()->space(1) * 1.6);
    const auto label = [&](double y, const QString &text, Ink ink, Qt::Alignment align) {
        const QRectF box(plot.left(), y, plot.width(), metrics.height());
        painter.setPen(theme()->color(ink));
        painter.drawText(box, align | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, box.width()));
    };
    // Names stand where few samples are: the class is sure to the right, the others to the left.
    label(plot.top(), className(m_positive), Ink::Positive, Qt::AlignLeft);
    label(plot.bottom() - metrics.height(), m_judgement->classes == 2 ? className(1 - m_positive) : tr("the rest"), Ink::Negative, Qt::AlignRight);
    label(plot.bottom(), tr("how sure of %1").arg(className(m_positive)), Ink::Muted, Qt::AlignHCenter);
}

void RocView::paintNumbers(QPainter &painter, const QRectF &area) const
{
    const Counts c = counts();
    painter.setFont(numbersFont(area.width()));
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height(), row = line * 1.15, name = area.width() * 0.34, cell = (area.width() - name) / 2;
    double y = area.top();
    const auto write = [&](const QRectF &box, const QString &text, Ink ink, Qt::Alignment align) {
        painter.setPen(theme()->color(ink));
        painter.drawText(box, align | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, box.width()));
    };
    write({area.left(), y, area.width(), row}, tr("threshold %1").arg(share(m_threshold)), Ink::Text, Qt::AlignLeft);
    y += row;
    const QString head[] = {tr("said yes"), tr("said no")};
    for (int k = 0; k < 2; ++k)
        write({area.left() + name + k * cell, y, cell, row}, head[k], Ink::Muted, Qt::AlignHCenter);
    y += row;
    const struct { QString text; int64_t count[2]; } rows[] = {{tr("is it"), {c.truePositives, c.falseNegatives}}, {tr("is not"), {c.falsePositives, c.trueNegatives}}};
    for (int r = 0; r < 2; ++r, y += row) {
        write({area.left(), y, name, row}, rows[r].text, Ink::Muted, Qt::AlignLeft);
        for (int k = 0; k < 2; ++k) {
            const QRectF box(area.left() + name + k * cell, y, cell, row);
            QColor ground = theme()->color(r == k ? Ink::Good : Ink::Bad);
            ground.setAlphaF(0.16f);
            painter.fillRect(box.adjusted(1, 1, -1, -1), ground);
            write(box, QString::number(rows[r].count[k]), Ink::Text, Qt::AlignHCenter);
        }
    }
    y += line * 0.3;
    const struct { QString text; double value; } shares[] = {{tr("precision"), c.precision()}, {tr("recall"), c.recall()}, {tr("F1"), c.f1()}};
    for (const auto &[text, value] : shares) {
        write({area.left(), y, area.width() * 0.5, row}, text, Ink::Muted, Qt::AlignLeft);
        const QRectF bar(area.left() + name, y + row * 0.35, cell, row * 0.3);
        painter.fillRect(bar, theme()->color(Ink::Line));
        if (std::isfinite(value))
            painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width() * value, bar.height())), theme()->color(Ink::Accent));
        write({area.left() + name + cell, y, cell, row}, share(value), Ink::Text, Qt::AlignRight);
        y += row;
    }
}

double RocView::classRow() const { return QFontMetricsF(theme()->font(Type::Caption)).height() + theme()->space(1); }
int RocView::rowsIn(const QRectF &area) const { return std::max(1, int((area.height() - classRow() - theme()->space(2)) / classRow())); }

void RocView::paintClasses(QPainter &painter, const QRectF &area) const
{
    painter.setFont(theme()->font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    const double gap = theme()->space(3), row = classRow(), room = area.width() - 2 * gap, name = room * 0.24, cell = (room - name) / 4;
    const QString head[] = {tr("precision"), tr("recall"), tr("F1"), tr("samples")};
    const auto write = [&](double x, double y, double width, const QString &text, Ink ink, Qt::Alignment align) {
        painter.setPen(theme()->color(ink));
        painter.drawText(QRectF(x, y, width, row), align | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, width));
    };
    const double left = area.left() + gap;
    for (int k = 0; k < 4; ++k)
        write(left + name + k * cell, area.top(), cell - gap, head[k], Ink::Muted, Qt::AlignRight);
    const int rows = rowsIn(area), first = std::clamp(m_scrolled, 0, std::max(0, int(m_classes.size()) - rows));
    double y = area.top() + row;
    for (int c = first; c < std::min(int(m_classes.size()), first + rows); ++c, y += row) {
        const Counts &counts = m_classes[size_t(c)];
        write(left, y, name, className(c), Ink::Text, Qt::AlignLeft);
        const double shares[] = {counts.precision(), counts.recall(), counts.f1()};
        for (int k = 0; k < 3; ++k) {
            const double number = metrics.horizontalAdvance(QStringLiteral("0.000")) + gap / 2, wide = cell - gap - number;
            const double x = left + name + k * cell;
            if (wide > 4) {
                painter.fillRect(QRectF(x, y + row * 0.38, wide, row * 0.24), theme()->color(Ink::Line));
                if (std::isfinite(shares[k]))
                    painter.fillRect(QRectF(x, y + row * 0.38, wide * shares[k], row * 0.24), theme()->color(k == 2 ? Ink::Accent : Ink::Muted));
            }
            write(x, y, cell - gap, share(shares[k]), Ink::Text, Qt::AlignRight);
        }
        write(left + name + 3 * cell, y, cell - gap, QString::number(counts.truePositives + counts.falseNegatives), Ink::Muted, Qt::AlignRight);
    }
}

void RocView::dragTo(const QPointF &at)
{
    const Places where = places(body());
    if (m_drag == Drag::Histogram)
        return setThreshold(m_least + (at.x() - where.histogram.left()) / where.histogram.width() * (m_most - m_least));
    const bool roc = m_drag == Drag::Roc;
    const PlaneAxes axes = this->axes(roc ? where.roc : where.precisionRecall);
    double best = INFINITY, threshold = m_threshold;
    for (const Ranking::Step &step : m_ranking.steps()) {
        if (!std::isfinite(step.threshold))
            continue;
        const QPointF off = axes.toPixels(onCurve(m_ranking.at(step.threshold), roc)) - at;
        if (const double distance = QPointF::dotProduct(off, off); distance < best) {
            best = distance;
            threshold = step.threshold;
        }
    }
    setThreshold(threshold);
}

void RocView::mousePressEvent(QMouseEvent *event)
{
    if (!m_judgement || event->button() != Qt::LeftButton)
        return;
    if (m_shown->current() == int(Shown::EveryClass)) {
        const QRectF area = body();
        const int first = std::clamp(m_scrolled, 0, std::max(0, int(m_classes.size()) - rowsIn(area)));
        const int c = first + int(std::floor((event->position().y() - area.top()) / classRow())) - 1;
        if (c >= first && c < int(m_classes.size())) {
            setPositive(c);
            setShown(Shown::Roc);
        }
        return;
    }
    const Places where = places(body());
    const double near = theme()->space(2);
    const auto over = [&](const QRectF &box) { return !box.isEmpty() && box.adjusted(-near, -near, near, near).contains(event->position()); };
    m_drag = over(where.roc) ? Drag::Roc : over(where.precisionRecall) ? Drag::PrecisionRecall : over(where.histogram) ? Drag::Histogram : Drag::None;
    if (m_drag != Drag::None)
        dragTo(event->position());
}

void RocView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None)
        dragTo(event->position());
}

void RocView::mouseReleaseEvent(QMouseEvent *) { m_drag = Drag::None; }

void RocView::wheelEvent(QWheelEvent *event)
{
    if (m_shown->current() != int(Shown::EveryClass))
        return event->ignore();
    m_scrolled = std::clamp(m_scrolled - event->angleDelta().y() / 60, 0, std::max(0, int(m_classes.size()) - rowsIn(body())));
    update();
}

void RocView::keyPressEvent(QKeyEvent *event)
{
    const int along = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Down ? -1 : 0;
    if (along == 0 || !m_judgement)
        return PaintedView::keyPressEvent(event);
    if (m_shown->current() == int(Shown::EveryClass)) {
        m_scrolled = std::clamp(m_scrolled - along, 0, std::max(0, int(m_classes.size()) - rowsIn(body())));
        return update();
    }
    // On whole hundredths, so that one half can be met again.
    setThreshold((std::round(m_threshold * 100) + along) / 100);
}

QJsonObject RocView::choices() const
{
    return {{QStringLiteral("shown"), m_shown->current()}, {QStringLiteral("class"), m_positive}, {QStringLiteral("threshold"), m_threshold}};
}

void RocView::setChoices(const QJsonObject &choices)
{
    m_shown->setCurrent(std::clamp(choices[QStringLiteral("shown")].toInt(), 0, 2));
    m_positive = choices[QStringLiteral("class")].toInt(-1);
    m_threshold = choices[QStringLiteral("threshold")].toDouble(0.5);
    rank();
}

QString RocView::csv() const
{
    QString text;
    if (m_shown->current() == int(Shown::EveryClass)) {
        text = QStringLiteral("class,precision,recall,f1,samples\n");
        const auto cell = [](double value) { return std::isfinite(value) ? QString::number(value) : QString(); };
        for (size_t c = 0; c < m_classes.size(); ++c)
            text += QStringList{csvField(className(int(c))), cell(m_classes[c].precision()), cell(m_classes[c].recall()), cell(m_classes[c].f1()),
                                QString::number(m_classes[c].truePositives + m_classes[c].falseNegatives)}.join(u',') + u'\n';
        return text;
    }
    text = QStringLiteral("threshold,true_positives,false_positives,false_negatives,true_negatives\n");
    for (const Ranking::Step &step : m_ranking.steps())
        text += QStringLiteral("%1,%2,%3,%4,%5\n").arg(step.threshold).arg(step.truePositives).arg(step.falsePositives)
                    .arg(m_ranking.positives() - step.truePositives).arg(m_ranking.negatives() - step.falsePositives);
    return text;
}

Figure RocView::figure() const
{
    const int shown = m_shown->current();
    const QString title = shown == int(Shown::EveryClass) ? tr("Every class") : m_judgement ? tr("%1 against the rest").arg(className(m_positive)) : tr("ROC");
    return figureOf(tr("ROC"), title, [this] { return csv(); });
}

} // namespace zhibei
