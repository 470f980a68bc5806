#pragma once

#include "core/layers/layer_kind.h"
#include "core/ops/recurrent.h"

namespace zhibei {

/// A recurrent kind from its name and icon: what RNN, LSTM and GRU have in common is said once.
LayerKind recurrentKind(RecurrentShape::Kind cell, LayerKind kind);

} // namespace zhibei
