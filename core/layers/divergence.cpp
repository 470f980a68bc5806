#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    if (query.inputs[1].classes)
        return {{}, {ZB_TEXT("KL divergence compares probabilities with probabilities, but a class arrives. Use Cross-entropy."), {}}};
    return comparesNumbers(query);
}

void lower(Lowering &l)
{
    const ValueId scores = beforeOp(l, l.input(0), softmaxOp);
    const ValueId loss = l.add(divergenceOp, {scores, l.input(1)});
    l.objective({{}, loss, l.other(loss, 1), l.input(1), Decision::None, 0});
}


} // namespace

const LayerKind divergenceKind = lossKind({
    .id = "divergence",
    .text = ZB_TEXT("KL divergence"),
    .help = ZB_TEXT("How far the predicted probabilities are from the wished ones. Takes scores, or the probabilities of a softmax."),
    .keywords = "kullback leibler distribution distillation KL散度 相对熵 蒸馏",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({4})}, {Shape({4})}}}},
});

} // namespace zhibei
