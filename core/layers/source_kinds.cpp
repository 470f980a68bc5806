#include "core/layers/source_kinds.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape shape = sourceShape(query.attribute("shape"));
    if (shape.rank() < 1 || shape.rank() > 5)
        return {{}, {ZB_TEXT("A shape has one to five sizes."), {}}};
    return {{{shape, 0}}, {}};
}

} // namespace

Shape sourceShape(const Value &shape)
{
    return Shape(std::get<std::vector<int64_t>>(shape));
}

LayerKind sourceKind(std::vector<int64_t> shape, LayerKind kind)
{
    kind.category = Category::Arithmetic;
    kind.outputs = {{"out", ZB_TEXT("output")}};
    kind.attributes.insert(kind.attributes.begin(), AttributeSpec{"shape", ZB_TEXT("Shape"), ZB_TEXT("The sizes of one sample: channels, height, width."), AttributeType::Integers, std::move(shape), 1, 65536});
    kind.inferShape = inferShape;
    kind.samples = {{{}, {}}};
    return kind;
}

} // namespace zhibei
