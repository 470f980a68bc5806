#include "app/network_change.h"

#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"

#include <optional>

namespace zhibei {

namespace {

/// What of a network the numbers depend on: neither places nor notes.
Network computingPart(Network network)
{
    network.notes.clear();
    for (Node &node : network.nodes) {
        node.position = {};
        node.group.clear();
    }
    return network;
}

/// Numbers of an objective that the trainer takes over while it runs (rate, momentum, penalties …). Its weight is part of
/// the gradient's program.
bool changesOnTheRun(const std::string &attribute)
{
    const AttributeSpec *spec = findAttribute(objectiveAttributes(), attribute);
    return spec && spec->type == AttributeType::Real && attribute != "weight";
}

/// The settings of losses in which two networks differ, or nothing if they differ in more.
std::optional<std::vector<NetworkChange::Number>> numbersBetween(const Network &before, const Network &after)
{
    if (before.wires != after.wires || before.nodes.size() != after.nodes.size())
        return std::nullopt;
    std::vector<NetworkChange::Number> changes;
    for (size_t i = 0; i < after.nodes.size(); ++i) {
        const Node &was = before.nodes[i], &is = after.nodes[i];
        if (was == is)
            continue;
        if (was.id != is.id || was.kind != is.kind || !isLossNode(is))
            return std::nullopt;
        const auto &schema = findKind(is.kind)->attributes;
        for (const AttributeSpec &spec : schema) {
            const Value &value = attributeValue(schema, is.attributes, spec.id);
            if (value == attributeValue(schema, was.attributes, spec.id))
                continue;
            if (!changesOnTheRun(spec.id))
                return std::nullopt;
            changes.push_back({is.id, spec.id, value});
        }
    }
    return changes;
}

} // namespace

NetworkChange changeBetween(const Network &before, const Network &after)
{
    const Network was = computingPart(before), is = computingPart(after);
    if (was == is)
        return {};
    auto numbers = numbersBetween(was, is);
    return numbers ? NetworkChange{NetworkChange::Numbers, std::move(*numbers)} : NetworkChange{NetworkChange::Rebuild, {}};
}

bool isLossNode(const Node &node)
{
    const LayerKind *kind = findKind(node.kind);
    return kind && kind->category == Category::Objective && findAttribute(kind->attributes, "rate");
}

} // namespace zhibei
