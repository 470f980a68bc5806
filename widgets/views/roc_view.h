#pragma once

#include "core/probes/ranking.h"
#include "widgets/views/painted_view.h"

class QComboBox;

namespace zhibei {

class PlaneAxes;

/// How well a class is told from the rest: the ROC curve with its area, or precision against recall, and a threshold to
/// move, whose counts are read at once. Or precision, recall and F1 of every class as the network decides.
///
/// The threshold is dragged on the curve or over the two histograms of scores; the arrow keys move it by a hundredth.
class RocView : public PaintedView {
    Q_OBJECT
public:
    enum class Shown { Roc, PrecisionRecall, EveryClass };
    explicit RocView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void setShown(Shown shown);
    /// The class that counts as positive; of two it is the second at first.
    void setPositive(int positive);
    int positive() const { return m_positive; }
    void setThreshold(double threshold);
    double threshold() const { return m_threshold; }
    const Ranking &ranking() const { return m_ranking; }
    Counts counts() const { return m_ranking.at(m_threshold); }

protected:
    void onData() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where everything goes; what is not shown is empty.
    struct Places { QRectF roc, precisionRecall, histogram, numbers; };
    Places places(const QRectF &area) const;
    QFont numbersFont(double width) const;
    void rank();
    void showReading();
    void paintCurve(QPainter &painter, const QRectF &plot, bool roc) const;
    void paintHistogram(QPainter &painter, const QRectF &plot) const;
    void paintNumbers(QPainter &painter, const QRectF &area) const;
    void paintClasses(QPainter &painter, const QRectF &area) const;
    PlaneAxes axes(const QRectF &plot) const;
    QPointF onCurve(const Counts &counts, bool roc) const;
    void dragTo(const QPointF &at);
    double classRow() const;
    int rowsIn(const QRectF &area) const;
    QString className(int index) const;
    QString csv() const;

    JudgementProbe m_probe;
    std::shared_ptr<const Judgement> m_judgement;
    std::vector<Counts> m_classes;
    Ranking m_ranking;
    double m_least = 0, m_most = 1; ///< range of the scores
    std::vector<int> m_bars[2];     ///< histograms of the scores: of the others, of the class
    int m_positive = -1;
    double m_threshold = 0.5;
    int m_scrolled = 0;             ///< first class in sight
    enum class Drag { None, Roc, PrecisionRecall, Histogram } m_drag = Drag::None;
    ChoiceTexts *m_shown;
    QComboBox *m_box;
};

} // namespace zhibei
