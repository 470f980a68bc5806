#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

enum class Convolution { OverTime, OverPictures, Transposed };

/// A convolution from its name, icon and samples: what the three have in common is said once.
LayerKind convolutionKind(Convolution form, LayerKind kind);

} // namespace zhibei
