#pragma once

#include "core/probes/section.h"
#include "widgets/stage/surface_image.h"
#include "widgets/views/painted_view.h"
#include "widgets/views/sample_dots.h"

#include <QLineF>

class QComboBox;
class QSpinBox;

namespace zhibei {

class PlaneAxes;

/// What the network, or any neuron of any layer, says over two chosen inputs, with the samples on it and a line where the
/// verdict changes (a neuron's sign). The other inputs stay at their mean or as the sample in sight has them.
///
/// The pointer reads the value; the arrow keys move a cursor that does the same.
class SectionView : public PaintedView {
    Q_OBJECT
public:
    explicit SectionView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void setFeatures(qint64 across, qint64 up);
    void setOfNeuron(bool ofNeuron, qint64 number = 0);
    void setAtSample(bool atSample);
    const std::shared_ptr<const Section> &section() const { return m_section; }
    /// What it says at a place in original units; empty while there is nothing.
    QString readingAt(const QPointF &units) const;

protected:
    void onData() override;
    void onSnapshot() override;
    void onSample() override;
    void onNode() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SectionQuestion question() const;
    void ask();
    void chooseFeatures();
    void showReading();
    void showControls();
    int64_t numbers() const; ///< the node's; 0 where it has none
    QString featureName(qint64 feature) const;
    QString missing() const;
    PlaneAxes axes(const QRectF &area) const;
    double legendHeight(const QRectF &area) const;
    QPointF placeOf(const PlaneAxes &axes, qint64 sample) const;
    SurfaceStyle style() const;
    void paintScale(QPainter &painter, const QRectF &area) const;
    void moveCursor(const QPointF &units);
    QString csv() const;

    bool m_ofNeuron = false, m_atSample = false;
    qint64 m_number = 0, m_across = 0, m_up = 1;
    QList<qint64> m_features;  ///< to choose from
    std::shared_ptr<const Section> m_section;
    QImage m_image;
    QList<QLineF> m_borders;   ///< in columns and rows
    double m_least = 0, m_most = 0, m_middle = 0; ///< of the numbers; the middle is where colours have none
    SampleDots m_dots;
    std::optional<QPointF> m_cursor; ///< in original units
    ChoiceTexts *m_whats, *m_others;
    QSpinBox *m_numberBox;
    QComboBox *m_acrossBox, *m_upBox;
};

} // namespace zhibei
