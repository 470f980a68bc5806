#pragma once

#include "core/network/network.h"

#include <QObject>

namespace zhibei {

class Document;
class InsideView;
class NetworkView;
class Theme;

/// Semantic zoom: opens a node in the canvas' place, and brings the canvas back as it was left. Training goes on meanwhile.
class LookInside : public QObject {
    Q_OBJECT
public:
    /// The inside takes the place of `canvas` in its parent's layout.
    LookInside(Theme *theme, Document *document, NetworkView *canvas);

    void open(const QString &node);
    /// Back to the network.
    void close();
    bool isOpen() const { return m_open; }
    InsideView *view() const { return m_view; }

signals:
    void openChanged();

private:
    void onNetworkChanged();

    Document *m_document;
    NetworkView *m_canvas;
    InsideView *m_view;
    bool m_open = false;
};

} // namespace zhibei
