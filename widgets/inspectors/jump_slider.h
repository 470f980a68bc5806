#pragma once

#include <QSlider>

namespace zhibei {

/// A slider whose handle jumps to where it is pressed, and that a wheel over a scrolled panel does not turn by accident.
class JumpSlider : public QSlider {
    Q_OBJECT
public:
    explicit JumpSlider(QWidget *parent = nullptr);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace zhibei
