#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.add(dropoutOp, {l.input()}, {}, {l.real("rate")}));
}

} // namespace

const LayerKind dropoutKind{
    .id = "dropout",
    .text = ZB_TEXT("Dropout"),
    .help = ZB_TEXT("While training, silences each number with this probability, so that no neuron can rely on one other. Does nothing when the network is used."),
    .keywords = "regularisation overfitting 暂退法 丢弃 正则化 过拟合",
    .icon = "droplets",
    .category = Category::Layer,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {{"rate", ZB_TEXT("Rate"), ZB_TEXT("The share that is silenced."), AttributeType::Real, 0.5, 0, 0.95}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"rate", 0.3}}, {{Shape({9})}}}, {{{"rate", 0.0}}, {{Shape({1, 3, 3})}}}},
};

} // namespace zhibei
