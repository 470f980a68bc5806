#pragma once

#include "core/network/network.h"

#include <QFrame>

class QLabel;

namespace zhibei {

class NetworkScene;
class Theme;
class WeightSection;

/// A small panel on the canvas: the weights of a wire or a neuron's bias, live, to read and to change. It goes away by Escape, by its
/// button, or when what it shows is gone.
class WeightPopup : public QFrame {
    Q_OBJECT
public:
    WeightPopup(Theme *theme, NetworkScene *scene, QWidget *parent);

    void openWire(const Wire &wire, const QPoint &place);
    void openBias(const NodeId &node, const QPoint &place);
    const QList<WeightSection *> &sections() const { return m_sections; }
    QString title() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void clear();
    void addSection(const QString &fullName, int64_t firstRow, int64_t rows);
    void open(const QPoint &place);
    void onLive();
    void onRebuilt();
    void retranslate();

    Theme *m_theme;
    NetworkScene *m_scene;
    Wire m_wire;
    NodeId m_node;
    QLabel *m_title, *m_nothing;
    QWidget *m_body;
    QList<WeightSection *> m_sections;
};

} // namespace zhibei
