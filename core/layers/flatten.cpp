#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{Shape({query.inputs[0].shape.count()}), 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.view(l.input(), Shape({l.count(l.input())})));
}

} // namespace

const LayerKind flattenKind{
    .id = "flatten",
    .text = ZB_TEXT("Flatten"),
    .help = ZB_TEXT("Reads a picture row by row into one long row of numbers."),
    .keywords = "vectorise row 展平 拉平",
    .icon = "align-justify",
    .category = Category::Layer,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({2, 3, 4})}}}, {{}, {{Shape({5})}}}},
};

} // namespace zhibei
