#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/source_kinds.h"

namespace zhibei {

namespace {

void lower(Lowering &l)
{
    const Shape shape = sourceShape(l.attribute("shape"));
    l.output(l.add(constantOp, {}, alongAxis(shape, 0, shape), {l.real("value")}));
}

} // namespace

const LayerKind constantKind = sourceKind({1}, {
    .id = "constant",
    .text = ZB_TEXT("Constant"),
    .help = ZB_TEXT("The same number everywhere: say, the answer “real” for a detective."),
    .keywords = "constant ones zeros fixed target 常数 常量",
    .icon = "pin",
    .inputs = {}, .outputs = {}, .attributes = {{"value", ZB_TEXT("Value"), ZB_TEXT("The number."), AttributeType::Real, 1.0, -1e6, 1e6}}, .inferShape = nullptr, .lower = lower, .samples = {},
});

} // namespace zhibei
