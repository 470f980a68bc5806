#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape shape(std::get<std::vector<int64_t>>(query.attribute("shape")));
    if (shape.rank() < 1 || shape.rank() > 5)
        return {{}, {ZB_TEXT("A shape has one to five sizes."), {}}};
    return {{{shape, 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape shape(std::get<std::vector<int64_t>>(l.attribute("shape")));
    l.output(l.add(constantOp, {}, alongAxis(shape, 0, shape), {l.real("value")}));
}


} // namespace

const LayerKind constantKind{
    .id = "constant",
    .text = ZB_TEXT("Constant"),
    .help = ZB_TEXT("The same number everywhere: say, the answer “real” for a detective."),
    .keywords = "constant ones zeros fixed target 常数 常量",
    .icon = "pin",
    .category = Category::Arithmetic,
    .inputs = {},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {{"shape", ZB_TEXT("Shape"), ZB_TEXT("The sizes of one sample: channels, height, width."), AttributeType::Integers, std::vector<int64_t>{1}, 1, 65536},
                   {"value", ZB_TEXT("Value"), ZB_TEXT("The number."), AttributeType::Real, 1.0, -1e6, 1e6}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {}}},
};

} // namespace zhibei
