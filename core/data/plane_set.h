#pragma once

#include "core/data/draw.h"
#include "core/data/options.h"
#include "core/data/prepare.h"

namespace zhibei {

/// Collects labelled points of the plane for the plane sets, which live in about [−6, 6] × [−6, 6].
class PlaneSet {
public:
    explicit PlaneSet(int classes) : m_classes(classes) {}
    void add(double x, double y, int label) { m_points.push_back({float(x), float(y), label}); }
    /// The samples, then those painted by hand. A painted label beyond the classes counts as the last class.
    Dataset dataset(const DataSpec &spec) const;

private:
    int m_classes;
    std::vector<PaintedPoint> m_points;
};

/// How far from the origin the plane sets reach.
constexpr double planeRadius = 5.0;

/// The options plane sets share. `noise` is a standard deviation as a share of planeRadius.
AttributeSpec sizeOption(int64_t samples = 500);
AttributeSpec noiseOption(double noise);
AttributeSpec classesOption(int64_t classes = 2);

} // namespace zhibei
