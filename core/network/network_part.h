#pragma once

#include "core/network/network.h"

#include <set>

namespace zhibei {

/// Some nodes and wires of a network: what a view wants to show in the light.
struct NetworkPart {
    std::set<NodeId> nodes;
    std::set<Wire> wires;
    bool backwards = false; ///< what it shows goes against the wires

    bool empty() const { return nodes.empty() && wires.empty(); }
    bool operator==(const NetworkPart &) const = default;
};

} // namespace zhibei
