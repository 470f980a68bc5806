#include "widgets/canvas/gestures/keyboard_wire_gesture.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/theme/core_text.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

KeyboardWireGesture::KeyboardWireGesture(NetworkView *view, const NodeId &from)
    : m_view(view), m_network(view->networkScene().network()), m_data(view->networkScene().dataType()), m_wiring(m_network, m_data)
{
    NetworkScene &scene = view->networkScene();
    const NodeItem *source = scene.nodeItem(from);
    if (!source)
        return;
    for (const PortLook &port : source->look().outputs)
        m_outputs.push_back({from, port.port});
    QSet<QString> offered;
    for (const Node &node : m_network.nodes) {
        const NodeItem *item = scene.nodeItem(node.id);
        for (const PortLook &port : item && node.id != from ? item->look().inputs : std::vector<PortLook>()) {
            m_inputs.push_back({node.id, port.port});
            offered << NetworkScene::portKey(node.id, port.port);
        }
    }
    if (!possible())
        return;
    scene.setOfferedPorts(offered, {});
    m_preview = std::make_unique<WirePreview>(view->theme());
    scene.addItem(m_preview.get());
    // The nearest port that fits is the likeliest; without one, the nearest.
    double nearest = 1e18;
    for (size_t i = 0; i < m_inputs.size(); ++i) {
        const QPointF gap = scene.nodeItem(m_inputs[i].node)->inputPlace(m_inputs[i].port) - source->outputPlace(0);
        const bool fits = m_inputs.size() > 60 || m_wiring.judge(m_outputs[0], m_inputs[i]).fits();
        const bool there = std::find(m_network.wires.begin(), m_network.wires.end(), Wire{m_outputs[0], m_inputs[i]}) != m_network.wires.end();
        const double cost = std::hypot(gap.x(), gap.y()) + (fits ? 0 : 1e6) + (there ? 1e5 : 0) + (gap.x() < 0 ? 400 : 0);
        if (cost < nearest) {
            nearest = cost;
            m_input = i;
        }
    }
    show();
}

KeyboardWireGesture::~KeyboardWireGesture() { cancel(); }

void KeyboardWireGesture::show()
{
    NetworkScene &scene = m_view->networkScene();
    const PortRef from = m_outputs[m_output], to = m_inputs[m_input];
    const NodeItem *source = scene.nodeItem(from.node), *sink = scene.nodeItem(to.node);
    const WireAnswer answer = m_wiring.judge(from, to);
    m_preview->show(source->outputPlace(from.port), source->output(from.port)->direction, sink->inputPlace(to.port),
                    sink->input(to.port)->direction, answer.fits() ? WirePreview::Mood::Fits : WirePreview::Mood::Bad);
    CanvasHit hit;
    hit.part = CanvasHit::Part::Input;
    hit.id = QString::fromStdString(to.node);
    hit.port = to.port;
    scene.setHovered(hit);
    m_view->ensureVisible(sink);
    const QPoint place = m_view->mapFromScene(sink->inputPlace(to.port));
    m_view->showHint(answer.trouble.empty() ? m_view->wiringHint(from, to) : coreText(answer.trouble), place, !answer.trouble.empty());
}

void KeyboardWireGesture::walk(const QPointF &direction)
{
    const NetworkScene &scene = m_view->networkScene();
    const auto place = [&](size_t i) { return scene.nodeItem(m_inputs[i].node)->inputPlace(m_inputs[i].port); };
    const QPointF here = place(m_input);
    size_t best = m_input;
    double nearest = 1e18;
    for (size_t i = 0; i < m_inputs.size(); ++i) {
        const QPointF gap = place(i) - here;
        const double along = QPointF::dotProduct(gap, direction);
        const double aside = std::abs(gap.x() * direction.y() - gap.y() * direction.x());
        if (i != m_input && along > 0.5 && along + 2 * aside < nearest) {
            nearest = along + 2 * aside;
            best = i;
        }
    }
    m_input = best;
    show();
}

bool KeyboardWireGesture::key(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left: walk({-1, 0}); return true;
    case Qt::Key_Right: walk({1, 0}); return true;
    case Qt::Key_Up: walk({0, -1}); return true;
    case Qt::Key_Down: walk({0, 1}); return true;
    case Qt::Key_Tab:
        m_output = (m_output + 1) % m_outputs.size();
        show();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: commit(); return true;
    default: return false;
    }
}

void KeyboardWireGesture::commit()
{
    const PortRef from = m_outputs[m_output], to = m_inputs[m_input];
    const bool possible = m_wiring.judge(from, to).possible;
    NetworkView *view = m_view;
    cancel();
    if (possible)
        view->networkScene().edit(QT_TRANSLATE_NOOP("Undo", "Connect"), [&](Network &network) { network.connect(from, to); });
    view->endGesture(); // destroys this
}

void KeyboardWireGesture::cancel()
{
    if (!m_preview)
        return;
    m_preview.reset();
    m_view->hideHint();
    m_view->networkScene().clearOfferedPorts();
    m_view->networkScene().setHovered({});
}

} // namespace zhibei
