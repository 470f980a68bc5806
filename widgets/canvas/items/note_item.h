#pragma once

#include "core/network/network.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace zhibei {

class NetworkScene;

/// A remark on the canvas, with an arrow if it points to a node.
class NoteItem : public QGraphicsItem {
public:
    enum { Type = UserType + 3 };

    NoteItem(NetworkScene *scene, const Note &note);
    int type() const override { return Type; }

    QString id() const { return QString::fromStdString(m_note.id); }
    const Note &note() const { return m_note; }
    void refresh(const Note &note);
    /// Follows the node it points to.
    void updateArrow();
    QRectF textRect() const { return m_text; } ///< from its centre

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant &value) override;

private:
    void arrange();

    NetworkScene *m_scene;
    Note m_note;
    QRectF m_text, m_bounds;
    QPainterPath m_arrow;
};

} // namespace zhibei
