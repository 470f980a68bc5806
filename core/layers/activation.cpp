#include "core/layers/activations.h"
#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.activate(l.input(), l.choice("function")));
}

std::vector<LayerKind::Sample> samples()
{
    std::vector<LayerKind::Sample> all;
    for (const ActivationFunction &function : activationFunctions())
        all.push_back({{{"function", function.id}}, {{Shape({6})}}});
    return all;
}

} // namespace

const LayerKind activationKind{
    .id = "activation",
    .text = ZB_TEXT("Activation"),
    .help = ZB_TEXT("Passes every number through one function: sigmoid, tanh, ReLU and others."),
    .keywords = "sigmoid tanh relu gelu elu softplus softmax nonlinearity 激活函数 非线性",
    .icon = "spline",
    .category = Category::Activation,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {activationAttribute("function", "relu")},
    .inferShape = inferShape,
    .lower = lower,
    .samples = samples(),
};

} // namespace zhibei
