#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 2)
        return {{}, {ZB_TEXT("A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between."), {in.text()}}};
    return {{{Shape({in[0], query.integer("units")}), 0}}, {}};
}

/// A softmax is taken step by step.
void lower(Lowering &l)
{
    const int64_t units = l.integer("units");
    const std::string &activation = l.choice("activation");
    const ValueId y = l.overTime(l.input(), units, "", l.initial(double(l.shape(l.input())[1]), double(units), activation));
    l.output(activation == "softmax" ? l.add(softmaxOp, {y}, {l.shape(y)[0]}) : l.activate(y, activation));
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all{integerAttribute("units", ZB_TEXT("Neurons"), ZB_TEXT("How many neurons look at each step."), 16, 1, 16384, true),
                                   activationAttribute("activation", "identity")};
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}


} // namespace

const LayerKind timeDenseKind{
    .id = "time_dense",
    .text = ZB_TEXT("Dense over time"),
    .help = ZB_TEXT("The same dense layer for every step of a sequence."),
    .keywords = "time distributed dense per step 逐步全连接 时间分布",
    .icon = "rows-3",
    .category = Category::Sequence,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"units", int64_t(3)}, {"activation", std::string("tanh")}}, {{Shape({4, 2})}}},
                {{{"units", int64_t(5)}, {"activation", std::string("softmax")}, {"bias", false}}, {{Shape({3, 3})}}}},
};

} // namespace zhibei
