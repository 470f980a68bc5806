#include "core/layers/kinds.h"
#include "core/layers/convolution_kinds.h"

namespace zhibei {

const LayerKind convTranspose2Kind = convolutionKind(Convolution::Transposed, {
    .id = "conv_transpose2d",
    .text = ZB_TEXT("Transposed convolution"),
    .help = ZB_TEXT("A convolution turned round: each number paints a kernel into a larger picture. Generators draw with it."),
    .keywords = "deconvolution upconv generator decoder 转置卷积 反卷积 生成器",
    .icon = "expand",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr,
    .samples = {{{{"filters", int64_t(2)}, {"kernel", int64_t(4)}, {"stride", int64_t(2)}, {"activation", std::string("tanh")}}, {{Shape({3, 3, 3})}}},
                {{{"filters", int64_t(1)}, {"kernel", int64_t(3)}, {"stride", int64_t(1)}, {"padding", std::string("valid")}, {"activation", std::string("identity")}}, {{Shape({2, 3, 4})}}},
                {{{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("explicit")}, {"pad", int64_t(1)}, {"bias", false}, {"activation", std::string("identity")}}, {{Shape({2, 3, 3})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"stride", int64_t(3)}, {"padding", std::string("valid")}, {"activation", std::string("sigmoid")}}, {{Shape({1, 2, 3})}}},
                {{{"filters", int64_t(4)}, {"kernel", int64_t(2)}, {"kernel_height", int64_t(3)}, {"stride", int64_t(3)}, {"stride_down", int64_t(2)}, {"dilation", int64_t(2)}, {"groups", int64_t(2)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{1, 0, -1, 1}}, {"activation", std::string("tanh")}}, {{Shape({2, 3, 2})}}}},
});

} // namespace zhibei
