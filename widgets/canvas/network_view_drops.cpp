// Drags from the palette: a drop gesture lives from enter to leave or drop.
#include "widgets/canvas/clipboard.h"
#include "widgets/canvas/gestures/drop_gesture.h"
#include "widgets/canvas/network_view.h"

#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QMimeData>

namespace zhibei {

void NetworkView::dragEnterEvent(QDragEnterEvent *event)
{
    const QString type = QString::fromLatin1(nodeMimeType);
    if (!event->mimeData()->hasFormat(type)) {
        event->ignore();
        return;
    }
    auto drop = std::make_unique<DropGesture>(this, QString::fromUtf8(event->mimeData()->data(type)));
    if (!drop->possible()) {
        event->ignore();
        return;
    }
    m_drop = std::move(drop);
    m_drop->move(pointer(event->position(), event->modifiers()));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void NetworkView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_drop) {
        event->ignore();
        return;
    }
    m_drop->move(pointer(event->position(), event->modifiers()));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void NetworkView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_drop.reset();
    event->accept();
}

void NetworkView::dropEvent(QDropEvent *event)
{
    const std::unique_ptr<Gesture> drop = std::move(m_drop);
    if (!drop) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    drop->finish(pointer(event->position(), event->modifiers()));
    setFocus();
}

} // namespace zhibei
