#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    if (query.inputs[0].shape != query.inputs[1].shape)
        return {{}, {ZB_TEXT("All inputs must have the same shape, but %1 and %2 arrive. Change the layer before one of them."),
                     {query.inputs[0].shape.text(), query.inputs[1].shape.text()}}};
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(addOp, {l.input(0), l.add(scaleOp, {l.input(1)}, {}, {-1})}));
}


} // namespace

const LayerKind subtractKind{
    .id = "subtract",
    .text = ZB_TEXT("Subtract"),
    .help = ZB_TEXT("The first input minus the second, number by number."),
    .keywords = "minus difference 减 差",
    .icon = "minus",
    .category = Category::Arithmetic,
    .inputs = {{"a", ZB_TEXT("first")}, {"b", ZB_TEXT("second")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}, {Shape({3})}}}},
};

} // namespace zhibei
