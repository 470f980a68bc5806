#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    for (const ValueType &input : query.inputs)
        if (input.shape != query.inputs[0].shape)
            return {{}, {ZB_TEXT("All inputs must have the same shape, but %1 and %2 arrive. Change the layer before one of them."),
                         {query.inputs[0].shape.text(), input.shape.text()}}};
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.inputs().size() == 1 ? l.input() : l.add(addOp, l.inputs()));
}

} // namespace

const LayerKind addKind{
    .id = "add",
    .text = ZB_TEXT("Add"),
    .help = ZB_TEXT("Adds what arrives, number by number. With a wire around some layers it makes a skip connection."),
    .keywords = "plus sum residual skip 加 求和 残差 跳跃连接",
    .icon = "circle-plus",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("inputs"), true}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}, {Shape({3})}}}, {{}, {{Shape({2, 2, 2})}, {Shape({2, 2, 2})}, {Shape({2, 2, 2})}}}},
};

} // namespace zhibei
