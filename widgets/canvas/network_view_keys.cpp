// The canvas without a mouse.
#include "widgets/canvas/gestures/keyboard_wire_gesture.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/canvas/panels/weight_popup.h"

#include <QAccessible>
#include <QKeyEvent>

#include <cmath>

namespace zhibei {

namespace {

constexpr double nudgeStep = 8, fineStep = 1; // canvas pixels

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
    }
}

} // namespace

/// While a gesture lasts, Escape and Tab are its own, whatever the window's shortcuts.
bool NetworkView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool own = m_gesture || key->key() == Qt::Key_Space
                         || (key->key() == Qt::Key_Escape && (m_weightPopup->isVisible() || !m_scene->selectedItems().isEmpty()));
        if (own) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && m_gesture) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) {
            m_gesture->key(*key);
            return true;
        }
    }
    return QGraphicsView::event(event);
}

bool NetworkView::gestureKey(QKeyEvent *event)
{
    if (!m_gesture)
        return false;
    if (event->key() == Qt::Key_Escape)
        cancelGesture();
    else
        m_gesture->key(*event);
    return true;
}

void NetworkView::keyPressEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat() && !directionOf(event->key()).isNull())
        m_nudgeKey = Document::newMergeKey();
    if (m_drop && event->key() == Qt::Key_Escape) {
        m_drop.reset();
        return;
    }
    if (gestureKey(event) || navigationKey(*event) || editingKey(*event)) {
        event->accept();
        return;
    }
    event->ignore(); // the window's own shortcuts
}

void NetworkView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursor();
    }
    QGraphicsView::keyReleaseEvent(event);
}

bool NetworkView::navigationKey(const QKeyEvent &event)
{
    const QPointF direction = directionOf(event.key());
    if (!direction.isNull()) {
        if (event.modifiers() & Qt::ControlModifier)
            nudge(direction * nudgeStep);
        else if (event.modifiers() & Qt::AltModifier)
            nudge(direction * fineStep);
        else
            walk(direction);
        return true;
    }
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (event.key()) {
    case Qt::Key_Space:
        m_spaceHeld = true;
        updateCursor();
        return true;
    case Qt::Key_Escape:
        if (m_weightPopup->isVisible())
            m_weightPopup->hide();
        else if (!m_scene->selectedItems().isEmpty())
            m_scene->selectIds({});
        else
            return false;
        return true;
    case Qt::Key_F:
        if (!plain)
            return false;
        fit();
        return true;
    case Qt::Key_0:
        if (!(event.modifiers() & Qt::ControlModifier))
            return false;
        fit();
        return true;
    default: return false;
    }
}

bool NetworkView::editingKey(const QKeyEvent &event)
{
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const auto is = [&](QKeySequence::StandardKey key) { return event.matches(key); };
    if (is(QKeySequence::SelectAll))
        selectAll();
    else if (is(QKeySequence::Copy))
        copy();
    else if (is(QKeySequence::Cut))
        cut();
    else if (is(QKeySequence::Paste))
        paste();
    else if (is(QKeySequence::Delete) || event.key() == Qt::Key_Backspace)
        deleteSelection();
    else if (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier)
        duplicate();
    else if ((event.key() == Qt::Key_C && plain) || (event.key() == Qt::Key_L && event.modifiers() == Qt::ControlModifier))
        startKeyboardWire();
    else if (event.key() == Qt::Key_F2)
        rename();
    else if ((event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal) && plain)
        changeNeurons(1);
    else if (event.key() == Qt::Key_Minus && plain)
        changeNeurons(-1);
    else if (event.key() == Qt::Key_Insert || (event.key() == Qt::Key_A && plain))
        chooseKind();
    else if (event.key() == Qt::Key_W && plain)
        openWeights();
    else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && plain && !m_scene->currentNode().isEmpty())
        activate(m_scene->currentNode());
    else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && plain && canFold())
        foldOrUnfold();
    else
        return false;
    return true;
}

/// To the nearest node in a direction; sideways distance counts double.
void NetworkView::walk(const QPointF &direction)
{
    const NodeItem *here = m_scene->nodeItem(m_scene->currentNode());
    if (!here) {
        if (!m_scene->network().nodes.empty())
            m_scene->selectNodes({QString::fromStdString(m_scene->network().nodes.front().id)});
        return;
    }
    const NodeItem *best = nullptr;
    double nearest = 1e18;
    for (const NodeItem *item : m_scene->nodeItems()) {
        const QPointF gap = item->pos() - here->pos();
        const double along = QPointF::dotProduct(gap, direction);
        const double aside = std::abs(gap.x() * direction.y() - gap.y() * direction.x());
        if (item != here && along > 1 && aside <= 3 * along && along + 2 * aside < nearest) {
            nearest = along + 2 * aside;
            best = item;
        }
    }
    if (!best)
        return;
    m_scene->selectNodes({best->id()});
    ensureVisible(best, 24, 24);
}

void NetworkView::nudge(const QPointF &shift)
{
    const QStringList ids = m_scene->selectedIds();
    if (ids.isEmpty())
        return;
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Move"), [&](Network &network) {
        for (Node &node : network.nodes)
            if (ids.contains(QString::fromStdString(node.id)))
                node.position = {node.position.x + shift.x(), node.position.y + shift.y()};
        for (Note &note : network.notes)
            if (ids.contains(QString::fromStdString(note.id)))
                note.position = {note.position.x + shift.x(), note.position.y + shift.y()};
    }, m_nudgeKey);
}

/// Tab walks the nodes in network order and then leaves the canvas.
bool NetworkView::focusNextPrevChild(bool next)
{
    const std::vector<Node> &nodes = m_scene->network().nodes;
    const auto here = std::find_if(nodes.begin(), nodes.end(), [&](const Node &node) { return QString::fromStdString(node.id) == m_scene->currentNode(); });
    const auto index = here == nodes.end() ? (next ? -1 : static_cast<std::ptrdiff_t>(nodes.size())) : here - nodes.begin();
    const auto wanted = index + (next ? 1 : -1);
    if (hasFocus() && wanted >= 0 && wanted < static_cast<std::ptrdiff_t>(nodes.size())) {
        const QString id = QString::fromStdString(nodes[static_cast<size_t>(wanted)].id);
        m_scene->selectNodes({id});
        if (const NodeItem *item = m_scene->nodeItem(id))
            ensureVisible(item, 24, 24);
        return true;
    }
    m_scene->setCurrentNode({});
    return QGraphicsView::focusNextPrevChild(next);
}

void NetworkView::startKeyboardWire()
{
    QString from = m_scene->currentNode();
    if (from.isEmpty() && !m_scene->selectedNodes().isEmpty())
        from = m_scene->selectedNodes().first();
    if (from.isEmpty() || m_gesture)
        return;
    auto gesture = std::make_unique<KeyboardWireGesture>(this, from.toStdString());
    if (gesture->possible())
        startGesture(std::move(gesture));
}

void NetworkView::focusInEvent(QFocusEvent *event)
{
    m_scene->setKeyboardFocus(event->reason() != Qt::MouseFocusReason);
    QGraphicsView::focusInEvent(event);
}

void NetworkView::focusOutEvent(QFocusEvent *event)
{
    m_spaceHeld = false;
    if (scene()) // closing, the scene may have gone before
        m_scene->setKeyboardFocus(false);
    QGraphicsView::focusOutEvent(event);
}

/// Screen readers hear the node that the keyboard is at.
void NetworkView::announceCurrent()
{
    const NodeItem *item = m_scene->nodeItem(m_scene->currentNode());
    const QString what = !item ? QString() : item->look().problem.isEmpty() ? item->look().caption : item->look().problem;
    setAccessibleDescription(item ? tr("%1 %2: %3").arg(item->look().title, item->id(), what) : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace zhibei
