#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

/// A class as the target is compared as -1 or +1 with one output, as one-hot numbers with one output a class.
ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &prediction = query.inputs[0].shape;
    const ValueType &target = query.inputs[1];
    const bool fits = target.classes ? prediction.count() == target.classes || (target.classes == 2 && prediction.count() == 1)
                                     : prediction.count() == target.shape.count();
    if (fits)
        return {};
    if (target.classes)
        return {{}, {ZB_TEXT("There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons."),
                     {std::to_string(target.classes), std::to_string(prediction.count())}}};
    return {{}, {ZB_TEXT("The right answer has %1 numbers, but %2 arrive. Give the last layer %1 neurons."),
                 {std::to_string(target.shape.count()), std::to_string(prediction.count())}}};
}

void lower(Lowering &l)
{
    const ValueId prediction = l.input(0);
    const ValueType &type = l.inputType(1);
    ValueId target = l.input(1);
    Decision decision = Decision::None;
    if (type.classes && l.count(prediction) == type.classes) {
        target = l.add(oneHotOp, {target}, {type.classes});
        decision = Decision::Largest;
    } else if (type.classes) {
        target = l.add(signedClassOp, {target});
        decision = Decision::Sign;
    }
    l.objective({{}, l.add(squaredLossOp, {prediction, target}), prediction, type.classes ? l.input(1) : target, decision, type.classes});
}

} // namespace

const LayerKind squaredKind = lossKind({
    .id = "squared",
    .text = ZB_TEXT("Squared loss"),
    .help = ZB_TEXT("The mean of the squared differences between prediction and right answer: for predicting numbers."),
    .keywords = "mse mean squared error regression 平方损失 均方误差 回归",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({1})}, {Shape({1})}}}, {{}, {{Shape({4})}, {Shape({4})}}},
                {{}, {{Shape({1})}, {Shape({1}), 2}}}, {{}, {{Shape({5})}, {Shape({1}), 5}}}},
});

} // namespace zhibei
