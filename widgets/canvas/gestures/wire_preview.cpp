#include "widgets/canvas/gestures/wire_preview.h"

#include "widgets/canvas/items/wire_item.h"
#include "widgets/theme/theme.h"

#include <QPen>

namespace zhibei {

WirePreview::WirePreview(const Theme &theme) : m_theme(theme) { setZValue(4); }

void WirePreview::show(const QPointF &from, const QPointF &fromDirection, const QPointF &to, const QPointF &toDirection, Mood mood)
{
    const Ink ink = mood == Mood::Bad ? Ink::Bad : mood == Mood::Fits ? Ink::Accent : Ink::Muted;
    QPen pen(m_theme.color(ink), mood == Mood::Fits ? 2.6 : 2, mood == Mood::Open ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap);
    setPen(pen);
    setPath(WireItem::curve(from, fromDirection, to, toDirection));
}

} // namespace zhibei
