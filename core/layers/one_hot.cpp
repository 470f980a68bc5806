#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const ValueType &in = query.inputs[0];
    if (!in.classes)
        return {{}, {ZB_TEXT("One-hot needs classes, characters or words, but quantities arrive. Remove the layer."), {}}};
    return {{{in.shape.count() == 1 ? Shape({in.classes}) : Shape({in.shape.count(), in.classes}), 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(oneHotOp, {l.input()}, {l.inputType().classes}));
}


} // namespace

const LayerKind oneHotKind{
    .id = "one_hot",
    .text = ZB_TEXT("One-hot"),
    .help = ZB_TEXT("Turns a class, a character or a word into a row of zeros with a single one at its place."),
    .keywords = "onehot dummy indicator 独热编码 独热",
    .icon = "list",
    .category = Category::Sequence,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .takesIndices = true,
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3}), 4}}},
                {{}, {{Shape({1}), 3}}}},
};

} // namespace zhibei
