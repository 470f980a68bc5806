#pragma once

#include "core/probes/node_parameters.h"
#include "widgets/views/distribution_chart.h"
#include "widgets/views/distribution_history.h"
#include "widgets/views/number_picture.h"
#include "widgets/views/choice_view.h"
#include "widgets/views/picture_places.h"

namespace zhibei {

/// The learned numbers of a node and the gradient of the loss for each: as a picture, as a histogram, and as the histogram
/// over time, gathered while the view is open. A click keeps a number to read.
class WeightsView : public ChoiceView {
    Q_OBJECT
public:
    explicit WeightsView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QStringList facts() const;
    /// The number that is read, in words: name and place, value, gradient; empty without one.
    QStringList reading() const;
    void mark(int64_t k);
    /// What was gathered of the chosen parameter, values or gradients as chosen.
    const DistributionHistory &history() const;

protected:
    void onData() override;
    void onNode() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void onChoice() override;
    void nameChoices() override;
    void restyle() override;
    void paintBody(QPainter &painter, const QRectF &area, bool live) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    PicturePlaces places(const QRectF &area) const;
    const NodeParameters::Part *part() const; ///< the chosen one; null without an answer
    bool ofGradient() const;
    bool overTime() const;
    const std::vector<float> &numbers() const;
    const Distribution &spread() const;
    double fullColour(int64_t k) const;
    double layerScale() const;
    void forget();
    void fill();
    void paintHistory(QPainter &painter, const QRectF &area, bool live) const;
    QString place(int64_t k) const;
    QList<Fact> factList() const;
    QString csv() const;

    struct Past { DistributionHistory values, gradients; };
    std::shared_ptr<const NodeParameters> m_found;
    std::map<std::string, Past> m_past;
    std::string m_drawn; ///< what the picture was made for
    NumberPicture m_picture;
    std::vector<double> m_unitScale;
    int64_t m_hovered = -1, m_kept = -1;
    int m_bin = -1;
    std::optional<QPointF> m_pointer; ///< over the histogram over time
};

} // namespace zhibei
