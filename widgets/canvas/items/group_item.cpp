#include "widgets/canvas/items/group_item.h"

#include "widgets/canvas/items/icon_cache.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_scene.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace zhibei {

namespace {

constexpr double buttonSide = 18;

QString caption(const GroupItem &group)
{
    const qsizetype count = group.members().size();
    return count == 1 ? QCoreApplication::translate("zhibei::NodeLook", "1 neuron")
                      : QCoreApplication::translate("zhibei::NodeLook", "%1 neurons").arg(count);
}

} // namespace

GroupItem::GroupItem(NetworkScene *scene, const QString &name) : m_scene(scene), m_name(name) { setZValue(-2); }

void GroupItem::setMembers(const QStringList &ids)
{
    m_members = ids;
    updateFrame();
}

void GroupItem::updateFrame()
{
    QRectF frame;
    for (const QString &id : m_members)
        if (const NodeItem *item = m_scene->nodeItem(id))
            frame = frame.united(item->cardRect().united(item->look().captionArea.translated(item->pos())));
    const QFontMetricsF metrics(canvasFont(m_scene->theme(), zhibei::Type::Caption));
    const double wanted = std::max(metrics.horizontalAdvance(caption(*this)), 3 * buttonSide + 10) + 20;
    const double missing = std::max(0.0, wanted - frame.width() - 28) / 2;
    prepareGeometryChange();
    m_frame = frame.isNull() ? QRectF() : frame.adjusted(-14 - missing, -30, 14 + missing, 34);
    update();
}

QRectF GroupItem::minusButton() const
{
    return {m_frame.center().x() - 1.5 * buttonSide - 5, m_frame.bottom() - buttonSide - 8, buttonSide, buttonSide};
}
QRectF GroupItem::plusButton() const { return minusButton().translated(buttonSide + 5, 0); }
QRectF GroupItem::foldButton() const { return minusButton().translated(2 * (buttonSide + 5), 0); }

QPainterPath GroupItem::shape() const
{
    QPainterPath path;
    path.addRect(m_frame);
    return path;
}

bool GroupItem::showsButtons() const
{
    const QString &under = m_scene->hovered().id;
    return under == m_name || m_members.contains(under) || std::any_of(m_members.begin(), m_members.end(), [&](const QString &id) {
               const NodeItem *item = m_scene->nodeItem(id);
               return item && item->isSelected();
           });
}

void GroupItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (m_frame.height() * scale < 4)
        return;
    const Theme &theme = m_scene->theme();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor fill = theme.color(Ink::Surface);
    fill.setAlphaF(0.55f);
    painter->setBrush(fill);
    painter->setPen(QPen(theme.color(Ink::Line), 1, Qt::DashLine));
    painter->drawRoundedRect(m_frame, theme.cardRadius(), theme.cardRadius());
    if (scale < 0.36)
        return;
    painter->setFont(canvasFont(theme, zhibei::Type::Caption));
    painter->setPen(theme.color(Ink::Muted));
    painter->drawText(QRectF(m_frame.left() + 6, m_frame.top() + 6, m_frame.width() - 12, 18), Qt::AlignCenter, caption(*this));
    if (!showsButtons())
        return;
    const auto button = [&](const QRectF &area, CanvasHit::Part part, const QString &icon) {
        const bool hovered = m_scene->hovered().part == part && m_scene->hovered().id == m_name;
        painter->setPen(QPen(theme.color(hovered ? Ink::Accent : Ink::Line), 1));
        painter->setBrush(theme.color(hovered ? Ink::AccentBackground : Ink::Raised));
        painter->drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5));
        const QPixmap pixmap = cachedIcon(theme, icon, 12, theme.color(hovered ? Ink::Accent : Ink::Muted), scale * painter->device()->devicePixelRatioF());
        painter->drawPixmap(QRectF(area.center().x() - 6, area.center().y() - 6, 12, 12), pixmap, QRectF(pixmap.rect()));
    };
    button(minusButton(), CanvasHit::Part::Minus, QStringLiteral("minus"));
    button(plusButton(), CanvasHit::Part::Plus, QStringLiteral("plus"));
    button(foldButton(), CanvasHit::Part::Fold, QStringLiteral("fold-horizontal"));
}

} // namespace zhibei
