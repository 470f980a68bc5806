#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 3)
        return {{}, {ZB_TEXT("A picture is needed, but %1 arrives. Put a Reshape layer in between."), {in.text()}}};
    const int64_t n = query.integer("amount");
    return {{{Shape({in[0], in[1] + 2 * n, in[2] + 2 * n}), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape &in = l.shape(l.input());
    const int64_t n = l.integer("amount");
    l.output(l.add(padOp, {l.input()}, {in[0], in[1], in[2], n, n, in[1] + 2 * n, in[2] + 2 * n}));
}


} // namespace

const LayerKind padKind{
    .id = "pad",
    .text = ZB_TEXT("Pad"),
    .help = ZB_TEXT("Puts a frame of zeros around a picture."),
    .keywords = "zero padding border frame 填充 补零 边框",
    .icon = "group",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {integerAttribute("amount", ZB_TEXT("Width of the frame"), ZB_TEXT("How many zeros on every side."), 1, 0, 256)},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"amount", int64_t(2)}}, {{Shape({2, 2, 3})}}}},
};

} // namespace zhibei
