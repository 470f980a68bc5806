#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/source_kinds.h"

namespace zhibei {

namespace {

void lower(Lowering &l)
{
    const Shape shape = sourceShape(l.attribute("shape"));
    Integers n = alongAxis(shape, 0, shape);
    n[0] = l.choice("distribution") == "uniform" ? 1 : 0;
    l.output(l.add(noiseOp, {}, n, {n[0] ? -l.real("spread") : 0.0, l.real("spread")}));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec distribution{"distribution", ZB_TEXT("Distribution"), ZB_TEXT("How the numbers are spread."), AttributeType::Choice, std::string("normal")};
    distribution.choices = {{"normal", ZB_TEXT("normal")}, {"uniform", ZB_TEXT("uniform")}};
    return {distribution, {"spread", ZB_TEXT("Spread"), ZB_TEXT("Standard deviation; or, where uniform, the largest number."), AttributeType::Real, 1.0, 0, 100}};
}

} // namespace

const LayerKind noiseKind = sourceKind({64}, {
    .id = "noise",
    .text = ZB_TEXT("Noise"),
    .help = ZB_TEXT("Random numbers that come out of nothing, new at every step: what a generator makes pictures of."),
    .keywords = "random normal gaussian uniform latent generator 噪声 随机 高斯 生成器",
    .icon = "dices",
    .inputs = {}, .outputs = {}, .attributes = attributes(), .inferShape = nullptr, .lower = lower, .samples = {},
});

} // namespace zhibei
