#include "widgets/stage/point_gesture.h"

#include <QLineF>

#include <algorithm>

namespace zhibei {

namespace {

/// Drags the point that was pressed.
class MoveGesture : public PointGesture {
public:
    MoveGesture(std::vector<PaintedPoint> points, const PlaneAxes &axes, const QPointF &at)
        : PointGesture(std::move(points), axes), m_index(pointAt(m_points, axes, at))
    {
        if (m_index >= 0) {
            const PaintedPoint &point = m_points[static_cast<size_t>(m_index)];
            m_offset = axes.toPixels({point.x, point.y}) - at;
        }
    }
    void moveTo(const QPointF &at) override
    {
        if (m_index < 0)
            return;
        PaintedPoint &point = m_points[static_cast<size_t>(m_index)];
        point = unitPoint(at + m_offset, point.label);
    }

private:
    int m_index;
    QPointF m_offset; ///< from the pointer to the point, so that it does not jump
};

/// Leaves points along the way.
class PaintGesture : public PointGesture {
public:
    PaintGesture(int label, std::vector<PaintedPoint> points, const PlaneAxes &axes, const QPointF &at)
        : PointGesture(std::move(points), axes), m_label(label)
    {
        add(at);
    }
    void moveTo(const QPointF &at) override
    {
        if (QLineF(m_last, at).length() >= spacing)
            add(at);
    }

private:
    static constexpr double spacing = 14;
    void add(const QPointF &at)
    {
        m_last = at;
        m_points.push_back(unitPoint(at, m_label));
    }
    int m_label;
    QPointF m_last;
};

/// Takes away what it passes.
class EraseGesture : public PointGesture {
public:
    EraseGesture(std::vector<PaintedPoint> points, const PlaneAxes &axes, const QPointF &at)
        : PointGesture(std::move(points), axes)
    {
        EraseGesture::moveTo(at);
    }
    void moveTo(const QPointF &at) override
    {
        std::erase_if(m_points, [&](const PaintedPoint &point) {
            return QLineF(m_axes.toPixels({point.x, point.y}), at).length() <= reach;
        });
    }
};

} // namespace

PointGesture::PointGesture(std::vector<PaintedPoint> points, const PlaneAxes &axes)
    : m_before(points), m_points(std::move(points)), m_axes(axes)
{
}

std::unique_ptr<PointGesture> PointGesture::begin(PointTool tool, int label, std::vector<PaintedPoint> points,
                                                  const PlaneAxes &axes, const QPointF &at)
{
    switch (tool) {
    case PointTool::Move: return std::make_unique<MoveGesture>(std::move(points), axes, at);
    case PointTool::Paint: return std::make_unique<PaintGesture>(label, std::move(points), axes, at);
    case PointTool::Erase: return std::make_unique<EraseGesture>(std::move(points), axes, at);
    }
    return nullptr;
}

int PointGesture::pointAt(const std::vector<PaintedPoint> &points, const PlaneAxes &axes, const QPointF &at)
{
    int best = -1;
    double least = reach;
    for (size_t i = 0; i < points.size(); ++i) {
        const double distance = QLineF(axes.toPixels({points[i].x, points[i].y}), at).length();
        if (distance <= least) {
            least = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

PaintedPoint PointGesture::unitPoint(const QPointF &at, int label) const
{
    const QRectF &inside = m_axes.pixels();
    const QPointF unit = m_axes.toUnits({std::clamp(at.x(), inside.left(), inside.right()),
                                         std::clamp(at.y(), inside.top(), inside.bottom())});
    return {static_cast<float>(unit.x()), static_cast<float>(unit.y()), label};
}

} // namespace zhibei
