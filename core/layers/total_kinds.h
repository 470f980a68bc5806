#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

enum class Total { Sum, Mean };

/// What adds up along an axis, from its name and icon: sum and mean differ in a factor only.
LayerKind totalKind(Total total, LayerKind kind);

} // namespace zhibei
