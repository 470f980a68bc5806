#include "core/probes/gradient_flow.h"

#include "core/layers/layer_kind.h"
#include "core/probes/node_parameters.h"
#include "core/program/backpass.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

bool learns(const ParameterView &view) { return !view.frozen && view.follows == 0; }

/// Calls with the arena's index of every number that the node learns.
template <class F>
void eachLearned(const Model &model, const NodeId &node, const F &look)
{
    for (const ParameterView &view : model.parameters)
        for (int64_t k = 0; view.node == node && learns(view) && k < view.shape.count(); ++k)
            look(size_t(view.index(k)));
}

size_t objectiveOf(const Model &model, const NodeId &node)
{
    for (size_t i = 0; i < model.objectives.size(); ++i)
        for (const ParameterView &view : model.parameters)
            if (view.node == node && model.objectives[i].joins.empty() && !model.objectives[i].fixed.contains(view.value))
                return i;
    return 0;
}

std::map<NodeId, double> outputSquares(const Model &model, const Backpass &pass, int64_t samples)
{
    std::map<NodeId, double> squares;
    for (const auto &[port, value] : model.program.ports) {
        for (int64_t i = 0; i < samples; ++i) {
            const std::vector<float> gradient = pass.gradient(value, i);
            if (gradient.empty())
                break;
            double &sum = squares[port.node];
            for (const float number : gradient)
                sum += double(number) * double(number);
        }
    }
    return squares;
}

} // namespace

double GradientFlow::Layer::rms() const { return count > 0 ? gradient.value_or(0) / std::sqrt(double(count)) : 0; }

const GradientFlow::Layer *GradientFlow::layer(const NodeId &node) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const Layer &layer) { return layer.node == node; });
    return found == layers.end() ? nullptr : &*found;
}

std::shared_ptr<Answer> GradientFlowProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    auto found = std::make_shared<GradientFlow>();
    std::map<NodeId, double> outputs;
    const std::vector<float> gradients = gradientsOnBatch(moment, [&](size_t, const Backpass &pass, int64_t samples) {
        for (const auto &[node, squares] : outputSquares(model, pass, samples))
            outputs[node] += squares;
        found->loss += pass.loss();
    });
    if (gradients.empty())
        return nullptr;
    for (const NodeId &id : model.analysis.order) {
        const Node *node = model.network.find(id);
        const LayerKind *kind = node ? findKind(node->kind) : nullptr;
        if (!kind || kind->category == Category::Data || kind->category == Category::Objective)
            continue;
        GradientFlow::Layer layer{id, {}, {}, 0, 0, objectiveOf(model, id)};
        double gradient = 0, weights = 0;
        eachLearned(model, id, [&](size_t k) {
            ++layer.count;
            gradient += double(gradients[k]) * double(gradients[k]);
            weights += double(moment.parameters()[k]) * double(moment.parameters()[k]);
        });
        if (layer.count > 0)
            layer.gradient = std::sqrt(gradient);
        layer.weights = std::sqrt(weights);
        if (const auto arrived = outputs.find(id); arrived != outputs.end())
            layer.output = std::sqrt(arrived->second);
        if (layer.gradient || layer.output)
            found->layers.push_back(std::move(layer));
    }
    return found;
}

std::optional<double> movement(const Snapshot &before, const Snapshot &after, const NodeId &node)
{
    if (before.model != after.model || before.generation != after.generation || before.step >= after.step || !before.parameters || !after.parameters)
        return {};
    double moved = 0, size = 0;
    eachLearned(*after.model, node, [&](size_t k) {
        const double is = double((*after.parameters)[k]), change = is - double((*before.parameters)[k]);
        moved += change * change;
        size += is * is;
    });
    if (size == 0)
        return {};
    return std::sqrt(moved / size) / double(after.step - before.step);
}

} // namespace zhibei
