#include "core/layers/kinds.h"
#include "core/layers/convolution_kinds.h"

namespace zhibei {

const LayerKind conv1Kind = convolutionKind(Convolution::OverTime, {
    .id = "conv1d",
    .text = ZB_TEXT("Convolution over time"),
    .help = ZB_TEXT("Moves small kernels along a sequence: each finds its own pattern of a few steps, wherever it is."),
    .keywords = "conv 1d sequence temporal signal 一维卷积 时序卷积 信号",
    .icon = "audio-lines",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr,
    .samples = {{{{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"activation", std::string("tanh")}}, {{Shape({6, 2})}}},
                {{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"stride", int64_t(2)}, {"padding", std::string("valid")}, {"activation", std::string("identity")}}, {{Shape({7, 3})}}},
                {{{"filters", int64_t(4)}, {"kernel", int64_t(3)}, {"dilation", int64_t(2)}, {"groups", int64_t(2)}, {"activation", std::string("identity")}}, {{Shape({8, 2})}}}},
});

} // namespace zhibei
