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
        return {{}, {ZB_TEXT("Capsules are needed (how many × numbers each), but %1 arrives. Put Primary capsules in between."), {in.text()}}};
    return {{{Shape({query.integer("units"), query.integer("size")}), 0}, {Shape({in[0], query.integer("units")}), 0}}, {}};
}

/// The votes are one small matrix product for each capsule below: a convolution in as many groups over a single place.
void lower(Lowering &l)
{
    const Shape in = l.shape(l.input());
    const int64_t from = in[0], units = l.integer("units"), size = l.integer("size");
    ConvGeometry g;
    g.channels = in.count();
    g.outputs = from * units * size;
    g.groups = from;
    const Shape matrix({in[1], g.outputs});
    Initial initial = l.initial(double(in[1]), double(size));
    if (initial.automatic)
        initial = {Initial::Scheme::Fixed, 1, 1, false, 0.05};
    const ValueId w = l.parameter("weights", matrix, {{{}, "weights", matrix, 0, g.outputs, 1, initial, true}});
    const ValueId votes = l.add(convOp, {l.view(l.input(), Shape({g.channels, 1, 1})), w}, g.pack());
    const Integers integers{size, from, units, l.integer("iterations")};
    const ValueId shares = l.add(routeOp, {votes}, integers);
    l.output(l.add(squashOp, {l.add(addVotesOp, {votes, shares}, integers)}, {size}));
    l.output(shares, 1);
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all{integerAttribute("units", ZB_TEXT("Capsules"), ZB_TEXT("How many capsules; one for each class in the last layer."), 10, 1, 256),
                                   integerAttribute("size", ZB_TEXT("Numbers each"), ZB_TEXT("How many numbers a capsule holds."), 16, 1, 64),
                                   integerAttribute("iterations", ZB_TEXT("Rounds"), ZB_TEXT("How many rounds the votes are weighed in."), 3, 1, 10)};
    for (AttributeSpec &spec : weightAttributes())
        if (spec.id != "bias")
            all.push_back(std::move(spec));
    return all;
}


} // namespace

const LayerKind capsulesKind{
    .id = "capsules",
    .text = ZB_TEXT("Capsules"),
    .help = ZB_TEXT("Every capsule below votes for what each capsule here should be; votes that agree count more, round by round."),
    .keywords = "capsule dynamic routing agreement digit 胶囊 动态路由 胶囊网络",
    .icon = "share-2",
    .category = Category::Capsule,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}, {"routing", ZB_TEXT("routing weights")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"units", int64_t(3)}, {"size", int64_t(2)}, {"iterations", int64_t(1)}}, {{Shape({4, 3})}}},
                {{{"units", int64_t(2)}, {"size", int64_t(5)}, {"iterations", int64_t(1)}}, {{Shape({3, 2})}}}},
};

} // namespace zhibei
