#include "core/layers/layer_kind.h"
#include "core/network/diagnostics.h"
#include "core/network/name_list.h"

#include <algorithm>
#include <set>

namespace zhibei {

namespace {

/// Reads one network: walks it in order and infers type after type.
class Reader {
public:
    Reader(const Network &network, const DataType &data) : m_network(network), m_data(data) {}

    Analysis read()
    {
        m_result.order = m_network.sorted();
        tellCycles();
        for (const NodeId &id : m_result.order)
            readNode(*m_network.find(id));
        tellSharing();
        for (const Node &node : m_network.nodes)
            tellTurn(node);
        tellMissingParts();
        return std::move(m_result);
    }

private:
    void tell(const NodeId &node, Text text, bool blocks = true) { m_result.diagnostics.push_back({node, std::move(text), blocks}); }

    /// The layer whose size is what arrives at the node, set so that `wanted` numbers do.
    std::optional<Repair> resized(const NodeId &node, int64_t wanted) const
    {
        for (std::vector<Wire> wires = m_network.wiresInto(PortRef{node, 0}); wanted > 0 && wires.size() == 1;) {
            const Node *source = m_network.find(wires[0].from.node);
            const LayerKind *kind = source ? findKind(source->kind) : nullptr;
            if (!kind)
                break;
            if (findAttribute(kind->attributes, "units"))
                return Repair{source->id, "units", wanted};
            if (kind->inputs.size() != 1 || kind->outputs.size() != 1)
                break;
            const ValueType *out = m_result.type(wires[0].from);
            wires = m_network.wiresInto(PortRef{source->id, 0});
            const ValueType *in = wires.size() == 1 ? m_result.type(wires[0].from) : nullptr;
            if (!in || !out || in->shape != out->shape) // only what passes every number on
                break;
        }
        return {};
    }

    void tellCycles()
    {
        const std::set<NodeId> sorted(m_result.order.begin(), m_result.order.end());
        for (const Node &node : m_network.nodes) {
            if (sorted.contains(node.id))
                continue;
            for (const Wire &wire : m_network.wiresFrom(node.id))
                if (m_network.reaches(wire.to.node, node.id)) {
                    tell(node.id, {ZB_TEXT("These wires run in a circle, so nothing can be computed first. Remove one of them."), {}});
                    break;
                }
        }
    }

    void readNode(const Node &node)
    {
        const LayerKind *kind = findKind(node.kind);
        if (!kind)
            return tell(node.id, {ZB_TEXT("This version does not know the kind “%1”. Remove the node, or open the file with a newer version."), {node.kind}});
        std::vector<ValueType> inputs;
        if (!collect(node, *kind, inputs))
            return;
        for (const AttributeSpec &spec : kind->attributes)
            if (Text mistake = checkValue(spec, attributeValue(kind->attributes, node.attributes, spec.id)); !mistake.empty())
                return tell(node.id, mistake);
        ShapeAnswer answer = kind->inferShape({node, *kind, inputs, m_data});
        if (!answer.mistake.empty()) {
            m_result.diagnostics.push_back({node.id, answer.mistake, true, resized(node.id, answer.wanted)});
            return;
        }
        for (size_t port = 0; port < answer.outputs.size(); ++port)
            m_result.types[{node.id, static_cast<int>(port)}] = answer.outputs[port];
    }

    /// The types at the wires, port by port; false if one is missing or not known.
    bool collect(const Node &node, const LayerKind &kind, std::vector<ValueType> &inputs)
    {
        bool known = true;
        for (size_t port = 0; port < kind.inputs.size(); ++port) {
            const std::vector<Wire> wires = m_network.wiresInto(PortRef{node.id, static_cast<int>(port)});
            if (wires.empty() && kind.inputs[port].optional) {
                inputs.emplace_back();
            } else if (wires.empty()) {
                const char *what = kind.inputs[port].target ? ZB_TEXT("The right answer is missing. Drag a wire here from the lower port of the data.")
                                                            : ZB_TEXT("Nothing arrives here. Drag a wire from another node to the port on the left.");
                tell(node.id, {what, {}});
                known = false;
            }
            for (const Wire &wire : wires)
                known = take(node, kind, kind.inputs[port], wire, inputs) && known;
        }
        return known;
    }

    bool take(const Node &node, const LayerKind &kind, const PortSpec &port, const Wire &wire, std::vector<ValueType> &inputs)
    {
        const ValueType *type = m_result.type(wire.from);
        if (!type) {
            const Node *source = m_network.find(wire.from.node);
            if (source && m_result.diagnostics.empty())
                tell(node.id, {ZB_TEXT("The port this wire came from is gone. Remove the wire."), {}});
            return false;
        }
        if (isTarget(wire.from) && !port.target) {
            tell(node.id, {ZB_TEXT("The right answer may only go to a loss, else the network would simply copy it. Remove this wire."), {}});
            return false;
        }
        if (type->classes && !port.target && !kind.takesIndices) {
            tell(node.id, {ZB_TEXT("Numbers of characters or classes arrive, which are names and not quantities. Put an Embedding or a One-hot layer in between."), {}});
            return false;
        }
        inputs.push_back(*type);
        return true;
    }

    bool isTarget(const PortRef &output) const
    {
        const Node *source = m_network.find(output.node);
        const LayerKind *kind = source ? findKind(source->kind) : nullptr;
        return kind && size_t(output.port) < kind->outputs.size() && kind->outputs[size_t(output.port)].target;
    }

    /// A node that uses another's weights must be its twin.
    void tellSharing()
    {
        for (const Node &node : m_network.nodes) {
            const auto share = node.attributes.find("share");
            const std::string *name = share == node.attributes.end() ? nullptr : std::get_if<std::string>(&share->second);
            if (!name || name->empty())
                continue;
            const Node *owner = m_network.find(*name);
            if (!owner || owner == &node || owner->kind != node.kind)
                tell(node.id, {ZB_TEXT("It should share the weights of “%1”, but there is no such layer of the same kind. Choose another, or none."), {*name}});
            else if (ownSettings(*owner) != ownSettings(node) || inputShapes(*owner) != inputShapes(node))
                tell(node.id, {ZB_TEXT("It shares the weights of %1, so both need the same settings and the same input."), {*name}});
        }
    }

    static Attributes ownSettings(const Node &node)
    {
        Attributes settings = node.attributes;
        for (const char *id : {"share", "frozen", "init", "activation"})
            settings.erase(id);
        return settings;
    }

    std::vector<Shape> inputShapes(const Node &node) const
    {
        std::vector<Shape> shapes;
        for (const Wire &wire : m_network.wiresInto(node.id))
            if (const ValueType *type = m_result.type(wire.from))
                shapes.push_back(type->shape);
        return shapes;
    }

    /// A text setting of a node; empty where its kind has none of that name.
    static std::string words(const Node &node, const char *id)
    {
        const LayerKind *kind = findKind(node.kind);
        return kind && findAttribute(kind->attributes, id) ? std::get<std::string>(attributeValue(kind->attributes, node.attributes, id)) : std::string();
    }

    /// The loss that a loss joins has a turn of its own, and the layers that it trains are there.
    void tellTurn(const Node &node)
    {
        if (const std::string joins = words(node, "joins"); !joins.empty()) {
            const Node *other = m_network.find(joins);
            const LayerKind *kind = other && other->id != node.id ? findKind(other->kind) : nullptr;
            if (!kind || !findAttribute(kind->attributes, "joins"))
                tell(node.id, {ZB_TEXT("It should join the loss “%1”, but there is no other loss of that name, so nothing would learn from it. Give the name of another loss under Joins, or clear it."), {joins}});
            else if (!words(*other, "joins").empty())
                tell(node.id, {ZB_TEXT("It joins %1, which itself joins %2. Let both join %2."), {joins, words(*other, "joins")}});
        }
        for (const std::string &name : namesIn(words(node, "trains")))
            if (std::none_of(m_network.nodes.begin(), m_network.nodes.end(), [&](const Node &other) { return means(name, other.id); }))
                tell(node.id, {ZB_TEXT("It should train “%1”, but no layer has such a name. Correct it under Trains, or clear it to train all layers."), {name}});
    }

    void tellMissingParts()
    {
        const auto has = [&](Category category) {
            return std::any_of(m_network.nodes.begin(), m_network.nodes.end(), [&](const Node &node) {
                const LayerKind *kind = findKind(node.kind);
                return kind && kind->category == category;
            });
        };
        if (!has(Category::Data))
            tell({}, {ZB_TEXT("There are no data yet. Drag a data set onto the canvas."), {}});
        else if (!has(Category::Objective))
            tell({}, {ZB_TEXT("There is nothing to learn yet. Drag a loss onto the canvas and wire the last layer to it."), {}});
    }

    const Network &m_network;
    const DataType &m_data;
    Analysis m_result;
};

} // namespace

bool Analysis::trainable() const
{
    return std::none_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic &d) { return d.blocks; });
}

const ValueType *Analysis::type(const PortRef &output) const
{
    const auto found = types.find(output);
    return found == types.end() ? nullptr : &found->second;
}

const Diagnostic *Analysis::diagnostic(const NodeId &node) const
{
    const Diagnostic *best = nullptr;
    for (const Diagnostic &d : diagnostics)
        if (d.node == node && (!best || (d.blocks && !best->blocks)))
            best = &d;
    return best;
}

Analysis analyse(const Network &network, const DataType &data)
{
    return Reader(network, data).read();
}

} // namespace zhibei
