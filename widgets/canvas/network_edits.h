#pragma once

#include "core/network/layout.h"
#include "core/network/network.h"

#include <QStringList>
#include <Qt>

namespace zhibei {

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };

/// Lines the nodes' cards up along an edge or a centre line of their common box.
void alignNodes(Network &network, const QStringList &ids, Alignment alignment, const std::map<NodeId, CardSize> &sizes);
/// Makes the gaps between the cards equal; the outermost two stay.
void distributeNodes(Network &network, const QStringList &ids, Qt::Orientation direction, const std::map<NodeId, CardSize> &sizes);
/// Adds `delta` neurons to a layer (an attribute "units", kept within its range), or to the unfolded neurons whose
/// group is `id`: a new one is wired like the last one.
void changeUnits(Network &network, const NodeId &id, int delta);
/// Moves `node` to the right of what comes before it, and what comes after it further right, until no card covers another.
void makeRoom(Network &network, const NodeId &node, const std::map<NodeId, CardSize> &sizes);
/// Moves what `neurons`, just unfolded, feed to the right, so that their wires have room to fan in.
void makeRoomForFan(Network &network, const std::vector<NodeId> &neurons, const std::map<NodeId, CardSize> &sizes);
/// A free place for a card near the wanted one.
Point freePlace(const Network &network, Point wanted, const std::map<NodeId, CardSize> &sizes, CardSize card = {});

} // namespace zhibei
