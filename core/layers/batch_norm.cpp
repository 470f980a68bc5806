#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/norm_kinds.h"

namespace zhibei {

namespace {

void lower(Lowering &l)
{
    const ValueId x = l.input();
    const Shape &in = l.shape(x);
    const bool picture = in.rank() == 3;
    const int64_t channels = picture ? in[0] : in[in.rank() - 1], inner = picture ? in[1] * in[2] : 1, places = l.count(x) / channels;
    const ValueId gain = normParameter(l, "gain", channels, Initial::Scheme::One), shift = normParameter(l, "shift", channels, Initial::Scheme::Zero);
    const ValueId mean = normParameter(l, "mean", channels, Initial::Scheme::Zero, l.real("momentum")),
                  variance = normParameter(l, "variance", channels, Initial::Scheme::One, l.real("momentum"));
    const Integers integers{channels, inner, places};
    const ValueId statistics = l.add(batchStatisticsOp, {l.add(tileMomentsOp, {x}, integers), mean, variance}, integers, {l.real("epsilon")});
    const ValueId y = l.add(standardiseOp, {x, statistics, l.other(statistics, 1), mean, variance, l.other(statistics, 2)}, integers);
    l.output(l.add(affineOp, {y, gain, shift}, integers));
}

} // namespace

const LayerKind batchNormKind = normKind({
    .id = "batch_norm",
    .text = ZB_TEXT("Batch normalisation"),
    .help = ZB_TEXT("Gives each channel mean 0 and variance 1 over the batch, then a gain and a shift of its own that are learned. In use, running means take the place of the batch."),
    .keywords = "batchnorm bn normalization 批量规范化 批规范化 批归一化",
    .icon = "align-center-vertical",
    .inputs = {}, .outputs = {}, .attributes = {{"momentum", ZB_TEXT("Momentum"), ZB_TEXT("How far the running means move to each new batch."), AttributeType::Real, 0.1, 0.001, 1, true}}, .inferShape = nullptr, .lower = lower,
    .samples = {{{}, {{Shape({3})}}},
                {{}, {{Shape({2, 3, 3})}}},
                {{}, {{Shape({4, 2})}}}},
});

} // namespace zhibei
