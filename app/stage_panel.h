#pragma once

#include "core/train/observer.h"

#include <QStackedWidget>

namespace zhibei {

class DrawPad;
class SamplePanel;
class Session;
class SurfaceView;
class Theme;

/// What the network does with the data at hand: a pad to draw on for pictures, the decision surface or the fitted
/// curve for points, a sample and its answer for tables. Turns what is done there into requests to the session.
class StagePanel : public QStackedWidget {
    Q_OBJECT
public:
    StagePanel(Theme *theme, Session *session, QWidget *parent = nullptr);

    void setObservation(const std::shared_ptr<const Observation> &observation);
    DrawPad *drawPad() const { return m_pad; }
    SurfaceView *surface() const { return m_surface; }
    QSize sizeHint() const override;
    /// The height at which its view is best seen in a column of that width: a surface is about square.
    int heightFor(int width) const;

signals:
    void pageChanged();

private:
    QWidget *page(QWidget *content);
    void onDataChanged();
    void forgetAnswers();
    void onPoints(const std::vector<PaintedPoint> &points, const QString &mergeKey);
    void restyle();
    QStringList classNames() const;
    /// Why the network has no answer to a drawing; empty where it has one.
    QString silence(const Observation &observation) const;

    Theme *m_theme;
    Session *m_session;
    DrawPad *m_pad;
    SurfaceView *m_surface;
    SamplePanel *m_table;
    std::vector<QWidget *> m_pages;
    std::shared_ptr<const Dataset> m_data;
};

} // namespace zhibei
