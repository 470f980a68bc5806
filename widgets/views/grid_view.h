#pragma once

#include "core/probes/warped_grid.h"
#include "widgets/views/painted_view.h"
#include "widgets/views/sample_dots.h"

#include <QLineF>
#include <QPixmap>

class QSlider;

namespace zhibei {

class PlaneAxes;

/// The plane of the inputs as a layer bends it, with its regular grid, the samples on it and the line where the verdict
/// changes: what makes a spiral separable. Beside it the flat plane, where there is room; the slider bends it bit by bit.
///
/// Hovering shows a sample, a click makes it everybody's; the arrow keys go from dot to dot and Enter clicks.
class GridView : public PaintedView {
    Q_OBJECT
public:
    explicit GridView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    const std::shared_ptr<const WarpedGrid> &grid() const { return m_grid; }
    /// How far the plane is bent, 0 (flat) to 1.
    void setBent(double bent);
    double bent() const { return m_bent; }

protected:
    void onData() override;
    void onSnapshot() override;
    void onSample() override { update(); }
    void onNode() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A panel: where it is, and how bent its plane is.
    struct Panel { QRectF area; double bent; QString name; };
    QList<Panel> panels(const QRectF &area) const;
    /// Where a place of the grid (in columns and rows, between them too) and a sample lie in a panel.
    QPointF ofGrid(const Panel &panel, double column, double row) const;
    QPointF ofSample(const Panel &panel, int dot) const;
    QPointF mixed(const Panel &panel, const QPointF &flat, const QPointF &bent) const;
    QList<QPointF> dots(const Panel &panel) const;
    void paintSheet(QPainter &painter, const Panel &panel) const;
    void paintPanel(QPainter &painter, const Panel &panel) const;
    int dotAt(const QPointF &at) const;
    void forget();
    void measure();
    void mark(int dot);
    void showReading();
    QString missing() const;
    QString csv() const;

    double m_bent = 1;
    std::shared_ptr<const WarpedGrid> m_grid;
    QRectF m_frame;            ///< of the bent plane, in its own units
    QList<QLineF> m_borders;   ///< where the verdict changes, in columns and rows
    SampleDots m_dots;
    int m_marked = -1;
    bool m_waiting = true;     ///< for the first answer
    mutable QPixmap m_drawn;   ///< the panels without marks
    QSlider *m_slider;
};

} // namespace zhibei
