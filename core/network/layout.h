#pragma once

#include "core/network/diagnostics.h"

#include <map>

namespace zhibei {

/// The size of a node's card in pixels at 100 %.
struct CardSize {
    double width = 120, height = 100;
};

/// Neurons of one layer that stand above each other; more of them get further columns.
constexpr int64_t neuronsInAColumn = 16;

/// Room for the card of every node as a canvas draws it in any language, with the picture on its face: for a layout
/// without a canvas, which knows the true sizes.
std::map<NodeId, CardSize> usualSizes(const Network &network, const Analysis &analysis);

/// A tidy place for every node: data flow from left to right, one column per step of the longest way from an
/// input; wires cross little (barycentre sweeps); the neurons of one group stay together, in one column or a few side by side; loss
/// nodes stand below the node they judge; wires that carry targets do not count. No two cards overlap. The
/// middle of the network stays where it was.
std::map<NodeId, Point> tidyLayout(const Network &network, const std::map<NodeId, CardSize> &sizes);

} // namespace zhibei
