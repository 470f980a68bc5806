#include "widgets/plots/reading_card.h"

#include <QFontMetricsF>
#include <QPainter>

namespace zhibei {

void ReadingCard::paint(QPainter &painter, const Theme &theme, const QPointF &anchor, const QRectF &bounds) const
{
    if (lines.isEmpty())
        return;
    const QFont font = theme.font(Type::Caption);
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const Line &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line.text));
    const double pad = theme.space(2), lineHeight = metrics.height();
    const QSizeF size(width + 3 * pad, lineHeight * static_cast<double>(lines.size()) + 1.5 * pad);
    const bool fits = anchor.x() + pad + size.width() <= bounds.right();
    const double left = fits ? anchor.x() + pad : std::max(bounds.left(), anchor.x() - pad - size.width());
    const double top = std::max(bounds.top(), std::min(anchor.y(), bounds.bottom() - size.height()));
    const QRectF card(QPointF(left, top), size);
    painter.setPen(QPen(theme.color(Ink::Line), 1));
    painter.setBrush(theme.color(Ink::Raised));
    painter.drawRoundedRect(card, theme.controlRadius() * 0.75, theme.controlRadius() * 0.75);
    painter.setFont(font);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setPen(lines[i].color);
        painter.drawText(QRectF(card.left() + pad * 1.25, card.top() + 0.75 * pad + lineHeight * static_cast<double>(i),
                                card.width(), lineHeight), Qt::AlignVCenter | Qt::AlignLeft, lines[i].text);
    }
}

} // namespace zhibei
