#pragma once

#include "core/layers/layer_kind.h"
#include "core/program/model.h"

namespace zhibei {

/// What gives numbers mean 0 and variance 1, then a learned gain and shift, from name, icon, own settings and `lower`:
/// batch and layer normalisation differ in what they take the mean over.
LayerKind normKind(LayerKind kind);

/// A parameter of a normalisation: one number for each channel. `follows` > 0: a running mean.
ValueId normParameter(Lowering &l, const char *name, int64_t channels, Initial::Scheme scheme, double follows = 0);

} // namespace zhibei
