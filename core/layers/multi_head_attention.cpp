#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"
#include "core/layers/windowed.h"

#include <cmath>

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    for (size_t port = 0; port < 3; ++port)
        if (const ValueType &in = query.inputs[port]; !in.absent() && in.shape.rank() != 2)
            return {{}, {ZB_TEXT("A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between."), {in.shape.text()}}};
    const ValueType &key = query.inputs[1].absent() ? query.inputs[0] : query.inputs[1], &value = query.inputs[2].absent() ? key : query.inputs[2];
    const int64_t size = query.integer("size"), heads = query.integer("heads");
    if (size % heads != 0)
        return {{}, {ZB_TEXT("%1 numbers cannot be shared out among %2 heads. Choose a size that the heads divide."), {std::to_string(size), std::to_string(heads)}}};
    if (key.shape[0] != value.shape[0] || (!query.inputs[3].absent() && query.inputs[3].shape.count() != key.shape[0]))
        return {{}, {ZB_TEXT("Keys, values and mask must have the same number of steps."), {}}};
    return {{{Shape({query.inputs[0].shape[0], size}), 0}, {Shape({heads, query.inputs[0].shape[0], key.shape[0]}), 0}}, {}};
}

/// [time, heads·d] as [heads, time, d]
ValueId split(Lowering &l, ValueId x, int64_t heads)
{
    const int64_t time = l.shape(x)[0], d = l.shape(x)[1] / heads;
    return l.add(permuteOp, {l.view(x, Shape({time, heads, d}))}, {3, time, heads, d, 0, 0, 1, 0, 2});
}

void lower(Lowering &l)
{
    const int64_t size = l.integer("size"), heads = l.integer("heads"), d = size / heads;
    const ValueId query = l.input(0), key = l.has(1) ? l.input(1) : query, value = l.has(2) ? l.input(2) : key;
    const auto projected = [&](ValueId x, const char *suffix) {
        return split(l, l.overTime(x, size, suffix, l.initial(double(l.shape(x)[1]), double(size))), heads);
    };
    const ValueId q = projected(query, "_query"), k = projected(key, "_key"), v = projected(value, "_value");
    const int64_t rows = l.shape(query)[0], columns = l.shape(key)[0];
    ValueId scores = l.add(scaleOp, {l.add(matmulOp, {q, k}, {heads, rows, columns, d, 0, 1})}, {}, {1 / std::sqrt(double(d))});
    if (l.flag("causal"))
        scores = l.add(causalMaskOp, {scores}, {rows, columns});
    if (l.has(3))
        scores = l.add(keyMaskOp, {scores, l.input(3)}, {rows, columns});
    const ValueId weights = l.add(softmaxOp, {scores}, {heads * rows});
    const ValueId answers = l.view(l.add(matmulOp, {weights, v}, {heads, rows, d, columns, 0, 0}), Shape({heads, rows, d}));
    const ValueId together = l.view(l.add(permuteOp, {answers}, {3, heads, rows, d, 0, 0, 1, 0, 2}), Shape({rows, size}));
    l.output(l.overTime(together, size, "_output", l.initial(double(size), double(size))));
    l.output(l.view(weights, Shape({heads, rows, columns})), 1);
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all{integerAttribute("size", ZB_TEXT("Numbers each"), ZB_TEXT("How many numbers come out for each step."), 32, 1, 4096, true),
                                   integerAttribute("heads", ZB_TEXT("Heads"), ZB_TEXT("How many attentions work side by side."), 4, 1, 64),
                                   {"causal", ZB_TEXT("Only backwards"), ZB_TEXT("No step may look at one that comes after it."), AttributeType::Switch, false}};
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}


} // namespace

const LayerKind multiHeadKind{
    .id = "multi_head_attention",
    .text = ZB_TEXT("Multi-head attention"),
    .help = ZB_TEXT("Several attentions side by side, each with its own view of queries, keys and values; then their answers are mixed."),
    .keywords = "transformer self-attention heads mha 多头注意力 自注意力 变换器",
    .icon = "orbit",
    .category = Category::Sequence,
    .inputs = {{"query", ZB_TEXT("queries")}, {"key", ZB_TEXT("keys"), false, false, true}, {"value", ZB_TEXT("values"), false, false, true}, {"mask", ZB_TEXT("mask"), false, false, true}},
    .outputs = {{"out", ZB_TEXT("output")}, {"weights", ZB_TEXT("attention weights")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"size", int64_t(4)}, {"heads", int64_t(2)}}, {{Shape({3, 3})}, {}, {}, {}}},
                {{{"size", int64_t(3)}, {"heads", int64_t(1)}, {"causal", true}}, {{Shape({4, 2})}, {}, {}, {}}},
                {{{"size", int64_t(6)}, {"heads", int64_t(3)}}, {{Shape({2, 3})}, {Shape({4, 2})}, {Shape({4, 5})}, {}}}},
};

} // namespace zhibei
