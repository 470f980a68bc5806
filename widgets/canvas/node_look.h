#pragma once

#include "widgets/canvas/faces/face.h"

#include <QLineF>
#include <QString>

namespace zhibei {

class Document;

/// A ring on a card's edge.
struct PortLook {
    int port = 0;
    bool target = false, variadic = false;
    QPointF place;     ///< from the card's centre
    QPointF direction; ///< unit vector away from the card
    QString text;      ///< its translated name, for hovering and for screen readers
    bool operator==(const PortLook &) const = default;
};

/// Everything about a card that does not change while training: texts, sizes and places, in pixels at 100 %
/// from the card's centre.
struct NodeLook {
    QString title, id, shownId, caption, problem, iconName; ///< shownId: elided where it is long
    bool blocks = false;    ///< the problem stops training
    bool compact = false;   ///< a neuron: no title, only its value
    bool resizable = false; ///< has a number of neurons to raise and lower
    bool hasBias = false;   ///< a neuron's bias is switched on
    Category category = Category::Layer;
    ValueType type;
    bool typeKnown = false, answers = false;
    QRectF card, header, face, captionArea;
    std::vector<PortLook> inputs, outputs;

    QRectF minusButton() const;
    QRectF plusButton() const;
    QRectF biasDot() const;
    /// Card and what hangs on it: rings, a neuron's name, shadow, focus ring.
    QRectF bounds() const;
    bool operator==(const NodeLook &) const = default;
};

NodeLook nodeLook(const Node &node, const Document &document, const Theme &theme);
/// Whether a loss judges the node's main output.
bool isJudged(const Network &network, const NodeId &id);
/// "64 neurons · ReLU", "28×28×1", "50 % · 64".
QString shapeLine(const Node &node, const LayerKind &kind, const ValueType *type);
/// A number with its sign and a true minus: "+0.532".
QString signedText(double value);

constexpr double portRadius = 5;

} // namespace zhibei
