#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query) { return comparesNumbers(query); }

void lower(Lowering &l)
{
    const ComparedTarget target = comparedTarget(l);
    l.objective({{}, l.add(squaredLossOp, {l.input(0), target.value}), l.input(0), target.judged, target.decision, l.inputType(1).classes});
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
