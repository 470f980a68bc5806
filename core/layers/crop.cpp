#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    const int64_t n = query.integer("amount");
    if (in.rank() != 3)
        return {{}, {ZB_TEXT("A picture is needed, but %1 arrives. Put a Reshape layer in between."), {in.text()}}};
    if (in[1] <= 2 * n || in[2] <= 2 * n)
        return {{}, {ZB_TEXT("Nothing is left of %1 when %2 is cut off every side. Cut off less."), {in.text(), std::to_string(n)}}};
    return {{{Shape({in[0], in[1] - 2 * n, in[2] - 2 * n}), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape &in = l.shape(l.input());
    const int64_t n = l.integer("amount");
    l.output(l.add(padOp, {l.input()}, {in[0], in[1], in[2], -n, -n, in[1] - 2 * n, in[2] - 2 * n}));
}


} // namespace

const LayerKind cropKind{
    .id = "crop",
    .text = ZB_TEXT("Crop"),
    .help = ZB_TEXT("Cuts a frame off a picture."),
    .keywords = "cut trim border 裁剪 剪切",
    .icon = "scissors",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {integerAttribute("amount", ZB_TEXT("Width of the frame"), ZB_TEXT("How much is cut off every side."), 1, 0, 256)},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"amount", int64_t(1)}}, {{Shape({2, 4, 5})}}}},
};

} // namespace zhibei
