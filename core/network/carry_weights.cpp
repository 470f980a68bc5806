#include "core/network/folding.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Nodes of `in` that `other` does not have, in network order.
std::vector<const Node *> missingFrom(const Network &in, const Network &other)
{
    std::vector<const Node *> nodes;
    for (const Node &node : in.nodes)
        if (!other.find(node.id))
            nodes.push_back(&node);
    return nodes;
}

std::vector<const Node *> ofKind(const std::vector<const Node *> &nodes, const std::string &kind)
{
    std::vector<const Node *> found;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(found), [&](const Node *node) { return node->kind == kind; });
    return found;
}

std::vector<const Node *> ofGroup(const std::vector<const Node *> &nodes, const std::string &group)
{
    std::vector<const Node *> found;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(found), [&](const Node *node) { return node->group == group; });
    return found;
}

using Weights = std::map<std::string, Tensor>;

void splitLayer(Weights &weights, const NodeId &dense, const std::vector<const Node *> &neurons)
{
    const auto matrix = weights.find(dense + ".weights"), bias = weights.find(dense + ".bias");
    const auto units = static_cast<int64_t>(neurons.size());
    for (int64_t j = 0; j < units; ++j) {
        const NodeId &id = neurons[static_cast<size_t>(j)]->id;
        if (matrix != weights.end() && matrix->second.shape().rank() == 2 && j < matrix->second.shape()[1]) {
            Tensor column(Shape{matrix->second.shape()[0], 1});
            for (int64_t i = 0; i < column.count(); ++i)
                column[i] = matrix->second[i * matrix->second.shape()[1] + j];
            weights[id + ".weights"] = std::move(column);
        }
        if (bias != weights.end() && j < bias->second.count())
            weights[id + ".bias"] = Tensor(Shape{1}, bias->second[j]);
    }
    weights.erase(dense + ".weights");
    weights.erase(dense + ".bias");
}

void joinNeurons(Weights &weights, const NodeId &dense, const std::vector<const Node *> &neurons)
{
    const auto units = static_cast<int64_t>(neurons.size());
    Tensor matrix, bias(Shape{units});
    bool allWeights = true, allBiases = true;
    for (int64_t j = 0; j < units; ++j) {
        const NodeId &id = neurons[static_cast<size_t>(j)]->id;
        const auto column = weights.find(id + ".weights"), own = weights.find(id + ".bias");
        allWeights = allWeights && column != weights.end();
        allBiases = allBiases && own != weights.end() && own->second.count() > 0;
        if (allWeights && matrix.empty())
            matrix = Tensor(Shape{column->second.count(), units});
        allWeights = allWeights && column->second.count() * units == matrix.count();
        for (int64_t i = 0; allWeights && i < column->second.count(); ++i)
            matrix[i * units + j] = column->second[i];
        if (allBiases)
            bias[j] = own->second[0];
    }
    for (const Node *neuron : neurons) {
        weights.erase(neuron->id + ".weights");
        weights.erase(neuron->id + ".bias");
    }
    if (allWeights)
        weights[dense + ".weights"] = std::move(matrix);
    if (allBiases)
        weights[dense + ".bias"] = std::move(bias);
}

void rename(Weights &weights, const NodeId &from, const NodeId &to)
{
    Weights renamed;
    for (auto &[name, tensor] : weights) {
        const bool own = name.compare(0, from.size() + 1, from + ".") == 0;
        renamed[own ? to + name.substr(from.size()) : name] = std::move(tensor);
    }
    weights = std::move(renamed);
}

} // namespace

std::map<std::string, Tensor> carryWeights(const Network &before, const Network &after, Weights weights)
{
    const std::vector<const Node *> gone = missingFrom(before, after), made = missingFrom(after, before);
    for (const Node *dense : ofKind(gone, "dense"))
        if (const auto neurons = ofGroup(ofKind(made, "neuron"), dense->id); !neurons.empty())
            splitLayer(weights, dense->id, neurons);
    for (const Node *dense : ofKind(made, "dense")) {
        auto neurons = ofGroup(ofKind(gone, "neuron"), dense->id);
        const auto units = dense->attributes.find("units");
        const auto loose = ofKind(gone, "neuron");
        const bool fits = units != dense->attributes.end() && units->second == Value(static_cast<int64_t>(loose.size()));
        if (neurons.empty() && fits)
            neurons = loose;
        if (!neurons.empty())
            joinNeurons(weights, dense->id, neurons);
    }
    const bool renamed = gone.size() == 1 && made.size() == 1 && before.nodes.size() == after.nodes.size()
                         && gone[0]->kind == made[0]->kind && gone[0]->attributes == made[0]->attributes;
    if (renamed)
        rename(weights, gone[0]->id, made[0]->id);
    return weights;
}

} // namespace zhibei
