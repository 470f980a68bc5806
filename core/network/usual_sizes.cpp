#include "core/network/layout.h"

#include "core/layers/layer_kind.h"
#include "core/network/folding.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr CardSize neuronSize{66, 66};      // with its name
constexpr double around = 24, aboveAndBelow = 70; // what a card has beside its face: margins, header, caption
constexpr double letter = 9, smallLetter = 7;     // pixels wide
constexpr double longestId = 76, icon = 34;
constexpr double map = 48, largestPicture = 112;
constexpr double widestMatrix = 128, mosaic = 116, widestBars = 208, bar = 13, tallest = 100;
constexpr size_t longestData = 16; // letters: the card has the data's name
constexpr double featureRow = 28;
constexpr double resizableCaption = 216; // "1,024 neurons · leaky ReLU", and two buttons

/// Up to twelve maps of many channels, four in a row.
CardSize mapsSize(int64_t channels)
{
    const double count = double(std::min<int64_t>(channels, 12)), columns = std::min(4.0, count);
    return {columns * map, std::ceil(count / columns) * map};
}

CardSize faceSize(const LayerKind &kind, const Shape &shape)
{
    const bool data = kind.category == Category::Data && kind.inputs.empty();
    if (kind.face == Face::None)
        return {0, 0};
    if (shape.rank() == 3)
        return shape[0] == 1 || (data && shape[0] == 3) ? CardSize{largestPicture, largestPicture} : mapsSize(shape[0]);
    if (shape.rank() == 2)
        return {widestMatrix, largestPicture};
    if (data && shape.count() <= featurePortLimit)
        return {mosaic, featureRow * double(shape.count())};
    return {std::clamp(bar * double(shape.count()), mosaic, widestBars), tallest};
}

} // namespace

std::map<NodeId, CardSize> usualSizes(const Network &network, const Analysis &analysis)
{
    std::map<NodeId, CardSize> sizes;
    for (const Node &node : network.nodes) {
        const LayerKind *kind = findKind(node.kind);
        if (kind && kind->id == "neuron") {
            sizes[node.id] = neuronSize;
            continue;
        }
        const ValueType *type = kind ? analysis.type({node.id, 0}) : nullptr;
        const CardSize face = type ? faceSize(*kind, type->shape) : CardSize{120, 40};
        const size_t title = kind ? Text{kind->text, {}}.english().size() : node.kind.size();
        const bool data = kind && kind->category == Category::Data && kind->inputs.empty();
        const double header = icon + letter * double(data ? longestData : title) + std::min(longestId, smallLetter * double(node.id.size()));
        const double caption = kind && findAttribute(kind->attributes, "units") ? resizableCaption : 0;
        sizes[node.id] = {std::max({header, face.width, caption}) + around, face.height + aboveAndBelow};
    }
    return sizes;
}

} // namespace zhibei
