#include "core/layers/kinds.h"
#include "core/layers/total_kinds.h"

namespace zhibei {

const LayerKind sumKind = totalKind(Total::Sum, {
    .id = "sum",
    .text = ZB_TEXT("Sum"),
    .help = ZB_TEXT("Adds numbers up along an axis, or all of them."),
    .keywords = "total reduce 求和 总和",
    .icon = "sigma",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr, .samples = {},
});

} // namespace zhibei
