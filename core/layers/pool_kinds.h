#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

enum class Pool { Largest, Mean };

/// A pooling from its name, icon and samples: what the two have in common is said once. Its own settings come last.
LayerKind poolKind(Pool pool, LayerKind kind);

} // namespace zhibei
