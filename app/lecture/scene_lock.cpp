#include "app/lecture/scene_lock.h"

#include "app/network_change.h"
#include "core/train/training_settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace zhibei {

namespace {

/// The attributes of a node that belong to the training, or those that do not.
Attributes attributesOf(const Node &node, bool training)
{
    Attributes found;
    for (const auto &[id, value] : node.attributes) {
        const bool ofTraining = isLossNode(node) && std::any_of(objectiveAttributes().begin(), objectiveAttributes().end(), [&](const AttributeSpec &spec) { return spec.id == id; });
        if (ofTraining == training)
            found[id] = value;
    }
    return found;
}

bool sameNetwork(const Network &a, const Network &b)
{
    return a.wires == b.wires && std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), [](const Node &x, const Node &y) {
        return x.id == y.id && x.kind == y.kind && x.group == y.group && attributesOf(x, false) == attributesOf(y, false);
    });
}

bool sameTraining(const Project &a, const Project &b)
{
    if (a.training != b.training)
        return false;
    for (const Node &node : a.network.nodes)
        if (const Node *other = b.network.find(node.id); other && attributesOf(node, true) != attributesOf(*other, true))
            return false;
    return true;
}

} // namespace

QString lockedReason(const std::vector<std::string> &locked, const Project &from, const Project &to)
{
    const auto has = [&](const char *part) { return std::find(locked.begin(), locked.end(), part) != locked.end(); };
    if (has("network") && !sameNetwork(from.network, to.network))
        return QCoreApplication::translate("Lecture", "This scene keeps its network as it is. Free play lets you change it.");
    if (has("data") && from.data != to.data)
        return QCoreApplication::translate("Lecture", "This scene keeps its data as they are. Free play lets you change them.");
    if (has("training") && !sameTraining(from, to))
        return QCoreApplication::translate("Lecture", "This scene keeps the settings of the training as they are. Free play lets you change them.");
    return {};
}

} // namespace zhibei
