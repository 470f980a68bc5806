#pragma once

#include "core/network/network.h"

#include <map>

namespace zhibei {

/// The size of a node's card in pixels at 100 %.
struct CardSize {
    double width = 120, height = 100;
};

/// A tidy place for every node: data flow from left to right, one column per step of the longest way from an
/// input; wires cross little (barycentre sweeps); the neurons of one group stay together in their column; loss
/// nodes stand below the node they judge; wires that carry targets do not count. No two cards overlap. The
/// middle of the network stays where it was.
std::map<NodeId, Point> tidyLayout(const Network &network, const std::map<NodeId, CardSize> &sizes);

} // namespace zhibei
