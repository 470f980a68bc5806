#include "widgets/canvas/gestures/pan_gesture.h"

#include "widgets/canvas/network_view.h"

namespace zhibei {

PanGesture::PanGesture(NetworkView *view, const Pointer &start) : m_view(view), m_last(start.viewport) {}

void PanGesture::move(const Pointer &pointer)
{
    const QPoint step = pointer.viewport - m_last;
    m_last = pointer.viewport;
    m_shift += step;
    m_view->panBy(step);
}

void PanGesture::cancel()
{
    m_view->panBy(-m_shift);
    m_shift = {};
}

} // namespace zhibei
