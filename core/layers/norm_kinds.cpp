#include "core/layers/norm_kinds.h"

#include "core/layers/activations.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{query.inputs[0].shape, 0}}, {}};
}

} // namespace

LayerKind normKind(LayerKind kind)
{
    kind.category = Category::Layer;
    kind.inputs = {{"in", ZB_TEXT("input")}};
    kind.outputs = {{"out", ZB_TEXT("output")}};
    kind.attributes.insert(kind.attributes.begin(), AttributeSpec{"epsilon", ZB_TEXT("ε"), ZB_TEXT("A small number that keeps the division finite."), AttributeType::Real, 1e-5, 1e-12, 1, true});
    for (AttributeSpec &spec : weightAttributes())
        if (spec.id != "bias" && spec.id != "init")
            kind.attributes.push_back(std::move(spec));
    kind.inferShape = inferShape;
    return kind;
}

ValueId normParameter(Lowering &l, const char *name, int64_t channels, Initial::Scheme scheme, double follows)
{
    const Shape each({channels});
    ParameterView view{{}, name, each, 0, 0, 1, {scheme, 1, 1, false}, false};
    view.follows = follows;
    return l.parameter(name, each, {view});
}

} // namespace zhibei
