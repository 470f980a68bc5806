#pragma once

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/items/wire_item.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <cmath>
#include <set>

namespace zhibei {

/// A canvas of 1000 × 700 at 100 % with the middle of the paper in its middle, and a hand for it.
struct Canvas {
    Theme theme;
    Document document{ZHIBEI_RESOURCES};
    NetworkScene scene{&theme, &document};
    NetworkView view{&theme, &scene};

    explicit Canvas(const Network &network = smallNetwork(), const std::string &source = "xor")
    {
        theme.setReduceMotion(true);
        Project project;
        project.network = network;
        project.data.source = source;
        document.setProject(project, {});
        view.resize(1000, 700);
        view.show();
        view.actualSize();
        view.centerOn(0, 0);
    }

    /// input1 → dense1 (4) → dense2 (1) → binary_cross_entropy1, with the target wired.
    static Network smallNetwork()
    {
        Network network;
        const NodeId in = network.addNode("input", {}, {-360, 0});
        const NodeId hidden = network.addNode("dense", {{"units", int64_t(4)}, {"activation", std::string("tanh")}}, {-80, 0});
        const NodeId out = network.addNode("dense", {{"units", int64_t(1)}, {"activation", std::string("sigmoid")}}, {200, 0});
        const NodeId loss = network.addNode("binary_cross_entropy", {}, {200, 200});
        network.connect({in, 0}, {hidden, 0});
        network.connect({hidden, 0}, {out, 0});
        network.connect({out, 0}, {loss, 0});
        network.connect({in, 1}, {loss, 1});
        return network;
    }

    const Network &network() const { return document.network(); }
    int steps() { return document.undoStack()->index(); }
    QPointF output(const char *id, int port = 0) const { return scene.nodeItem(QString::fromLatin1(id))->outputPlace(port); }
    QPointF input(const char *id, int port = 0) const { return scene.nodeItem(QString::fromLatin1(id))->inputPlace(port); }
    QPointF middle(const char *id) const { return scene.nodeItem(QString::fromLatin1(id))->cardRect().center(); }
    /// A place of a card that is neither port nor button.
    QPointF grip(const char *id) const { return scene.nodeItem(QString::fromLatin1(id))->cardRect().topLeft() + QPointF(40, 8); }
    bool has(const Wire &wire) const
    {
        const auto &wires = network().wires;
        return std::find(wires.begin(), wires.end(), wire) != wires.end();
    }

    void mouse(QEvent::Type type, const QPointF &place, Qt::MouseButton button, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint local = view.mapFromScene(place);
        const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(button);
        QMouseEvent event(type, local, view.viewport()->mapToGlobal(local), type == QEvent::MouseMove ? Qt::NoButton : button, held, modifiers);
        QApplication::sendEvent(view.viewport(), &event);
    }

    void press(const QPointF &place, Qt::KeyboardModifiers modifiers = {}) { mouse(QEvent::MouseButtonPress, place, Qt::LeftButton, modifiers); }
    void move(const QPointF &place, Qt::KeyboardModifiers modifiers = {}) { mouse(QEvent::MouseMove, place, Qt::LeftButton, modifiers); }
    void release(const QPointF &place, Qt::KeyboardModifiers modifiers = {}) { mouse(QEvent::MouseButtonRelease, place, Qt::LeftButton, modifiers); }
    void click(const QPointF &place, Qt::KeyboardModifiers modifiers = {})
    {
        press(place, modifiers);
        release(place, modifiers);
    }
    void doubleClick(const QPointF &place)
    {
        click(place);
        mouse(QEvent::MouseButtonDblClick, place, Qt::LeftButton);
        release(place);
    }
    /// Presses and moves in two strides, without letting go.
    void dragTo(const QPointF &from, const QPointF &to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        move((from + to) / 2, modifiers);
        move(to, modifiers);
    }
    void drag(const QPointF &from, const QPointF &to, Qt::KeyboardModifiers modifiers = {})
    {
        dragTo(from, to, modifiers);
        release(to, modifiers);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent press(QEvent::KeyPress, key, modifiers), release(QEvent::KeyRelease, key, modifiers);
        QApplication::sendEvent(&view, &press);
        QApplication::sendEvent(&view, &release);
    }
    void undo() { document.undoStack()->undo(); }
    void redo() { document.undoStack()->redo(); }
};

/// The network without the order of its lists, to compare structures.
inline std::multiset<std::string> structure(const Network &network)
{
    std::multiset<std::string> lines;
    for (const Node &node : network.nodes) {
        std::string line = node.id + " " + node.kind + " " + node.group;
        for (const auto &[id, value] : node.attributes)
            line += " " + id + "=" + valueText(value);
        lines.insert(line);
    }
    for (const Wire &wire : network.wires)
        lines.insert(wire.from.node + ":" + std::to_string(wire.from.port) + ">" + wire.to.node + ":" + std::to_string(wire.to.port));
    return lines;
}

} // namespace zhibei
