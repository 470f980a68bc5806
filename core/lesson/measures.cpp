#include "core/layers/layer_kind.h"
#include "core/lesson/predicates.h"
#include "core/train/stop_rules.h"

#include <algorithm>
#include <charconv>

namespace zhibei {

namespace {

void put(SceneState &state, const std::string &measure, const std::optional<double> &value)
{
    if (value)
        state.measures[measure] = *value;
    else
        state.measures.erase(measure);
}

/// How many neurons a node is, or kernels; 0 for what weighs nothing (activations, means and spreads of a normalisation).
int64_t neuronsOf(const Node &node)
{
    const LayerKind *kind = findKind(node.kind);
    for (const char *size : {"units", "filters"})
        if (kind && findAttribute(kind->attributes, size))
            return std::get<int64_t>(attributeValue(kind->attributes, node.attributes, size));
    return node.kind == "neuron" ? 1 : 0;
}

/// The layers that say what the network says: the first with neurons on the way back from each loss.
std::set<NodeId> outputLayers(const Network &network)
{
    std::set<NodeId> found, seen;
    std::vector<NodeId> open;
    const auto follow = [&](const Node &node, bool fromLoss) {
        const LayerKind *kind = findKind(node.kind);
        for (const Wire &wire : network.wiresInto(node.id)) {
            const auto port = static_cast<size_t>(wire.to.port);
            const bool target = fromLoss && kind && port < kind->inputs.size() && kind->inputs[port].target;
            if (!target && seen.insert(wire.from.node).second)
                open.push_back(wire.from.node);
        }
    };
    for (const Node &node : network.nodes)
        if (const LayerKind *kind = findKind(node.kind); kind && kind->category == Category::Objective)
            follow(node, true);
    while (!open.empty()) {
        const Node *node = network.find(open.back());
        open.pop_back();
        if (node && neuronsOf(*node) > 0)
            found.insert(node->id);
        else if (node)
            follow(*node, false);
    }
    return found;
}

/// How many hidden layers with neurons the longest way passes; loose neurons beside each other are one.
int64_t hiddenLayers(const Network &network, const std::set<NodeId> &outputs)
{
    std::map<NodeId, int64_t> depth;
    std::set<int64_t> layers;
    for (const NodeId &id : network.sorted()) {
        int64_t before = 0;
        for (const Wire &wire : network.wiresInto(id))
            before = std::max(before, depth[wire.from.node]);
        const bool hidden = neuronsOf(*network.find(id)) > 0 && !outputs.contains(id);
        depth[id] = before + (hidden ? 1 : 0);
        if (hidden)
            layers.insert(depth[id]);
    }
    return static_cast<int64_t>(layers.size());
}

} // namespace

void measureMetrics(SceneState &state, const Evaluation &evaluation, int64_t stepsPerEpoch)
{
    for (const PredicateSpec &spec : predicateTable())
        if (spec.kind == PredicateSpec::Kind::Metric)
            put(state, spec.subject, metricOf(evaluation, spec.subject));
    state.measures["steps"] = static_cast<double>(evaluation.step);
    state.measures["epochs"] = static_cast<double>(evaluation.step) / static_cast<double>(std::max<int64_t>(1, stepsPerEpoch));
}

void measureStructure(SceneState &state, const Model &model)
{
    const std::set<NodeId> outputs = outputLayers(model.network);
    int64_t neurons = 0, parameters = 0;
    for (const Node &node : model.network.nodes)
        neurons += outputs.contains(node.id) ? 0 : neuronsOf(node);
    for (const ParameterView &view : model.parameters)
        parameters += view.follows > 0 ? 0 : view.shape.count();
    state.measures["neurons"] = static_cast<double>(neurons);
    state.measures["layers"] = static_cast<double>(hiddenLayers(model.network, outputs));
    state.measures["parameters"] = static_cast<double>(parameters);
}

void measureStructure(SceneState &state, const Network &network, const DataType &data)
{
    if (analyse(network, data).trainable())
        return measureStructure(state, *buildModel(network, data));
    for (const char *measure : {"neurons", "layers", "parameters"})
        state.measures.erase(measure);
}

void measureLearned(SceneState &state, const std::vector<Predicate> &goal, const Model &model, std::span<const float> parameters)
{
    for (const Predicate &predicate : goal) {
        const PredicateSpec *spec = findPredicate(predicate.subject);
        if (!spec || spec->kind != PredicateSpec::Kind::Learned)
            continue;
        const std::string &name = predicate.argument;
        const size_t open = name.find('[');
        int64_t index = -1;
        std::from_chars(name.data() + open + 1, name.data() + name.size(), index);
        std::optional<double> value;
        for (const ParameterView &view : model.parameters)
            if (view.fullName() == name.substr(0, open) && index >= 0 && index < view.shape.count())
                value = parameters[static_cast<size_t>(view.index(index))];
        put(state, name, value);
    }
}

} // namespace zhibei
