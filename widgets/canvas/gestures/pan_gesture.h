#pragma once

#include "widgets/canvas/gestures/gesture.h"

namespace zhibei {

class NetworkView;

/// Moves the paper under the pointer. Escape puts it back.
class PanGesture : public Gesture {
public:
    PanGesture(NetworkView *view, const Pointer &start);

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override { move(pointer); }
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    NetworkView *m_view;
    QPoint m_last, m_shift;
};

} // namespace zhibei
