#include "core/layers/activations.h"
#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 1)
        return {{}, {ZB_TEXT("A dense layer takes a row of numbers, but %1 arrives. Put a Flatten layer in between."), {in.text()}}};
    return {{{Shape({query.integer("units")}), 0}}, {}};
}

void lower(Lowering &l)
{
    l.output(l.activate(l.dense(l.input(), l.integer("units"), {&l.node()}), l.choice("activation")));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec units{"units", ZB_TEXT("Neurons"), ZB_TEXT("How many neurons; each looks at every number that arrives."),
                        AttributeType::Integer, int64_t(8), 1, 16384, true};
    std::vector<AttributeSpec> all{units, activationAttribute("activation", "relu")};
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}

} // namespace

const LayerKind denseKind{
    .id = "dense",
    .text = ZB_TEXT("Dense"),
    .help = ZB_TEXT("Neurons that each weigh every number that arrives, add them up, and pass the sum through an activation."),
    .keywords = "fully connected linear layer perceptron 全连接层 线性 稠密 多层感知机",
    .icon = "waypoints",
    .category = Category::Layer,
    .face = Face::Neurons,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"units", int64_t(3)}, {"activation", std::string("tanh")}}, {{Shape({5})}}},
                {{{"units", int64_t(1)}, {"activation", std::string("identity")}, {"bias", false}}, {{Shape({4})}}},
                {{{"units", int64_t(19)}, {"activation", std::string("softmax")}}, {{Shape({7})}}},
                {{{"units", int64_t(33)}, {"activation", std::string("gelu")}}, {{Shape({18})}}}},
};

} // namespace zhibei
