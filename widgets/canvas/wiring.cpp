#include "widgets/canvas/wiring.h"

#include <algorithm>

namespace zhibei {

namespace {

const LayerKind *kindOf(const Network &network, const NodeId &id)
{
    const Node *node = network.find(id);
    return node ? findKind(node->kind) : nullptr;
}

bool targetAt(const std::vector<PortSpec> &ports, int port)
{
    return port >= 0 && port < static_cast<int>(ports.size()) && ports[static_cast<size_t>(port)].target;
}

int firstDataPort(const std::vector<PortSpec> &ports)
{
    const auto found = std::find_if(ports.begin(), ports.end(), [](const PortSpec &spec) { return !spec.target; });
    return found == ports.end() ? -1 : static_cast<int>(found - ports.begin());
}

} // namespace

int mainInput(const LayerKind &kind) { return firstDataPort(kind.inputs); }
int mainOutput(const LayerKind &kind) { return firstDataPort(kind.outputs); }

bool isTargetInput(const Network &network, const PortRef &port)
{
    const LayerKind *kind = kindOf(network, port.node);
    return kind && targetAt(kind->inputs, port.port);
}

bool isTargetOutput(const Network &network, const PortRef &port)
{
    const LayerKind *kind = kindOf(network, port.node);
    return kind && targetAt(kind->outputs, port.port);
}

NodeId addWithTarget(Network &network, const LayerKind &kind, Point position)
{
    const NodeId id = network.addNode(kind.id, {}, position);
    for (int port = 0; port < static_cast<int>(kind.inputs.size()); ++port) {
        if (!kind.inputs[static_cast<size_t>(port)].target)
            continue;
        for (const Node &source : network.nodes) {
            const LayerKind *sourceKind = findKind(source.kind);
            const int outputs = sourceKind ? static_cast<int>(sourceKind->outputs.size()) : 0;
            for (int out = 0; out < outputs; ++out)
                if (targetAt(sourceKind->outputs, out)) {
                    network.connect({source.id, out}, {id, port});
                    return id;
                }
        }
    }
    return id;
}

NodeId addAfter(Network &network, const LayerKind &kind, const PortRef &output, Point position)
{
    const NodeId id = addWithTarget(network, kind, position);
    int port = mainInput(kind);
    if (isTargetOutput(network, output))
        for (int i = 0; i < static_cast<int>(kind.inputs.size()); ++i)
            if (targetAt(kind.inputs, i))
                port = i;
    if (port >= 0)
        network.connect(output, {id, port});
    return id;
}

NodeId addBefore(Network &network, const LayerKind &kind, const PortRef &input, Point position)
{
    const std::vector<Wire> old = network.wiresInto(input);
    const NodeId id = addWithTarget(network, kind, position);
    const LayerKind *sink = kindOf(network, input.node);
    const bool single = sink && input.port < static_cast<int>(sink->inputs.size())
                        && !sink->inputs[static_cast<size_t>(input.port)].variadic;
    if (single && !old.empty() && mainInput(kind) >= 0)
        network.connect(old.front().from, {id, mainInput(kind)});
    int port = mainOutput(kind);
    if (isTargetInput(network, input))
        for (int i = 0; i < static_cast<int>(kind.outputs.size()); ++i)
            if (targetAt(kind.outputs, i))
                port = i;
    if (port >= 0)
        network.connect({id, port}, input);
    return id;
}

NodeId insertOn(Network &network, const LayerKind &kind, const Wire &wire, Point position)
{
    const NodeId id = addWithTarget(network, kind, position);
    network.connect(wire.from, {id, mainInput(kind)});
    // The new wire takes the old one's place, so that the order at a variadic port stays.
    const auto old = std::find(network.wires.begin(), network.wires.end(), wire);
    if (old != network.wires.end())
        old->from = {id, mainOutput(kind)};
    return id;
}

Wiring::Wiring(const Network &network, const DataType &data) : m_network(network), m_data(data), m_analysis(analyse(network, data)) {}

/// The blocking diagnostic that the trial has at the node and the network has not.
Text Wiring::newTrouble(const Network &trial, const NodeId &node) const
{
    const Analysis analysis = analyse(trial, m_data);
    for (const Diagnostic &diagnostic : analysis.diagnostics) {
        const auto &old = m_analysis.diagnostics;
        if (diagnostic.node == node && diagnostic.blocks && std::find(old.begin(), old.end(), diagnostic) == old.end())
            return diagnostic.text;
    }
    return {};
}

WireAnswer Wiring::judge(const PortRef &from, const PortRef &to, const Wire *instead) const
{
    if (from.node == to.node)
        return {false, {ZB_TEXT("A node cannot feed itself."), {}}};
    const LayerKind *sink = kindOf(m_network, to.node);
    if (!sink || to.port >= static_cast<int>(sink->inputs.size()))
        return {false, {ZB_TEXT("Nothing can be wired here."), {}}};
    Network trial = m_network;
    if (instead)
        trial.disconnect(*instead);
    if (trial.reaches(to.node, from.node))
        return {true, {ZB_TEXT("This would close a circle: data must flow forward."), {}}};
    if (isTargetOutput(m_network, from) && !isTargetInput(m_network, to))
        return {true, {ZB_TEXT("The right answer belongs at the target of a loss."), {}}};
    trial.connect(from, to);
    return {true, newTrouble(trial, to.node)};
}

std::vector<const LayerKind *> Wiring::kindsAfter(const PortRef &output) const
{
    std::vector<const LayerKind *> fitting;
    for (const LayerKind *kind : layerKinds()) {
        if (mainInput(*kind) < 0)
            continue;
        if (isTargetOutput(m_network, output)) {
            if (std::any_of(kind->inputs.begin(), kind->inputs.end(), [](const PortSpec &spec) { return spec.target; }))
                fitting.push_back(kind);
            continue;
        }
        Network trial = m_network;
        const NodeId id = addAfter(trial, *kind, output, {});
        if (newTrouble(trial, id).empty())
            fitting.push_back(kind);
    }
    return fitting;
}

std::vector<const LayerKind *> Wiring::kindsBefore(const PortRef &input) const
{
    std::vector<const LayerKind *> fitting;
    for (const LayerKind *kind : layerKinds()) {
        if (isTargetInput(m_network, input)) {
            if (std::any_of(kind->outputs.begin(), kind->outputs.end(), [](const PortSpec &spec) { return spec.target; }))
                fitting.push_back(kind);
            continue;
        }
        if (mainOutput(*kind) < 0)
            continue;
        Network trial = m_network;
        const NodeId id = addBefore(trial, *kind, input, {});
        const bool fed = kind->inputs.empty() || !trial.wiresInto(id).empty();
        if (newTrouble(trial, input.node).empty() && (!fed || newTrouble(trial, id).empty()))
            fitting.push_back(kind);
    }
    return fitting;
}

WireAnswer Wiring::judgeInsertion(const LayerKind &kind, const Wire &wire) const
{
    if (mainInput(kind) < 0 || mainOutput(kind) < 0 || isTargetInput(m_network, wire.to) || isTargetOutput(m_network, wire.from))
        return {false, {}};
    Network trial = m_network;
    const NodeId id = insertOn(trial, kind, wire, {});
    const Text own = newTrouble(trial, id);
    return {true, own.empty() ? newTrouble(trial, wire.to.node) : own};
}

} // namespace zhibei
