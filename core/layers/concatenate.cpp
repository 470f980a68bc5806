#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

#include <algorithm>

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    std::vector<int64_t> extents = query.inputs[0].shape.extents();
    for (const ValueType &input : query.inputs.subspan(1)) {
        const std::vector<int64_t> &other = input.shape.extents();
        if (other.empty() || extents.empty() || !std::equal(other.begin() + 1, other.end(), extents.begin() + 1, extents.end()))
            return {{}, {ZB_TEXT("%1 and %2 cannot be put one after the other: all but the first size must be equal. Put a Flatten layer before each."),
                         {query.inputs[0].shape.text(), input.shape.text()}}};
        extents[0] += other[0];
    }
    return {{{Shape(extents), 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(joined(l));
}

/// If the values are neighbouring slices that make up a whole value, that value; else noValue.
ValueId wholeOf(const Program &program, const std::vector<ValueId> &parts)
{
    ValueId whole = noValue;
    int64_t next = 0;
    for (ValueId part : parts) {
        const auto made = std::find_if(program.ops.begin(), program.ops.end(), [&](const OpInstance &op) {
            return op.op == &sliceOp && op.outputs[0] == part;
        });
        if (made == program.ops.end() || made->integers[0] != next || (whole != noValue && made->inputs[0] != whole))
            return noValue;
        whole = made->inputs[0];
        next += program.count(part);
    }
    return whole != noValue && program.count(whole) == next ? whole : noValue;
}

} // namespace

int joined(Lowering &l)
{
    if (l.inputs().size() == 1)
        return l.input();
    if (const ValueId whole = wholeOf(l.model().program, l.inputs()); whole != noValue)
        return whole;
    return l.add(concatenateOp, l.inputs());
}

const LayerKind concatenateKind{
    .id = "concatenate",
    .text = ZB_TEXT("Concatenate"),
    .help = ZB_TEXT("Puts what arrives one after the other, in the order of the wires."),
    .keywords = "concat join merge 连结 拼接 合并",
    .icon = "combine",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("inputs"), true}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}, {Shape({2})}}}, {{}, {{Shape({2, 3, 2})}, {Shape({1, 3, 2})}}}},
};

} // namespace zhibei
