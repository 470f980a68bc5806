#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    const Windows w = windowsOver(in, in.rank() == 2, 0, averagePoolKind, query.node.attributes);
    return w.mistake.empty() ? ShapeAnswer{{{w.geometry.smallShape(), 0}}, {}} : ShapeAnswer{{}, w.mistake};
}

void lower(Lowering &l)
{
    const Shape &in = l.shape(l.input());
    l.output(l.add(averagePoolOp, {l.input()}, windowsOver(in, in.rank() == 2, 0, averagePoolKind, l.node().attributes).geometry.pack()));
}


} // namespace

const LayerKind averagePoolKind{
    .id = "average_pool",
    .text = ZB_TEXT("Average pooling"),
    .help = ZB_TEXT("Replaces each window by its mean, so that the picture becomes smaller and calmer."),
    .keywords = "avgpool mean downsample 平均汇聚 平均池化 汇聚层 池化",
    .icon = "grid-3x3",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = windowAttributes(2, 2, "valid"),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({2, 4, 4})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("same")}}, {{Shape({1, 5, 5})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(1)}, {"padding", std::string("explicit")}, {"pad", int64_t(1)}}, {{Shape({5, 3})}}}},
};

} // namespace zhibei
