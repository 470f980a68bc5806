#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

/// A class as the target is compared as one-hot numbers.
ShapeAnswer inferShape(const ShapeQuery &query) { return comparesNumbers(query); }

void lower(Lowering &l)
{
    const ComparedTarget target = comparedTarget(l);
    l.objective({{}, l.add(absoluteLossOp, {l.input(0), target.value}), l.input(0), target.judged, target.decision, l.inputType(1).classes});
}


} // namespace

const LayerKind absoluteKind = lossKind({
    .id = "absolute",
    .text = ZB_TEXT("Absolute loss"),
    .help = ZB_TEXT("The mean of the differences without their sign: a few points far off do not count so much."),
    .keywords = "mae mean absolute error l1 绝对损失 平均绝对误差 回归",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({1})}, {Shape({1})}}},
                {{}, {{Shape({4})}, {Shape({4})}}},
                {{}, {{Shape({5})}, {Shape({1}), 5}}}},
});

} // namespace zhibei
