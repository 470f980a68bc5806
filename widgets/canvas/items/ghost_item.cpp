#include "widgets/canvas/items/ghost_item.h"

#include "widgets/canvas/faces/face.h"
#include "widgets/canvas/items/icon_cache.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace zhibei {

GhostItem::GhostItem(const Theme &theme, const QString &text, const QString &icon, Category category)
    : m_theme(theme), m_text(text), m_icon(icon), m_category(category)
{
    const double width = QFontMetricsF(canvasFont(theme, zhibei::Type::Strong)).horizontalAdvance(text) + 24 + 28;
    m_card = QRectF(-width / 2, -22, width, 44);
    setZValue(7);
    setOpacity(0.9);
}

void GhostItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.color(Ink::Accent), 1.5, Qt::DashLine));
    painter->setBrush(m_theme.color(Ink::Raised));
    painter->drawRoundedRect(m_card, m_theme.cardRadius(), m_theme.cardRadius());
    const QPixmap icon = cachedIcon(m_theme, m_icon, 16, m_theme.color(m_category), painter->worldTransform().m11() * painter->device()->devicePixelRatioF());
    painter->drawPixmap(QRectF(m_card.left() + 12, -8, 16, 16), icon, QRectF(icon.rect()));
    painter->setFont(canvasFont(m_theme, zhibei::Type::Strong));
    painter->setPen(m_theme.color(Ink::Text));
    painter->drawText(m_card.adjusted(36, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

} // namespace zhibei
