#include "core/layers/kinds.h"
#include "core/layers/total_kinds.h"

namespace zhibei {

const LayerKind meanKind = totalKind(Total::Mean, {
    .id = "mean",
    .text = ZB_TEXT("Mean"),
    .help = ZB_TEXT("The mean along an axis, or of all numbers."),
    .keywords = "average reduce 平均 均值",
    .icon = "divide",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr, .samples = {},
});

} // namespace zhibei
