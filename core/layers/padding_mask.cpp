#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const ValueType &in = query.inputs[0];
    if (in.shape.rank() != 1)
        return {{}, {ZB_TEXT("A row with one number a step is needed, but %1 arrives."), {in.shape.text()}}};
    return {{{in.shape, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(differsOp, {l.input()}, {}, {double(l.integer("filler"))}));
}


} // namespace

const LayerKind paddingMaskKind{
    .id = "padding_mask",
    .text = ZB_TEXT("Padding mask"),
    .help = ZB_TEXT("Says which steps of a text are real: 1 for a character, 0 for the one that fills up the end."),
    .keywords = "mask padding masking 掩码 遮蔽 填充",
    .icon = "eye-off",
    .category = Category::Sequence,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .takesIndices = true,
    .attributes = {integerAttribute("filler", ZB_TEXT("Filler"), ZB_TEXT("The number that stands where there is nothing."), 0, -1, 1e6)},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({4}), 5}}}},
};

} // namespace zhibei
