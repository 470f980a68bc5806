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
    const int64_t f = query.integer("factor");
    return {{{Shape({in[0], in[1] * f, in[2] * f}), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape &in = l.shape(l.input());
    l.output(l.add(l.choice("method") == "bilinear" ? upsampleBilinearOp : upsampleNearestOp, {l.input()}, {in[0], in[1], in[2], l.integer("factor")}));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec method{"method", ZB_TEXT("Method"), ZB_TEXT("Where the new pixels come from."), AttributeType::Choice, std::string("nearest")};
    method.choices = {{"nearest", ZB_TEXT("repeat")}, {"bilinear", ZB_TEXT("bilinear")}};
    return {integerAttribute("factor", ZB_TEXT("Factor"), ZB_TEXT("How many times as tall and wide the picture becomes."), 2, 1, 16), method};
}


} // namespace

const LayerKind upsampleKind{
    .id = "upsample",
    .text = ZB_TEXT("Upsampling"),
    .help = ZB_TEXT("Makes a picture larger: every pixel is repeated, or the new ones lie between their neighbours."),
    .keywords = "resize enlarge nearest bilinear 上采样 放大 插值",
    .icon = "maximize-2",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({2, 3, 2})}}},
                {{{"factor", int64_t(3)}, {"method", std::string("bilinear")}}, {{Shape({1, 3, 2})}}}},
};

} // namespace zhibei
