#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 2)
        return {{}, {ZB_TEXT("A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between."), {in.text()}}};
    return {{{in, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(positionalEncodingOp, {l.input()}, {l.shape(l.input())[1]}));
}


} // namespace

const LayerKind positionalEncodingKind{
    .id = "positional_encoding",
    .text = ZB_TEXT("Positional encoding"),
    .help = ZB_TEXT("Adds waves of many lengths to a sequence, so that each step tells where it stands."),
    .keywords = "position sinusoid transformer 位置编码 正弦",
    .icon = "waves",
    .category = Category::Sequence,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({4, 5})}}}},
};

} // namespace zhibei
