#include "widgets/canvas/network_edits.h"

#include "core/layers/layer_kind.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double gap = 40;     // pixels between cards
constexpr double fanGap = 110; // and where many wires meet

CardSize sizeOf(const std::map<NodeId, CardSize> &sizes, const NodeId &id)
{
    const auto found = sizes.find(id);
    return found == sizes.end() ? CardSize{} : found->second;
}

std::vector<Node *> nodesOf(Network &network, const QStringList &ids)
{
    std::vector<Node *> nodes;
    for (const QString &id : ids)
        if (Node *node = network.find(id.toStdString()))
            nodes.push_back(node);
    return nodes;
}

struct Box {
    double left = 1e18, right = -1e18, top = 1e18, bottom = -1e18;
};

Box boxOf(const std::vector<Node *> &nodes, const std::map<NodeId, CardSize> &sizes)
{
    Box box;
    for (const Node *node : nodes) {
        const CardSize size = sizeOf(sizes, node->id);
        box.left = std::min(box.left, node->position.x - size.width / 2);
        box.right = std::max(box.right, node->position.x + size.width / 2);
        box.top = std::min(box.top, node->position.y - size.height / 2);
        box.bottom = std::max(box.bottom, node->position.y + size.height / 2);
    }
    return box;
}

void growGroup(Network &network, const Node last)
{
    Node neuron = last;
    neuron.id = network.freeId(last.kind);
    neuron.position.y += 72;
    const auto place = std::find_if(network.nodes.begin(), network.nodes.end(), [&](const Node &node) { return node.id == last.id; });
    network.nodes.insert(place + 1, neuron);
    for (size_t i = 0; i < network.wires.size(); ++i) {
        Wire wire = network.wires[i];
        if (wire.from.node != last.id && wire.to.node != last.id)
            continue;
        wire.from.node = wire.from.node == last.id ? neuron.id : wire.from.node;
        wire.to.node = wire.to.node == last.id ? neuron.id : wire.to.node;
        network.wires.insert(network.wires.begin() + static_cast<std::ptrdiff_t>(++i), wire); // right after its model, so that the order stays
    }
}

} // namespace

void alignNodes(Network &network, const QStringList &ids, Alignment alignment, const std::map<NodeId, CardSize> &sizes)
{
    const std::vector<Node *> nodes = nodesOf(network, ids);
    if (nodes.size() < 2)
        return;
    const Box box = boxOf(nodes, sizes);
    for (Node *node : nodes) {
        const CardSize size = sizeOf(sizes, node->id);
        switch (alignment) {
        case Alignment::Left: node->position.x = box.left + size.width / 2; break;
        case Alignment::Centre: node->position.x = (box.left + box.right) / 2; break;
        case Alignment::Right: node->position.x = box.right - size.width / 2; break;
        case Alignment::Top: node->position.y = box.top + size.height / 2; break;
        case Alignment::Middle: node->position.y = (box.top + box.bottom) / 2; break;
        case Alignment::Bottom: node->position.y = box.bottom - size.height / 2; break;
        }
    }
}

void distributeNodes(Network &network, const QStringList &ids, Qt::Orientation direction, const std::map<NodeId, CardSize> &sizes)
{
    std::vector<Node *> nodes = nodesOf(network, ids);
    if (nodes.size() < 3)
        return;
    const bool across = direction == Qt::Horizontal;
    const auto place = [across](Node *node) -> double & { return across ? node->position.x : node->position.y; };
    const auto extent = [&](const Node *node) { return across ? sizeOf(sizes, node->id).width : sizeOf(sizes, node->id).height; };
    std::stable_sort(nodes.begin(), nodes.end(), [&](Node *a, Node *b) { return place(a) < place(b); });
    double inner = 0;
    for (size_t i = 1; i + 1 < nodes.size(); ++i)
        inner += extent(nodes[i]);
    const double start = place(nodes.front()) + extent(nodes.front()) / 2, end = place(nodes.back()) - extent(nodes.back()) / 2;
    const double space = (end - start - inner) / static_cast<double>(nodes.size() - 1);
    double at = start;
    for (size_t i = 1; i + 1 < nodes.size(); ++i) {
        at += space;
        place(nodes[i]) = std::round(at + extent(nodes[i]) / 2);
        at += extent(nodes[i]);
    }
}

void changeUnits(Network &network, const NodeId &id, int delta)
{
    if (Node *node = network.find(id)) {
        const LayerKind *kind = findKind(node->kind);
        const AttributeSpec *spec = kind ? findAttribute(kind->attributes, "units") : nullptr;
        if (!spec)
            return;
        const auto units = std::get<int64_t>(attributeValue(kind->attributes, node->attributes, "units"));
        const auto changed = std::clamp(units + delta, static_cast<int64_t>(spec->minimum), static_cast<int64_t>(spec->maximum));
        if (changed != units)
            node->attributes["units"] = changed;
        return;
    }
    for (; delta != 0; delta += delta > 0 ? -1 : 1) {
        const auto inGroup = [&](const Node &node) { return node.group == id; };
        const auto count = std::count_if(network.nodes.begin(), network.nodes.end(), inGroup);
        const auto last = std::find_if(network.nodes.rbegin(), network.nodes.rend(), inGroup);
        if (last == network.nodes.rend() || (delta < 0 && count < 2))
            return;
        if (delta > 0)
            growGroup(network, *last);
        else
            network.removeNode(NodeId(last->id));
    }
}

void makeRoom(Network &network, const NodeId &node, const std::map<NodeId, CardSize> &sizes)
{
    Node *centre = network.find(node);
    if (!centre)
        return;
    const CardSize own = sizeOf(sizes, node);
    const double wanted = centre->position.x;
    const auto sameRow = [&](const Node &other) {
        return std::abs(other.position.y - centre->position.y) < (sizeOf(sizes, other.id).height + own.height) / 2;
    };
    // First away from what comes before it, then the rest out of its way.
    double left = wanted;
    for (const Node &other : network.nodes)
        if (other.id != node && network.reaches(other.id, node) && sameRow(other) && other.position.x <= wanted + own.width)
            left = std::max(left, other.position.x + (sizeOf(sizes, other.id).width + own.width) / 2 + gap);
    centre->position.x = std::round(left);
    const double right = centre->position.x + own.width / 2 + gap;
    double missing = 0;
    std::vector<Node *> after;
    for (Node &other : network.nodes) {
        if (other.id == node || !network.reaches(node, other.id))
            continue;
        after.push_back(&other);
        if (sameRow(other) && other.position.x >= wanted - own.width)
            missing = std::max(missing, right - (other.position.x - sizeOf(sizes, other.id).width / 2));
    }
    for (Node *other : after)
        if (other->position.x >= wanted - own.width)
            other->position.x += std::round(missing);
}

void makeRoomForFan(Network &network, const std::vector<NodeId> &neurons, const std::map<NodeId, CardSize> &sizes)
{
    double edge = -1e18;
    for (const NodeId &id : neurons)
        if (const Node *node = network.find(id))
            edge = std::max(edge, node->position.x + sizeOf(sizes, id).width / 2 + fanGap);
    double missing = 0;
    std::vector<NodeId> fed;
    for (Node &node : network.nodes) {
        const bool next = std::any_of(network.wires.begin(), network.wires.end(), [&](const Wire &wire) {
            return wire.to.node == node.id && std::find(neurons.begin(), neurons.end(), wire.from.node) != neurons.end();
        });
        const LayerKind *kind = findKind(node.kind);
        if (!next || (kind && kind->category == Category::Objective)) // a loss stands below what it judges
            continue;
        fed.push_back(node.id);
        missing = std::max(missing, edge - (node.position.x - sizeOf(sizes, node.id).width / 2));
    }
    for (Node &node : network.nodes)
        if (std::any_of(fed.begin(), fed.end(), [&](const NodeId &id) { return id == node.id || network.reaches(id, node.id); }))
            node.position.x += std::round(missing);
    for (const NodeId &id : fed)
        makeRoom(network, id, sizes);
}

Point freePlace(const Network &network, Point wanted, const std::map<NodeId, CardSize> &sizes, CardSize card)
{
    const auto taken = [&](const Node &node) {
        const CardSize size = sizeOf(sizes, node.id);
        return std::abs(node.position.x - wanted.x) < (size.width + card.width) / 2 && std::abs(node.position.y - wanted.y) < (size.height + card.height) / 2;
    };
    for (int tries = 0; tries < 200 && std::any_of(network.nodes.begin(), network.nodes.end(), taken); ++tries)
        wanted.y += 24;
    return {std::round(wanted.x), std::round(wanted.y)};
}

} // namespace zhibei
