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
    Integers n = windowsOver(in, in.rank() == 2, 0, averagePoolKind, l.node().attributes).geometry.pack();
    n[18] = l.flag("count_padding");
    l.output(l.add(averagePoolOp, {l.input()}, n));
}


std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all = windowAttributes(2, 2, "valid");
    all.push_back({"count_padding", ZB_TEXT("Count the zeros"), ZB_TEXT("The zeros at the edge belong to the mean."), AttributeType::Switch, false});
    return all;
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
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({2, 4, 4})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("same")}}, {{Shape({1, 5, 5})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(1)}, {"padding", std::string("explicit")}, {"pad", int64_t(1)}}, {{Shape({5, 3})}}},
                {{{"kernel", int64_t(3)}, {"kernel_height", int64_t(2)}, {"stride_down", int64_t(1)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{0, 1, 1, 2}}, {"count_padding", true}}, {{Shape({2, 3, 4})}}}},
};

} // namespace zhibei
