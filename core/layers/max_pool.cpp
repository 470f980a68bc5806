#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    const Windows w = windowsOver(in, in.rank() == 2, 0, maxPoolKind, query.node.attributes);
    return w.mistake.empty() ? ShapeAnswer{{{w.geometry.smallShape(), 0}}, {}} : ShapeAnswer{{}, w.mistake};
}

void lower(Lowering &l)
{
    const Shape &in = l.shape(l.input());
    l.output(l.add(maxPoolOp, {l.input()}, windowsOver(in, in.rank() == 2, 0, maxPoolKind, l.node().attributes).geometry.pack()));
}


std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all = windowAttributes(2, 2, "valid");
    all.push_back(integerAttribute("dilation", ZB_TEXT("Dilation"), ZB_TEXT("How far apart the window's points are; 1: side by side."), 1, 1, 16));
    return all;
}

} // namespace

const LayerKind maxPoolKind{
    .id = "max_pool",
    .text = ZB_TEXT("Max pooling"),
    .help = ZB_TEXT("Keeps the strongest number of each window: a short-sighted eye that sees wider."),
    .keywords = "maxpool downsample subsampling 最大汇聚 最大池化 汇聚层 池化 下采样",
    .icon = "grid-2x2",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({2, 4, 4})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("same")}}, {{Shape({1, 5, 5})}}},
                {{{"kernel", int64_t(2)}, {"stride", int64_t(1)}}, {{Shape({5, 3})}}},
                {{{"kernel_height", int64_t(1)}, {"stride", int64_t(1)}, {"dilation", int64_t(2)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{0, 0, 0, 1}}}, {{Shape({2, 2, 4})}}}},
};

} // namespace zhibei
