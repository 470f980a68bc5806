#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &prediction = query.inputs[0].shape;
    const ValueType &target = query.inputs[1];
    if (!target.classes && prediction.count() == target.shape.count())
        return {};
    if (target.classes == 2 && prediction.count() == 1)
        return {};
    if (target.classes == 2)
        return {{}, {ZB_TEXT("Binary cross-entropy judges one number, but %1 arrive. Give the last layer 1 neuron."), {std::to_string(prediction.count())}}, 1};
    if (target.classes)
        return {{}, {ZB_TEXT("Binary cross-entropy is for 2 classes, but there are %1. Use Cross-entropy."), {std::to_string(target.classes)}}};
    return {{}, {ZB_TEXT("The right answer has %1 numbers, but %2 arrive. Give the last layer %1 neurons."),
                 {std::to_string(target.shape.count()), std::to_string(prediction.count())}}, target.shape.count()};
}

/// As with cross-entropy: if a sigmoid made the prediction, its input is used.
void lower(Lowering &l)
{
    const ValueId scores = beforeOp(l, l.input(0), sigmoidOp);
    const ValueId loss = l.add(sigmoidCrossEntropyOp, {scores, l.input(1)});
    const int classes = l.inputType(1).classes;
    l.objective({{}, loss, l.other(loss, 1), l.input(1), classes ? Decision::Half : Decision::None, classes});
}

} // namespace

const LayerKind binaryCrossEntropyKind = lossKind({
    .id = "binary_cross_entropy",
    .text = ZB_TEXT("Binary cross-entropy"),
    .help = ZB_TEXT("How surprised the network is by yes or no: for two classes and one output. Takes a score, or the probability of a sigmoid."),
    .keywords = "logistic sigmoid two classes 二元交叉熵 逻辑回归 二元分类",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({1})}, {Shape({1}), 2}}}},
});

} // namespace zhibei
