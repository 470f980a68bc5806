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
    l.output(l.add(scaleOp, {l.input()}, {}, {l.real("factor"), l.real("offset")}));
}


} // namespace

const LayerKind scaleKind{
    .id = "scale",
    .text = ZB_TEXT("Scale and shift"),
    .help = ZB_TEXT("Multiplies every number and adds another: 2·x − 1 makes −1 to 1 of 0 to 1."),
    .keywords = "affine multiply offset rescale 缩放 平移 线性",
    .icon = "sliders-horizontal",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {{"factor", ZB_TEXT("Factor"), ZB_TEXT("What every number is multiplied by."), AttributeType::Real, 1.0, -1e6, 1e6},
                   {"offset", ZB_TEXT("Offset"), ZB_TEXT("What is added then."), AttributeType::Real, 0.0, -1e6, 1e6}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"factor", 2.0}, {"offset", -1.0}}, {{Shape({2, 3})}}}},
};

} // namespace zhibei
