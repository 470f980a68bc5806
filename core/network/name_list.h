#pragma once

#include "core/network/network.h"

#include <map>

namespace zhibei {

/// Settings that name other nodes: `share` and `joins` one, `trains` a list as typed ("g*, dense1").

/// The names of a list, without commas and spaces.
std::vector<std::string> namesIn(const std::string &list);
/// Whether a name of a list means a node; g* means every name that begins with g.
bool means(const std::string &name, const NodeId &node);
/// Whether a list means a node; an empty list means all.
bool listMeans(const std::string &list, const NodeId &node);
/// Follows nodes that were given other names. What is meant by g* stays.
void renameIn(Attributes &attributes, const std::map<NodeId, NodeId> &renamed);

} // namespace zhibei
