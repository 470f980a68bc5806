#pragma once

#include "core/train/observer.h"

#include <QString>

namespace zhibei {

/// The numbers behind a surface or a fitted curve: a line per sample (part = train or test, with its target), then,
/// if there is an observation, a line per place of the surface or the curve (part = network). Original units.
QString surfaceCsv(const Dataset &data, const Observation *observation);

} // namespace zhibei
