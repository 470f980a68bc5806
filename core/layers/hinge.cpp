#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const int64_t scores = query.inputs[0].shape.count();
    const int classes = query.inputs[1].classes;
    if (!classes)
        return {{}, {ZB_TEXT("Hinge loss needs classes as the right answer, but these data have numbers. Use Squared loss."), {}}};
    if (scores != classes && !(classes == 2 && scores == 1))
        return {{}, {ZB_TEXT("There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons."), {std::to_string(classes), std::to_string(scores)}}, classes};
    return {};
}

void lower(Lowering &l)
{
    const int classes = l.inputType(1).classes;
    const bool one = l.count(l.input(0)) == 1;
    const ValueId loss = one ? l.add(hingeLossOp, {l.input(0), l.add(signedClassOp, {l.input(1)})}) : l.add(multiHingeLossOp, {l.input(0), l.input(1)});
    l.objective({{}, loss, l.input(0), l.input(1), one ? Decision::Sign : Decision::Largest, classes});
}


} // namespace

const LayerKind hingeKind = lossKind({
    .id = "hinge",
    .text = ZB_TEXT("Hinge loss"),
    .help = ZB_TEXT("Asks the right class to win by a margin, then is content: the loss of support vector machines."),
    .keywords = "svm margin max 合页损失 铰链损失 支持向量机",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({1})}, {Shape({1}), 2}}},
                {{}, {{Shape({4})}, {Shape({1}), 4}}}},
});

} // namespace zhibei
