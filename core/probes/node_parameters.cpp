#include "core/probes/node_parameters.h"

#include "core/probes/training_batch.h"
#include "core/program/backpass.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

float magnitude(std::span<const float> numbers)
{
    float most = 0;
    for (const float number : numbers)
        if (std::isfinite(number))
            most = std::max(most, std::abs(number));
    return most;
}

std::vector<float> read(const ParameterView &view, std::span<const float> arena)
{
    std::vector<float> numbers(size_t(view.shape.count()));
    for (size_t k = 0; k < numbers.size(); ++k)
        numbers[k] = arena[size_t(view.index(int64_t(k)))];
    return numbers;
}

} // namespace

const NodeParameters::Part *NodeParameters::part(const std::string &name) const
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part &part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

std::vector<float> gradientsOnBatch(const Moment &moment, const std::function<void(size_t, const Backpass &, int64_t)> &look)
{
    const Model &model = *moment.model();
    const std::vector<int64_t> samples = trainingBatch(*moment.data);
    std::vector<float> sum;
    for (size_t i = 0; i < model.objectives.size() && !samples.empty(); ++i) {
        if (!model.objectives[i].joins.empty() || moment.stop.stop_requested())
            continue;
        Backpass &pass = moment.backpass(i);
        pass.run(moment.parameters(), *moment.data, samples);
        const std::span<const float> gradients = pass.parameterGradients();
        sum.resize(gradients.size(), 0.0f);
        std::transform(sum.begin(), sum.end(), gradients.begin(), sum.begin(), std::plus());
        if (look)
            look(i, pass, int64_t(samples.size()));
    }
    return sum;
}

Shape pictureInto(const Model &model, const NodeId &node, int64_t inputs)
{
    NodeId at = node;
    for (int hops = 0; hops < 4; ++hops) {
        const std::vector<Wire> wires = model.network.wiresInto(PortRef{at, 0});
        if (wires.size() != 1)
            return {};
        const ValueType *type = model.analysis.type(wires[0].from);
        const Node *source = model.network.find(wires[0].from.node);
        if (!type || !source || type->shape.count() != inputs)
            return {};
        if (type->shape.rank() == 3)
            return type->shape;
        if (source->kind != "flatten" && source->kind != "reshape" && source->kind != "dropout" && source->kind != "normalise")
            return {};
        at = source->id;
    }
    return {};
}

std::string NodeParametersProbe::key() const { return "parameters " + m_node; }

std::shared_ptr<Answer> NodeParametersProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const Node *node = model.network.find(m_node);
    if (!node)
        return nullptr;
    const NodeId owner = weightOwner(model.network, *node).id;
    auto found = std::make_shared<NodeParameters>();
    const std::vector<float> gradients = gradientsOnBatch(moment);
    for (const ParameterView &view : model.parameters) {
        if (view.node != owner)
            continue;
        NodeParameters::Part part{view.name, view.shape, {}, read(view, moment.parameters()), {}, {}, {}};
        if (!gradients.empty() && !view.frozen && view.follows == 0)
            part.gradients = read(view, gradients);
        if (view.name == "weights" && view.shape.rank() == 2)
            part.picture = pictureInto(model, m_node, view.shape[0]);
        part.valueSpread = distributionOf(part.values);
        part.gradientSpread = distributionOf(part.gradients);
        found->layerValue = std::max(found->layerValue, magnitude(part.values));
        found->layerGradient = std::max(found->layerGradient, magnitude(part.gradients));
        found->parts.push_back(std::move(part));
    }
    if (found->parts.empty())
        return nullptr;
    found->globalValue = magnitude(moment.parameters());
    found->globalGradient = magnitude(gradients);
    return found;
}

} // namespace zhibei
