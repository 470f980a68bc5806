#include "widgets/inspectors/setting_edits.h"

#include "core/train/training_settings.h"

#include <algorithm>

namespace zhibei {

void putSetting(Attributes &attributes, const std::vector<AttributeSpec> &schema, const std::string &id, const Value &value)
{
    const AttributeSpec *spec = findAttribute(schema, id);
    if (spec && spec->defaultValue == value)
        attributes.erase(id);
    else
        attributes[id] = value;
}

bool isObjective(const LayerKind &kind)
{
    return kind.category == Category::Objective && findAttribute(kind.attributes, "optimizer");
}

const Node *firstObjective(const Network &network)
{
    for (const Node &node : network.nodes)
        if (const LayerKind *kind = findKind(node.kind); kind && isObjective(*kind))
            return &node;
    return nullptr;
}

std::vector<AttributeSection> attributeSections(const LayerKind &kind)
{
    if (!isObjective(kind))
        return {{{}, kind.attributes}};
    AttributeSection own, optimizer{ZB_TEXT("Optimizer"), {}}, penalties{ZB_TEXT("Penalties"), {}};
    for (const AttributeSpec &spec : kind.attributes) {
        if (!findAttribute(objectiveAttributes(), spec.id))
            own.attributes.push_back(spec);
        else if (spec.id == "optimizer" || spec.id == "rate" || spec.onlyIf.starts_with("optimizer="))
            optimizer.attributes.push_back(spec);
        else
            penalties.attributes.push_back(spec);
    }
    return {own, optimizer, penalties};
}

Text renameNode(Network &network, const NodeId &from, const NodeId &to)
{
    constexpr size_t longest = 60;
    const bool plain = std::none_of(to.begin(), to.end(), [](char c) {
        return c == '.' || c == '=' || c == '/' || c == '\\' || static_cast<unsigned char>(c) <= ' ';
    });
    if (to.empty() || to.size() > longest || !plain)
        return {ZB_TEXT("A name has no spaces, dots, slashes or equals signs, and at most 60 characters."), {}};
    if (to == from)
        return {};
    if (network.find(to))
        return {ZB_TEXT("Another node is called %1 already."), {to}};
    for (Node &node : network.nodes)
        if (node.id == from)
            node.id = to;
    for (Wire &wire : network.wires)
        for (PortRef *end : {&wire.from, &wire.to})
            if (end->node == from)
                end->node = to;
    for (Note &note : network.notes)
        if (note.target == from)
            note.target = to;
    return {};
}

} // namespace zhibei
