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
    AttributeSection optimizer{ZB_TEXT("Optimizer"), {}}, own{ZB_TEXT("The loss itself"), {}, true}, penalties{ZB_TEXT("Penalties"), {}},
        schedule{ZB_TEXT("The learning rate over time"), {}, true}, steady{ZB_TEXT("Calmer steps"), {}, true},
        several{ZB_TEXT("Several losses"), {}, true};
    const auto sectionOf = [&](const AttributeSpec &spec) -> AttributeSection & {
        const std::string &id = spec.id;
        if (!findAttribute(objectiveAttributes(), id))
            return own;
        if (id == "optimizer" || id == "rate" || spec.onlyIf.starts_with("optimizer="))
            return optimizer;
        if (id == "l1" || id == "l2")
            return penalties;
        if (id == "schedule" || id == "warmup" || spec.onlyIf.starts_with("schedule="))
            return schedule;
        return id == "clip" || id == "accumulate" || id == "average" ? steady : several;
    };
    for (const AttributeSpec &spec : kind.attributes)
        sectionOf(spec).attributes.push_back(spec);
    return {optimizer, own, penalties, schedule, steady, several};
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
