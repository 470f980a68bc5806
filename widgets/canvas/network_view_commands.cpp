// The canvas' commands. Each is one undo step.
#include "widgets/canvas/clipboard.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/wire_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/canvas/wiring.h"
#include "core/data/data_source.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <cmath>

namespace zhibei {

namespace {

constexpr double pasteStep = 32;       // pixels from copy to copy
constexpr double stepToNext = 56;      // pixels between a card and the one put after it

} // namespace

// Clipboard

void NetworkView::copy()
{
    const QStringList ids = m_scene->selectedIds();
    if (ids.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(toMimeData(extract(m_scene->network(), ids)));
    m_pasteCount = 0;
}

void NetworkView::cut()
{
    const QStringList ids = m_scene->selectedIds();
    if (ids.isEmpty())
        return;
    copy();
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Cut"), [&](Network &network) {
        for (const QString &id : ids)
            network.removeNode(id.toStdString());
        std::erase_if(network.notes, [&](const Note &note) { return ids.contains(QString::fromStdString(note.id)); });
    });
}

bool NetworkView::canPaste() const
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(QString::fromLatin1(networkMimeType));
}

void NetworkView::paste()
{
    const std::optional<Network> part = fromMimeData(QGuiApplication::clipboard()->mimeData());
    if (!part)
        return;
    const double step = pasteStep * ++m_pasteCount;
    QStringList made;
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Paste"), [&](Network &network) { made = merge(network, *part, {step, step}); });
    m_scene->selectIds(made);
}

void NetworkView::duplicate()
{
    const QStringList ids = m_scene->selectedIds();
    if (ids.isEmpty())
        return;
    QStringList made;
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Duplicate"), [&](Network &network) { made = merge(network, extract(network, ids), {pasteStep, pasteStep}); });
    m_scene->selectIds(made);
}

void NetworkView::deleteSelection()
{
    const QStringList ids = m_scene->selectedIds();
    const std::vector<Wire> wires = m_scene->selectedWires();
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Delete"), [&](Network &network) {
        for (const Wire &wire : wires)
            network.disconnect(wire);
        for (const QString &id : ids)
            network.removeNode(id.toStdString());
        std::erase_if(network.notes, [&](const Note &note) { return ids.contains(QString::fromStdString(note.id)); });
    });
    hideHint();
}

void NetworkView::selectAll()
{
    QStringList ids;
    for (const Node &node : m_scene->network().nodes)
        ids << QString::fromStdString(node.id);
    for (const Note &note : m_scene->network().notes)
        ids << QString::fromStdString(note.id);
    m_scene->selectIds(ids);
}

// Arranging

void NetworkView::align(Alignment alignment)
{
    const QStringList ids = m_scene->selectedNodes();
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Align"), [&](Network &network) { alignNodes(network, ids, alignment, m_scene->cardSizes()); });
}

void NetworkView::distribute(Qt::Orientation direction)
{
    const QStringList ids = m_scene->selectedNodes();
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Distribute"), [&](Network &network) { distributeNodes(network, ids, direction, m_scene->cardSizes()); });
}

void NetworkView::tidyLayout()
{
    const std::map<NodeId, Point> places = zhibei::tidyLayout(m_scene->network(), m_scene->cardSizes());
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Tidy layout"), [&](Network &network) {
        for (Node &node : network.nodes)
            if (const auto place = places.find(node.id); place != places.end())
                node.position = place->second;
    });
}

// Adding

void NetworkView::placeKind(const LayerKind &kind, const QPointF &place)
{
    NodeId made;
    const std::map<NodeId, CardSize> sizes = m_scene->cardSizes();
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Add node"), [&](Network &network) {
        made = addWithTarget(network, kind, freePlace(network, {place.x(), place.y()}, sizes));
    });
    m_scene->selectNodes({QString::fromStdString(made)});
}

void NetworkView::insertOnWire(const LayerKind &kind, const Wire &wire, const QPointF &place)
{
    NodeId made;
    const std::map<NodeId, CardSize> sizes = m_scene->cardSizes();
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Insert node"), [&](Network &network) {
        made = insertOn(network, kind, wire, {std::round(place.x()), std::round(place.y())});
        makeRoom(network, made, sizes);
    });
    if (m_followsFit)
        fit();
    m_scene->selectNodes({QString::fromStdString(made)});
}

void NetworkView::useDataSource(const QString &id, const QPointF &place)
{
    const LayerKind *input = findKind("input");
    if (!findDataSource(id.toStdString()) || !input)
        return;
    NodeId made;
    m_scene->document().edit(QT_TRANSLATE_NOOP("Undo", "Choose data"), [&](Project &project) {
        if (project.data.source != id.toStdString()) {
            project.data.source = id.toStdString();
            project.data.options.clear();
            project.data.derived.clear();
            project.data.points.clear();
        }
        const auto &nodes = project.network.nodes;
        if (std::none_of(nodes.begin(), nodes.end(), [](const Node &node) { return node.kind == "input"; }))
            made = project.network.addNode("input", {}, {std::round(place.x()), std::round(place.y())});
    });
    if (!made.empty())
        m_scene->selectNodes({QString::fromStdString(made)});
    emit m_scene->dataKindDropped(id);
}

void NetworkView::insertKind(const QString &payload)
{
    if (payload.startsWith(QStringLiteral("data:")))
        return useDataSource(payload.mid(5), centre());
    const LayerKind *kind = findKind(payload.toStdString());
    if (!kind)
        return;
    const std::vector<Wire> wires = m_scene->selectedWires();
    const QStringList nodes = m_scene->selectedNodes();
    const DataType data = m_scene->dataType();
    if (wires.size() == 1 && Wiring(m_scene->network(), data).judgeInsertion(*kind, wires.front()).possible) {
        const WireItem *item = m_scene->wireItem(wires.front());
        return insertOnWire(*kind, wires.front(), (item->start() + item->end()) / 2);
    }
    const NodeItem *after = nodes.size() == 1 ? m_scene->nodeItem(nodes.first()) : nullptr;
    const LayerKind *source = after ? findKind(m_scene->network().find(after->id().toStdString())->kind) : nullptr;
    if (!source || mainOutput(*source) < 0 || mainInput(*kind) < 0) {
        const Point place = freePlace(m_scene->network(), {centre().x(), centre().y()}, m_scene->cardSizes());
        return placeKind(*kind, {place.x, place.y});
    }
    NodeId made;
    const std::map<NodeId, CardSize> sizes = m_scene->cardSizes();
    const bool judges = kind->category == Category::Objective;
    const QRectF card = after->cardRect();
    const Point wanted = judges ? Point{card.center().x(), card.bottom() + 92} : Point{card.right() + stepToNext + 60, card.center().y()};
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Add node"), [&](Network &network) {
        made = addAfter(network, *kind, {after->id().toStdString(), mainOutput(*source)}, freePlace(network, wanted, sizes));
    });
    m_scene->selectNodes({QString::fromStdString(made)});
    if (const NodeItem *item = m_scene->nodeItem(made))
        ensureVisible(item, 24, 24);
}

void NetworkView::chooseKind()
{
    const NodeItem *after = m_scene->nodeItem(m_scene->currentNode());
    const QPoint place = after ? mapFromScene(after->cardRect().topRight()) : viewport()->rect().center() - QPoint(120, 140);
    const auto kinds = layerKinds();
    openKindMenu({kinds.begin(), kinds.end()}, place, [this](const LayerKind &kind) { insertKind(QString::fromStdString(kind.id)); });
}

void NetworkView::addNote()
{
    const QStringList nodes = m_scene->selectedNodes();
    const NodeItem *target = nodes.size() == 1 ? m_scene->nodeItem(nodes.first()) : nullptr;
    const QPointF place = target ? QPointF(target->cardRect().center().x(), target->cardRect().bottom() + 60) : centre();
    std::string made;
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Add note"), [&](Network &network) {
        made = freeNoteId(network);
        network.notes.push_back({made, {}, {std::round(place.x()), std::round(place.y())}, target ? target->id().toStdString() : NodeId()});
    });
    m_scene->selectIds({QString::fromStdString(made)});
    editNote(QString::fromStdString(made));
}

} // namespace zhibei
