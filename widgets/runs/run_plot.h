#pragma once

#include "widgets/plots/curve_data.h"
#include "widgets/theme/theme.h"

#include <qcustomplot.h>

namespace zhibei {

class ValueTicker;

/// The curves of several runs on one axis, each in its colour, with a legend: on the test part where there is one, else
/// of training. Drag pans, the wheel zooms, a double click fits again; the pointer reads every curve.
class RunPlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit RunPlot(Theme *theme, QWidget *parent = nullptr);

    struct Run {
        QString name;
        std::shared_ptr<const History::Curves> curves; ///< null: not known yet
    };
    void setRuns(std::vector<Run> runs);
    const std::vector<Run> &runs() const { return m_runs; }
    void setMeasure(Measure measure);
    Measure measure() const { return m_measure; }
    bool has(Measure measure) const;
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    void setEmptyText(const QString &text);
    void retranslate();
    /// The points drawn for a run.
    QList<QPointF> drawn(size_t run) const;
    static QColor colorOf(const Theme &theme, size_t run, size_t count);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void showRuns();
    void applyFit();
    void paintReading(QPainter &painter) const;

    Theme *m_theme;
    QSharedPointer<ValueTicker> m_values;
    QSharedPointer<QCPAxisTicker> m_shares;
    std::vector<Run> m_runs;
    Measure m_measure = Measure::Loss;
    bool m_logarithmic = false, m_following = true;
    std::optional<double> m_cursor;
    QString m_emptyText;
};

} // namespace zhibei
