#pragma once

#include "core/data/data_source.h"
#include "widgets/stage/plane_axes.h"

#include <memory>

namespace zhibei {

enum class PointTool { Move, Paint, Erase };

/// One press-drag-release on the points. It works on its own copy: dropping the gesture undoes it.
class PointGesture {
public:
    /// Positions are pixels of `axes`; `label` is the class that Paint gives.
    static std::unique_ptr<PointGesture> begin(PointTool tool, int label, std::vector<PaintedPoint> points,
                                               const PlaneAxes &axes, const QPointF &at);
    virtual ~PointGesture() = default;
    virtual void moveTo(const QPointF &at) = 0;

    const std::vector<PaintedPoint> &points() const { return m_points; }
    bool changed() const { return m_points != m_before; }
    /// How far from a point a press still means it, in pixels.
    static constexpr double reach = 12;
    /// The point under a pixel, or -1.
    static int pointAt(const std::vector<PaintedPoint> &points, const PlaneAxes &axes, const QPointF &at);

protected:
    PointGesture(std::vector<PaintedPoint> points, const PlaneAxes &axes);
    PaintedPoint unitPoint(const QPointF &at, int label) const;

    std::vector<PaintedPoint> m_before, m_points;
    PlaneAxes m_axes;
};

} // namespace zhibei
