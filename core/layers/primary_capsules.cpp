#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

Windows windows(const Shape &in, int64_t channels, const Attributes &attributes)
{
    return windowsOver(in, false, channels, primaryCapsulesKind, attributes);
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const int64_t size = query.integer("size");
    const Windows w = windows(query.inputs[0].shape, query.integer("maps") * size, query.node.attributes);
    if (!w.mistake.empty())
        return {{}, w.mistake};
    return {{{Shape({w.geometry.smallShape().count() / size, size}), 0}}, {}};
}

void lower(Lowering &l)
{
    const int64_t maps = l.integer("maps"), size = l.integer("size");
    const ConvGeometry g = windows(l.shape(l.input()), maps * size, l.node().attributes).geometry;
    const int64_t places = g.outHeight * g.outWidth;
    const ValueId y = l.view(convolve(l, l.input(), g, false, "identity"), Shape({maps, size, places}));
    const ValueId bundles = l.add(permuteOp, {y}, {3, maps, size, places, 0, 0, 0, 2, 1});
    l.output(l.add(squashOp, {l.view(bundles, Shape({maps * places, size}))}, {size}));
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all{integerAttribute("maps", ZB_TEXT("Maps"), ZB_TEXT("How many capsules look at each place."), 8, 1, 256, true),
                                   integerAttribute("size", ZB_TEXT("Numbers each"), ZB_TEXT("How many numbers a capsule holds."), 8, 1, 64)};
    for (AttributeSpec &spec : windowAttributes(9, 2, "valid"))
        all.push_back(std::move(spec));
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}


} // namespace

const LayerKind primaryCapsulesKind{
    .id = "primary_capsules",
    .text = ZB_TEXT("Primary capsules"),
    .help = ZB_TEXT("Kernels whose results are bundled: each bundle is an arrow that says how sure it is by its length and what it sees by its direction."),
    .keywords = "capsule capsnet squash 初级胶囊 胶囊网络",
    .icon = "boxes",
    .category = Category::Capsule,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"maps", int64_t(2)}, {"size", int64_t(3)}, {"kernel", int64_t(3)}, {"stride", int64_t(2)}}, {{Shape({2, 5, 5})}}},
                {{{"maps", int64_t(1)}, {"size", int64_t(2)}, {"kernel", int64_t(2)}, {"stride", int64_t(1)}, {"bias", false}}, {{Shape({1, 3, 3})}}}},
};

} // namespace zhibei
