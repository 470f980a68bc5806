#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    const ValueId x = l.input();
    const Shape &in = l.shape(x);
    const int64_t rows = in.rank() == 2 ? in[0] : 1, n = l.count(x) / rows;
    const Shape each({n});
    const auto of = [&](const char *name, Initial::Scheme scheme) {
        return l.parameter(name, each, {{{}, name, each, 0, 0, 1, {scheme, 1, 1, false}, false}});
    };
    const ValueId gain = of("gain", Initial::Scheme::One), shift = of("shift", Initial::Scheme::Zero);
    l.output(l.add(affineOp, {l.add(normaliseOp, {x}, {rows}, {l.real("epsilon")}), gain, shift}, {n, 1}));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec epsilon{"epsilon", ZB_TEXT("ε"), ZB_TEXT("A small number that keeps the division finite."), AttributeType::Real, 1e-5, 1e-12, 1, true};
    std::vector<AttributeSpec> all = weightAttributes();
    std::erase_if(all, [](const AttributeSpec &spec) { return spec.id == "bias" || spec.id == "init"; });
    all.insert(all.begin(), epsilon);
    return all;
}


} // namespace

const LayerKind layerNormKind{
    .id = "layer_norm",
    .text = ZB_TEXT("Layer normalisation"),
    .help = ZB_TEXT("Gives the numbers of each sample, or of each step of a sequence, mean 0 and variance 1, then a learned gain and shift."),
    .keywords = "layernorm ln transformer normalization 层规范化 层归一化",
    .icon = "align-center-horizontal",
    .category = Category::Layer,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({5})}}},
                {{}, {{Shape({2, 2, 3})}}},
                {{}, {{Shape({4, 3})}}}},
};

} // namespace zhibei
