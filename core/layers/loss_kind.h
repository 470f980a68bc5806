#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

/// What all loss kinds share: two inputs, no output, the attributes of an objective.
LayerKind lossKind(LayerKind kind);

} // namespace zhibei
