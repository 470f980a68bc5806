#pragma once

#include "core/data/data_source.h"
#include "core/train/observer.h"
#include "widgets/plots/reading_card.h"
#include "widgets/stage/plane_axes.h"
#include "widgets/stage/point_gesture.h"
#include "widgets/stage/surface_image.h"

#include <QPixmap>
#include <QWidget>

namespace zhibei {

/// Draws the decision surface with the data on it, or the fitted curve through the data, and lets points be
/// painted, dragged and erased. Arrows and the space bar do what the pointer does; Escape drops a gesture.
class SurfaceCanvas : public QWidget {
    Q_OBJECT
public:
    explicit SurfaceCanvas(Theme *theme, QWidget *parent = nullptr);

    void setData(std::shared_ptr<const Dataset> data, const DataSpec &spec);
    void setObservation(std::shared_ptr<const Observation> observation);
    void setTool(PointTool tool, int label);
    PointTool tool() const { return m_tool; }
    void setShowTest(bool show);
    void setDiscretise(bool discretise);
    void setShowResiduals(bool show);

    /// Points can be painted: classes on a plane, or x and y of a curve.
    bool editable() const;
    bool isCurve() const { return m_data && m_data->curve; }
    /// The rectangle of units on screen.
    const QRectF &units() const { return m_units; }
    PlaneAxes axes() const { return axesFor(size()); }
    /// What the reading card says at a place in units.
    QStringList reading(const QPointF &units) const;

    void paintFigure(QPainter &painter, const QSize &size) const;
    /// part,x,y,… : the samples, then the surface or the curve.
    QString csv() const;
    void retranslate();

signals:
    /// All points after an edit that was completed; see SurfaceView::pointsEdited.
    void pointsEdited(const std::vector<zhibei::PaintedPoint> &points, const QString &mergeKey);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    PlaneAxes axesFor(const QSize &size) const;
    QRectF unitsFor(const Dataset &data) const;
    SurfaceStyle style() const;
    Decision decision() const;
    bool hasSurface() const;
    std::vector<PaintedPoint> editedPoints() const;
    void invalidate();
    void beginGesture(const QPointF &at);
    void commit();
    void cancel();
    void moveKeyCursor(const QPointF &step);
    void pressKeyCursor();

    void paintGround(QPainter &painter, const PlaneAxes &axes, const QImage &image) const;
    void paintSamples(QPainter &painter, const PlaneAxes &axes) const;
    void paintSample(QPainter &painter, const QPointF &at, int label, bool test) const;
    void paintCurve(QPainter &painter, const PlaneAxes &axes) const;
    void paintResiduals(QPainter &painter, const PlaneAxes &axes) const;
    void paintPointer(QPainter &painter, const PlaneAxes &axes) const;
    void paintEmpty(QPainter &painter, const PlaneAxes &axes) const;
    QImage groundImage(int side) const;
    std::optional<double> curveAt(double x, int64_t output = 0) const;
    ReadingCard card(const QPointF &units) const;

    Theme *m_theme;
    std::shared_ptr<const Dataset> m_data;
    DataSpec m_spec;
    std::shared_ptr<const Observation> m_observation;
    QRectF m_units{-6, -6, 12, 12};
    PointTool m_tool = PointTool::Move;
    int m_label = 0;
    bool m_showTest = true, m_discretise = false, m_showResiduals = false;
    bool m_ring = false; ///< the focus came by the keyboard
    std::unique_ptr<PointGesture> m_gesture;
    std::optional<QPointF> m_pointer;   ///< under the mouse, in pixels
    std::optional<QPointF> m_keyCursor; ///< moved by the arrows, in pixels
    QImage m_ground;     ///< of the observation
    QPixmap m_samples;   ///< of the data, while no gesture runs
};

} // namespace zhibei
