#pragma once

#include "widgets/theme/theme.h"

#include <QPolygonF>
#include <QWidget>

#include <vector>

namespace zhibei {

/// A glass over the whole window to point and to draw on: a laser pointer, a pen, a spotlight. With nothing in the hand
/// the mouse goes through to what is below, and the marks stay until they are wiped away.
class StageMarks : public QWidget {
    Q_OBJECT
public:
    enum class Tool { None, Laser, Pen, Spotlight };
    StageMarks(Theme *theme, QWidget *window);

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    void erase();
    const std::vector<QPolygonF> &strokes() const { return m_strokes; }

signals:
    void toolChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void showOrHide();
    double penWidth() const { return m_theme->space(1); }

    Theme *m_theme;
    Tool m_tool = Tool::None;
    std::vector<QPolygonF> m_strokes;
    QPointF m_pointer;
    double m_light = 40; ///< radius of the spotlight in steps of the theme
    bool m_drawing = false;
};

} // namespace zhibei
