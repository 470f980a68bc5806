// Selection, hit testing and what gestures show: the part of the scene that people point at.
#include "widgets/canvas/network_scene.h"

#include "widgets/canvas/items/group_item.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/items/wire_item.h"

#include <QSignalBlocker>

#include <cmath>

namespace zhibei {

namespace {

double distance(const QPointF &a, const QPointF &b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

CanvasHit hitOn(CanvasHit::Part part, const QString &id, int port = 0)
{
    CanvasHit hit;
    hit.part = part;
    hit.id = id;
    hit.port = port;
    return hit;
}

CanvasHit hitPort(const NodeItem &item, const QPointF &place, double reach)
{
    const QPointF local = place - item.pos();
    CanvasHit best;
    double nearest = reach;
    const auto look = [&](const std::vector<PortLook> &ports, CanvasHit::Part part) {
        for (const PortLook &port : ports)
            if (const double gap = distance(local, port.place); gap <= nearest) {
                nearest = gap;
                best = hitOn(part, item.id(), port.port);
            }
    };
    look(item.look().inputs, CanvasHit::Part::Input);
    look(item.look().outputs, CanvasHit::Part::Output);
    return best;
}

CanvasHit hitCard(const NodeItem &item, const QPointF &place)
{
    const QPointF local = place - item.pos();
    const NodeLook &look = item.look();
    if (look.hasBias && look.biasDot().adjusted(-2, -2, 2, 2).contains(local))
        return hitOn(CanvasHit::Part::Bias, item.id());
    if (!look.card.contains(local))
        return {};
    if (look.resizable && look.problem.isEmpty() && look.minusButton().contains(local))
        return hitOn(CanvasHit::Part::Minus, item.id());
    if (look.resizable && look.problem.isEmpty() && look.plusButton().contains(local))
        return hitOn(CanvasHit::Part::Plus, item.id());
    return hitOn(CanvasHit::Part::Node, item.id());
}

CanvasHit hitGroup(const GroupItem &group, const QPointF &place)
{
    if (group.minusButton().contains(place))
        return hitOn(CanvasHit::Part::Minus, group.name());
    if (group.plusButton().contains(place))
        return hitOn(CanvasHit::Part::Plus, group.name());
    if (group.foldButton().contains(place))
        return hitOn(CanvasHit::Part::Fold, group.name());
    return group.frame().contains(place) ? hitOn(CanvasHit::Part::Group, group.name()) : CanvasHit();
}

CanvasHit hitWire(const WireItem &wire, const QPointF &place, double scale)
{
    const double endReach = 20 / std::max(scale, 0.5);
    CanvasHit hit;
    hit.part = CanvasHit::Part::Wire;
    if (distance(place, wire.end()) < endReach)
        hit.part = CanvasHit::Part::WireEnd;
    else if (distance(place, wire.start()) < endReach)
        hit.part = CanvasHit::Part::WireStart;
    hit.wire = wire.wire();
    return hit;
}

} // namespace

CanvasHit NetworkScene::hitAt(const QPointF &place, double scale) const
{
    const double reach = std::clamp(9 / std::max(scale, 0.01), 8.0, 16.0);
    const QRectF around(place.x() - 24, place.y() - 24, 48, 48);
    QList<const NodeItem *> nodes;
    const QList<QGraphicsItem *> near = items(around, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder);
    for (const QGraphicsItem *item : near)
        if (item->type() == NodeItem::Type)
            nodes << static_cast<const NodeItem *>(item);
    for (const NodeItem *node : std::as_const(nodes))
        if (const CanvasHit hit = hitPort(*node, place, reach); hit.part != CanvasHit::Part::Nothing)
            return hit;
    for (const NodeItem *node : std::as_const(nodes))
        if (const CanvasHit hit = hitCard(*node, place); hit.part != CanvasHit::Part::Nothing)
            return hit;
    for (const NoteItem *note : m_notes)
        if (note->textRect().contains(place - note->pos()))
            return hitOn(CanvasHit::Part::Note, note->id());
    CanvasHit group;
    for (const GroupItem *item : m_groups)
        if (const CanvasHit hit = hitGroup(*item, place); hit.part != CanvasHit::Part::Nothing)
            group = hit;
    if (group.part == CanvasHit::Part::Nothing || group.part == CanvasHit::Part::Group)
        if (const WireItem *wire = wireNear(place, std::clamp(6 / std::max(scale, 0.01), 5.0, 14.0)))
            return hitWire(*wire, place, scale);
    return group;
}

WireItem *NetworkScene::wireNear(const QPointF &place, double reach) const
{
    WireItem *best = nullptr;
    double nearest = reach;
    const QRectF around(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach);
    for (QGraphicsItem *item : items(around, Qt::IntersectsItemBoundingRect)) {
        if (item->type() != WireItem::Type || !item->isVisible())
            continue;
        auto *wire = static_cast<WireItem *>(item);
        if (const double gap = wire->distanceTo(place); gap <= nearest) {
            nearest = gap;
            best = wire;
        }
    }
    return best;
}

// Selection

QStringList NetworkScene::selectedNodes() const
{
    QStringList ids;
    for (const Node &node : network().nodes) // in network order, whatever the clicking order
        if (const NodeItem *item = nodeItem(node.id); item && item->isSelected())
            ids << item->id();
    return ids;
}

QStringList NetworkScene::selectedIds() const
{
    QStringList ids = selectedNodes();
    for (const Note &note : network().notes)
        if (const NoteItem *item = noteItem(QString::fromStdString(note.id)); item && item->isSelected())
            ids << item->id();
    return ids;
}

std::vector<Wire> NetworkScene::selectedWires() const
{
    std::vector<Wire> wires;
    for (const auto &[wire, item] : m_wires)
        if (item->isSelected())
            wires.push_back(wire);
    return wires;
}

void NetworkScene::selectNodes(const QStringList &ids) { selectIds(ids); }

void NetworkScene::selectIds(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    {
        const QSignalBlocker quiet(this); // one signal for the whole change
        for (NodeItem *item : std::as_const(m_nodes))
            item->setSelected(wanted.contains(item->id()));
        for (NoteItem *item : std::as_const(m_notes))
            item->setSelected(wanted.contains(item->id()));
        for (const auto &[wire, item] : m_wires)
            item->setSelected(false);
    }
    if (ids.size() == 1 && m_nodes.contains(ids.first()))
        setCurrentNode(ids.first());
    onSelectionChanged();
}

void NetworkScene::selectWire(const Wire &wire)
{
    selectIds({});
    if (WireItem *item = wireItem(wire))
        item->setSelected(true);
}

void NetworkScene::onSelectionChanged()
{
    for (GroupItem *item : std::as_const(m_groups))
        item->update();
    emit selectedNodesChanged(selectedNodes());
}

void NetworkScene::setCurrentNode(const QString &id)
{
    if (id == m_current)
        return;
    const QString before = std::exchange(m_current, id);
    for (const QString &node : {before, id})
        if (NodeItem *item = nodeItem(node))
            item->update();
    emit currentNodeChanged(id);
}

void NetworkScene::setKeyboardFocus(bool focus)
{
    m_keyboardFocus = focus;
    if (NodeItem *item = nodeItem(m_current))
        item->update();
}

// What gestures show

void NetworkScene::setHovered(const CanvasHit &hit)
{
    if (hit == m_hovered)
        return;
    const CanvasHit before = std::exchange(m_hovered, hit);
    for (const CanvasHit &changed : {before, hit}) {
        if (NodeItem *item = nodeItem(changed.id))
            item->update();
        if (NoteItem *item = noteItem(changed.id))
            item->update();
        for (GroupItem *item : std::as_const(m_groups))
            if (item->name() == changed.id || item->members().contains(changed.id))
                item->update();
        if (WireItem *item = wireItem(changed.wire))
            item->update();
    }
}

void NetworkScene::setOfferedPorts(const QSet<QString> &inputs, const QSet<QString> &outputs)
{
    m_offering = !inputs.isEmpty() || !outputs.isEmpty();
    m_offeredInputs = inputs;
    m_offeredOutputs = outputs;
    for (NodeItem *item : std::as_const(m_nodes))
        item->update();
}

NetworkScene::Offer NetworkScene::offer(const QString &id, int port, bool output) const
{
    if (!m_offering)
        return Offer::None;
    const QString key = id + QLatin1Char(':') + QString::number(port);
    return (output ? m_offeredOutputs : m_offeredInputs).contains(key) ? Offer::Fits : Offer::Quiet;
}

void NetworkScene::setLitWire(const Wire *wire)
{
    const std::optional<Wire> before = m_litWire;
    m_litWire = wire ? std::optional(*wire) : std::nullopt;
    if (before == m_litWire)
        return;
    for (const std::optional<Wire> &changed : {before, m_litWire})
        if (WireItem *item = changed ? wireItem(*changed) : nullptr)
            item->update();
}

void NetworkScene::setSpotlight(const NetworkPart &part)
{
    if (part == m_spotlight)
        return;
    m_spotlight = part;
    spreadLight();
}

void NetworkScene::spreadLight()
{
    constexpr double dark = 0.32;
    const bool on = !m_spotlight.empty();
    for (NodeItem *item : std::as_const(m_nodes)) {
        item->setOpacity(on && !inSpotlight(item->id().toStdString()) ? dark : 1);
        item->update();
    }
    for (const auto &[wire, item] : m_wires) {
        item->setOpacity(on && !inSpotlight(wire) ? dark : 1);
        item->update();
    }
    for (NoteItem *item : std::as_const(m_notes))
        item->setOpacity(on ? dark : 1);
    for (GroupItem *item : std::as_const(m_groups))
        item->setOpacity(on ? dark : 1);
}

void NetworkScene::setHiddenWire(const Wire *wire)
{
    if (m_hiddenWire)
        if (WireItem *item = wireItem(*m_hiddenWire))
            item->show();
    m_hiddenWire = wire ? std::optional(*wire) : std::nullopt;
    if (WireItem *item = wire ? wireItem(*wire) : nullptr)
        item->hide();
}

} // namespace zhibei
