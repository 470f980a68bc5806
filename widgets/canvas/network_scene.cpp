#include "widgets/canvas/network_scene.h"

#include "widgets/canvas/items/group_item.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/items/wire_item.h"

#include <QGraphicsView>

#include <cmath>

namespace zhibei {

namespace {

constexpr int flowInterval = 40;      // ms between moves of the dots
constexpr int motionDuration = 160;   // ms
constexpr int motionLimit = 150;      // more nodes than this jump

template <class Hash>
void removeMissing(Hash &items, const QSet<QString> &kept)
{
    for (auto it = items.begin(); it != items.end();) {
        if (kept.contains(it.key())) {
            ++it;
            continue;
        }
        delete it.value();
        it = items.erase(it);
    }
}

} // namespace

NetworkScene::NetworkScene(Theme *theme, Document *document, QObject *parent)
    : QGraphicsScene(parent), m_theme(theme), m_document(document)
{
    connect(document, &Document::opened, this, &NetworkScene::onOpened);
    connect(document, &Document::networkChanged, this, &NetworkScene::onNetworkChanged);
    connect(document, &Document::arranged, this, &NetworkScene::onArranged);
    connect(document, &Document::dataChanged, this, &NetworkScene::onNetworkChanged);
    connect(theme, &Theme::changed, this, &NetworkScene::refreshAll);
    connect(this, &QGraphicsScene::selectionChanged, this, &NetworkScene::onSelectionChanged);
    m_flowTimer.setInterval(flowInterval);
    connect(&m_flowTimer, &QTimer::timeout, this, &NetworkScene::advanceFlow);
    m_motion.setDuration(motionDuration);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        const double t = value.toDouble();
        for (auto it = m_moving.cbegin(); it != m_moving.cend(); ++it)
            if (NodeItem *item = nodeItem(it.key()))
                item->setPos(it->first + (it->second - it->first) * t);
    });
    connect(&m_motion, &QVariantAnimation::finished, this, [this] { m_moving.clear(); });
    onOpened();
}

NetworkScene::~NetworkScene()
{
    emit aboutToClose(); // views let go of what they put into the scene
    disconnect(this, nullptr, this, nullptr);
    m_motion.stop();
    clear();
}

DataType NetworkScene::dataType() const
{
    const auto dataset = m_document->dataset();
    return dataset ? dataset->type() : DataType{};
}

void NetworkScene::edit(const char *name, const std::function<void(Network &)> &change, const QString &mergeKey)
{
    m_document->edit(name, [&](Project &project) { change(project.network); }, mergeKey);
}

// Following the document

void NetworkScene::onOpened()
{
    m_motion.stop();
    m_moving.clear();
    m_observation.reset();
    m_lossCurve.clear();
    m_current.clear();
    m_litWire.reset();
    m_hiddenWire.reset();
    m_hovered = {};
    ++m_lossVersion;
    clearSelection();
    m_opened = true; // places jump: there is no "before" to come from
    onNetworkChanged();
    m_opened = false;
    emit liveChanged();
}

void NetworkScene::onNetworkChanged()
{
    const QStringList before = selectedIds();
    syncNodes();
    syncWires();
    syncNotes();
    syncGroups();
    if (!m_spotlight.empty())
        spreadLight(); // new items stand in the dark too
    ++m_liveVersion;
    if (!m_current.isEmpty() && !m_nodes.contains(m_current))
        setCurrentNode({});
    if (!m_hovered.id.isEmpty() && !m_nodes.contains(m_hovered.id) && !m_notes.contains(m_hovered.id) && !m_groups.contains(m_hovered.id))
        m_hovered = {};
    if (before != selectedIds())
        onSelectionChanged();
    emit rebuilt();
}

void NetworkScene::onArranged()
{
    for (const Node &node : network().nodes)
        moveItem(QString::fromStdString(node.id), {node.position.x, node.position.y}, true);
    syncNotes();
    emit rebuilt();
}

void NetworkScene::refreshAll()
{
    if (m_theme->reduceMotion())
        m_flowTimer.stop();
    else if (m_flowing)
        m_flowTimer.start();
    ++m_lossVersion;
    onNetworkChanged();
    for (NoteItem *note : std::as_const(m_notes))
        note->refresh(note->note());
    update();
}

void NetworkScene::syncNodes()
{
    QSet<QString> kept;
    for (const Node &node : network().nodes)
        kept << QString::fromStdString(node.id);
    QSet<QString> gone;
    for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it)
        if (!kept.contains(it.key()))
            gone << it.key();
    // Wires go first: they look at their nodes.
    for (auto it = m_wires.begin(); it != m_wires.end();) {
        const bool hangs = gone.contains(QString::fromStdString(it->first.from.node)) || gone.contains(QString::fromStdString(it->first.to.node));
        if (hangs)
            delete it->second;
        it = hangs ? m_wires.erase(it) : std::next(it);
    }
    m_wiresAt.clear();
    for (const auto &[wire, item] : m_wires) {
        m_wiresAt[QString::fromStdString(wire.from.node)] << item;
        m_wiresAt[QString::fromStdString(wire.to.node)] << item;
    }
    removeMissing(m_nodes, kept);
    for (const Node &node : network().nodes) {
        const QString id = QString::fromStdString(node.id);
        if (NodeItem *item = nodeItem(id)) {
            item->refresh(node);
            moveItem(id, {node.position.x, node.position.y}, !m_opened);
            continue;
        }
        auto *item = new NodeItem(this, node);
        m_nodes[id] = item;
        addItem(item);
    }
}

void NetworkScene::syncWires()
{
    std::map<Wire, WireItem *> wires;
    m_wiresAt.clear();
    for (const Wire &wire : network().wires) {
        if (!nodeItem(wire.from.node) || !nodeItem(wire.to.node))
            continue;
        const auto old = m_wires.find(wire);
        WireItem *item = old != m_wires.end() ? old->second : nullptr;
        if (item) {
            m_wires.erase(old);
            item->updatePath();
        } else if (!wires.count(wire)) {
            item = new WireItem(this, wire);
            addItem(item);
        } else {
            continue;
        }
        item->setVisible(m_hiddenWire != wire);
        wires[wire] = item;
        m_wiresAt[QString::fromStdString(wire.from.node)] << item;
        m_wiresAt[QString::fromStdString(wire.to.node)] << item;
    }
    for (const auto &[wire, item] : m_wires)
        delete item;
    m_wires = std::move(wires);
}

void NetworkScene::syncNotes()
{
    QSet<QString> kept;
    for (const Note &note : network().notes)
        kept << QString::fromStdString(note.id);
    removeMissing(m_notes, kept);
    for (const Note &note : network().notes) {
        const QString id = QString::fromStdString(note.id);
        if (NoteItem *item = noteItem(id)) {
            item->setPos(note.position.x, note.position.y);
            if (item->note() != note)
                item->refresh(note);
            item->updateArrow();
            continue;
        }
        auto *item = new NoteItem(this, note);
        m_notes[id] = item;
        addItem(item);
    }
}

void NetworkScene::syncGroups()
{
    QHash<QString, QStringList> members;
    for (const Node &node : network().nodes)
        if (!node.group.empty())
            members[QString::fromStdString(node.group)] << QString::fromStdString(node.id);
    removeMissing(m_groups, QSet<QString>(members.keyBegin(), members.keyEnd()));
    for (auto it = members.cbegin(); it != members.cend(); ++it) {
        GroupItem *&item = m_groups[it.key()];
        if (!item) {
            item = new GroupItem(this, it.key());
            addItem(item);
        }
        item->setMembers(it.value());
    }
}

void NetworkScene::moveItem(const QString &id, const QPointF &place, bool animated)
{
    NodeItem *item = nodeItem(id);
    if (!item)
        return;
    const auto moving = m_moving.constFind(id);
    if (moving != m_moving.cend() ? moving->second == place : item->pos() == place)
        return;
    const bool still = !animated || m_theme->reduceMotion() || m_nodes.size() > motionLimit || views().isEmpty();
    if (still) {
        m_moving.remove(id);
        item->setPos(place);
        return;
    }
    m_moving[id] = {item->pos(), place};
    m_motion.stop();
    for (auto it = m_moving.begin(); it != m_moving.end(); ++it)
        it->first = nodeItem(it.key()) ? nodeItem(it.key())->pos() : it->first;
    m_motion.start();
}

void NetworkScene::nodeMoved(const QString &id)
{
    for (WireItem *wire : m_wiresAt.value(id))
        wire->updatePath();
    for (GroupItem *group : std::as_const(m_groups))
        if (group->members().contains(id))
            group->updateFrame();
    for (NoteItem *note : std::as_const(m_notes))
        if (QString::fromStdString(note->note().target) == id)
            note->updateArrow();
}

void NetworkScene::showAt(const QString &id, const QPointF &place)
{
    m_moving.remove(id);
    if (NodeItem *item = nodeItem(id))
        item->setPos(place);
    else if (NoteItem *note = noteItem(id))
        note->setPos(place);
}

void NetworkScene::settle()
{
    for (const Node &node : network().nodes)
        moveItem(QString::fromStdString(node.id), {node.position.x, node.position.y}, true);
    for (const Note &note : network().notes)
        if (NoteItem *item = noteItem(QString::fromStdString(note.id)))
            item->setPos(note.position.x, note.position.y);
}

// Items

NodeItem *NetworkScene::nodeItem(const QString &id) const { return m_nodes.value(id, nullptr); }
NoteItem *NetworkScene::noteItem(const QString &id) const { return m_notes.value(id, nullptr); }
QList<WireItem *> NetworkScene::wiresAt(const QString &id) const { return m_wiresAt.value(id); }

WireItem *NetworkScene::wireItem(const Wire &wire) const
{
    const auto found = m_wires.find(wire);
    return found == m_wires.end() ? nullptr : found->second;
}

std::map<NodeId, CardSize> NetworkScene::cardSizes() const
{
    std::map<NodeId, CardSize> sizes;
    for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it) {
        const NodeLook &look = it.value()->look();
        const double below = look.compact ? 2 * (look.captionArea.bottom() - look.card.bottom()) : 0;
        sizes[it.key().toStdString()] = {look.card.width(), look.card.height() + below};
    }
    return sizes;
}

QRectF NetworkScene::contentRect() const
{
    QRectF content;
    for (const NodeItem *item : m_nodes) {
        // Cards on their way count where they are going.
        const QPointF ahead = m_moving.contains(item->id()) ? m_moving.value(item->id()).second - item->pos() : QPointF();
        content = content.united(item->cardRect().united(item->look().captionArea.translated(item->pos())).translated(ahead));
    }
    for (const NoteItem *item : m_notes)
        content = content.united(item->textRect().translated(item->pos()));
    for (const GroupItem *item : m_groups)
        content = content.united(item->frame());
    return content;
}

} // namespace zhibei
