#include "widgets/canvas/gestures/move_gesture.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/network_view.h"

#include <array>
#include <cmath>

namespace zhibei {

namespace {

constexpr double snapReach = 6; // screen pixels

/// The smallest shift that brings one of `own` onto one of `others`, and where they then meet.
struct Snap {
    double shift = 0, line = 0, gap = 1e9;
    void offer(double own, double other)
    {
        if (const double distance = std::abs(other - own); distance < gap) {
            gap = distance;
            shift = other - own;
            line = other;
        }
    }
};

} // namespace

MoveGesture::MoveGesture(NetworkView *view, const QStringList &ids, const QPointF &start) : m_view(view), m_start(start)
{
    NetworkScene &scene = view->networkScene();
    for (const QString &id : ids) {
        if (const NodeItem *item = scene.nodeItem(id)) {
            m_places[id] = item->pos();
            m_box = m_box.united(item->cardRect());
        } else if (const NoteItem *note = scene.noteItem(id)) {
            m_places[id] = note->pos();
            m_box = m_box.united(note->textRect().translated(note->pos()));
        }
    }
}

MoveGesture::~MoveGesture()
{
    if (!m_done)
        cancel();
}

void MoveGesture::move(const Pointer &pointer)
{
    QPointF shift = pointer.scene - m_start;
    if (pointer.modifiers & Qt::AltModifier)
        showGuides({});
    else
        shift = snapped(shift);
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it)
        m_view->networkScene().showAt(it.key(), it.value() + shift);
}

QPointF MoveGesture::snapped(const QPointF &shift)
{
    const NetworkScene &scene = m_view->networkScene();
    const QRectF box = m_box.translated(shift), visible = m_view->visibleScene();
    Snap across, down;
    for (const NodeItem *item : scene.nodeItems()) {
        const QRectF card = item->cardRect();
        if (m_places.contains(item->id()) || !card.intersects(visible))
            continue;
        across.offer(box.center().x(), card.center().x());
        across.offer(box.left(), card.left());
        across.offer(box.right(), card.right());
        down.offer(box.center().y(), card.center().y());
        down.offer(box.top(), card.top());
        down.offer(box.bottom(), card.bottom());
    }
    const double reach = snapReach / m_view->scale();
    QPointF result = shift;
    QList<QLineF> lines;
    if (across.gap < reach) {
        result.rx() += across.shift;
        lines << QLineF(across.line, visible.top(), across.line, visible.bottom());
    }
    if (down.gap < reach) {
        result.ry() += down.shift;
        lines << QLineF(visible.left(), down.line, visible.right(), down.line);
    }
    showGuides(lines);
    return result;
}

void MoveGesture::showGuides(const QList<QLineF> &lines)
{
    if (!m_guides) {
        m_guides = std::make_unique<QGraphicsPathItem>();
        QColor color = m_view->theme().color(Ink::Accent);
        color.setAlphaF(0.55f);
        QPen pen(color, 1, Qt::DashLine);
        pen.setCosmetic(true);
        m_guides->setPen(pen);
        m_guides->setZValue(5);
        m_view->networkScene().addItem(m_guides.get());
    }
    QPainterPath path;
    for (const QLineF &line : lines) {
        path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
    m_guides->setPath(path);
}

void MoveGesture::finish(const Pointer &pointer)
{
    move(pointer);
    m_done = true;
    m_guides.reset();
    NetworkScene &scene = m_view->networkScene();
    QHash<QString, QPointF> places;
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it) {
        const QGraphicsItem *item = scene.nodeItem(it.key());
        const QGraphicsItem *shown = item ? item : scene.noteItem(it.key());
        if (shown)
            places[it.key()] = shown->pos();
    }
    scene.edit(QT_TRANSLATE_NOOP("Undo", "Move"), [&](Network &network) {
        for (auto it = places.cbegin(); it != places.cend(); ++it) {
            const Point place{std::round(it.value().x()), std::round(it.value().y())};
            if (Node *node = network.find(it.key().toStdString()))
                node->position = place;
            for (Note &note : network.notes)
                if (QString::fromStdString(note.id) == it.key())
                    note.position = place;
        }
    });
    scene.settle();
}

void MoveGesture::cancel()
{
    m_done = true;
    m_guides.reset();
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it)
        m_view->networkScene().showAt(it.key(), it.value());
}

} // namespace zhibei
