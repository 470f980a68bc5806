#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

int64_t countOf(const Shape &in, int64_t axis, int64_t begin, int64_t count)
{
    return count > 0 ? count : in[int(axis)] - begin;
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    const int64_t axis = query.integer("axis"), begin = query.integer("begin"), given = query.integer("count");
    if (axis >= in.rank())
        return {{}, {ZB_TEXT("%1 has only %2 axes. Choose a smaller one; they count from 0."), {in.text(), std::to_string(in.rank())}}};
    const int64_t count = countOf(in, axis, begin, given);
    if (count < 1 || begin + count > in[int(axis)])
        return {{}, {ZB_TEXT("From %1 on, %2 numbers do not fit into the %3 that arrive."), {std::to_string(begin), std::to_string(count), std::to_string(in[int(axis)])}}};
    std::vector<int64_t> extents = in.extents();
    extents[size_t(axis)] = count;
    return {{{Shape(extents), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape in = l.shape(l.input());
    const int64_t axis = l.integer("axis"), begin = l.integer("begin"), count = countOf(in, axis, begin, l.integer("count"));
    std::vector<int64_t> extents = in.extents();
    extents[size_t(axis)] = count;
    Integers n = alongAxis(in, int(axis), Shape(extents));
    n[3] = begin;
    n[4] = count;
    l.output(l.add(axisSliceOp, {l.input()}, n));
}


} // namespace

const LayerKind sliceKind{
    .id = "slice",
    .text = ZB_TEXT("Slice"),
    .help = ZB_TEXT("Takes some of the numbers along an axis."),
    .keywords = "cut part range 切片 截取",
    .icon = "scissors",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {integerAttribute("axis", ZB_TEXT("Axis"), ZB_TEXT("Along which axis, counted from 0."), 0, 0, 4),
                   integerAttribute("begin", ZB_TEXT("From"), ZB_TEXT("The first one that is taken, counted from 0."), 0, 0, 1e9),
                   integerAttribute("count", ZB_TEXT("How many"), ZB_TEXT("How many are taken. 0: all to the end."), 1, 0, 1e9)},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"begin", int64_t(1)}, {"count", int64_t(2)}}, {{Shape({4})}}},
                {{{"axis", int64_t(1)}, {"begin", int64_t(1)}, {"count", int64_t(0)}}, {{Shape({2, 3, 2})}}}},
};

} // namespace zhibei
