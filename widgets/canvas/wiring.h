#pragma once

#include "core/layers/layer_kind.h"
#include "core/text.h"

#include <vector>

namespace zhibei {

/// What would come of a wire, found by analysing a trial copy of the network.
struct WireAnswer {
    bool possible = false; ///< the canvas would draw it
    Text trouble;          ///< why not, or what would then be wrong; empty: it fits
    bool fits() const { return possible && trouble.empty(); }
};

/// Judges wires before they are drawn. Holds references: make one for a gesture and let it go.
class Wiring {
public:
    Wiring(const Network &network, const DataType &data);

    /// `instead`: a wire that the new one would replace (its end is being moved).
    WireAnswer judge(const PortRef &from, const PortRef &to, const Wire *instead = nullptr) const;
    /// Kinds that could follow the output port, or that could feed the input port, in palette order.
    std::vector<const LayerKind *> kindsAfter(const PortRef &output) const;
    std::vector<const LayerKind *> kindsBefore(const PortRef &input) const;
    /// Whether a node of the kind could stand in the middle of the wire.
    WireAnswer judgeInsertion(const LayerKind &kind, const Wire &wire) const;

private:
    Text newTrouble(const Network &trial, const NodeId &node) const;

    const Network &m_network;
    const DataType &m_data;
    Analysis m_analysis;
};

/// The port that a wire of data goes to or comes from first; -1 where the kind has none.
int mainInput(const LayerKind &kind);
int mainOutput(const LayerKind &kind);
bool isTargetInput(const Network &network, const PortRef &port);
bool isTargetOutput(const Network &network, const PortRef &port);

/// Adds a node and, where it wants the right answer, the wire that brings it from the data.
NodeId addWithTarget(Network &network, const LayerKind &kind, Point position);
/// Adds a node after an output port, or before an input port (taking over the wire that went there).
NodeId addAfter(Network &network, const LayerKind &kind, const PortRef &output, Point position);
NodeId addBefore(Network &network, const LayerKind &kind, const PortRef &input, Point position);
/// Puts a node in the middle of a wire.
NodeId insertOn(Network &network, const LayerKind &kind, const Wire &wire, Point position);

} // namespace zhibei
