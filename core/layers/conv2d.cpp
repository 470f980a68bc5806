#include "core/layers/kinds.h"
#include "core/layers/convolution_kinds.h"

namespace zhibei {

const LayerKind conv2Kind = convolutionKind(Convolution::OverPictures, {
    .id = "conv2d",
    .text = ZB_TEXT("Convolution"),
    .help = ZB_TEXT("Moves small kernels over the picture, patch by patch, like a flashlight. Each kernel finds its own pattern everywhere."),
    .keywords = "conv cnn kernel filter feature map 卷积层 卷积 卷积核 特征图",
    .icon = "scan",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr,
    .samples = {{{{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"activation", std::string("tanh")}}, {{Shape({2, 5, 5})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"stride", int64_t(2)}, {"padding", std::string("valid")}, {"activation", std::string("identity")}}, {{Shape({1, 5, 4})}}},
                {{{"filters", int64_t(4)}, {"kernel", int64_t(3)}, {"stride", int64_t(2)}, {"padding", std::string("explicit")}, {"pad", int64_t(2)}, {"groups", int64_t(2)}, {"activation", std::string("sigmoid")}}, {{Shape({2, 4, 5})}}},
                {{{"filters", int64_t(5)}, {"kernel", int64_t(2)}, {"dilation", int64_t(2)}, {"bias", false}, {"activation", std::string("identity")}}, {{Shape({3, 4, 4})}}},
                {{{"filters", int64_t(9)}, {"kernel", int64_t(1)}, {"activation", std::string("tanh")}}, {{Shape({2, 3, 3})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(3)}, {"stride", int64_t(3)}, {"dilation", int64_t(2)}, {"padding", std::string("same")}, {"activation", std::string("identity")}}, {{Shape({1, 7, 8})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"kernel_height", int64_t(3)}, {"stride_down", int64_t(2)}, {"padding", std::string("edges")}, {"edges", std::vector<int64_t>{1, 0, 0, 1}}, {"activation", std::string("tanh")}}, {{Shape({2, 5, 4})}}}},
});

} // namespace zhibei
