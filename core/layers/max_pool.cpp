#include "core/layers/kinds.h"
#include "core/layers/pool_kinds.h"
#include "core/layers/windowed.h"

namespace zhibei {

const LayerKind maxPoolKind = poolKind(Pool::Largest, {
    .id = "max_pool",
    .text = ZB_TEXT("Max pooling"),
    .help = ZB_TEXT("Keeps the strongest number of each window: a short-sighted eye that sees wider."),
    .keywords = "maxpool downsample subsampling 最大汇聚 最大池化 汇聚层 池化 下采样",
    .icon = "grid-2x2",
    .inputs = {}, .outputs = {}, .attributes = {dilationAttribute()}, .inferShape = nullptr, .lower = nullptr,
    .samples = {{{}, {{Shape({2, 4, 4})}}},
                {{{"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("same")}}, {{Shape({1, 5, 5})}}},
                {{{"kernel", int64_t(2)}, {"stride", int64_t(1)}}, {{Shape({5, 3})}}},
                {{{"kernel_height", int64_t(1)}, {"stride", int64_t(1)}, {"dilation", int64_t(2)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{0, 0, 0, 1}}}, {{Shape({2, 2, 4})}}}},
});

} // namespace zhibei
