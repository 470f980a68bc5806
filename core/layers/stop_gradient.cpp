#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(stopOp, {l.input()}));
}


} // namespace

const LayerKind stopGradientKind{
    .id = "stop_gradient",
    .text = ZB_TEXT("Stop gradient"),
    .help = ZB_TEXT("Lets numbers through, but no gradient back: what stands before it does not learn from what stands behind."),
    .keywords = "detach freeze block 停止梯度 截断",
    .icon = "circle-slash",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}}}},
};

} // namespace zhibei
