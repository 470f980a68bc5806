#include "core/network/folding.h"

#include "core/layers/layer_kind.h"
#include "core/network/layout.h"

#include <algorithm>
#include <set>

namespace zhibei {

namespace {

constexpr double neuronSpacing = 72;  // pixels between neighbours of a column
constexpr double columnSpacing = 112; // pixels between columns of a layer of many
constexpr double joinDistance = 120;  // pixels from the neurons to the node that joins them

/// Kinds whose input reads the values of all wires one after the other, so that n wires of one number are the
/// same as one wire of n numbers.
bool readsInSequence(const Network &network, const NodeId &id)
{
    const Node *node = network.find(id);
    return node && (node->kind == "concatenate" || node->kind == "neuron");
}

int64_t unitsOf(const Node &dense)
{
    const LayerKind *kind = findKind(dense.kind);
    return kind ? std::get<int64_t>(attributeValue(kind->attributes, dense.attributes, "units")) : 0;
}

/// The settings that `to` knows as well and that differ from its defaults.
std::optional<Attributes> translated(const Node &from, const LayerKind &to)
{
    const LayerKind *kind = findKind(from.kind);
    Attributes result;
    for (const AttributeSpec &spec : to.attributes) {
        if (!kind || !findAttribute(kind->attributes, spec.id))
            continue;
        const Value &value = attributeValue(kind->attributes, from.attributes, spec.id);
        if (!checkValue(spec, value).empty())
            return std::nullopt;
        if (value != spec.defaultValue)
            result[spec.id] = value;
    }
    return result;
}

bool isNeuron(const Network &network, const NodeId &id)
{
    const Node *node = network.find(id);
    return node && node->kind == "neuron";
}

/// The output ports that together carry what `wire` carries, one number each where the drawing can show it.
std::vector<PortRef> spread(const Network &network, const Wire &wire, const std::map<PortRef, ValueType> &types)
{
    const Node *source = network.find(wire.from.node);
    if (source && source->kind == "concatenate") {
        std::vector<PortRef> parts;
        for (const Wire &in : network.wiresInto(source->id))
            parts.push_back(in.from);
        const bool neurons = std::all_of(parts.begin(), parts.end(), [&](const PortRef &p) { return isNeuron(network, p.node); });
        if (!parts.empty() && neurons)
            return parts;
    }
    const auto type = types.find(wire.from);
    if (source && source->kind == "input" && wire.from.port == 0 && type != types.end() && type->second.shape.rank() == 1
        && type->second.shape.count() <= featurePortLimit) {
        std::vector<PortRef> features;
        for (int i = 0; i < static_cast<int>(type->second.shape.count()); ++i)
            features.push_back({source->id, firstFeaturePort + i});
        return features;
    }
    return {wire.from};
}

void replaceWire(Network &network, const Wire &old, const std::vector<Wire> &by)
{
    const auto place = std::find(network.wires.begin(), network.wires.end(), old);
    if (place == network.wires.end())
        return;
    const auto at = network.wires.erase(place);
    network.wires.insert(at, by.begin(), by.end());
}

void removeIfUnused(Network &network, const NodeId &id)
{
    const Node *node = network.find(id);
    if (node && node->kind == "concatenate" && network.wiresFrom(id).empty())
        network.removeNode(id);
}

std::vector<NodeId> addNeurons(Network &network, const Node &dense, const Attributes &attributes, int64_t units)
{
    std::vector<NodeId> made;
    size_t place = static_cast<size_t>(network.find(dense.id) - network.nodes.data());
    const int64_t columns = (units + neuronsInAColumn - 1) / neuronsInAColumn, rows = (units + columns - 1) / columns;
    for (int64_t i = 0; i < units; ++i) {
        Node neuron;
        neuron.id = network.freeId("neuron");
        neuron.kind = "neuron";
        neuron.attributes = attributes;
        neuron.group = dense.id;
        neuron.position = {dense.position.x + static_cast<double>(i / rows) * columnSpacing,
                           dense.position.y + (static_cast<double>(i % rows) - static_cast<double>(rows - 1) / 2) * neuronSpacing};
        made.push_back(neuron.id);
        network.nodes.insert(network.nodes.begin() + static_cast<std::ptrdiff_t>(place++), neuron);
    }
    return made;
}

std::vector<Wire> wiresFromEach(const std::vector<NodeId> &nodes, const PortRef &to)
{
    std::vector<Wire> wires;
    for (const NodeId &id : nodes)
        wires.push_back({{id, 0}, to});
    return wires;
}

void feedConsumers(Network &network, const Node &dense, const std::vector<NodeId> &neurons)
{
    NodeId join;
    for (const Wire &wire : network.wiresFrom(dense.id)) {
        if (neurons.size() == 1 || readsInSequence(network, wire.to.node)) {
            replaceWire(network, wire, wiresFromEach(neurons, wire.to));
            continue;
        }
        if (join.empty()) {
            join = network.addNode("concatenate", {}, {dense.position.x + joinDistance, dense.position.y});
            for (const Wire &in : wiresFromEach(neurons, {join, 0}))
                network.wires.push_back(in);
        }
        replaceWire(network, wire, {Wire{{join, 0}, wire.to}});
    }
}

/// Where the neurons' sources agree, the ports they read in order.
std::vector<PortRef> sourcesOf(const Network &network, const NodeId &neuron)
{
    std::vector<PortRef> sources;
    for (const Wire &wire : network.wiresInto(neuron))
        sources.push_back(wire.from);
    return sources;
}

/// The one port that carries all of `sources`, making a `concatenate` where there is none yet.
std::optional<PortRef> gather(Network &network, const std::vector<PortRef> &sources, Point position,
                              const std::map<PortRef, ValueType> &types)
{
    if (sources.empty())
        return std::nullopt;
    if (sources.size() == 1 && sources[0].port < firstFeaturePort)
        return sources[0];
    const auto all = types.find({sources[0].node, 0});
    bool features = all != types.end() && all->second.shape.rank() == 1
                    && all->second.shape.count() == static_cast<int64_t>(sources.size());
    for (size_t i = 0; i < sources.size(); ++i)
        features = features && sources[i] == PortRef{sources[0].node, firstFeaturePort + static_cast<int>(i)};
    if (features)
        return PortRef{sources[0].node, 0};
    if (sources.size() == 1)
        return sources[0];
    for (const Node &node : network.nodes)
        if (node.kind == "concatenate" && sourcesOf(network, node.id) == sources)
            return PortRef{node.id, 0};
    const NodeId join = network.addNode("concatenate", {}, {position.x - joinDistance, position.y});
    for (const PortRef &source : sources)
        network.connect(source, {join, 0});
    return PortRef{join, 0};
}

/// The places in `wires` (indices) where all neurons arrive at `to` one after the other; empty if they do not.
std::vector<size_t> runInto(const Network &network, const PortRef &to, const std::vector<NodeId> &neurons)
{
    std::vector<size_t> indices, run;
    for (size_t i = 0; i < network.wires.size(); ++i)
        if (network.wires[i].to == to)
            indices.push_back(i);
    const auto isFirst = [&](size_t i) { return network.wires[i].from.node == neurons.front(); };
    const auto start = std::find_if(indices.begin(), indices.end(), isFirst);
    if (indices.end() - start < static_cast<std::ptrdiff_t>(neurons.size()))
        return {};
    for (size_t k = 0; k < neurons.size(); ++k) {
        const size_t i = *(start + static_cast<std::ptrdiff_t>(k));
        if (network.wires[i].from.node != neurons[k])
            return {};
        run.push_back(i);
    }
    return run;
}

std::set<PortRef> consumersOf(const Network &network, const std::vector<NodeId> &neurons)
{
    std::set<PortRef> consumers;
    for (const NodeId &id : neurons)
        for (const Wire &wire : network.wiresFrom(id))
            consumers.insert(wire.to);
    return consumers;
}

void joinConsumer(Network &network, const PortRef &to, const std::vector<NodeId> &neurons, const NodeId &dense)
{
    const std::vector<size_t> run = runInto(network, to, neurons);
    const bool onlyThese = run.size() == network.wiresInto(to).size();
    network.wires[run.front()].from = {dense, 0};
    for (size_t k = run.size(); k-- > 1;)
        network.wires.erase(network.wires.begin() + static_cast<std::ptrdiff_t>(run[k]));
    const Node *node = network.find(to.node);
    if (!onlyThese || node->kind != "concatenate")
        return;
    for (const Wire &wire : network.wiresFrom(to.node))
        replaceWire(network, wire, {Wire{{dense, 0}, wire.to}});
    network.removeNode(NodeId(to.node));
}

Text foldingMistake(const Network &network, const std::vector<NodeId> &neurons)
{
    if (neurons.empty())
        return {ZB_TEXT("Select the neurons to fold into a layer."), {}};
    const Node *first = network.find(neurons.front());
    for (const NodeId &id : neurons) {
        const Node *node = network.find(id);
        if (!node || node->kind != "neuron")
            return {ZB_TEXT("Only neurons can be folded into a layer: leave the other nodes out of the selection."), {}};
        if (node->attributes != first->attributes)
            return {ZB_TEXT("%1 and %2 have different settings: make them equal first."), {first->id, id}};
        if (sourcesOf(network, id) != sourcesOf(network, first->id))
            return {ZB_TEXT("%1 and %2 read different values: wire them alike first."), {first->id, id}};
    }
    for (const PortRef &to : consumersOf(network, neurons))
        if (runInto(network, to, neurons).empty())
            return {ZB_TEXT("%1 does not read all of these neurons in order: wire it to each of them first."), {to.node}};
    return {};
}

std::vector<NodeId> inNetworkOrder(const Network &network, const std::vector<NodeId> &ids)
{
    std::vector<NodeId> ordered;
    for (const Node &node : network.nodes)
        if (std::find(ids.begin(), ids.end(), node.id) != ids.end())
            ordered.push_back(node.id);
    return ordered;
}

} // namespace

FoldingResult unfoldDense(Network &network, const NodeId &id, const std::map<PortRef, ValueType> &types)
{
    const Node *found = network.find(id);
    const LayerKind *neuronKind = findKind("neuron");
    if (!found || found->kind != "dense" || !neuronKind)
        return {{}, {ZB_TEXT("Only a dense layer can be unfolded into neurons."), {}}};
    const Node dense = *found;
    const int64_t units = unitsOf(dense);
    if (units > unfoldLimit)
        return {{}, {ZB_TEXT("%1 neurons are too many to draw one by one: %2 at most. Give the layer fewer neurons first, or read its weights in the panel on the right."),
                     {std::to_string(units), std::to_string(unfoldLimit)}}};
    const std::optional<Attributes> attributes = translated(dense, *neuronKind);
    if (!attributes)
        return {{}, {ZB_TEXT("This activation needs all neurons together: choose another one before unfolding."), {}}};

    const std::vector<Wire> into = network.wiresInto(id);
    const std::vector<NodeId> neurons = addNeurons(network, dense, *attributes, units);
    for (const Wire &wire : into)
        for (const PortRef &part : spread(network, wire, types))
            for (const NodeId &neuron : neurons)
                network.wires.push_back({part, {neuron, 0}});
    feedConsumers(network, dense, neurons);
    network.removeNode(id);
    for (const Wire &wire : into)
        removeIfUnused(network, wire.from.node);
    return {neurons, {}};
}

FoldingResult foldNeurons(Network &network, const std::vector<NodeId> &ids, const std::map<PortRef, ValueType> &types)
{
    const std::vector<NodeId> neurons = inNetworkOrder(network, ids);
    if (const Text mistake = foldingMistake(network, neurons); !mistake.empty())
        return {{}, mistake};
    const Node first = *network.find(neurons.front());
    Node dense;
    dense.kind = "dense";
    dense.id = !first.group.empty() && !network.find(first.group) ? first.group : network.freeId("dense");
    if (const LayerKind *kind = findKind("dense"))
        dense.attributes = translated(first, *kind).value_or(Attributes{});
    dense.attributes["units"] = static_cast<int64_t>(neurons.size());
    for (const NodeId &id : neurons) {
        dense.position.x += network.find(id)->position.x / static_cast<double>(neurons.size());
        dense.position.y += network.find(id)->position.y / static_cast<double>(neurons.size());
    }
    const std::vector<PortRef> sources = sourcesOf(network, first.id);
    const auto place = network.find(first.id) - network.nodes.data();
    network.nodes.insert(network.nodes.begin() + place, dense);
    if (const auto source = gather(network, sources, dense.position, types))
        network.wires.push_back({*source, {dense.id, 0}});
    for (const PortRef &to : consumersOf(network, neurons))
        joinConsumer(network, to, neurons, dense.id);
    for (const NodeId &id : neurons)
        network.removeNode(id);
    return {{dense.id}, {}};
}

} // namespace zhibei
