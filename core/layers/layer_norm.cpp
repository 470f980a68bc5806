#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/norm_kinds.h"

namespace zhibei {

namespace {

void lower(Lowering &l)
{
    const ValueId x = l.input();
    const Shape &in = l.shape(x);
    const int64_t rows = in.rank() == 2 ? in[0] : 1, n = l.count(x) / rows;
    const ValueId gain = normParameter(l, "gain", n, Initial::Scheme::One), shift = normParameter(l, "shift", n, Initial::Scheme::Zero);
    l.output(l.add(affineOp, {l.add(normaliseOp, {x}, {rows}, {l.real("epsilon")}), gain, shift}, {n, 1}));
}

} // namespace

const LayerKind layerNormKind = normKind({
    .id = "layer_norm",
    .text = ZB_TEXT("Layer normalisation"),
    .help = ZB_TEXT("Gives the numbers of each sample, or of each step of a sequence, mean 0 and variance 1, then a learned gain and shift."),
    .keywords = "layernorm ln transformer normalization 层规范化 层归一化",
    .icon = "align-center-horizontal",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = lower,
    .samples = {{{}, {{Shape({5})}}},
                {{}, {{Shape({2, 2, 3})}}},
                {{}, {{Shape({4, 3})}}}},
});

} // namespace zhibei
