#pragma once

#include "core/data/draw.h"
#include "core/data/options.h"
#include "core/data/prepare.h"

namespace zhibei {

/// A regression of y on one x: the given points, label ignored.
Dataset curveDataset(const std::vector<PaintedPoint> &points);

/// The sets of noisy measurements: y = f(x) + U(0, noise) at places spread evenly over [−15, 20], then the points
/// painted by hand. `source` has the options of `measuredOptions`.
Dataset measuredCurve(const DataSource &source, const DataSpec &spec, double (*f)(double x));
/// How many samples are drawn.
AttributeSpec curveSizeOption();
/// size, noise, standardise.
std::vector<AttributeSpec> measuredOptions(double noise);

} // namespace zhibei
