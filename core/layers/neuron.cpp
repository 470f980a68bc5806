#include "core/layers/activations.h"
#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    for (const ValueType &input : query.inputs)
        if (input.shape.rank() != 1)
            return {{}, {ZB_TEXT("A neuron takes rows of numbers, but %1 arrives. Put a Flatten layer in between."), {input.shape.text()}}};
    return {{{Shape({1}), 0}}, {}};
}

/// Neurons with the same sources are lowered together (see buildModel), so this node's value may be there already.
void lower(Lowering &l)
{
    lowerNeurons(l, {&l.node()});
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all{activationAttribute("activation", "tanh")};
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    std::erase_if(all, [](const AttributeSpec &spec) { return spec.id == "share"; }); // siblings share a matrix already
    std::vector<Choice> &choices = all[0].choices;
    std::erase_if(choices, [](const Choice &choice) { return choice.id == "softmax"; }); // needs more than one neuron
    return all;
}

} // namespace

void lowerNeurons(Lowering &l, const std::vector<const Node *> &neurons)
{
    const ValueId x = joined(l);
    const auto count = static_cast<int64_t>(neurons.size());
    const ValueId y = l.activate(l.dense(x, count, neurons), l.choice("activation"));
    for (int64_t k = 0; k < count; ++k)
        l.model().program.ports[{neurons[size_t(k)]->id, 0}] = count == 1 ? y : l.add(sliceOp, {y}, {k, 1});
}

const LayerKind neuronKind{
    .id = "neuron",
    .text = ZB_TEXT("Neuron"),
    .help = ZB_TEXT("One neuron, wired by hand: a weight on each wire, a bias, an activation."),
    .keywords = "perceptron unit cell 神经元 感知机 单元",
    .icon = "circle-dot",
    .category = Category::Layer,
    .face = Face::Neurons,
    .inputs = {{"in", ZB_TEXT("inputs"), true}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({1})}, {Shape({1})}}},
                {{{"activation", std::string("sigmoid")}, {"bias", false}}, {{Shape({6})}}}},
};

} // namespace zhibei
