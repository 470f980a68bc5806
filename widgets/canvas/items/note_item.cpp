#include "widgets/canvas/items/note_item.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_scene.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace zhibei {

namespace {

constexpr double widest = 220;

QString shownText(const Note &note)
{
    return note.text.empty() ? QCoreApplication::translate("zhibei::NoteItem", "Note") : QString::fromStdString(note.text);
}

} // namespace

NoteItem::NoteItem(NetworkScene *scene, const Note &note) : m_scene(scene), m_note(note)
{
    setFlags(ItemIsSelectable | ItemSendsGeometryChanges);
    setZValue(1);
    setPos(note.position.x, note.position.y);
    arrange();
}

void NoteItem::refresh(const Note &note)
{
    m_note = note;
    arrange();
    update();
}

void NoteItem::arrange()
{
    prepareGeometryChange();
    const QFontMetricsF metrics(canvasFont(m_scene->theme(), Type::Text));
    const QSizeF size = metrics.boundingRect(QRectF(0, 0, widest, 1e4), Qt::TextWordWrap, shownText(m_note)).size();
    m_text = QRectF(-size.width() / 2 - 8, -size.height() / 2 - 5, size.width() + 17, size.height() + 10);
    updateArrow();
}

void NoteItem::updateArrow()
{
    prepareGeometryChange();
    m_arrow = {};
    m_bounds = m_text.adjusted(-3, -3, 3, 3);
    const NodeItem *target = m_note.target.empty() ? nullptr : m_scene->nodeItem(m_note.target);
    if (!target)
        return;
    const QRectF card = target->cardRect().translated(-pos());
    // From the nearest edge of the text to the nearest point of the card.
    const QPointF tip(std::clamp(0.0, card.left(), card.right()), std::clamp(0.0, card.top(), card.bottom()));
    const QPointF tail(std::clamp(tip.x(), m_text.left(), m_text.right()), std::clamp(tip.y(), m_text.top(), m_text.bottom()));
    const QPointF way = tip - tail;
    const double length = std::hypot(way.x(), way.y());
    if (length < 10)
        return;
    const QPointF along = way / length, across(-along.y(), along.x());
    const QPointF end = tip - along * 6;
    m_arrow.moveTo(tail);
    m_arrow.quadTo((tail + end) / 2 + across * std::min(18.0, length * 0.15), end);
    m_arrow.moveTo(end - along * 7 + across * 4);
    m_arrow.lineTo(end);
    m_arrow.lineTo(end - along * 7 - across * 4);
    m_bounds = m_bounds.united(m_arrow.boundingRect().adjusted(-3, -3, 3, 3));
}

QPainterPath NoteItem::shape() const
{
    QPainterPath path;
    path.addRect(m_text);
    return path;
}

QVariant NoteItem::itemChange(GraphicsItemChange change, const QVariant &value)
{
    if (change == ItemPositionHasChanged)
        updateArrow();
    return QGraphicsItem::itemChange(change, value);
}

void NoteItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (m_text.height() * scale < 4)
        return;
    const Theme &theme = m_scene->theme();
    const bool hovered = m_scene->hovered().part == CanvasHit::Part::Note && m_scene->hovered().id == id();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected() || hovered) {
        painter->setPen(QPen(theme.color(isSelected() ? Ink::Accent : Ink::Line), isSelected() ? 2 : 1));
        painter->setBrush(theme.color(Ink::Surface));
        painter->drawRoundedRect(m_text, theme.controlRadius(), theme.controlRadius());
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.color(Ink::Muted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(m_arrow);
    painter->setFont(canvasFont(theme, Type::Text));
    painter->setPen(theme.color(Ink::Muted));
    if (scale > 0.36)
        painter->drawText(m_text.adjusted(8, 5, -8, -5), Qt::TextWordWrap | Qt::AlignVCenter, shownText(m_note));
}

} // namespace zhibei
