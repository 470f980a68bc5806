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
    l.objective({{}, l.add(huberLossOp, {l.input(0), target.value}, {}, {l.real("delta")}), l.input(0), target.judged, target.decision, l.inputType(1).classes});
}


} // namespace

const LayerKind huberKind = lossKind({
    .id = "huber",
    .text = ZB_TEXT("Huber loss"),
    .help = ZB_TEXT("Squared for small differences, absolute for large ones."),
    .keywords = "smooth l1 robust 胡贝尔损失 稳健 回归",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {{"delta", ZB_TEXT("Border"), ZB_TEXT("Differences larger than this count by their size, smaller ones by their square."), AttributeType::Real, 1.0, 0.001, 1000, true}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({1})}, {Shape({1})}}},
                {{}, {{Shape({4})}, {Shape({4})}}},
                {{}, {{Shape({5})}, {Shape({1}), 5}}}},
});

} // namespace zhibei
