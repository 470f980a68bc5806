#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape wanted(std::get<std::vector<int64_t>>(query.attribute("shape")));
    const Shape &in = query.inputs[0].shape;
    if (wanted.count() != in.count())
        return {{}, {ZB_TEXT("%1 holds %2 numbers, but %3 holds %4. Change the shape so that both are equal."),
                     {in.text(), std::to_string(in.count()), wanted.text(), std::to_string(wanted.count())}}};
    return {{{wanted, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.view(l.input(), Shape(std::get<std::vector<int64_t>>(l.attribute("shape")))));
}

} // namespace

const LayerKind reshapeKind{
    .id = "reshape",
    .text = ZB_TEXT("Reshape"),
    .help = ZB_TEXT("Gives the same numbers another shape, say a row of 784 as a picture of 28×28."),
    .keywords = "view unflatten 变形 重塑",
    .icon = "box",
    .category = Category::Layer,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {{"shape", ZB_TEXT("Shape"), ZB_TEXT("The sizes of one sample: channels, height, width."),
                    AttributeType::Integers, std::vector<int64_t>{1, 28, 28}, 1, 65536}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"shape", std::vector<int64_t>{2, 2, 3}}}, {{Shape({12})}}}},
};

} // namespace zhibei
