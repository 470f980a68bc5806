#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

/// What gives numbers and takes none (a constant, noise), in a shape that is set: the setting `shape` comes first.
LayerKind sourceKind(std::vector<int64_t> shape, LayerKind kind);
/// The shape that is set.
Shape sourceShape(const Value &shape);

} // namespace zhibei
