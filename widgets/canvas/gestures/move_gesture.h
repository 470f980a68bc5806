#pragma once

#include "widgets/canvas/gestures/gesture.h"

#include <QGraphicsPathItem>
#include <QHash>
#include <QRectF>
#include <QStringList>

#include <memory>

namespace zhibei {

class NetworkView;

/// Drags nodes and notes. They snap to the edges and centres of their neighbours, shown by fine lines; Alt lets
/// them go free.
class MoveGesture : public Gesture {
public:
    MoveGesture(NetworkView *view, const QStringList &ids, const QPointF &start);
    ~MoveGesture() override;

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    QPointF snapped(const QPointF &shift);
    void showGuides(const QList<QLineF> &lines);

    NetworkView *m_view;
    QPointF m_start;
    QHash<QString, QPointF> m_places; ///< where they were
    QRectF m_box;                     ///< around them, where they were
    std::unique_ptr<QGraphicsPathItem> m_guides;
    bool m_done = false;
};

} // namespace zhibei
