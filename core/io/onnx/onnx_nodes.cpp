// The network that the importer makes: nodes, weights, and what is left over.

#include "core/io/onnx/onnx_importer.h"

#include "core/layers/layer_kind.h"

#include <algorithm>

namespace zhibei {

NodeId OnnxImporter::node(const std::string &kind, Attributes attributes, const std::vector<PortRef> &inputs)
{
    const LayerKind &layer = *findKind(kind);
    for (const auto &[id, value] : attributes) {
        const AttributeSpec &spec = *findAttribute(layer.attributes, id);
        if (!checkValue(spec, value).empty())
            cannot(id + " = " + valueText(value));
    }
    std::erase_if(attributes, [&](const auto &entry) { return findAttribute(layer.attributes, entry.first)->defaultValue == entry.second; });
    const NodeId id = m_out.network.addNode(kind, std::move(attributes));
    for (size_t i = 0; i < inputs.size(); ++i)
        if (!inputs[i].node.empty())
            m_out.network.connect(inputs[i], {id, layer.inputs[0].variadic ? 0 : int(i)});
    return id;
}

void OnnxImporter::weight(const NodeId &node, const std::string &name, const Dims &shape, std::vector<float> numbers)
{
    Tensor tensor{Shape(shape)};
    if (tensor.count() != int64_t(numbers.size()))
        cannot(name);
    std::ranges::copy(numbers, tensor.data());
    m_out.weights.insert_or_assign(node + "." + name, std::move(tensor));
}

bool OnnxImporter::shares(const NodeId &node, const std::string &key)
{
    const auto [owner, fresh] = m_owners.try_emplace(key, node);
    if (fresh || key.empty())
        return false;
    m_out.network.find(node)->attributes["share"] = owner->second;
    return true;
}

bool OnnxImporter::addBias(const OnnxFlow &x, const OnnxTensor &numbers)
{
    Node *made = m_out.network.find(x.port.node);
    const auto bias = made->attributes.find("bias");
    if ((made->kind != "dense" && made->kind != "time_dense") || bias == made->attributes.end() || std::get<bool>(bias->second))
        return false;
    const int64_t units = m_out.weights.contains(made->id + ".weights") ? m_out.weights.at(made->id + ".weights").shape()[1] : 0;
    const bool shared = std::any_of(m_out.network.nodes.begin(), m_out.network.nodes.end(), [&](const Node &other) {
        return other.attributes.contains("share") && std::get<std::string>(other.attributes.at("share")) == made->id;
    });
    if (shared || numbers.whole() || numbers.count() != units || numbers.dims.empty() || numbers.dims.back() != units || x.dims.back() != units)
        return false;
    std::erase_if(m_owners, [&](const auto &entry) { return entry.second == made->id; }); // it is another layer now
    weight(made->id, "bias", {units}, numbers.floats);
    made->attributes.erase(bias);
    return true;
}

/// Nodes that no output needs: steps that others have replaced.
void OnnxImporter::dropUnused()
{
    std::set<NodeId> needed{m_out.network.nodes.front().id};
    std::vector<NodeId> open;
    for (const auto &[name, x] : m_out.outputs)
        if (!x.constant)
            open.push_back(x.port.node);
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        if (!needed.insert(id).second)
            continue;
        for (const Wire &wire : m_out.network.wiresInto(id))
            open.push_back(wire.from.node);
        if (const Node &owner = *m_out.network.find(id); owner.attributes.contains("share"))
            open.push_back(std::get<std::string>(owner.attributes.at("share")));
    }
    std::erase_if(m_out.network.nodes, [&](const Node &each) { return !needed.contains(each.id); });
    std::erase_if(m_out.network.wires, [&](const Wire &wire) { return !needed.contains(wire.to.node) || !needed.contains(wire.from.node); });
    std::erase_if(m_out.weights, [&](const auto &entry) { return !needed.contains(entry.first.substr(0, entry.first.find('.'))); });
}

} // namespace zhibei
