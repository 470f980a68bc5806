#include "core/layers/activations.h"
#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (query.choice("function") == "softmax" && query.integer("axis") >= in.rank())
        return {{}, {ZB_TEXT("%1 has only %2 axes. Choose a smaller one; they count from 0."), {in.text(), std::to_string(in.rank())}}};
    return {{{in, 0}}, {}};
}

/// The axis goes behind all others and back again.
ValueId softmaxAlong(Lowering &l, int axis)
{
    const Shape in = l.shape(l.input());
    const int last = in.rank() - 1;
    Integers there{in.rank()}, back{in.rank()};
    for (int a = 0; a <= last; ++a) {
        const int from = a == last ? axis : a == axis ? last : a; // the two change places
        there[size_t(6 + a)] = back[size_t(6 + a)] = from;
        there[size_t(1 + a)] = in[a];
        back[size_t(1 + a)] = in[from];
    }
    const Integers rows{in.count() / in[axis]};
    if (axis == last)
        return l.add(softmaxOp, {l.input()}, rows);
    return l.add(permuteOp, {l.add(softmaxOp, {l.add(permuteOp, {l.input()}, there)}, rows)}, back);
}

void lower(Lowering &l)
{
    const ActivationFunction &function = activationFunction(l.choice("function"));
    const int64_t axis = l.integer("axis");
    if (function.op == &softmaxOp && axis >= 0)
        l.output(softmaxAlong(l, int(axis)));
    else if (l.real("alpha") > 0 && function.parameter > 0)
        l.output(l.add(*function.op, {l.input()}, {}, {l.real("alpha")}));
    else
        l.output(l.activate(l.input(), function.id));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec alpha{"alpha", ZB_TEXT("Below zero"), ZB_TEXT("How much of a negative number is left. 0: as usual for the function."), AttributeType::Real, 0.0, 0, 10};
    alpha.onlyIf = "function=leaky_relu,leaky_relu_2,elu";
    AttributeSpec axis{"axis", ZB_TEXT("Axis"), ZB_TEXT("Along which axis the results add up to 1, counted from 0; −1: all numbers together."), AttributeType::Integer, int64_t(-1), -1, 4};
    axis.onlyIf = "function=softmax";
    return {activationAttribute("function", "relu"), alpha, axis};
}

std::vector<LayerKind::Sample> samples()
{
    std::vector<LayerKind::Sample> all;
    for (const ActivationFunction &function : activationFunctions())
        all.push_back({{{"function", function.id}}, {{Shape({6})}}});
    all.push_back({{{"function", std::string("elu")}, {"alpha", 2.0}}, {{Shape({5})}}});
    for (int64_t axis : {0, 2})
        all.push_back({{{"function", std::string("softmax")}, {"axis", axis}}, {{Shape({3, 2, 4})}}});
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
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = samples(),
};

} // namespace zhibei
