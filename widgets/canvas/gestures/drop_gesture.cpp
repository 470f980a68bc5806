#include "widgets/canvas/gestures/drop_gesture.h"

#include "core/data/data_source.h"
#include "widgets/canvas/items/ghost_item.h"
#include "widgets/canvas/items/wire_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/theme/core_text.h"

#include <QCoreApplication>

namespace zhibei {

namespace {

constexpr double wireReach = 16; // screen pixels

} // namespace

DropGesture::DropGesture(NetworkView *view, const QString &payload) : m_view(view)
{
    const QString prefix = QStringLiteral("data:");
    if (payload.startsWith(prefix)) {
        const DataSource *source = findDataSource(payload.mid(prefix.size()).toStdString());
        if (!source)
            return;
        m_source = QString::fromStdString(source->id);
        m_ghost = std::make_unique<GhostItem>(view->theme(), coreText(source->text), QString::fromStdString(source->icon), Category::Data);
    } else if ((m_kind = findKind(payload.toStdString()))) {
        m_ghost = std::make_unique<GhostItem>(view->theme(), coreText(m_kind->text), QString::fromStdString(m_kind->icon), m_kind->category);
    }
    if (!m_ghost)
        return;
    m_ghost->hide();
    view->networkScene().addItem(m_ghost.get());
}

DropGesture::~DropGesture() { cancel(); }

std::optional<Wire> DropGesture::wireAt(const QPointF &place) const
{
    const NetworkScene &scene = m_view->networkScene();
    const WireItem *item = m_kind ? scene.wireNear(place, wireReach / m_view->scale()) : nullptr;
    if (!item)
        return std::nullopt;
    const DataType data = scene.dataType();
    return Wiring(scene.network(), data).judgeInsertion(*m_kind, item->wire()).possible ? std::optional(item->wire()) : std::nullopt;
}

void DropGesture::move(const Pointer &pointer)
{
    if (!m_ghost)
        return;
    m_ghost->show();
    m_ghost->setPos(pointer.scene);
    const std::optional<Wire> wire = wireAt(pointer.scene);
    m_view->networkScene().setLitWire(wire ? &*wire : nullptr);
    if (!wire)
        return m_view->hideHint();
    const DataType data = m_view->networkScene().dataType();
    const Text trouble = Wiring(m_view->networkScene().network(), data).judgeInsertion(*m_kind, *wire).trouble;
    m_view->showHint(trouble.empty() ? NetworkView::tr("Insert here") : coreText(trouble), pointer.viewport, !trouble.empty());
}

void DropGesture::finish(const Pointer &pointer)
{
    const std::optional<Wire> wire = wireAt(pointer.scene);
    cancel();
    if (!m_source.isEmpty())
        m_view->useDataSource(m_source, pointer.scene);
    else if (m_kind && wire)
        m_view->insertOnWire(*m_kind, *wire, pointer.scene);
    else if (m_kind)
        m_view->placeKind(*m_kind, pointer.scene);
}

void DropGesture::cancel()
{
    m_ghost.reset();
    m_view->networkScene().setLitWire(nullptr);
    m_view->hideHint();
}

} // namespace zhibei
