#pragma once

#include <QGraphicsItem>

namespace zhibei {

class NetworkScene;

/// The frame around neurons that were unfolded from one layer: its name, − and + for neurons, and a button that
/// folds them again.
class GroupItem : public QGraphicsItem {
public:
    enum { Type = UserType + 4 };

    GroupItem(NetworkScene *scene, const QString &name);
    int type() const override { return Type; }

    QString name() const { return m_name; }
    void setMembers(const QStringList &ids);
    const QStringList &members() const { return m_members; }
    /// Follows its neurons.
    void updateFrame();
    QRectF frame() const { return m_frame; }
    QRectF minusButton() const;
    QRectF plusButton() const;
    QRectF foldButton() const;
    /// While the pointer or the selection is here.
    bool showsButtons() const;

    QRectF boundingRect() const override { return m_frame.adjusted(-2, -2, 2, 2); }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    NetworkScene *m_scene;
    QString m_name;
    QStringList m_members;
    QRectF m_frame;
};

} // namespace zhibei
