#pragma once

#include "core/network/network.h"

#include <QDockWidget>

class QLabel;
class QToolButton;

namespace zhibei {

class ExportButton;
class Theme;
class View;
struct ViewKind;

/// A view with the strip above it: what it is and which node it looks at; a pin that keeps it at that node, a second one
/// like it, full screen, export, close. It docks, floats (double click or drag of the strip) and stands in tabs.
class ViewDock : public QDockWidget {
    Q_OBJECT
public:
    ViewDock(Theme *theme, const ViewKind &kind, const QString &name, QWidget *parent);

    const ViewKind &kind() const { return m_kind; }
    View *view() const { return m_view; }
    /// The node it is pinned to; empty: it follows the selection.
    const NodeId &pinnedTo() const { return m_pinned; }
    const NodeId &node() const { return m_node; } ///< the node it looks at
    void pin(const NodeId &node);
    /// The node it looks at now, pinned or not, and the title to show for it.
    void showNode(const NodeId &node);
    void setFullScreen(bool full);
    /// In sight: shown, and not behind another tab.
    bool isInSight() const { return m_inSight; }

signals:
    void duplicateWanted();
    void inSightChanged();
    void exported(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildStrip();
    QToolButton *addButton(const char *icon);
    void retranslate();
    void restyle();
    void showTitle();
    void shareStrip();

    Theme *m_theme;
    const ViewKind &m_kind;
    View *m_view;
    NodeId m_pinned, m_node;
    bool m_inSight = false;
    QWidget *m_strip;
    QLabel *m_icon, *m_title;
    QToolButton *m_pin, *m_twin, *m_full, *m_close;
    ExportButton *m_export;
};

} // namespace zhibei
