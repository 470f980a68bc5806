#include "core/layers/kinds.h"
#include "core/layers/recurrent_kinds.h"

namespace zhibei {

const LayerKind rnnKind = recurrentKind(RecurrentShape::Rnn, {
    .id = "rnn",
    .text = ZB_TEXT("Simple RNN"),
    .help = ZB_TEXT("Reads a sequence step by step and keeps a state: what it has seen so far."),
    .keywords = "recurrent elman sequence memory 循环神经网络 循环层 序列",
    .icon = "repeat",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr, .samples = {},
});

} // namespace zhibei
