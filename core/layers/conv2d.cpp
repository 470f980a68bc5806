#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

Windows windows(const Shape &in, int64_t filters, const Attributes &attributes)
{
    return windowsOver(in, false, filters, conv2Kind, attributes);
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
    std::vector<AttributeSpec> all{integerAttribute("filters", ZB_TEXT("Kernels"), ZB_TEXT("How many kernels; each makes one channel of the result."), int64_t(8), 1, 65536, true)};
    for (AttributeSpec &spec : windowAttributes(3, 1, "same"))
        all.push_back(std::move(spec));
    all.push_back(integerAttribute("dilation", ZB_TEXT("Dilation"), ZB_TEXT("How far apart the window's points are; 1: side by side."), 1, 1, 16));
    all.push_back(integerAttribute("groups", ZB_TEXT("Groups"), ZB_TEXT("Channels are split into so many groups that do not see each other."), 1, 1, 16384));
    all.push_back(activationAttribute("activation", "relu"));
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}


} // namespace

const LayerKind conv2Kind{
    .id = "conv2d",
    .text = ZB_TEXT("Convolution"),
    .help = ZB_TEXT("Moves small kernels over the picture, patch by patch, like a flashlight. Each kernel finds its own pattern everywhere."),
    .keywords = "conv cnn kernel filter feature map 卷积层 卷积 卷积核 特征图",
    .icon = "scan",
    .category = Category::Convolution,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"activation", std::string("tanh")}}, {{Shape({2, 5, 5})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"stride", int64_t(2)}, {"padding", std::string("valid")}, {"activation", std::string("identity")}}, {{Shape({1, 5, 4})}}},
                {{{"filters", int64_t(4)}, {"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("explicit")}, {"pad", int64_t(2)}, {"groups", int64_t(2)}, {"activation", std::string("sigmoid")}}, {{Shape({2, 4, 5})}}},
                {{{"filters", int64_t(5)}, {"kernel", int64_t(2)}, {"dilation", int64_t(2)}, {"bias", false}, {"activation", std::string("identity")}}, {{Shape({3, 4, 4})}}},
                {{{"filters", int64_t(9)}, {"kernel", int64_t(1)}, {"activation", std::string("tanh")}}, {{Shape({2, 3, 3})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(3)}, {"stride", int64_t(3)}, {"dilation", int64_t(2)}, {"padding", std::string("same")}, {"activation", std::string("identity")}}, {{Shape({1, 7, 8})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"kernel_height", int64_t(3)}, {"stride_down", int64_t(2)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{1, 0, 0, 1}}, {"activation", std::string("tanh")}}, {{Shape({2, 5, 4})}}}},
};

} // namespace zhibei
