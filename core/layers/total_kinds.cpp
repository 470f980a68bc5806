#include "core/layers/total_kinds.h"

#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

#include <algorithm>

namespace zhibei {

namespace {

/// The shape that is left when an axis is gone.
Shape without(const Shape &shape, int axis)
{
    std::vector<int64_t> extents = shape.extents();
    extents.erase(extents.begin() + axis);
    return extents.empty() ? Shape({1}) : Shape(extents);
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    const int64_t axis = query.integer("axis");
    if (axis >= in.rank())
        return {{}, {ZB_TEXT("%1 has only %2 axes. Choose a smaller one; they count from 0."), {in.text(), std::to_string(in.rank())}}};
    return {{{axis < 0 ? Shape({1}) : without(in, int(axis)), 0}}, {}};
}

template <Total total>
void lower(Lowering &l)
{
    const auto axis = int(l.integer("axis"));
    const ValueId x = axis < 0 ? l.view(l.input(), Shape({l.count(l.input())})) : l.input();
    const Shape in = l.shape(x);
    const int along = std::max(0, axis);
    l.output(l.add(axisSumOp, {x}, alongAxis(in, along, without(in, along)), {total == Total::Sum ? 1.0 : 1.0 / double(in[along])}));
}

} // namespace

LayerKind totalKind(Total total, LayerKind kind)
{
    kind.category = Category::Arithmetic;
    kind.inputs = {{"in", ZB_TEXT("input")}};
    kind.outputs = {{"out", ZB_TEXT("output")}};
    kind.attributes = {integerAttribute("axis", ZB_TEXT("Axis"), ZB_TEXT("Which axis is added up, from 0; −1: all of them."), -1, -1, 4)};
    kind.inferShape = inferShape;
    kind.lower = total == Total::Sum ? lower<Total::Sum> : lower<Total::Mean>;
    kind.samples = {{{}, {{Shape({4})}}},
                    {{{"axis", int64_t(0)}}, {{Shape({3, 2})}}},
                    {{{"axis", int64_t(1)}}, {{Shape({2, 3, 2})}}}};
    return kind;
}

} // namespace zhibei
