#pragma once

#include "widgets/canvas/gestures/gesture.h"

#include <QGraphicsPathItem>
#include <QStringList>

#include <memory>

namespace zhibei {

class NetworkView;

/// Selects what lies in a rectangle; Shift or Ctrl adds to the selection. Escape gives the old selection back.
class RubberGesture : public Gesture {
public:
    RubberGesture(NetworkView *view, const Pointer &start);
    ~RubberGesture() override;

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;

private:
    NetworkView *m_view;
    QPointF m_start;
    bool m_adds, m_done = false;
    QStringList m_before;
    std::unique_ptr<QGraphicsPathItem> m_band;
};

} // namespace zhibei
