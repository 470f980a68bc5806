#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/ops/conv.h"

namespace zhibei {

namespace {

/// One window over everything.
ConvGeometry whole(const Shape &in)
{
    ConvGeometry g;
    g.sequence = in.rank() == 2;
    g.channels = g.outputs = in[g.sequence ? 1 : 0];
    g.height = g.kernelHeight = g.sequence ? 1 : in[1];
    g.width = g.kernelWidth = in[g.sequence ? 0 : 2];
    return g;
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 2 && in.rank() != 3)
        return {{}, {ZB_TEXT("A picture or a sequence is needed, but %1 arrives."), {in.text()}}};
    return {{{Shape({whole(in).channels}), 0}}, {}};
}

void lower(Lowering &l)
{
    const ConvGeometry g = whole(l.shape(l.input()));
    const ValueId y = l.add(l.choice("method") == "max" ? maxPoolOp : averagePoolOp, {l.input()}, g.pack());
    l.output(l.view(y, Shape({g.channels})));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec method{"method", ZB_TEXT("Method"), ZB_TEXT("What is kept of each channel."), AttributeType::Choice, std::string("mean")};
    method.choices = {{"mean", ZB_TEXT("mean")}, {"max", ZB_TEXT("largest")}};
    return {method};
}


} // namespace

const LayerKind globalPoolKind{
    .id = "global_pool",
    .text = ZB_TEXT("Global pooling"),
    .help = ZB_TEXT("Makes one number of each channel, its mean or its largest, wherever in the picture that was."),
    .keywords = "gap global average max 全局汇聚 全局平均池化 全局池化",
    .icon = "minimize-2",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3, 3, 2})}}},
                {{{"method", std::string("max")}}, {{Shape({2, 3, 3})}}},
                {{}, {{Shape({4, 3})}}}},
};

} // namespace zhibei
