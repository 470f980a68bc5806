#include "core/layers/pool_kinds.h"

#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

/// Over a picture, or along a sequence.
Windows windows(const Shape &in, const LayerKind &kind, const Node &node)
{
    return windowsOver(in, in.rank() == 2, 0, kind, node.attributes);
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Windows w = windows(query.inputs[0].shape, query.kind, query.node);
    return w.mistake.empty() ? ShapeAnswer{{{w.geometry.smallShape(), 0}}, {}} : ShapeAnswer{{}, w.mistake};
}

void lowerLargest(Lowering &l)
{
    l.output(l.add(maxPoolOp, {l.input()}, windows(l.shape(l.input()), l.kind(), l.node()).geometry.pack()));
}

void lowerMean(Lowering &l)
{
    Integers n = windows(l.shape(l.input()), l.kind(), l.node()).geometry.pack();
    n[18] = l.flag("count_padding");
    l.output(l.add(averagePoolOp, {l.input()}, n));
}

} // namespace

LayerKind poolKind(Pool pool, LayerKind kind)
{
    kind.category = Category::Convolution;
    kind.inputs = {{"in", ZB_TEXT("input")}};
    kind.outputs = {{"out", ZB_TEXT("output")}};
    const std::vector<AttributeSpec> common = windowAttributes(2, 2, "valid");
    kind.attributes.insert(kind.attributes.begin(), common.begin(), common.end());
    kind.inferShape = inferShape;
    kind.lower = pool == Pool::Largest ? lowerLargest : lowerMean;
    return kind;
}

} // namespace zhibei
