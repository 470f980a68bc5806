#include "widgets/canvas/accessible_canvas.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace zhibei {

namespace {

/// One node of the canvas, found by its id each time it is asked.
class AccessibleNode : public QAccessibleInterface {
public:
    AccessibleNode(NetworkView *view, QString id) : m_view(view), m_id(std::move(id)) {}

    const NodeItem *item() const { return m_view ? m_view->networkScene().nodeItem(m_id) : nullptr; }
    bool isValid() const override { return item(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view.data()); }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        const NodeItem *node = item();
        if (!node)
            return {};
        const NodeLook &look = node->look();
        if (kind == QAccessible::Name)
            return look.title + QLatin1Char(' ') + look.id;
        if (kind == QAccessible::Description)
            return look.problem.isEmpty() ? look.caption : look.problem;
        return {};
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        const NodeItem *node = item();
        if (!node)
            return {};
        const QRect local = m_view->mapFromScene(node->cardRect()).boundingRect();
        return {m_view->viewport()->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const NodeItem *node = item();
        state.focusable = state.selectable = true;
        state.invalid = !node;
        state.selected = node && node->isSelected();
        state.focused = node && m_view->hasFocus() && m_view->networkScene().currentNode() == m_id;
        return state;
    }

private:
    QPointer<NetworkView> m_view;
    QString m_id;
};

class AccessibleCanvas : public QAccessibleWidget {
public:
    explicit AccessibleCanvas(NetworkView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
    ~AccessibleCanvas() override
    {
        for (const QAccessible::Id id : std::as_const(m_nodes))
            QAccessible::deleteAccessibleInterface(id);
    }

    /// The nodes, then the panels that stand on the canvas.
    int childCount() const override { return nodeCount() + QAccessibleWidget::childCount(); }

    QAccessibleInterface *child(int index) const override
    {
        const std::vector<Node> &nodes = m_view->networkScene().network().nodes;
        if (index < 0)
            return nullptr;
        if (index >= nodeCount())
            return QAccessibleWidget::child(index - nodeCount());
        const QString id = QString::fromStdString(nodes[static_cast<size_t>(index)].id);
        if (!m_nodes.contains(id))
            m_nodes[id] = QAccessible::registerAccessibleInterface(new AccessibleNode(m_view, id));
        return QAccessible::accessibleInterface(m_nodes[id]);
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < nodeCount(); ++i)
            if (child(i) == wanted)
                return i;
        const int panel = QAccessibleWidget::indexOfChild(wanted);
        return panel < 0 ? -1 : panel + nodeCount();
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = childCount(); i-- > 0;) // panels lie above the nodes
            if (QAccessibleInterface *node = child(i); node && node->rect().contains(x, y) && !node->state().invisible)
                return node;
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        const std::vector<Node> &nodes = m_view->networkScene().network().nodes;
        for (size_t i = 0; i < nodes.size(); ++i)
            if (QString::fromStdString(nodes[i].id) == m_view->networkScene().currentNode())
                return child(static_cast<int>(i));
        return QAccessibleWidget::focusChild();
    }

private:
    int nodeCount() const { return static_cast<int>(m_view->networkScene().network().nodes.size()); }

    NetworkView *m_view;
    mutable QHash<QString, QAccessible::Id> m_nodes;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *view = className == QLatin1String("zhibei::NetworkView") ? qobject_cast<NetworkView *>(object) : nullptr;
    return view ? new AccessibleCanvas(view) : nullptr;
}

} // namespace

void installCanvasAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace zhibei
