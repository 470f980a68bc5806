#pragma once

#include "core/network/layout.h"
#include "core/network/network_part.h"
#include "core/train/observer.h"
#include "widgets/canvas/node_look.h"
#include "widgets/document/document.h"
#include "widgets/theme/theme.h"

#include <QGraphicsScene>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QVariantAnimation>

#include <functional>
#include <map>

namespace zhibei {

struct GradientFlow;
class GroupItem;
class NodeItem;
class NoteItem;
class WireItem;

/// What is under a point of the canvas.
struct CanvasHit {
    enum class Part { Nothing, Node, Input, Output, Plus, Minus, Bias, Fold, Wire, WireStart, WireEnd, Note, Group };
    Part part = Part::Nothing;
    QString id;    ///< of the node, note or group
    int port = 0;  ///< Input, Output
    Wire wire;     ///< Wire, WireStart, WireEnd
    bool operator==(const CanvasHit &) const = default;
    PortRef portRef() const { return {id.toStdString(), port}; }
};

/// The network as items. Listens to the document and touches only the items that changed; gestures and commands
/// edit the document, never the items. Live values (faces, wire strengths) are handed in and only painted.
class NetworkScene : public QGraphicsScene {
    Q_OBJECT
public:
    NetworkScene(Theme *theme, Document *document, QObject *parent = nullptr);
    ~NetworkScene() override;

    const Theme &theme() const { return *m_theme; }
    Theme *themeObject() const { return m_theme; }
    Document &document() const { return *m_document; }
    const Network &network() const { return m_document->network(); }
    /// What the data offer; empty while they could not be made.
    DataType dataType() const;

    // Live values
    void setObservation(std::shared_ptr<const Observation> observation);
    const std::shared_ptr<const Observation> &observation() const { return m_observation; }
    /// The training loss so far, thinned to what fits a card (a few hundred numbers).
    void setLossCurve(QVector<float> losses);
    const QVector<float> &lossCurve() const { return m_lossCurve; }
    /// Dots move along the wires while training runs; never with Theme::reduceMotion.
    void setFlowing(bool flowing);
    bool isFlowing() const { return m_flowing; }
    /// Counts changes of what a face shows; it is drawn anew when that moved.
    quint64 faceVersion(Category category) const { return category == Category::Objective ? m_lossVersion : m_liveVersion; }
    double flowPhase() const { return m_flowPhase; }
    /// A wire's strength divided by the largest one, signed; nothing where it carries no weights.
    std::optional<double> wireStrength(const Wire &wire) const;
    /// What gradient arrives where; null: not known.
    void setGradients(std::shared_ptr<const GradientFlow> gradients);
    /// The gradient that comes back along the wire, as a share of the largest in the network; none where it is not known.
    std::optional<double> wireGradient(const Wire &wire) const;

    // Selection (nodes and notes by id, wires by value)
    QStringList selectedNodes() const;
    QStringList selectedIds() const; ///< nodes and notes
    std::vector<Wire> selectedWires() const;
    void selectNodes(const QStringList &ids);
    void selectIds(const QStringList &ids);
    void selectWire(const Wire &wire);
    /// The node that the keyboard is at; empty for none.
    QString currentNode() const { return m_current; }
    void setCurrentNode(const QString &id);
    /// The focus ring shows only while the view has the keyboard.
    void setKeyboardFocus(bool focus);
    bool keyboardFocus() const { return m_keyboardFocus; }

    // Items
    NodeItem *nodeItem(const QString &id) const;
    NodeItem *nodeItem(const NodeId &id) const { return nodeItem(QString::fromStdString(id)); }
    WireItem *wireItem(const Wire &wire) const;
    NoteItem *noteItem(const QString &id) const;
    QList<NodeItem *> nodeItems() const { return m_nodes.values(); }
    /// Wires that start or end at the node.
    QList<WireItem *> wiresAt(const QString &id) const;
    std::map<NodeId, CardSize> cardSizes() const;
    QRectF contentRect() const;
    /// `scale`: pixels on screen per canvas pixel; small things are easier to hit from afar.
    CanvasHit hitAt(const QPointF &place, double scale) const;
    /// The nearest wire within `reach` pixels.
    WireItem *wireNear(const QPointF &place, double reach) const;

    // What gestures show while they last
    void setHovered(const CanvasHit &hit);
    const CanvasHit &hovered() const { return m_hovered; }
    /// Ports that a wire being drawn would fit; everything else is quiet.
    void setOfferedPorts(const QSet<QString> &inputs, const QSet<QString> &outputs);
    void clearOfferedPorts() { setOfferedPorts({}, {}); }
    enum class Offer { None, Fits, Quiet };
    Offer offer(const QString &id, int port, bool output) const;
    static QString portKey(const NodeId &id, int port) { return QString::fromStdString(id) + QLatin1Char(':') + QString::number(port); }
    /// The wire that a drop would split; nullptr for none.
    void setLitWire(const Wire *wire);
    const std::optional<Wire> &litWire() const { return m_litWire; }
    /// Puts a part of the network in the light and everything else in the dark; empty: no spotlight.
    void setSpotlight(const NetworkPart &part);
    const NetworkPart &spotlight() const { return m_spotlight; }
    bool inSpotlight(const NodeId &node) const { return m_spotlight.nodes.contains(node); }
    bool inSpotlight(const Wire &wire) const { return m_spotlight.wires.contains(wire); }
    /// A wire whose end is being moved is not painted.
    void setHiddenWire(const Wire *wire);
    /// Moves items only; `settle` brings them back to the document's places.
    void showAt(const QString &id, const QPointF &place);
    void settle();

    /// Takes all texts anew; the view calls it when the language has changed.
    void retranslate() { refreshAll(); }

    /// One undo step on the network. `name` as in Document::edit.
    void edit(const char *name, const std::function<void(Network &)> &change, const QString &mergeKey = {});

signals:
    void selectedNodesChanged(const QStringList &ids);
    void nodeActivated(const QString &id); ///< a double click or Enter: somebody wants to look inside
    /// A weight or bias was set by hand: index k in row-major order of the parameter's shape.
    void parameterEdited(const QString &fullName, qint64 k, float value);
    /// A data source was dropped or chosen; the document has it already.
    void dataKindDropped(const QString &dataSourceId);
    void liveChanged();
    void rebuilt(); ///< after the items follow a change of the document
    void currentNodeChanged(const QString &id);
    void aboutToClose(); ///< sent by the destructor while the items are still there

private:
    friend class NodeItem;
    void onOpened();
    void onNetworkChanged();
    void onArranged();
    void refreshAll();
    void syncNodes();
    void syncWires();
    void syncNotes();
    void syncGroups();
    void moveItem(const QString &id, const QPointF &place, bool animated);
    void nodeMoved(const QString &id);
    void onSelectionChanged();
    void spreadLight();
    void advanceFlow();
    void updateVisible();
    QRectF visibleRect() const;

    Theme *m_theme;
    Document *m_document;
    QHash<QString, NodeItem *> m_nodes;
    QHash<QString, NoteItem *> m_notes;
    QHash<QString, GroupItem *> m_groups;
    std::map<Wire, WireItem *> m_wires;
    QHash<QString, QList<WireItem *>> m_wiresAt;
    std::shared_ptr<const Observation> m_observation;
    std::shared_ptr<const GradientFlow> m_gradients;
    QVector<float> m_lossCurve;
    quint64 m_liveVersion = 0, m_lossVersion = 0;
    double m_largestStrength = 0;
    bool m_flowing = false, m_keyboardFocus = false, m_opened = false;
    double m_flowPhase = 0;
    QTimer m_flowTimer;
    QString m_current;
    CanvasHit m_hovered;
    QSet<QString> m_offeredInputs, m_offeredOutputs;
    bool m_offering = false;
    NetworkPart m_spotlight;
    std::optional<Wire> m_litWire, m_hiddenWire;
    QHash<QString, std::pair<QPointF, QPointF>> m_moving; ///< from, to
    QVariantAnimation m_motion;
};

} // namespace zhibei
