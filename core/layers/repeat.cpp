#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

Shape repeated(const Shape &in, int64_t times)
{
    std::vector<int64_t> extents{times};
    extents.insert(extents.end(), in.extents().begin(), in.extents().end());
    return Shape(extents);
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{repeated(query.inputs[0].shape, query.integer("times")), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape in = l.shape(l.input()), out = repeated(in, l.integer("times"));
    l.output(l.add(axisRepeatOp, {l.input()}, alongAxis(out, 0, out), {1}));
}


} // namespace

const LayerKind repeatKind{
    .id = "repeat",
    .text = ZB_TEXT("Repeat"),
    .help = ZB_TEXT("Repeats what arrives, as the steps of a sequence."),
    .keywords = "repeat vector tile 重复 复制",
    .icon = "copy",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {integerAttribute("times", ZB_TEXT("Times"), ZB_TEXT("How often."), 4, 1, 4096)},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"times", int64_t(3)}}, {{Shape({2})}}},
                {{{"times", int64_t(2)}}, {{Shape({2, 3})}}}},
};

} // namespace zhibei
