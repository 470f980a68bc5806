#pragma once

#include "core/probes/latent.h"
#include "widgets/views/painted_view.h"
#include "widgets/views/sample_dots.h"

namespace zhibei {

class PlaneAxes;
class TextButton;

/// What a layer makes of the samples, as dots of the plane: along its principal axes or by t-SNE, and how well the classes
/// are apart. Pictures are sprinkled over it where there is room.
///
/// Hovering shows a sample, a click makes it everybody's; the arrow keys go from dot to dot and Enter clicks.
class LatentView : public PaintedView {
    Q_OBJECT
public:
    explicit LatentView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void setProjection(Projection projection);
    void setTraining(bool training);
    /// What is drawn; null while there is nothing. It never faces the other way from one moment to the next.
    const std::shared_ptr<const Latent> &latent() const { return m_latent; }
    /// Where the dots are within the view.
    QList<QPointF> dots() const;

protected:
    void onData() override;
    void onSnapshot() override;
    void onSample() override { update(); }
    void onNode() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override { m_dots.forget(); }
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    LatentProbe probe() const { return LatentProbe(m_question); }
    void ask();
    void forget();
    void mark(int dot);
    void choose(int dot);
    void showReading();
    QString missing() const;
    PlaneAxes axes(const QRectF &area) const;
    QList<QPointF> dotsIn(const PlaneAxes &axes) const;
    void paintPictures(QPainter &painter, const QRectF &area, const QList<QPointF> &dots) const;
    QString csv() const;

    LatentQuestion m_question;
    bool m_pictures = true;
    bool m_waiting = false; ///< for the answer to a new question
    std::shared_ptr<const Latent> m_latent;
    SampleDots m_dots;
    int m_marked = -1;
    ChoiceTexts *m_projections, *m_parts;
    TextButton *m_sprinkle;
};

} // namespace zhibei
