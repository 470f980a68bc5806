#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

Windows windows(const Shape &in, int64_t filters, const Attributes &attributes)
{
    return windowsOver(in, true, filters, conv1Kind, attributes);
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Windows w = windows(query.inputs[0].shape, query.integer("filters"), query.node.attributes);
    return w.mistake.empty() ? ShapeAnswer{{{w.geometry.smallShape(), 0}}, {}} : ShapeAnswer{{}, w.mistake};
}

void lower(Lowering &l)
{
    const ConvGeometry g = windows(l.shape(l.input()), l.integer("filters"), l.node().attributes).geometry;
    l.output(l.activate(convolve(l, l.input(), g, false, l.choice("activation")), l.choice("activation")));
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all{integerAttribute("filters", ZB_TEXT("Kernels"), ZB_TEXT("How many kernels; each makes one channel of the result."), int64_t(8), 1, 4096, true)};
    for (AttributeSpec &spec : windowAttributes(3, 1, "same", false))
        all.push_back(std::move(spec));
    all.push_back(integerAttribute("dilation", ZB_TEXT("Dilation"), ZB_TEXT("How far apart the window's points are; 1: side by side."), 1, 1, 16));
    all.push_back(integerAttribute("groups", ZB_TEXT("Groups"), ZB_TEXT("Channels are split into so many groups that do not see each other."), 1, 1, 1024));
    all.push_back(activationAttribute("activation", "relu"));
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}


} // namespace

const LayerKind conv1Kind{
    .id = "conv1d",
    .text = ZB_TEXT("Convolution over time"),
    .help = ZB_TEXT("Moves small kernels along a sequence: each finds its own pattern of a few steps, wherever it is."),
    .keywords = "conv 1d sequence temporal signal 一维卷积 时序卷积 信号",
    .icon = "audio-lines",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"activation", std::string("tanh")}}, {{Shape({6, 2})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"stride", int64_t(2)}, {"padding", std::string("valid")}, {"activation", std::string("identity")}}, {{Shape({7, 3})}}},
                {{{"filters", int64_t(4)}, {"kernel", int64_t(3)}, {"dilation", int64_t(2)}, {"groups", int64_t(2)}, {"activation", std::string("identity")}}, {{Shape({8, 2})}}}},
};

} // namespace zhibei
