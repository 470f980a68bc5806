// The canvas' ear for the mouse: which gesture a press begins, what a click means, what hovering tells.
#include "widgets/canvas/gestures/move_gesture.h"
#include "widgets/canvas/gestures/pan_gesture.h"
#include "widgets/canvas/gestures/rubber_gesture.h"
#include "widgets/canvas/gestures/wire_gesture.h"
#include "widgets/canvas/items/group_item.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/canvas/panels/hint_label.h"
#include "widgets/canvas/panels/kind_menu.h"
#include "widgets/canvas/panels/line_editor.h"
#include "widgets/canvas/panels/weight_popup.h"
#include "widgets/canvas/wiring.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace zhibei {

namespace {

using Part = CanvasHit::Part;

constexpr double wheelStep = 1.18; // zoom for one notch
constexpr double fillsFrom = 0.7;  // of the view: a card as large as this is zoomed into

} // namespace

Pointer NetworkView::pointer(const QPointF &viewportPlace, Qt::KeyboardModifiers modifiers) const
{
    const QTransform toScene = viewportTransform().inverted();
    return {toScene.map(viewportPlace), viewportPlace.toPoint(), modifiers};
}

void NetworkView::startGesture(std::unique_ptr<Gesture> gesture)
{
    m_gesture = std::move(gesture);
    updateCursor();
}

void NetworkView::endGesture()
{
    m_gesture.reset();
    m_pressing = false;
    updateCursor();
}

void NetworkView::cancelGesture()
{
    if (m_gesture)
        m_gesture->cancel();
    endGesture();
}

std::unique_ptr<Gesture> NetworkView::gestureFor(const CanvasHit &hit, const Pointer &start)
{
    switch (hit.part) {
    case Part::Output:
        return std::make_unique<WireGesture>(this, hit.portRef(), true);
    case Part::Input: {
        // A single input that is taken gives its wire's end to the hand; else a wire is drawn backwards.
        const NodeItem *item = m_scene->nodeItem(hit.id);
        const PortLook *port = item ? item->input(hit.port) : nullptr;
        const std::vector<Wire> into = m_scene->network().wiresInto(hit.portRef());
        if (port && !port->variadic && into.size() == 1)
            return std::make_unique<WireGesture>(this, into.front().from, true, into.front());
        return std::make_unique<WireGesture>(this, hit.portRef(), false);
    }
    case Part::WireEnd:
        return std::make_unique<WireGesture>(this, hit.wire.from, true, hit.wire);
    case Part::WireStart:
        return std::make_unique<WireGesture>(this, hit.wire.to, false, hit.wire);
    case Part::Node:
    case Part::Note:
    case Part::Group:
        return std::make_unique<MoveGesture>(this, m_scene->selectedIds(), start.scene);
    case Part::Nothing:
        return std::make_unique<RubberGesture>(this, start);
    default:
        return nullptr;
    }
}

void NetworkView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (m_kindMenu)
        m_kindMenu->close();
    if (m_gesture)
        return;
    const Pointer start = pointer(event->position(), event->modifiers());
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld);
    if (pans) {
        startGesture(std::make_unique<PanGesture>(this, start));
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    hideHint();
    m_pressing = true;
    m_pressPointer = start;
    m_pressed = m_scene->hitAt(start.scene, scale());
    pressSelects(m_pressed, event->modifiers());
}

/// A press on something unselected selects it at once, so that it can be dragged in the same movement.
void NetworkView::pressSelects(const CanvasHit &hit, Qt::KeyboardModifiers modifiers)
{
    m_toggleOnClick = false;
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    QStringList own{hit.id};
    if (hit.part == Part::Group) {
        own.clear();
        for (const Node &node : m_scene->network().nodes)
            if (QString::fromStdString(node.group) == hit.id)
                own << QString::fromStdString(node.id);
    } else if (hit.part != Part::Node && hit.part != Part::Note) {
        return;
    }
    const QStringList selected = m_scene->selectedIds();
    const bool all = std::all_of(own.begin(), own.end(), [&](const QString &id) { return selected.contains(id); });
    if (all)
        m_toggleOnClick = true;
    else
        m_scene->selectIds(adds ? selected + own : own);
    if (hit.part == Part::Node)
        m_scene->setCurrentNode(hit.id);
}

void NetworkView::mouseMoveEvent(QMouseEvent *event)
{
    const Pointer now = pointer(event->position(), event->modifiers());
    if (m_pressing && !m_gesture) {
        if ((now.viewport - m_pressPointer.viewport).manhattanLength() < QApplication::startDragDistance())
            return;
        startGesture(gestureFor(m_pressed, m_pressPointer));
        m_pressing = m_gesture != nullptr;
    }
    if (m_gesture)
        m_gesture->move(now);
    else
        hover(now);
}

void NetworkView::mouseReleaseEvent(QMouseEvent *event)
{
    const Pointer end = pointer(event->position(), event->modifiers());
    if (m_gesture && (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)) {
        const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
        endGesture();
        gesture->finish(end);
        if (!m_kindMenu)
            hover(end);
    } else if (m_pressing && event->button() == Qt::LeftButton) {
        m_pressing = false;
        click(m_pressed, end);
    }
    m_pressing = false;
}

void NetworkView::click(const CanvasHit &hit, const Pointer &pointer)
{
    const bool adds = pointer.modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    const QPoint place = viewport()->mapTo(this, pointer.viewport);
    switch (hit.part) {
    case Part::Plus:
    case Part::Minus:
        m_scene->edit(hit.part == Part::Plus ? QT_TRANSLATE_NOOP("Undo", "Add neuron") : QT_TRANSLATE_NOOP("Undo", "Remove neuron"),
                      [&](Network &network) { changeUnits(network, hit.id.toStdString(), hit.part == Part::Plus ? 1 : -1); });
        break;
    case Part::Fold: {
        QStringList neurons;
        for (const Node &node : m_scene->network().nodes)
            if (QString::fromStdString(node.group) == hit.id)
                neurons << QString::fromStdString(node.id);
        fold(neurons);
        break;
    }
    case Part::Bias: m_weightPopup->openBias(hit.id.toStdString(), place); break;
    case Part::Wire:
    case Part::WireStart:
    case Part::WireEnd:
        m_scene->selectWire(hit.wire);
        if (!isTargetInput(m_scene->network(), hit.wire.to))
            m_weightPopup->openWire(hit.wire, place);
        break;
    case Part::Node:
    case Part::Note:
        if (m_toggleOnClick) {
            QStringList selected = m_scene->selectedIds();
            selected.removeAll(hit.id);
            m_scene->selectIds(adds ? selected : QStringList{hit.id});
        }
        break;
    case Part::Nothing:
        if (!adds)
            m_scene->selectIds({});
        m_weightPopup->hide();
        break;
    default: break;
    }
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Pointer here = pointer(event->position(), event->modifiers());
    const CanvasHit hit = m_scene->hitAt(here.scene, scale());
    if (event->button() != Qt::LeftButton)
        return;
    switch (hit.part) {
    case Part::Plus: // the second of two quick clicks
    case Part::Minus: click(hit, here); break;
    case Part::Node: activate(hit.id); break;
    case Part::Note: editNote(hit.id); break;
    case Part::Nothing: {
        const auto kinds = layerKinds();
        openKindMenu({kinds.begin(), kinds.end()}, here.viewport, [this, place = here.scene](const LayerKind &kind) { placeKind(kind, place); });
        break;
    }
    default: break;
    }
}

void NetworkView::contextMenuEvent(QContextMenuEvent *event)
{
    cancelGesture();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const CanvasHit hit = m_scene->hitAt(mapToScene(viewport()->mapFromGlobal(event->globalPos())), scale());
        const bool nodeLike = hit.part == Part::Node || hit.part == Part::Note;
        if (nodeLike && !m_scene->selectedIds().contains(hit.id))
            m_scene->selectIds({hit.id});
        if (hit.part >= Part::Wire && hit.part <= Part::WireEnd)
            m_scene->selectWire(hit.wire);
    }
    emit contextMenuWanted(event->globalPos());
    event->accept();
}

// Wheel and fingers

void NetworkView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const QPoint angle = event->angleDelta();
    // A touchpad tells pixels or fractions of a notch: two fingers move the paper, as everywhere.
    const bool fingers = !event->pixelDelta().isNull() || angle.y() % 120 != 0 || angle.x() % 120 != 0;
    const bool zooms = event->modifiers() & Qt::ControlModifier || !(fingers || event->modifiers() & Qt::ShiftModifier);
    if (zooms) {
        wheelZoom(std::pow(wheelStep, angle.y() / 120.0), event->position().toPoint());
        return;
    }
    QPoint shift = event->pixelDelta().isNull() ? angle / 2 : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier && shift.x() == 0)
        shift = {shift.y(), 0};
    panBy(shift);
}

/// Zooming in goes on into a node: as soon as its card fills most of the view, or zoom is at its end over it.
void NetworkView::wheelZoom(double factor, const QPoint &viewportPlace)
{
    const double before = m_zoom;
    zoomBy(factor, viewportPlace);
    if (factor <= 1 || m_gesture)
        return;
    const CanvasHit hit = m_scene->hitAt(mapToScene(viewportPlace), scale());
    const NodeItem *item = hit.part == CanvasHit::Part::Nothing ? nullptr : m_scene->nodeItem(hit.id);
    if (!item)
        return;
    const QSizeF card = item->cardRect().size() * scale();
    const bool fills = card.width() > fillsFrom * viewport()->width() || card.height() > fillsFrom * viewport()->height();
    if (!fills && m_zoom > before)
        return;
    m_scene->selectNodes({hit.id});
    emit zoomedInto(hit.id);
}

bool NetworkView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_gesture && scene()) {
        m_scene->setHovered({});
        hideHint();
    }
    if (event->type() == QEvent::NativeGesture) {
        auto *native = static_cast<QNativeGestureEvent *>(event);
        if (native->gestureType() == Qt::ZoomNativeGesture) {
            wheelZoom(1 + native->value(), native->position().toPoint());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        if (auto *pinch = static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture))) {
            wheelZoom(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

} // namespace zhibei
