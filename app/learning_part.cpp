#include "app/learning_part.h"

#include "core/layers/layer_kind.h"

#include <set>

namespace zhibei {

namespace {

/// The objectives and all that data pass through on their way to one.
std::set<NodeId> neededNodes(const Network &network)
{
    std::set<NodeId> needed;
    std::vector<NodeId> open;
    for (const Node &node : network.nodes) {
        const LayerKind *kind = findKind(node.kind);
        if (!kind || kind->category == Category::Objective)
            open.push_back(node.id);
    }
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        if (!needed.insert(id).second)
            continue;
        for (const Wire &wire : network.wiresInto(id))
            open.push_back(wire.from.node);
    }
    return needed;
}

} // namespace

Network learningPart(const Network &network, const DataType &data)
{
    Network part = network;
    const std::set<NodeId> needed = neededNodes(network);
    // What hangs on a node that was left out has nothing arriving any more: it goes in the next round.
    for (bool changed = true; changed;) {
        changed = false;
        for (const Diagnostic &diagnostic : analyse(part, data).diagnostics) {
            if (!diagnostic.blocks || needed.contains(diagnostic.node) || !part.find(diagnostic.node))
                continue;
            part.removeNode(diagnostic.node);
            changed = true;
        }
    }
    return part;
}

} // namespace zhibei
