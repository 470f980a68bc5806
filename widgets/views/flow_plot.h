#pragma once

#include "widgets/theme/theme.h"

#include <qcustomplot.h>

namespace zhibei {

class ValueTicker;

/// Lines against the step on a logarithmic axis, each with its name at its end. The pointer finds the nearest line.
class FlowPlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit FlowPlot(Theme *theme, QWidget *parent = nullptr);

    struct Line { QString name; QColor color; QVector<double> values; }; ///< a value per step; what is not above 0 is a gap
    void setLines(const QVector<double> &steps, const QList<Line> &lines);
    void setMarked(int line);
    /// Draws the plot into a rectangle, as lines and not as pixels.
    void paintInto(QPainter &painter, const QRectF &area);

signals:
    void hovered(int line); ///< -1: none
    void clicked(int line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void restyle();
    void style(int line);
    int nearest(const QPointF &place) const;
    void paintNames(QPainter &painter) const;

    Theme *m_theme;
    QSharedPointer<ValueTicker> m_ticker;
    QList<Line> m_lines;
    int m_marked = -1;
};

} // namespace zhibei
