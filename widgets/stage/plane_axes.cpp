#include "widgets/stage/plane_axes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace zhibei {

QPointF PlaneAxes::toPixels(const QPointF &at) const
{
    return {m_pixels.left() + (at.x() - m_units.left()) / m_units.width() * m_pixels.width(),
            m_pixels.bottom() - (at.y() - m_units.top()) / m_units.height() * m_pixels.height()};
}

QPointF PlaneAxes::toUnits(const QPointF &at) const
{
    return {m_units.left() + (at.x() - m_pixels.left()) / m_pixels.width() * m_units.width(),
            m_units.top() + (m_pixels.bottom() - at.y()) / m_pixels.height() * m_units.height()};
}

QList<double> PlaneAxes::ticks(double from, double to, int count)
{
    QList<double> out;
    if (!(to > from) || !std::isfinite(from) || !std::isfinite(to))
        return out;
    const double rough = (to - from) / std::max(1, count);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    for (double k = std::ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; ++k)
        out.append(k * step);
    return out;
}

QString PlaneAxes::tickText(double tick)
{
    QString text = std::abs(tick) < 1e-12 ? QStringLiteral("0") : QString::number(tick, 'g', 4);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

void PlaneAxes::paint(QPainter &painter, const Theme &theme, bool grid) const
{
    const QFont font = theme.font(Type::Caption);
    const QFontMetricsF metrics(font);
    const QPen hair(theme.color(Ink::Line), 1);
    painter.setFont(font);
    const double gap = theme.space(1);
    const int across = std::clamp(static_cast<int>(m_pixels.width()) / theme.space(15), 2, 8);
    for (const double tick : ticks(m_units.left(), m_units.right(), across)) {
        const double x = toPixels({tick, 0}).x();
        painter.setPen(theme.color(Ink::Muted));
        painter.drawText(QRectF(x - 40, m_pixels.bottom() + gap, 80, metrics.height()), Qt::AlignHCenter, tickText(tick));
    }
    const int up = std::clamp(static_cast<int>(m_pixels.height()) / theme.space(12), 2, 8);
    for (const double tick : ticks(m_units.top(), m_units.bottom(), up)) {
        const double y = toPixels({0, tick}).y();
        if (grid) {
            painter.setPen(hair);
            painter.drawLine(QPointF(m_pixels.left(), y), QPointF(m_pixels.right(), y));
        }
        painter.setPen(theme.color(Ink::Muted));
        painter.drawText(QRectF(m_pixels.left() - gap * 1.5 - 80, y - metrics.height() / 2, 80, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tickText(tick));
    }
}

void PlaneAxes::paintNames(QPainter &painter, const Theme &theme, const QString &x, const QString &y) const
{
    const QFont font = theme.font(Type::Caption);
    const QFontMetricsF metrics(font);
    const double gap = theme.space(1);
    painter.setFont(font);
    painter.setPen(theme.color(Ink::Text));
    const QRectF below(m_pixels.left(), m_pixels.bottom() + gap + metrics.height(), m_pixels.width(), metrics.height());
    painter.drawText(below, Qt::AlignHCenter, metrics.elidedText(x, Qt::ElideRight, below.width()));
    const QRectF above(0, m_pixels.top() - metrics.height() - gap, m_pixels.right(), metrics.height());
    const QRectF left(m_pixels.left() - metrics.horizontalAdvance(y) / 2, above.top(), above.width(), above.height());
    painter.drawText(left.left() < gap ? above.translated(gap, 0) : left, Qt::AlignLeft, y);
}

QMarginsF PlaneAxes::margins(const Theme &theme)
{
    const QFontMetricsF metrics(theme.font(Type::Caption));
    const double gap = theme.space(1);
    return {metrics.horizontalAdvance(QStringLiteral("−0.25")) + 2 * gap, metrics.height() + 2 * gap, 3 * gap,
            2 * metrics.height() + 2 * gap};
}

} // namespace zhibei
