#include "widgets/views/sample_dots.h"

#include "core/probes/latent.h"
#include "widgets/plots/reading_card.h"
#include "widgets/stage/plane_axes.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace zhibei {

void SampleDots::setData(std::shared_ptr<const Dataset> data)
{
    m_range = data && !data->classification() && data->targetCount == 1 ? data->targetRange() : std::pair(0.0f, 0.0f);
    m_painter.setData(std::move(data));
}

bool SampleDots::classes() const { return m_painter.data() && hasClasses(*m_painter.data()); }

double SampleDots::radius() const { return 3.5 * std::min(1.5, m_theme->textScale()); }

double SampleDots::scaleFor(const QSizeF &area, qsizetype count)
{
    return std::clamp(std::sqrt(area.width() * area.height() / double(std::max<qsizetype>(1, count))) / 24, 0.55, 1.5);
}

QColor SampleDots::color(qint64 sample) const
{
    const Dataset &data = *m_painter.data();
    if (classes())
        return m_theme->classColor(int(data.target(sample)), int(data.classNames.size()));
    if (m_range.second > m_range.first)
        return m_theme->signedColor(2 * double((data.target(sample) - m_range.first) / (m_range.second - m_range.first)) - 1);
    return m_theme->color(Ink::Accent);
}

void SampleDots::paintShape(QPainter &painter, const QPointF &at, int shape, double r) const
{
    const double x = at.x(), y = at.y();
    switch (shape % 5) {
    case 1: painter.drawRect(QRectF(x - r * 0.86, y - r * 0.86, 1.72 * r, 1.72 * r)); break;
    case 2: painter.drawPolygon(QPolygonF({{x, y - 1.2 * r}, {x + 1.1 * r, y + 0.8 * r}, {x - 1.1 * r, y + 0.8 * r}})); break;
    case 3: painter.drawPolygon(QPolygonF({{x, y - 1.25 * r}, {x + 1.25 * r, y}, {x, y + 1.25 * r}, {x - 1.25 * r, y}})); break;
    case 4: painter.drawPolygon(QPolygonF({{x, y + 1.2 * r}, {x + 1.1 * r, y - 0.8 * r}, {x - 1.1 * r, y - 0.8 * r}})); break;
    default: painter.drawEllipse(at, r, r); break;
    }
}

void SampleDots::paint(QPainter &painter, const QPointF &at, qint64 sample, double scale) const
{
    if (!m_painter.data() || sample < 0 || sample >= m_painter.data()->count())
        return;
    QColor edge = m_theme->color(Ink::Surface);
    edge.setAlphaF(0.8f);
    painter.setPen(QPen(edge, 0.8));
    painter.setBrush(color(sample));
    paintShape(painter, at, classes() ? int(m_painter.data()->target(sample)) : 0, scale * radius());
}

void SampleDots::paintRing(QPainter &painter, const QPointF &at) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme->color(Ink::Surface), 4));
    painter.drawEllipse(at, 2 * radius(), 2 * radius());
    painter.setPen(QPen(m_theme->color(Ink::Text), 2));
    painter.drawEllipse(at, 2 * radius(), 2 * radius());
}

double SampleDots::legend(QPainter *painter, const QRectF &area) const
{
    constexpr size_t most = 24;
    const QFont font = m_theme->font(Type::Caption);
    const QFontMetricsF metrics(font);
    const double line = metrics.height(), gap = m_theme->space(3), mark = m_theme->space(3);
    if (painter)
        painter->setFont(font);
    if (!classes()) {
        if (!(m_range.second > m_range.first))
            return 0;
        if (painter) {
            const QString least = PlaneAxes::tickText(double(m_range.first)), largest = PlaneAxes::tickText(double(m_range.second));
            const double left = area.left() + metrics.horizontalAdvance(least) + 4, width = m_theme->space(24);
            painter->setPen(m_theme->color(Ink::Muted));
            painter->drawText(QRectF(area.left(), area.top(), area.width(), line), Qt::AlignLeft, least);
            painter->drawText(QRectF(left + width + 4, area.top(), area.width(), line), Qt::AlignLeft, largest);
            for (int i = 0; i < int(width); ++i)
                painter->fillRect(QRectF(left + i, area.top() + line * 0.25, 1.5, line * 0.5), QColor(m_theme->signedColor(2.0 * i / width - 1)));
        }
        return line;
    }
    const auto &names = m_painter.data()->classNames;
    double x = area.left(), y = area.top();
    for (size_t c = 0; c < std::min(most, names.size()); ++c) {
        const QString name = metrics.elidedText(m_painter.className(int(c)), Qt::ElideRight, area.width() / 2);
        const double width = mark + metrics.horizontalAdvance(name) + gap;
        if (x > area.left() && x + width - gap > area.right()) {
            x = area.left();
            y += line;
        }
        if (painter) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme->classColor(int(c), int(names.size())));
            paintShape(*painter, {x + radius() + 1, y + line / 2}, int(c), radius());
            painter->setPen(m_theme->color(Ink::Text));
            painter->drawText(QRectF(x + mark, y, width, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        }
        x += width;
    }
    return y + line - area.top();
}

QString SampleDots::reading(qint64 sample) const
{
    if (!m_painter.data() || sample < 0 || sample >= m_painter.data()->count())
        return {};
    const Dataset &data = *m_painter.data();
    const QString name = SamplePainter::name(data, sample);
    if (classes())
        return tr("%1: %2").arg(name, m_painter.className(int(data.target(sample))));
    return m_range.second > m_range.first ? tr("%1: %2").arg(name, PlaneAxes::tickText(double(data.target(sample)))) : name;
}

void SampleDots::paintCard(QPainter &painter, const QPointF &anchor, const QRectF &bounds, qint64 sample) const
{
    if (!m_painter.data() || sample < 0 || sample >= m_painter.data()->count())
        return;
    ReadingCard card;
    card.lines.append({reading(sample), m_theme->color(Ink::Text)});
    if (!m_painter.hasPictures()) {
        card.lines.append({m_painter.numbers(sample), m_theme->color(Ink::Muted)});
        card.paint(painter, *m_theme, anchor, bounds);
        return;
    }
    const QFontMetricsF metrics(m_theme->font(Type::Caption));
    const double margin = m_theme->space(2), side = std::min({double(m_theme->space(24)), bounds.width() / 2, bounds.height() / 2});
    const double width = std::max(side, std::min(metrics.horizontalAdvance(reading(sample)), bounds.width() / 2)) + 2 * margin;
    QRectF place(anchor + QPointF(margin, margin), QSizeF(width, side + metrics.height() + 3 * margin));
    if (place.right() > bounds.right())
        place.moveRight(anchor.x() - margin);
    if (place.bottom() > bounds.bottom())
        place.moveBottom(std::max(bounds.top() + place.height(), bounds.bottom()));
    place.moveLeft(std::max(bounds.left(), place.left()));
    painter.setPen(QPen(m_theme->color(Ink::Line), 1));
    painter.setBrush(m_theme->color(Ink::Raised));
    painter.drawRoundedRect(place, m_theme->controlRadius(), m_theme->controlRadius());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    m_painter.paintPicture(painter, QRectF(place.center().x() - side / 2, place.top() + margin, side, side), sample);
    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Text));
    painter.drawText(QRectF(place.left() + margin, place.bottom() - margin - metrics.height(), width - 2 * margin, metrics.height()), Qt::AlignCenter,
                     metrics.elidedText(reading(sample), Qt::ElideRight, width - 2 * margin));
}

int SampleDots::nearest(const QList<QPointF> &places, const QPointF &at, double within)
{
    int best = -1;
    double least = within * within;
    for (int i = 0; i < places.size(); ++i) {
        const QPointF off = places[i] - at;
        if (const double distance = QPointF::dotProduct(off, off); distance <= least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

int SampleDots::towards(const QList<QPointF> &places, int from, int key)
{
    const QPointF way = key == Qt::Key_Left ? QPointF(-1, 0) : key == Qt::Key_Right ? QPointF(1, 0) : key == Qt::Key_Up ? QPointF(0, -1) : QPointF(0, 1);
    if (from < 0 || from >= places.size())
        return places.isEmpty() ? -1 : 0;
    int best = -1;
    double least = INFINITY;
    for (int i = 0; i < places.size(); ++i) {
        const QPointF off = places[i] - places[from];
        const double along = QPointF::dotProduct(off, way), across = std::abs(off.x() * way.y() - off.y() * way.x());
        if (along > 1e-6 && along >= across && along + 2 * across < least) {
            least = along + 2 * across;
            best = i;
        }
    }
    return best;
}

} // namespace zhibei
