#pragma once

#include "widgets/canvas/gestures/gesture.h"
#include "widgets/canvas/network_edits.h"
#include "widgets/canvas/network_scene.h"

#include <QGraphicsView>

#include <memory>

namespace zhibei {

class EmptyHint;
class HintLabel;
class KindMenu;
class LineEditor;
class WeightPopup;

/// The canvas: looks at a NetworkScene, turns mouse, keyboard and drops into gestures, and offers the editing
/// commands as slots. Wheel zooms about the pointer, two fingers or Shift+wheel move, the middle button or Space and
/// drag pan; zoom is relative to the theme's text scale.
class NetworkView : public QGraphicsView {
    Q_OBJECT
public:
    NetworkView(Theme *theme, NetworkScene *scene, QWidget *parent = nullptr);
    ~NetworkView() override;

    const Theme &theme() const { return *m_theme; }
    NetworkScene &networkScene() const { return *m_scene; }
    /// Screen pixels per canvas pixel.
    double scale() const { return transform().m11(); }
    QRectF visibleScene() const { return mapToScene(viewport()->rect()).boundingRect(); }

    bool canFold() const;   ///< neurons are selected
    bool canUnfold() const; ///< one dense layer is selected
    bool canPaste() const;

    // For gestures and panels
    void panBy(const QPoint &pixels);
    void endGesture();
    bool hasGesture() const { return m_gesture != nullptr; }
    void showHint(const QString &text, const QPoint &viewportPlace, bool bad = false);
    void hideHint();
    QString wiringHint(const PortRef &from, const PortRef &to) const;
    /// A searchable list of kinds at a place of the viewport; `chosen` is called once or, after Escape, never.
    void openKindMenu(const std::vector<const LayerKind *> &kinds, const QPoint &viewportPlace, std::function<void(const LayerKind &)> chosen);
    KindMenu *kindMenu() const { return m_kindMenu; }
    WeightPopup *weightPopup() const { return m_weightPopup; }
    /// Puts a kind on the canvas, alone, as one undo step; the node is selected.
    void placeKind(const LayerKind &kind, const QPointF &place);
    void insertOnWire(const LayerKind &kind, const Wire &wire, const QPointF &place);
    /// The document's data become this source; an input node is added where there is none.
    void useDataSource(const QString &id, const QPointF &place);

public slots:
    void cut();
    void copy();
    void paste();
    void duplicate();
    void deleteSelection();
    void selectAll();
    void align(zhibei::Alignment alignment);
    void distribute(Qt::Orientation direction);
    void tidyLayout();
    /// A note near the selected node with an arrow to it, or in the middle; its text is being edited at once.
    void addNote();
    /// Unfolds the selected dense layer, or folds the selected neurons (one neuron stands for its whole group).
    void foldOrUnfold();
    void unfold(const QString &dense);
    void fold(const QStringList &neurons);
    /// Edits the selected node's name, or the selected note's text, on the canvas.
    void rename();
    /// The keyboard way of a palette drop: on the selected wire, or after the selected node, or in the middle.
    /// `payload` as in nodeMimeType: a kind's id, or "data:" and a data source's id.
    void insertKind(const QString &payload);
    /// The keyboard way to a kind: a searchable list, then insertKind.
    void chooseKind();
    void changeNeurons(int delta);
    void startKeyboardWire();
    void openWeights(); ///< of the selected wire or neuron

    void fit();
    /// Fits again if the person left the view to itself and the network has outgrown it, or has become small in it.
    void keepInView();
    void actualSize();
    void zoomIn();
    void zoomOut();
    void zoomBy(double factor, const QPoint &viewportPlace);
    /// Opens the selected node.
    void lookInside();

signals:
    /// Somebody zoomed in until a node's card filled the view, or could not grow any more.
    void zoomedInto(const QString &node);
    void zoomChanged(double zoom); ///< 1 is 100 %
    /// A right click or the menu key; the selection already is what it is about.
    void contextMenuWanted(const QPoint &globalPlace);
    /// Something could not be done and why; it also stands on the canvas for a moment.
    void refused(const QString &reason);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Pointer pointer(const QPointF &viewportPlace, Qt::KeyboardModifiers modifiers) const;
    void startGesture(std::unique_ptr<Gesture> gesture);
    void cancelGesture();
    std::unique_ptr<Gesture> gestureFor(const CanvasHit &hit, const Pointer &start);
    void pressSelects(const CanvasHit &hit, Qt::KeyboardModifiers modifiers);
    void click(const CanvasHit &hit, const Pointer &pointer);
    void hover(const Pointer &pointer);
    void refreshHover(); ///< the value under the pointer is live
    QString hoverText(const CanvasHit &hit) const;
    QString weightText(const Wire &wire) const;
    void updateCursor();
    bool gestureKey(QKeyEvent *event);
    bool navigationKey(const QKeyEvent &event);
    bool editingKey(const QKeyEvent &event);
    void walk(const QPointF &direction);
    void nudge(const QPointF &shift);
    void activate(const QString &id);
    void wheelZoom(double factor, const QPoint &viewportPlace);
    void refuse(const Text &reason);
    void editNote(const QString &id);
    void announceCurrent();
    void setZoom(double zoom);
    double zoomThatFits() const;
    void onOpened();
    void onRebuilt();
    void onThemeChanged();
    void placeEmptyHint();
    QString neuronGroup() const; ///< of the selection, if it is one group
    QPointF centre() const { return visibleScene().center(); }

    Theme *m_theme;
    NetworkScene *m_scene;
    std::unique_ptr<Gesture> m_gesture, m_drop;
    CanvasHit m_pressed;
    Pointer m_pressPointer;
    QPoint m_hoverPlace;
    bool m_pressing = false, m_spaceHeld = false, m_toggleOnClick = false;
    bool m_followsFit = true; ///< until the person zooms or pans, the whole network stays in view
    double m_zoom = 1;
    QString m_nudgeKey;       ///< merges the nudges of one key hold
    int m_pasteCount = 0;
    HintLabel *m_hint;
    EmptyHint *m_emptyHint;
    KindMenu *m_kindMenu = nullptr;
    WeightPopup *m_weightPopup = nullptr;
    LineEditor *m_editor = nullptr;
};

} // namespace zhibei
