#include "core/layers/kinds.h"
#include "core/layers/recurrent_kinds.h"

namespace zhibei {

const LayerKind gruKind = recurrentKind(RecurrentShape::Gru, {
    .id = "gru",
    .text = ZB_TEXT("GRU"),
    .help = ZB_TEXT("A recurrent layer with two gates: what to keep of the old state, and what to take of the new."),
    .keywords = "gated recurrent unit 门控循环单元 循环神经网络",
    .icon = "refresh-cw",
    .inputs = {}, .outputs = {}, .attributes = {}, .inferShape = nullptr, .lower = nullptr, .samples = {},
});

} // namespace zhibei
