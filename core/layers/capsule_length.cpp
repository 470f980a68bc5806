#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 2)
        return {{}, {ZB_TEXT("Capsules are needed (how many × numbers each), but %1 arrives. Put Primary capsules in between."), {in.text()}}};
    return {{{Shape({in[0]}), 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(capsuleLengthOp, {l.input()}, {l.shape(l.input())[1]}));
}


} // namespace

const LayerKind capsuleLengthKind{
    .id = "capsule_length",
    .text = ZB_TEXT("Capsule length"),
    .help = ZB_TEXT("How long each capsule is: how sure it is that its thing is there."),
    .keywords = "capsule norm probability 胶囊长度 模长",
    .icon = "ruler",
    .category = Category::Capsule,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3, 4})}}}},
};

} // namespace zhibei
