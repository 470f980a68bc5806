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
    l.output(l.inputs().size() == 1 ? l.input() : l.add(multiplyOp, l.inputs()));
}

} // namespace

const LayerKind multiplyKind{
    .id = "multiply",
    .text = ZB_TEXT("Multiply"),
    .help = ZB_TEXT("Multiplies what arrives, number by number; a gate is made of it."),
    .keywords = "times product gate 乘 相乘 门",
    .icon = "circle-x",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("inputs"), true}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}, {Shape({3})}}}, {{}, {{Shape({2, 2, 2})}, {Shape({2, 2, 2})}, {Shape({2, 2, 2})}}}},
};

} // namespace zhibei
