#include "core/layers/convolution_kinds.h"

#include "core/layers/activations.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

template <Convolution form>
Windows windows(const Shape &in, const LayerKind &kind, const Node &node)
{
    const auto filters = std::get<int64_t>(attributeValue(kind.attributes, node.attributes, "filters"));
    if (form == Convolution::Transposed)
        return transposedWindows(in, filters, kind, node.attributes);
    return windowsOver(in, form == Convolution::OverTime, filters, kind, node.attributes);
}

template <Convolution form>
ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Windows w = windows<form>(query.inputs[0].shape, query.kind, query.node);
    if (!w.mistake.empty())
        return {{}, w.mistake};
    return {{{form == Convolution::Transposed ? w.geometry.bigShape() : w.geometry.smallShape(), 0}}, {}};
}

template <Convolution form>
void lower(Lowering &l)
{
    const ConvGeometry g = windows<form>(l.shape(l.input()), l.kind(), l.node()).geometry;
    l.output(l.activate(convolve(l, l.input(), g, form == Convolution::Transposed, l.choice("activation")), l.choice("activation")));
}

/// Pictures may have many channels; of a sequence or in a generator so many would be a slip.
std::vector<AttributeSpec> attributes(Convolution form)
{
    const bool pictures = form == Convolution::OverPictures;
    std::vector<AttributeSpec> all{integerAttribute("filters", ZB_TEXT("Kernels"), ZB_TEXT("How many kernels; each makes one channel of the result."), 8, 1, pictures ? 65536 : 4096, true)};
    const bool larger = form == Convolution::Transposed;
    for (AttributeSpec &spec : windowAttributes(larger ? 4 : 3, larger ? 2 : 1, "same", form != Convolution::OverTime))
        all.push_back(std::move(spec));
    all.push_back(dilationAttribute());
    all.push_back(integerAttribute("groups", ZB_TEXT("Groups"), ZB_TEXT("Channels are split into so many groups that do not see each other."), 1, 1, pictures ? 16384 : 1024));
    all.push_back(activationAttribute("activation", "relu"));
    for (AttributeSpec &spec : weightAttributes())
        all.push_back(std::move(spec));
    return all;
}

template <Convolution form>
LayerKind complete(LayerKind kind)
{
    kind.category = Category::Convolution;
    kind.inputs = {{"in", ZB_TEXT("input")}};
    kind.outputs = {{"out", ZB_TEXT("output")}};
    kind.attributes = attributes(form);
    kind.inferShape = inferShape<form>;
    kind.lower = lower<form>;
    return kind;
}

} // namespace

LayerKind convolutionKind(Convolution form, LayerKind kind)
{
    switch (form) {
    case Convolution::OverTime: return complete<Convolution::OverTime>(std::move(kind));
    case Convolution::OverPictures: return complete<Convolution::OverPictures>(std::move(kind));
    case Convolution::Transposed: return complete<Convolution::Transposed>(std::move(kind));
    }
    return kind;
}

} // namespace zhibei
