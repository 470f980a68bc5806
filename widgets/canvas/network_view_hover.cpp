// What the pointer tells by being somewhere.
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/canvas/panels/hint_label.h"

#include <QLocale>

namespace zhibei {

namespace {

using Part = CanvasHit::Part;

} // namespace

void NetworkView::hover(const Pointer &pointer)
{
    const CanvasHit hit = m_scene->hitAt(pointer.scene, scale());
    m_scene->setHovered(hit);
    updateCursor();
    m_hoverPlace = pointer.viewport;
    const QString text = hoverText(hit);
    if (text.isEmpty())
        hideHint();
    else
        showHint(text, pointer.viewport);
}

void NetworkView::refreshHover()
{
    const bool shown = m_hint->isVisible() && !m_gesture && !m_drop;
    const QString text = shown ? hoverText(m_scene->hovered()) : QString();
    if (!text.isEmpty() && text != m_hint->text())
        showHint(text, m_hoverPlace);
}

void NetworkView::updateCursor()
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (m_gesture)
        shape = m_gesture->cursor();
    else if (m_spaceHeld)
        shape = Qt::OpenHandCursor;
    else
        switch (m_scene->hovered().part) {
        case Part::Input:
        case Part::Output: shape = Qt::CrossCursor; break;
        case Part::Plus:
        case Part::Minus:
        case Part::Bias:
        case Part::Fold:
        case Part::Wire:
        case Part::WireStart:
        case Part::WireEnd: shape = Qt::PointingHandCursor; break;
        default: break;
        }
    viewport()->setCursor(shape);
}

QString NetworkView::hoverText(const CanvasHit &hit) const
{
    const NodeItem *item = m_scene->nodeItem(hit.id);
    switch (hit.part) {
    case Part::Wire:
    case Part::WireStart:
    case Part::WireEnd: return weightText(hit.wire);
    case Part::Plus: return tr("Add a neuron (+)");
    case Part::Minus: return tr("Remove a neuron (−)");
    case Part::Fold: return tr("Fold into a layer (Enter)");
    case Part::Bias: {
        const auto seen = m_scene->observation();
        const ParameterView *view = seen && seen->snapshot && seen->snapshot->model && seen->snapshot->parameters
                                        ? seen->snapshot->model->parameter(hit.id.toStdString(), "bias") : nullptr;
        return view ? tr("bias %1").arg(signedText(static_cast<double>((*seen->snapshot->parameters)[static_cast<size_t>(view->index(0))]))) : tr("bias");
    }
    case Part::Input: {
        const PortLook *port = item ? item->input(hit.port) : nullptr;
        return port ? port->text : QString();
    }
    case Part::Output: {
        const PortLook *port = item ? item->output(hit.port) : nullptr;
        const ValueType *type = m_scene->document().analysis().type(hit.portRef());
        if (!port || !type)
            return port ? port->text : QString();
        return port->text.isEmpty() ? QString::fromStdString(type->shape.text())
                                    : QStringLiteral("%1 · %2").arg(port->text, QString::fromStdString(type->shape.text()));
    }
    case Part::Node:
        return item && item->look().compact ? QStringLiteral("%1 · %2").arg(item->look().title, item->look().caption) : QString();
    default: return {};
    }
}

QString NetworkView::weightText(const Wire &wire) const
{
    const auto seen = m_scene->observation();
    if (!seen)
        return {};
    const auto found = seen->wires.find(wire);
    if (found == seen->wires.end() || found->second.count == 0)
        return {};
    if (found->second.count == 1)
        return tr("weight %1").arg(signedText(static_cast<double>(found->second.mean)));
    return tr("%1 weights · mean %2 · typical size %3")
        .arg(QLocale().toString(static_cast<qlonglong>(found->second.count)), signedText(static_cast<double>(found->second.mean)),
             QLocale().toString(static_cast<double>(found->second.rms), 'f', 3));
}

} // namespace zhibei
