#pragma once

#include "core/lesson/lesson.h"

#include <QObject>

class QDockWidget;

namespace zhibei {

class MainWindow;
class Theme;
class ViewDock;

/// Puts the parts of the window that a scene shows in their places, and nothing else: the network in the middle, what it
/// does and the views in a column at its right, the curves below. Without the network, they share the whole room.
class SceneLayout : public QObject {
    Q_OBJECT
public:
    struct Docks {
        QDockWidget *lesson, *palette, *stage, *inspector, *curves;
    };
    SceneLayout(MainWindow *window, const Docks &docks);

    /// Remembers how the window is, and brings it back.
    void begin();
    void end();
    /// `text`: the lesson's dock is there.
    void arrange(const Scene &scene, bool text);
    /// A view that was opened in the course of the scene.
    void place(ViewDock *dock);

private:
    void share();

    MainWindow *m_window;
    Docks m_docks;
    QByteArray m_before;
    std::vector<QDockWidget *> m_right; ///< from top to bottom, or from left to right without the network
    bool m_hasCenter = true, m_holds = false;
};

} // namespace zhibei
