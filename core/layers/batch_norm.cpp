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
    const bool picture = in.rank() == 3;
    const int64_t channels = picture ? in[0] : in[in.rank() - 1], inner = picture ? in[1] * in[2] : 1, places = l.count(x) / channels;
    const Shape each({channels});
    const auto of = [&](const char *name, Initial::Scheme scheme, double follows) {
        ParameterView view{{}, name, each, 0, 0, 1, {scheme, 1, 1, false}, false};
        view.follows = follows;
        return l.parameter(name, each, {view});
    };
    const ValueId gain = of("gain", Initial::Scheme::One, 0), shift = of("shift", Initial::Scheme::Zero, 0);
    const ValueId mean = of("mean", Initial::Scheme::Zero, l.real("momentum")), variance = of("variance", Initial::Scheme::One, l.real("momentum"));
    const Integers integers{channels, inner, places};
    const ValueId statistics = l.add(batchStatisticsOp, {l.add(tileMomentsOp, {x}, integers), mean, variance}, integers, {l.real("epsilon")});
    const ValueId y = l.add(standardiseOp, {x, statistics, l.other(statistics, 1), mean, variance, l.other(statistics, 2)}, integers);
    l.output(l.add(affineOp, {y, gain, shift}, integers));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec epsilon{"epsilon", ZB_TEXT("ε"), ZB_TEXT("A small number that keeps the division finite."), AttributeType::Real, 1e-5, 1e-12, 1, true};
    AttributeSpec momentum{"momentum", ZB_TEXT("Momentum"), ZB_TEXT("How far the running means move to each new batch."), AttributeType::Real, 0.1, 0.001, 1, true};
    std::vector<AttributeSpec> all = weightAttributes();
    std::erase_if(all, [](const AttributeSpec &spec) { return spec.id == "bias" || spec.id == "init"; });
    all.insert(all.begin(), {epsilon, momentum});
    return all;
}


} // namespace

const LayerKind batchNormKind{
    .id = "batch_norm",
    .text = ZB_TEXT("Batch normalisation"),
    .help = ZB_TEXT("Gives each channel mean 0 and variance 1 over the batch, then a gain and a shift of its own that are learned. In use, running means take the place of the batch."),
    .keywords = "batchnorm bn normalization 批量规范化 批规范化 批归一化",
    .icon = "align-center-vertical",
    .category = Category::Layer,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}}},
                {{}, {{Shape({2, 3, 3})}}},
                {{}, {{Shape({4, 2})}}}},
};

} // namespace zhibei
