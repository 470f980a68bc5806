#pragma once

#include "core/train/snapshot.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/plots/figure_export.h"

#include <QElapsedTimer>
#include <QTimer>

class QToolButton;

namespace zhibei {

class ExportButton;
class StatStrip;
class TextButton;
class Timeline;

/// The panel of the learning curves: what is plotted, the newest numbers, and the curves below.
///
///     curves->setHistory(&trainer.history());
///     connect(&tick, &QTimer::timeout, [&] { curves->setSnapshot(trainer.snapshot()); curves->refresh(); });
class CurveView : public QWidget {
    Q_OBJECT
public:
    explicit CurveView(Theme *theme, QWidget *parent = nullptr);

    /// Where the curves come from; must outlive the view or be taken away with nullptr.
    void setHistory(const History *history);
    /// Reads what is new in the history. May be called at any rate: redraws at most 30 times a second, and only
    /// while visible.
    void refresh();
    /// The newest numbers beside the curves.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);

    Measure measure() const { return m_measure; }
    void setMeasure(Measure measure);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_plot->isLogarithmic(); }
    void fit() { m_plot->fit(); }

    /// The run that can be looked back on, and the step one looks back to; nothing: one looks at now.
    void setRecorded(qint64 first, qint64 last, std::optional<qint64> past);
    /// The recorded run is being played.
    void setRecordingPlays(bool plays);

    CurvePlot *plot() const { return m_plot; }
    Timeline *timeline() const { return m_timeline; }
    /// The figures beside the curves as shown, for readers of the screen and for tests.
    QStringList numbers() const;
    Figure figure() const;
    /// By suffix: .png, .svg, .pdf, .csv. See FigureExport::write.
    bool exportTo(const QString &path, QString *error = nullptr);

signals:
    void pastWanted(qint64 step);
    void nowWanted();
    void playRecordingWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void shareHeader();
    void build();
    void retranslate();
    void restyle();
    void readHistory();
    void showMeasures();
    void showCurves();
    void showNewNumbers();
    void showNumbers();
    void alignTimeline();
    void paintFigure(QPaintDevice &device, const QSize &size) const;

    Theme *m_theme;
    const History *m_history = nullptr;
    History::Curves m_curves;
    std::shared_ptr<const Snapshot> m_snapshot;
    Measure m_measure = Measure::Loss;

    QTimer m_redraw;
    QElapsedTimer m_sinceRedraw, m_sinceNumbers;
    TextButton *m_tabs[3];
    TextButton *m_logarithmic, *m_smooth;
    StatStrip *m_stats, *m_rate;
    QToolButton *m_fit;
    ExportButton *m_export;
    CurvePlot *m_plot;
    QToolButton *m_playRecording;
    Timeline *m_timeline;
    bool m_recordingPlays = false;
};

} // namespace zhibei
