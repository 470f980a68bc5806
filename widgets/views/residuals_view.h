#pragma once

#include "core/probes/judgement.h"
#include "widgets/views/painted_view.h"

#include <QPixmap>

class QComboBox;

namespace zhibei {

class PlaneAxes;

/// How far off predicted numbers are, in the units of the data: predicted against true with the diagonal, and what is left
/// (true minus predicted) against predicted with its histogram. Hovering reads a sample, a click makes it everybody's.
class ResidualsView : public PaintedView {
    Q_OBJECT
public:
    enum class Shown { Predictions, Residuals };
    explicit ResidualsView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void setTarget(int target); ///< which of the predicted numbers
    void setShown(Shown shown); ///< where there is no room for both
    struct Pair { double truth, predicted; double residual() const { return truth - predicted; } };
    /// One a judged sample, in original units.
    const std::vector<Pair> &pairs() const { return m_pairs; }
    struct Summary { double rootMeanSquare, meanAbsolute, mean, r2; };
    const Summary &summary() const { return m_summary; }

protected:
    void onData() override;
    void onSample() override { update(); }
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Places { QRectF predictions, residuals, histogram; }; ///< what is not shown is empty
    Places places(const QRectF &area) const;
    void compute();
    void hover(int64_t index);
    void showReading();
    PlaneAxes predictionAxes(const QRectF &plot) const;
    PlaneAxes residualAxes(const QRectF &plot) const;
    void paintPredictions(QPainter &painter, const QRectF &plot) const;
    void paintResiduals(QPainter &painter, const QRectF &plot, const QRectF &histogram) const;
    void paintPoints(QPainter &painter, const PlaneAxes &axes, bool residuals) const;
    void paintMarked(QPainter &painter, const Places &at, int64_t index, Ink ink) const;
    QPointF pointOf(const Pair &pair, bool residuals) const;
    int64_t nearest(const QPointF &at) const; ///< −1: none is near
    QString targetName() const;
    QString csv() const;

    JudgementProbe m_probe;
    std::shared_ptr<const Judgement> m_judgement;
    std::vector<Pair> m_pairs;
    std::vector<int> m_bars;
    Summary m_summary{};
    QRectF m_range;         ///< x: true and predicted numbers; y: residuals, symmetric
    int m_target = 0;
    int64_t m_hovered = -1;
    ChoiceTexts *m_shown;
    QComboBox *m_box;
    mutable QPixmap m_still; ///< all that stays while the pointer moves
};

} // namespace zhibei
