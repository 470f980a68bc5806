#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const int64_t lengths = query.inputs[0].shape.count();
    const int classes = query.inputs[1].classes;
    if (lengths == classes && classes > 0)
        return {};
    return {{}, {ZB_TEXT("There are %1 classes, but %2 capsules arrive. Give the layer before one capsule a class."), {std::to_string(classes), std::to_string(lengths)}}};
}

void lower(Lowering &l)
{
    l.objective({{}, l.add(marginLossOp, {l.input(0), l.input(1)}), l.input(0), l.input(1), Decision::Largest, l.inputType(1).classes});
}


} // namespace

const LayerKind marginKind = lossKind({
    .id = "margin",
    .text = ZB_TEXT("Margin loss"),
    .help = ZB_TEXT("For capsules: the right one should be longer than 0.9, all others shorter than 0.1."),
    .keywords = "capsule capsnet 间隔损失 胶囊网络",
    .icon = {}, .inputs = {}, .outputs = {}, .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({4})}, {Shape({1}), 4}}}},
});

} // namespace zhibei
