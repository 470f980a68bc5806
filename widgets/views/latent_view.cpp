#include "widgets/views/latent_view.h"

#include "core/probes/principal_axes.h"
#include "widgets/plots/text_button.h"
#include "widgets/stage/plane_axes.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

QString share(double value) { return QString::number(100 * value, 'f', 1); }

} // namespace

LatentView::LatentView(Theme *theme, QWidget *parent) : PaintedView(theme, parent), m_dots(theme)
{
    m_projections = header()->addTexts(2);
    m_parts = header()->addTexts(2);
    m_sprinkle = new TextButton(theme, TextButton::Style::Switch);
    m_sprinkle->setCheckable(true);
    m_sprinkle->setChecked(true);
    header()->add(m_sprinkle);
    connect(m_projections, &ChoiceTexts::chosen, this, [this](int chosen) { setProjection(Projection(chosen)); });
    connect(m_parts, &ChoiceTexts::chosen, this, [this](int chosen) { setTraining(chosen == 1); });
    connect(m_sprinkle, &TextButton::toggled, this, [this](bool on) {
        m_pictures = on;
        update();
    });
    retranslate();
}

std::vector<std::shared_ptr<const Probe>> LatentView::probes() const
{
    if (m_question.node.empty())
        return {};
    return {std::make_shared<LatentProbe>(m_question)};
}

void LatentView::setProjection(Projection projection)
{
    m_projections->setCurrent(int(projection));
    if (projection == std::exchange(m_question.projection, projection))
        return;
    ask();
}

void LatentView::setTraining(bool training)
{
    m_parts->setCurrent(training);
    if (training == std::exchange(m_question.training, training))
        return;
    ask();
}

void LatentView::forget()
{
    m_latent.reset();
    m_marked = -1;
}

void LatentView::ask()
{
    forget();
    m_waiting = true;
    showReading();
    emit probesChanged();
    update();
}

void LatentView::onData()
{
    forget();
    m_dots.setData(data());
    retranslate();
    update();
}

void LatentView::onNode()
{
    m_question.node = node();
    forget();
    m_waiting = true;
    showReading();
    update();
}

void LatentView::onSnapshot()
{
    if (!m_latent || !model() || (m_latent->snapshot && m_latent->snapshot->model == model()))
        return;
    forget();
    m_waiting = true;
    showReading();
    update();
}

void LatentView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != probe().key())
        return;
    m_waiting = false;
    auto found = std::dynamic_pointer_cast<const Latent>(answer);
    if (found && m_latent && !found->direct) {
        auto turned = std::make_shared<Latent>(*found);
        const PlanePoint sign = facing(found->points, m_latent->points);
        for (PlanePoint &at : turned->points)
            at = {at[0] * sign[0], at[1] * sign[1]};
        found = std::move(turned);
    }
    m_latent = std::move(found);
    if (m_latent && data() && m_latent->first + m_latent->count() > data()->count())
        m_latent.reset(); // of other data
    m_marked = m_latent && m_marked < m_latent->count() ? m_marked : -1;
    showReading();
    update();
}

void LatentView::retranslate()
{
    m_projections->setTexts({tr("Principal axes"), tr("t-SNE")});
    m_projections->setTip(0, tr("Seen from the side where the dots spread most"));
    m_projections->setTip(1, tr("Neighbours stay neighbours; distances between groups say little. Takes a moment."));
    m_parts->setTexts({tr("Test"), tr("Training")});
    m_parts->setTip(0, tr("Samples it has never seen"));
    m_parts->setTip(1, tr("Samples it learns from"));
    m_parts->setVisible(data() && data()->testCount() > 0);
    m_sprinkle->setText(tr("Pictures"));
    m_sprinkle->setVisible(m_dots.samples().hasPictures());
    showReading();
}

QString LatentView::missing() const
{
    if (!model() || node().empty())
        return tr("Select a layer to see what it makes of the samples.");
    if (numbersOf(*model(), node()) == noValue)
        return tr("This node puts out no numbers to look at.");
    if (m_waiting)
        return m_question.projection == Projection::Neighbours ? tr("Looking for neighbours…") : tr("Computing…");
    return tr("There is nothing to show: no samples, or numbers that are no longer finite.");
}

void LatentView::showReading()
{
    QString text;
    if (m_latent) {
        QStringList parts{tr("%n number(s)", nullptr, int(m_latent->dims))};
        if (std::isfinite(m_latent->neighbours))
            parts += tr("5 nearest neighbours: %1 % right").arg(share(m_latent->neighbours));
        if (!m_latent->direct && m_question.projection == Projection::Principal)
            parts += tr("in sight: %1 % of the spread").arg(share(m_latent->share[0] + m_latent->share[1]));
        text = parts.join(QStringLiteral(" · "));
    }
    header()->setReading(text);
    setAccessibleDescription(m_marked >= 0 && m_latent ? m_dots.reading(m_latent->first + m_marked) + QStringLiteral(" · ") + text : text);
}

PlaneAxes LatentView::axes(const QRectF &area) const
{
    const double margin = theme()->space(3), legend = m_dots.legend(nullptr, area.adjusted(margin, 0, -margin, 0));
    const bool ticks = m_question.projection == Projection::Principal;
    QRectF pixels = area.adjusted(margin, legend + margin, -margin, -margin);
    if (ticks) {
        const QMarginsF room = PlaneAxes::margins(*theme());
        pixels.adjust(room.left() - margin, 0, 0, -room.bottom() / 2 + margin / 2);
    }
    QRectF units;
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (const PlanePoint &p : m_latent->points)
        for (size_t a = 0; a < 2; ++a) {
            low[a] = std::min(low[a], double(p[a]));
            high[a] = std::max(high[a], double(p[a]));
        }
    // Both axes at one scale: what lies close is close.
    const double width = std::max(1.0, pixels.width()), height = std::max(1.0, pixels.height());
    const double scale = std::max({1.08 * (high[0] - low[0]) / width, 1.08 * (high[1] - low[1]) / height, 1e-9});
    units = QRectF((low[0] + high[0]) / 2 - scale * width / 2, (low[1] + high[1]) / 2 - scale * height / 2, scale * width, scale * height);
    return {units, QRectF(pixels.topLeft(), QSizeF(width, height))};
}

QList<QPointF> LatentView::dotsIn(const PlaneAxes &axes) const
{
    QList<QPointF> places;
    const double height = axes.pixels().height();
    for (int64_t i = 0; i < m_latent->count(); ++i) {
        const PlanePoint &p = m_latent->points[size_t(i)];
        QPointF at = axes.toPixels({double(p[0]), double(p[1])});
        if (m_latent->dims == 1) // a line of dots, spread so that each can be seen
            at.setY(axes.pixels().center().y() + (std::fmod(0.5 + 0.6180339887 * double(i), 1.0) - 0.5) * 0.6 * height);
        places.append(at);
    }
    return places;
}

QList<QPointF> LatentView::dots() const { return m_latent ? dotsIn(axes(body())) : QList<QPointF>(); }

void LatentView::paint(QPainter &painter, const QRectF &area, bool live) const
{
    if (!m_latent)
        return paintMessage(painter, area, missing());
    const double margin = theme()->space(3);
    m_dots.legend(&painter, area.adjusted(margin, 0, -margin, 0));
    const PlaneAxes axes = this->axes(area);
    if (axes.pixels().height() < theme()->space(6))
        return;
    painter.setPen(QPen(theme()->color(Ink::Line), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(axes.pixels());
    if (m_question.projection == Projection::Principal && m_latent->dims > 1)
        axes.paint(painter, *theme(), false);
    const QList<QPointF> dots = dotsIn(axes);
    const double scale = SampleDots::scaleFor(axes.pixels().size(), dots.size());
    for (int i = 0; i < dots.size(); ++i)
        m_dots.paint(painter, dots[i], m_latent->first + i, scale);
    if (m_pictures && m_dots.samples().hasPictures())
        paintPictures(painter, axes.pixels(), dots);
    if (const qint64 shown = sample() - m_latent->first; shown >= 0 && shown < dots.size())
        m_dots.paintRing(painter, dots[shown]);
    if (live && m_marked >= 0 && m_marked < dots.size()) {
        m_dots.paintRing(painter, dots[m_marked]);
        m_dots.paintCard(painter, dots[m_marked], area, m_latent->first + m_marked);
    }
}

void LatentView::paintPictures(QPainter &painter, const QRectF &area, const QList<QPointF> &dots) const
{
    const double side = theme()->space(7);
    if (area.width() < 14 * side || area.height() < 8 * side)
        return;
    QList<QRectF> taken;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int i = 0; i < dots.size(); ++i) {
        const QRectF place(dots[i] - QPointF(side / 2, side / 2), QSizeF(side, side));
        const QRectF air = place.adjusted(-side, -side, side, side);
        if (!area.contains(place) || std::any_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(air); }))
            continue;
        taken.append(place);
        m_dots.samples().paintPicture(painter, place, m_latent->first + i);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_dots.color(m_latent->first + i), 1.5));
        painter.drawRect(place);
    }
}

void LatentView::mark(int dot)
{
    if (dot == m_marked)
        return;
    m_marked = dot;
    showReading();
    update();
}

void LatentView::choose(int dot)
{
    mark(dot);
    if (m_latent && dot >= 0)
        emit sampleChosen(m_latent->first + dot);
}

void LatentView::mouseMoveEvent(QMouseEvent *event) { mark(SampleDots::nearest(dots(), event->position(), theme()->space(4))); }
void LatentView::mousePressEvent(QMouseEvent *event) { choose(SampleDots::nearest(dots(), event->position(), theme()->space(4))); }
void LatentView::leaveEvent(QEvent *) { mark(-1); }

void LatentView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!m_latent || (!arrow && !enters))
        return PaintedView::keyPressEvent(event);
    if (enters)
        return choose(m_marked);
    const qint64 shown = sample() - m_latent->first;
    const int from = m_marked >= 0 ? m_marked : shown >= 0 && shown < m_latent->count() ? int(shown) : -1;
    if (const int next = SampleDots::towards(dots(), from, key); next >= 0)
        mark(next);
}

QJsonObject LatentView::choices() const
{
    return {{QStringLiteral("projection"), int(m_question.projection)}, {QStringLiteral("training"), m_question.training}, {QStringLiteral("pictures"), m_pictures}};
}

void LatentView::setChoices(const QJsonObject &choices)
{
    m_sprinkle->setChecked(choices[QStringLiteral("pictures")].toBool(true));
    setTraining(choices[QStringLiteral("training")].toBool());
    setProjection(choices[QStringLiteral("projection")].toInt() == 1 ? Projection::Neighbours : Projection::Principal);
}

QString LatentView::csv() const
{
    QString text = QStringLiteral("sample,class,x,y\n");
    for (int64_t i = 0; m_latent && data() && i < m_latent->count(); ++i) {
        const qint64 sample = m_latent->first + i;
        const QString label = hasClasses(*data()) ? csvField(m_dots.samples().className(int(data()->target(sample)))) : QString();
        text += QStringLiteral("%1,%2,%3,%4\n").arg(sample).arg(label).arg(double(m_latent->points[size_t(i)][0])).arg(double(m_latent->points[size_t(i)][1]));
    }
    return text;
}

Figure LatentView::figure() const
{
    return figureOf(tr("Latent plane"), m_latent ? QString::fromStdString(m_latent->node) : tr("Latent plane"), [this] { return csv(); });
}

} // namespace zhibei
