#pragma once

#include "widgets/plots/curve_data.h"
#include "widgets/theme/theme.h"

#include <qcustomplot.h>

namespace zhibei {

class ValueTicker;

/// The plane the learning curves are drawn on: drag pans, the wheel zooms (Shift: only steps, Ctrl: only values),
/// a double click or 0 fits again. While it fits, it follows the training. The pointer reads the values.
class CurvePlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit CurvePlot(Theme *theme, QWidget *parent = nullptr);

    void setCurves(Measure measure, const CurveSet &curves);
    const CurveSet &curves() const { return m_curves; }
    /// Values on a logarithmic axis; numbers that are not above zero are left out.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    /// A quiet training curve over its noise.
    void setSmooth(bool smooth);
    bool isSmooth() const { return m_smooth; }
    bool isFollowing() const { return m_following; }
    void fit();
    /// What an empty plane says.
    void setEmptyText(const QString &text);

    /// A line at the step that everybody looks at; what came later turns pale. Nothing: the present.
    void setPastStep(std::optional<double> step);
    /// Puts the reading line on the measured step nearest to `step`; nothing takes it away.
    void setCursorStep(std::optional<double> step);
    /// What the card at the reading line says, line by line; empty while there is no line.
    QStringList cardLines() const;
    void retranslate();

signals:
    void followingChanged(bool following);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void showCurves();
    void showBranches(bool logarithmic);
    void applyFit();
    void setFollowing(bool following);
    void paintEmpty(QPainter &painter) const;
    void paintCard(QPainter &painter) const;
    double cursorStep() const;
    bool isEmpty() const { return m_curves.train.isEmpty() && m_curves.test.isEmpty(); }

    Theme *m_theme;
    QSharedPointer<ValueTicker> m_valueTicker;
    QSharedPointer<QCPAxisTicker> m_shareTicker;
    QCPGraph *m_noise, *m_train, *m_test;
    QList<QCPGraph *> m_branches; ///< two a branch, more than there are branches
    QCPItemStraightLine *m_pastLine;
    QCPItemRect *m_later;
    Measure m_measure = Measure::Loss;
    CurveSet m_curves;
    QString m_emptyText;
    std::optional<double> m_cursor;
    bool m_logarithmic = false, m_smooth = true, m_following = true;
    bool m_ring = false; ///< the focus came by the keyboard
};

} // namespace zhibei
