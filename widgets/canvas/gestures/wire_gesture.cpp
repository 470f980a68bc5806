#include "widgets/canvas/gestures/wire_gesture.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/theme/core_text.h"

#include <cmath>

namespace zhibei {

namespace {

constexpr double snapReach = 22;      // screen pixels around a port
constexpr size_t judgeLimit = 120;    // with more nodes, ports are judged when the pointer comes to them

} // namespace

WireGesture::WireGesture(NetworkView *view, const PortRef &anchor, bool forward, const std::optional<Wire> &moved)
    : m_view(view), m_anchor(anchor), m_forward(forward), m_moved(moved), m_network(view->networkScene().network()),
      m_data(view->networkScene().dataType()), m_wiring(m_network, m_data),
      m_preview(std::make_unique<WirePreview>(view->theme()))
{
    NetworkScene &scene = view->networkScene();
    scene.addItem(m_preview.get());
    const NodeItem *item = scene.nodeItem(anchor.node);
    m_start = !item ? QPointF() : forward ? item->outputPlace(anchor.port) : item->inputPlace(anchor.port);
    if (m_moved)
        scene.setHiddenWire(&*m_moved);
    offerPorts();
    showTo(m_start, std::nullopt);
}

WireGesture::~WireGesture()
{
    if (!m_done)
        cancel();
}

Wire WireGesture::wireTo(const PortRef &other) const { return m_forward ? Wire{m_anchor, other} : Wire{other, m_anchor}; }

const WireAnswer &WireGesture::answer(const PortRef &other)
{
    const auto known = m_answers.find(other);
    if (known != m_answers.end())
        return known->second;
    const Wire wire = wireTo(other);
    return m_answers[other] = m_wiring.judge(wire.from, wire.to, m_moved ? &*m_moved : nullptr);
}

void WireGesture::offerPorts()
{
    QSet<QString> fitting;
    if (m_network.nodes.size() > judgeLimit)
        return;
    for (const NodeItem *item : m_view->networkScene().nodeItems())
        for (const PortLook &port : m_forward ? item->look().inputs : item->look().outputs) {
            const PortRef other{item->id().toStdString(), port.port};
            if (answer(other).fits())
                fitting << NetworkScene::portKey(other.node, other.port);
        }
    m_view->networkScene().setOfferedPorts(m_forward ? fitting : QSet<QString>(), m_forward ? QSet<QString>() : fitting);
}

/// The nearest port on the right side of a node; over a card, its first port that fits.
std::optional<PortRef> WireGesture::portAt(const QPointF &place) const
{
    const double reach = snapReach / m_view->scale();
    std::optional<PortRef> best, onCard;
    double nearest = reach;
    for (const NodeItem *item : m_view->networkScene().nodeItems()) {
        if (!item->sceneBoundingRect().adjusted(-reach, -reach, reach, reach).contains(place))
            continue;
        const auto &ports = m_forward ? item->look().inputs : item->look().outputs;
        for (const PortLook &port : ports) {
            const PortRef ref{item->id().toStdString(), port.port};
            const QPointF gap = item->pos() + port.place - place;
            if (const double distance = std::hypot(gap.x(), gap.y()); distance < nearest) {
                nearest = distance;
                best = ref;
            }
            const bool fits = m_view->networkScene().offer(item->id(), port.port, !m_forward) == NetworkScene::Offer::Fits;
            if (item->cardRect().contains(place) && item->id().toStdString() != m_anchor.node && (!onCard || (fits && onCard->node != ref.node)))
                onCard = ref;
        }
    }
    return best ? best : onCard;
}

void WireGesture::showTo(const QPointF &place, const std::optional<PortRef> &port)
{
    NetworkScene &scene = m_view->networkScene();
    const NodeItem *anchor = scene.nodeItem(m_anchor.node);
    const PortLook *look = !anchor ? nullptr : m_forward ? anchor->output(m_anchor.port) : anchor->input(m_anchor.port);
    const QPointF away = look ? look->direction : QPointF(m_forward ? 1 : -1, 0);
    QPointF end = place, endDirection = -away;
    WirePreview::Mood mood = WirePreview::Mood::Open;
    if (port) {
        const NodeItem *item = scene.nodeItem(port->node);
        const PortLook *other = m_forward ? item->input(port->port) : item->output(port->port);
        end = m_forward ? item->inputPlace(port->port) : item->outputPlace(port->port);
        endDirection = other ? other->direction : endDirection;
        mood = answer(*port).fits() ? WirePreview::Mood::Fits : WirePreview::Mood::Bad;
    }
    m_preview->show(m_start, away, end, endDirection, mood);
}

void WireGesture::move(const Pointer &pointer)
{
    const std::optional<PortRef> port = portAt(pointer.scene);
    showTo(pointer.scene, port);
    const Text trouble = port ? answer(*port).trouble : Text();
    if (trouble.empty())
        m_view->hideHint();
    else
        m_view->showHint(coreText(trouble), pointer.viewport, true);
    CanvasHit hit;
    if (port) {
        hit.part = m_forward ? CanvasHit::Part::Input : CanvasHit::Part::Output;
        hit.id = QString::fromStdString(port->node);
        hit.port = port->port;
    }
    m_view->networkScene().setHovered(hit);
}

void WireGesture::clear()
{
    m_done = true;
    m_view->hideHint();
    m_view->networkScene().clearOfferedPorts();
    m_view->networkScene().setHovered({});
    m_view->networkScene().setHiddenWire(nullptr);
}

void WireGesture::finish(const Pointer &pointer)
{
    const std::optional<PortRef> port = portAt(pointer.scene);
    const QPointF gap = pointer.scene - m_start;
    const bool onNothing = !port && std::hypot(gap.x(), gap.y()) > snapReach;
    clear();
    NetworkScene &scene = m_view->networkScene();
    if (port && answer(*port).possible) {
        const Wire wire = wireTo(*port);
        scene.edit(m_moved ? QT_TRANSLATE_NOOP("Undo", "Move wire") : QT_TRANSLATE_NOOP("Undo", "Connect"), [&](Network &network) {
            if (m_moved && *m_moved == wire)
                return;
            if (m_moved)
                network.disconnect(*m_moved);
            network.connect(wire.from, wire.to);
        });
    } else if (onNothing && m_moved) {
        scene.edit(QT_TRANSLATE_NOOP("Undo", "Disconnect"), [&](Network &network) { network.disconnect(*m_moved); });
    } else if (onNothing) {
        offerKinds(pointer);
        return; // the preview lives on in the menu
    }
    m_preview.reset();
}

void WireGesture::offerKinds(const Pointer &pointer)
{
    const std::vector<const LayerKind *> kinds = m_forward ? m_wiring.kindsAfter(m_anchor) : m_wiring.kindsBefore(m_anchor);
    // While the menu is open the loose wire stays, so that one sees what the choice is about.
    std::shared_ptr<WirePreview> preview = std::move(m_preview);
    NetworkView *view = m_view;
    view->openKindMenu(kinds, pointer.viewport, [view, preview, anchor = m_anchor, forward = m_forward, place = pointer.scene](const LayerKind &kind) {
        NodeId made;
        view->networkScene().edit(QT_TRANSLATE_NOOP("Undo", "Add node"), [&](Network &network) {
            const Point point{place.x() + (forward ? 60 : -60), place.y()};
            made = forward ? addAfter(network, kind, anchor, point) : addBefore(network, kind, anchor, point);
        });
        view->networkScene().selectNodes({QString::fromStdString(made)});
    });
}

void WireGesture::cancel()
{
    clear();
    m_preview.reset();
}

} // namespace zhibei
