#pragma once

#include <QPoint>
#include <QPointF>
#include <Qt>

class QKeyEvent;

namespace zhibei {

/// Where the pointer is, in both worlds.
struct Pointer {
    QPointF scene;
    QPoint viewport;
    Qt::KeyboardModifiers modifiers;
};

/// One thing a person does with the pointer (or the keyboard) on the canvas, from press to release. It shows what
/// it would do while it lasts; `finish` makes it one undo step; `cancel` leaves no trace. Destroying it without
/// either is cancelling, too.
class Gesture {
public:
    Gesture() = default;
    Gesture(const Gesture &) = delete;
    Gesture &operator=(const Gesture &) = delete;
    virtual ~Gesture() = default;

    virtual void move(const Pointer &pointer) = 0;
    virtual void finish(const Pointer &pointer) = 0;
    virtual void cancel() = 0;
    /// True if the key was for the gesture. Escape never arrives here: the view cancels.
    virtual bool key(const QKeyEvent &) { return false; }
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
};

} // namespace zhibei
