#pragma once

#include "core/layers/layer_kind.h"
#include "widgets/inspectors/attribute_editor.h"

namespace zhibei {

/// Sets one of `attributes`; the default is kept as absence, as in files.
void putSetting(Attributes &attributes, const std::vector<AttributeSpec> &schema, const std::string &id, const Value &value);

/// The settings of a kind in sections: a loss node's are the loss itself, its optimizer and its penalties.
std::vector<AttributeSection> attributeSections(const LayerKind &kind);

/// Whether nodes of this kind are objectives with an optimizer.
bool isObjective(const LayerKind &kind);
/// The first loss node; null if there is none.
const Node *firstObjective(const Network &network);

/// Renames a node everywhere in the network. An empty text means it was done; else why not and what to do.
Text renameNode(Network &network, const NodeId &from, const NodeId &to);

} // namespace zhibei
