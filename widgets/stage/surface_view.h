#pragma once

#include "core/data/data_source.h"
#include "core/train/observer.h"
#include "widgets/plots/figure_export.h"
#include "widgets/stage/point_gesture.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QToolButton;

namespace zhibei {

class ExportButton;
class SurfaceCanvas;
class TextButton;

/// The stage for data of the plane (decision surface with the samples on it) and for curves (the fitted curve
/// through the data), with the tools to paint, move and erase samples.
///
///     view->setData(document.dataset(), document.project().data);
///     request.plane = view->plane();             // what to observe
///     view->setObservation(observation);         // at display rate
///     connect(view, &SurfaceView::pointsEdited, [&](auto points, QString key) {
///         document.edit("Paint points", [&](Project &p) { p.data = SurfaceView::painted(p.data, data, points); }, key); });
class SurfaceView : public QWidget {
    Q_OBJECT
public:
    explicit SurfaceView(Theme *theme, QWidget *parent = nullptr);

    /// Whether there is something to show for such data.
    static bool applies(const Dataset &data) { return data.planar || data.curve; }
    /// `spec` with exactly these samples: a source that generates its own becomes one of painted points.
    static DataSpec painted(const DataSpec &spec, const Dataset &data, std::vector<PaintedPoint> points);

    void setData(std::shared_ptr<const Dataset> data, const DataSpec &spec);
    void setObservation(std::shared_ptr<const Observation> observation);
    /// The rectangle on screen, to be asked of the Observer; resolution 48 for a plane, 256 for a curve.
    Plane plane() const;

    SurfaceCanvas *canvas() const { return m_canvas; }
    void setTool(PointTool tool, int label = 0);
    Figure figure() const;
    /// By suffix: .png, .svg, .pdf, .csv. See FigureExport::write.
    bool exportTo(const QString &path, QString *error = nullptr) const;

signals:
    /// A gesture was completed: all points of the data as they shall be now, the generated ones included. One gesture,
    /// one key. An abandoned gesture sends nothing.
    void pointsEdited(const std::vector<zhibei::PaintedPoint> &points, const QString &mergeKey);
    /// The rectangle to observe has changed.
    void planeChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void restyle();
    void buildClassTools(int classes);
    QToolButton *addTool(PointTool tool, int label);
    void showControls();

    Theme *m_theme;
    std::shared_ptr<const Dataset> m_data;
    SurfaceCanvas *m_canvas;
    QBoxLayout *m_tools;
    QButtonGroup *m_toolGroup;
    QToolButton *m_move, *m_erase;
    QList<QToolButton *> m_classTools;
    TextButton *m_test, *m_discretise, *m_residuals;
    ExportButton *m_export;
};

} // namespace zhibei
