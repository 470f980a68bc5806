#pragma once

#include <QPointF>
#include <QWidget>

#include <optional>

namespace zhibei {

class Theme;

/// The recorded run as a line with a handle: drag it, or click anywhere, to look back; its right end is now. Arrows move
/// by a hundredth, with Shift by one step; Page Up and Down by a tenth; Home is the beginning and End is now.
class Timeline : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(Theme *theme, QWidget *parent = nullptr);

    /// `past`: the step one looks back to; nothing: now.
    void setRecorded(qint64 first, qint64 last, std::optional<qint64> past);
    std::optional<qint64> past() const { return m_past; }
    qint64 last() const { return m_last; }
    /// From where to where the line goes, and which steps are at its ends; nothing: the recorded ones.
    void setPlane(int left, int right, std::optional<QPointF> steps);
    void retranslate();

    QSize sizeHint() const override;
    /// Where a step is, in pixels from the left.
    double placeOf(double step) const;

signals:
    void pastWanted(qint64 step);
    void nowWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    bool isEmpty() const { return m_last <= m_first; }
    double stepAt(double x) const;
    void want(double step);
    void moveBy(double steps);
    void paintHandle(QPainter &painter, double x, double y) const;
    QPointF ends() const;

    Theme *m_theme;
    qint64 m_first = 0, m_last = 0;
    std::optional<qint64> m_past;
    int m_left = 0, m_right = 0;
    std::optional<QPointF> m_steps;
    std::optional<double> m_pointer;
    bool m_dragging = false, m_ring = false;
};

} // namespace zhibei
