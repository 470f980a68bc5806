#pragma once

#include "widgets/canvas/node_look.h"

#include <QGraphicsItem>
#include <QPixmap>

namespace zhibei {

class NetworkScene;

/// A node's card: icon, name, live face, one line of shape or what is wrong, and rings for its ports. A neuron is
/// a small square with its heat map and a dot for its bias.
class NodeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };

    NodeItem(NetworkScene *scene, const Node &node);
    int type() const override { return Type; }

    const NodeLook &look() const { return m_look; }
    QString id() const { return m_look.id; }
    /// Takes texts and sizes anew; repaints only what changed.
    void refresh(const Node &node);
    /// The card in scene coordinates.
    QRectF cardRect() const { return m_look.card.translated(pos()); }
    const PortLook *input(int port) const;
    const PortLook *output(int port) const;
    QPointF inputPlace(int port) const;
    QPointF outputPlace(int port) const;
    bool showsButtons() const;

    QRectF boundingRect() const override { return m_look.bounds(); }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant &value) override;

private:
    FaceQuery query() const;
    void paintLight(QPainter &painter) const;
    void paintBody(QPainter &painter, double scale) const;
    void paintFace(QPainter &painter, double scale);
    void paintNeuron(QPainter &painter, double scale);
    void paintTexts(QPainter &painter, double scale) const;
    void paintButtons(QPainter &painter) const;
    void paintPorts(QPainter &painter, double scale) const;
    void renderFace(const QSize &pixels);
    QString liveCaption() const;

    NetworkScene *m_scene;
    Node m_node;
    NodeLook m_look;
    QPixmap m_face;          ///< the face as last drawn
    quint64 m_faceVersion = ~quint64(0);
};

} // namespace zhibei
