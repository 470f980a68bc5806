#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &prediction = query.inputs[0].shape;
    const ValueType &target = query.inputs[1];
    if (!target.classes)
        return {{}, {ZB_TEXT("Cross-entropy needs classes as the right answer, but these data have numbers. Use Squared loss."), {}}};
    if (prediction.count() != target.classes)
        return {{}, {ZB_TEXT("There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons."),
                     {std::to_string(target.classes), std::to_string(prediction.count())}}};
    return {};
}

/// Scores and softmax are taken together, which is exact where probabilities near zero are not: if a softmax made the
/// prediction, its input is used.
void lower(Lowering &l)
{
    const ValueId scores = beforeOp(l, l.input(0), softmaxOp);
    const ValueId loss = l.add(softmaxCrossEntropyOp, {scores, l.input(1)});
    l.objective({{}, loss, l.other(loss, 1), l.input(1), Decision::Largest, l.inputType(1).classes});
}

} // namespace

int beforeOp(Lowering &l, int value, const Op &op)
{
    for (const OpInstance &made : l.model().program.ops)
        if (made.op == &op && made.outputs[0] == value)
            return made.inputs[0];
    return value;
}

const LayerKind crossEntropyKind = lossKind({
    .id = "cross_entropy",
    .text = ZB_TEXT("Cross-entropy"),
    .help = ZB_TEXT("How surprised the network is by the right class: for choosing one of several classes. Takes scores, or the probabilities of a softmax."),
    .keywords = "softmax classification log loss 交叉熵 分类",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}, {Shape({1}), 3}}}, {{}, {{Shape({10})}, {Shape({1}), 10}}}},
});

} // namespace zhibei
