#include "widgets/canvas/gestures/rubber_gesture.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/network_view.h"

namespace zhibei {

RubberGesture::RubberGesture(NetworkView *view, const Pointer &start)
    : m_view(view), m_start(start.scene), m_adds(start.modifiers & (Qt::ShiftModifier | Qt::ControlModifier)),
      m_before(view->networkScene().selectedIds()), m_band(std::make_unique<QGraphicsPathItem>())
{
    QColor fill = view->theme().color(Ink::Accent);
    fill.setAlphaF(0.1f);
    QPen pen(view->theme().color(Ink::Accent), 1);
    pen.setCosmetic(true);
    m_band->setPen(pen);
    m_band->setBrush(fill);
    m_band->setZValue(6);
    view->networkScene().addItem(m_band.get());
}

RubberGesture::~RubberGesture()
{
    if (!m_done)
        cancel();
}

void RubberGesture::move(const Pointer &pointer)
{
    const QRectF band = QRectF(m_start, pointer.scene).normalized();
    QPainterPath path;
    path.addRect(band);
    m_band->setPath(path);
    const NetworkScene &scene = m_view->networkScene();
    QStringList inside = m_adds ? m_before : QStringList();
    for (const Node &node : scene.network().nodes)
        if (const NodeItem *item = scene.nodeItem(node.id); item && band.intersects(item->cardRect()))
            inside << item->id();
    for (const Note &note : scene.network().notes)
        if (const NoteItem *item = scene.noteItem(QString::fromStdString(note.id)); item && band.intersects(item->textRect().translated(item->pos())))
            inside << item->id();
    inside.removeDuplicates();
    if (inside != scene.selectedIds())
        m_view->networkScene().selectIds(inside);
}

void RubberGesture::finish(const Pointer &pointer)
{
    move(pointer);
    m_done = true;
    m_band.reset();
}

void RubberGesture::cancel()
{
    m_done = true;
    m_band.reset();
    m_view->networkScene().selectIds(m_before);
}

} // namespace zhibei
