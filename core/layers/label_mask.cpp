#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 2)
        return {{}, {ZB_TEXT("Capsules are needed (how many × numbers each), but %1 arrives. Put Primary capsules in between."), {in.text()}}};
    if (query.inputs[1].classes != in[0])
        return {{}, {ZB_TEXT("There are %1 classes, but %2 capsules arrive. Give the layer before one capsule a class."),
                     {std::to_string(query.inputs[1].classes), std::to_string(in[0])}}};
    return {{{in, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(labelMaskOp, {l.input(0), l.input(1)}, {l.shape(l.input())[1]}));
}


} // namespace

const LayerKind labelMaskKind{
    .id = "label_mask",
    .text = ZB_TEXT("Label mask"),
    .help = ZB_TEXT("Keeps the capsule of the right class and silences all others; in use, the longest one."),
    .keywords = "capsule reconstruction mask label 标签掩码 遮蔽 重构",
    .icon = "badge-check",
    .category = Category::Capsule,
    .inputs = {{"in", ZB_TEXT("capsules")}, {"label", ZB_TEXT("right answer"), false, true}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3, 4})}, {Shape({1}), 3}}}},
};

} // namespace zhibei
