#pragma once

#include "core/network/network.h"

#include <QGraphicsItem>
#include <QPainterPath>
#include <QVector>

namespace zhibei {

class NetworkScene;
class NodeItem;

/// A smooth curve from ring to ring: width by |weight|, colour by sign, dotted where it carries targets, with dots
/// that move while data flow.
class WireItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };

    WireItem(NetworkScene *scene, const Wire &wire);
    int type() const override { return Type; }

    const Wire &wire() const { return m_wire; }
    /// Follows its ends.
    void updatePath();
    const QPainterPath &path() const { return m_path; }
    QPointF start() const { return m_start; }
    QPointF end() const { return m_end; }
    double distanceTo(const QPointF &place) const;
    bool carriesTarget() const { return m_target; }
    /// Asks for a repaint of the moving dots only.
    void updateDots(double oldPhase, double newPhase);

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// The curve between two rings; directions point away from the cards.
    static QPainterPath curve(const QPointF &from, const QPointF &fromDirection, const QPointF &to, const QPointF &toDirection);

private:
    void paintDirection(QPainter &painter, const QColor &color) const;
    QVector<QPointF> dots(double phase) const;

    NetworkScene *m_scene;
    Wire m_wire;
    bool m_target;
    QPainterPath m_path;
    QVector<QPointF> m_line; ///< the path as equally long pieces
    double m_length = 0;
    QPointF m_start, m_end;
    QRectF m_bounds;
};

} // namespace zhibei
