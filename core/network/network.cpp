#include "core/network/network.h"

#include "core/layers/layer_kind.h"

#include <algorithm>
#include <utility>
#include <set>

namespace zhibei {

const Node *Network::find(const NodeId &id) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node &node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

Node *Network::find(const NodeId &id)
{
    return const_cast<Node *>(std::as_const(*this).find(id));
}

NodeId Network::freeId(const std::string &stem) const
{
    std::set<NodeId> taken;
    for (const Node &node : nodes)
        taken.insert(node.id);
    for (int i = 1;; ++i)
        if (NodeId id = stem + std::to_string(i); !taken.contains(id))
            return id;
}

NodeId Network::addNode(const std::string &kind, Attributes attributes, Point position)
{
    nodes.push_back({freeId(kind), kind, std::move(attributes), position, {}});
    return nodes.back().id;
}

void Network::removeNode(const NodeId &id)
{
    std::erase_if(wires, [&](const Wire &wire) { return wire.from.node == id || wire.to.node == id; });
    std::erase_if(nodes, [&](const Node &node) { return node.id == id; });
}

void Network::connect(const PortRef &from, const PortRef &to)
{
    const Wire wire{from, to};
    if (std::find(wires.begin(), wires.end(), wire) != wires.end())
        return;
    const Node *node = find(to.node);
    const LayerKind *kind = node ? findKind(node->kind) : nullptr;
    const auto port = static_cast<size_t>(to.port);
    const bool variadic = kind && port < kind->inputs.size() && kind->inputs[port].variadic;
    if (!variadic)
        std::erase_if(wires, [&](const Wire &other) { return other.to == to; });
    wires.push_back(wire);
}

void Network::disconnect(const Wire &wire)
{
    std::erase(wires, wire);
}

std::vector<Wire> Network::wiresInto(const NodeId &id) const
{
    std::vector<Wire> found;
    std::copy_if(wires.begin(), wires.end(), std::back_inserter(found), [&](const Wire &w) { return w.to.node == id; });
    return found;
}

std::vector<Wire> Network::wiresInto(const PortRef &port) const
{
    std::vector<Wire> found;
    std::copy_if(wires.begin(), wires.end(), std::back_inserter(found), [&](const Wire &w) { return w.to == port; });
    return found;
}

std::vector<Wire> Network::wiresFrom(const NodeId &id) const
{
    std::vector<Wire> found;
    std::copy_if(wires.begin(), wires.end(), std::back_inserter(found), [&](const Wire &w) { return w.from.node == id; });
    return found;
}

bool Network::reaches(const NodeId &from, const NodeId &to) const
{
    std::set<NodeId> seen;
    std::vector<NodeId> open{from};
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        if (id == to)
            return true;
        if (!seen.insert(id).second)
            continue;
        for (const Wire &wire : wires)
            if (wire.from.node == id)
                open.push_back(wire.to.node);
    }
    return false;
}

std::vector<NodeId> Network::sorted() const
{
    // Kahn's algorithm; among nodes that are ready, the order of `nodes` decides, so that the result is stable.
    std::map<NodeId, size_t> place;
    for (size_t i = 0; i < nodes.size(); ++i)
        place[nodes[i].id] = i;
    std::vector<int> waiting(nodes.size(), 0);
    std::vector<std::vector<size_t>> next(nodes.size());
    for (const Wire &wire : wires) {
        const auto from = place.find(wire.from.node), to = place.find(wire.to.node);
        if (from == place.end() || to == place.end())
            continue;
        next[from->second].push_back(to->second);
        ++waiting[to->second];
    }
    std::set<size_t> ready;
    for (size_t i = 0; i < nodes.size(); ++i)
        if (waiting[i] == 0)
            ready.insert(i);
    std::vector<NodeId> order;
    while (!ready.empty()) {
        const size_t i = *ready.begin();
        ready.erase(ready.begin());
        order.push_back(nodes[i].id);
        for (size_t j : next[i])
            if (--waiting[j] == 0)
                ready.insert(j);
    }
    return order;
}

} // namespace zhibei
