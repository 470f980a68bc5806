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
    l.output(l.choice("method") == "length" ? l.add(unitLengthOp, {l.input()}) : l.add(normaliseOp, {l.input()}, {}, {1e-5}));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec method{"method", ZB_TEXT("Method"), ZB_TEXT("What is made equal for every sample."), AttributeType::Choice, std::string("standard")};
    method.choices = {{"standard", ZB_TEXT("mean 0, variance 1")}, {"length", ZB_TEXT("length 1")}};
    return {method};
}

} // namespace

const LayerKind normaliseKind{
    .id = "normalise",
    .text = ZB_TEXT("Normalise"),
    .help = ZB_TEXT("Brings the numbers of each sample to the same scale."),
    .keywords = "normalize standardise scale 规范化 标准化 归一化",
    .icon = "sliders-horizontal",
    .category = Category::Layer,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({6})}}}, {{{"method", std::string("length")}}, {{Shape({1, 2, 3})}}}},
};

} // namespace zhibei
