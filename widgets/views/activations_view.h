#pragma once

#include "core/probes/activations.h"
#include "widgets/views/distribution_chart.h"
#include "widgets/views/number_picture.h"
#include "widgets/views/choice_view.h"
#include "widgets/views/picture_places.h"

namespace zhibei {

/// What a node gives, for the sample that everybody looks at or as the mean of a batch: every number as a picture, how
/// they are spread over the batch, and how many units are dead or saturated.
class ActivationsView : public ChoiceView {
    Q_OBJECT
public:
    explicit ActivationsView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    /// What is written beside the picture: name and number, line by line.
    QStringList facts() const;
    /// The number under the pointer or the one the arrow keys chose, in words; empty without one.
    QStringList reading() const;
    void mark(int64_t k); ///< -1: none

protected:
    void onData() override;
    void onNode() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void onChoice() override;
    void nameChoices() override;
    void restyle() override;
    void paintBody(QPainter &painter, const QRectF &area, bool live) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    PicturePlaces places(const QRectF &area) const;
    void forget();
    void fill();
    bool inInk() const;
    QString unitName(int64_t k) const;
    QList<Fact> factList() const;
    QString csv() const;

    std::shared_ptr<const Activations> m_found;
    NumberPicture m_picture;
    int64_t m_marked = -1;
    int m_bin = -1; ///< of the histogram, under the pointer
};

} // namespace zhibei
