#pragma once

#include <QDockWidget>

namespace zhibei {

class Theme;

/// A dock whose title is a thin quiet strip: what it holds says by itself what it is. The strip can be dragged
/// and, with a double click, made to float; its grip shows under the pointer.
class Dock : public QDockWidget {
    Q_OBJECT
public:
    Dock(Theme *theme, const QString &name, QWidget *content, QWidget *parent = nullptr);
};

} // namespace zhibei
