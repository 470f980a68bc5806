#include "core/layers/kinds.h"
#include "core/layers/recurrent_kinds.h"

namespace zhibei {

const LayerKind lstmKind = recurrentKind(RecurrentShape::Lstm, {
    .id = "lstm",
    .text = ZB_TEXT("LSTM"),
    .help = ZB_TEXT("A recurrent layer with a memory cell and three gates: what to forget, what to write, what to show."),
    .keywords = "long short-term memory gates 长短期记忆 门控 循环神经网络",
    .icon = "history",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr, .samples = {},
});

} // namespace zhibei
