#include "core/layers/kinds.h"
#include "core/layers/pool_kinds.h"

namespace zhibei {

const LayerKind averagePoolKind = poolKind(Pool::Mean, {
    .id = "average_pool",
    .text = ZB_TEXT("Average pooling"),
    .help = ZB_TEXT("Replaces each window by its mean, so that the picture becomes smaller and calmer."),
    .keywords = "avgpool mean downsample 平均汇聚 平均池化 汇聚层 池化",
    .icon = "grid-3x3",
    .inputs = {}, .outputs = {}, .attributes = {{"count_padding", ZB_TEXT("Count the zeros"), ZB_TEXT("The zeros at the edge belong to the mean."), AttributeType::Switch, false}}, .inferShape = nullptr, .lower = nullptr,
    .samples = {{{}, {{Shape({2, 4, 4})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("same")}}, {{Shape({1, 5, 5})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(1)}, {"padding", std::string("explicit")}, {"pad", int64_t(1)}}, {{Shape({5, 3})}}},
                {{{"kernel", int64_t(3)}, {"kernel_height", int64_t(2)}, {"stride_down", int64_t(1)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{0, 1, 1, 2}}, {"count_padding", true}}, {{Shape({2, 3, 4})}}}},
});

} // namespace zhibei
