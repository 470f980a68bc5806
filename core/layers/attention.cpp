#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

#include <cmath>

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    for (size_t port = 0; port < 3; ++port)
        if (const Shape &in = query.inputs[port].shape; in.rank() != 2)
            return {{}, {ZB_TEXT("A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between."), {in.text()}}};
    const Shape &q = query.inputs[0].shape, &k = query.inputs[1].shape, &v = query.inputs[2].shape;
    if (q[1] != k[1])
        return {{}, {ZB_TEXT("Queries have %1 numbers and keys %2; they must have equally many to be compared."), {std::to_string(q[1]), std::to_string(k[1])}}};
    if (k[0] != v[0] || (!query.inputs[3].absent() && query.inputs[3].shape.count() != k[0]))
        return {{}, {ZB_TEXT("Keys, values and mask must have the same number of steps."), {}}};
    return {{{Shape({q[0], v[1]}), 0}, {Shape({q[0], k[0]}), 0}}, {}};
}

void lower(Lowering &l)
{
    const int64_t rows = l.shape(l.input(0))[0], columns = l.shape(l.input(1))[0], length = l.shape(l.input(0))[1], size = l.shape(l.input(2))[1];
    ValueId scores = l.add(scaleOp, {l.add(matmulOp, {l.input(0), l.input(1)}, {1, rows, columns, length, 0, 1})}, {}, {1 / std::sqrt(double(length))});
    if (l.flag("causal"))
        scores = l.add(causalMaskOp, {scores}, {rows, columns});
    if (l.has(3))
        scores = l.add(keyMaskOp, {scores, l.input(3)}, {rows, columns});
    const ValueId weights = l.add(softmaxOp, {scores}, {rows});
    l.output(l.add(matmulOp, {weights, l.input(2)}, {1, rows, size, columns, 0, 0}));
    l.output(weights, 1);
}


} // namespace

const LayerKind attentionKind{
    .id = "attention",
    .text = ZB_TEXT("Attention"),
    .help = ZB_TEXT("Each query compares itself with every key and takes the values of those it matches: softmax(QKᵀ / √d)·V."),
    .keywords = "scaled dot product query key value 注意力 点积注意力 查询 键 值",
    .icon = "crosshair",
    .category = Category::Sequence,
    .inputs = {{"query", ZB_TEXT("queries")}, {"key", ZB_TEXT("keys")}, {"value", ZB_TEXT("values")}, {"mask", ZB_TEXT("mask"), false, false, true}},
    .outputs = {{"out", ZB_TEXT("output")}, {"weights", ZB_TEXT("attention weights")}},
    .attributes = {{"causal", ZB_TEXT("Only backwards"), ZB_TEXT("No step may look at one that comes after it."), AttributeType::Switch, false}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3, 4})}, {Shape({5, 4})}, {Shape({5, 2})}, {}}},
                {{{"causal", true}}, {{Shape({4, 3})}, {Shape({4, 3})}, {Shape({4, 5})}, {}}}},
};

} // namespace zhibei
