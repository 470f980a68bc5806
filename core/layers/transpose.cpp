#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

/// Empty if `order` does not name each axis once.
std::vector<int64_t> extentsIn(const Shape &in, const std::vector<int64_t> &order)
{
    std::vector<int64_t> extents, seen(size_t(in.rank()), 0);
    if (int(order.size()) != in.rank() || in.rank() > 5)
        return {};
    for (int64_t axis : order) {
        if (axis < 0 || axis >= in.rank() || seen[size_t(axis)]++)
            return {};
        extents.push_back(in[int(axis)]);
    }
    return extents;
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    const std::vector<int64_t> extents = extentsIn(in, std::get<std::vector<int64_t>>(query.attribute("order")));
    if (extents.empty())
        return {{}, {ZB_TEXT("%1 has %2 axes: the order must name each of them once, counted from 0."), {in.text(), std::to_string(in.rank())}}};
    return {{{Shape(extents), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape in = l.shape(l.input());
    const auto &order = std::get<std::vector<int64_t>>(l.attribute("order"));
    Integers n{in.rank()};
    for (size_t axis = 0; axis < order.size(); ++axis) {
        n[1 + axis] = in[int(axis)];
        n[6 + axis] = order[axis];
    }
    l.output(l.add(permuteOp, {l.input()}, n));
}


} // namespace

const LayerKind transposeKind{
    .id = "transpose",
    .text = ZB_TEXT("Transpose"),
    .help = ZB_TEXT("Puts the axes into another order: rows become columns."),
    .keywords = "permute swap axes 转置 置换 维度",
    .icon = "arrow-left-right",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {{"order", ZB_TEXT("Order of axes"), ZB_TEXT("Which old axis becomes the first, the second and so on, counted from 0."), AttributeType::Integers, std::vector<int64_t>{1, 0}, 0, 4}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3, 4})}}},
                {{{"order", std::vector<int64_t>{2, 0, 1}}}, {{Shape({2, 3, 4})}}}},
};

} // namespace zhibei
