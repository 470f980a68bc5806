#pragma once

#include "core/network/network.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QMimeData;

namespace zhibei {

/// MIME type of nodes and wires on the clipboard: project.json that holds only a network.
inline constexpr char networkMimeType[] = "application/x-zhibei-network;version=1";
/// MIME type of what the palette drags: a kind's id, or "data:" and a data source's id.
inline constexpr char nodeMimeType[] = "application/x-zhibei-node;version=1";

/// The nodes, the wires between them and the notes with these ids, as a network of its own.
Network extract(const Network &network, const QStringList &ids);
/// New for the caller, who hands it to the clipboard.
QMimeData *toMimeData(const Network &part);
/// Nothing if there is no network in it or it cannot be read.
std::optional<Network> fromMimeData(const QMimeData *data);
/// Adds `part` with fresh ids, moved by `offset`; returns the new nodes' and notes' ids.
QStringList merge(Network &network, const Network &part, Point offset);
/// A free id for a note ("note1").
std::string freeNoteId(const Network &network);
/// Gives a node another id everywhere; false if it is taken, empty, or has characters files and weights cannot hold.
bool changeNodeId(Network &network, const NodeId &from, const NodeId &to);

} // namespace zhibei
