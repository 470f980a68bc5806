#pragma once

#include "core/probes/landscape.h"
#include "widgets/views/painted_view.h"
#include "widgets/views/relief.h"

#include <QLineF>
#include <QTimer>

#include <map>

class QPushButton;

namespace zhibei {

class PlaneAxes;
class TextButton;

/// The loss over a plane through the weights: a map with lines of equal loss, or a relief to be turned, and the way the
/// training has walked while the view was open. It costs many evaluations: computed when asked for, then now and then.
///
/// The pointer reads the loss; the arrow keys move a cursor that does the same. A drag, or Shift and arrows, turns the relief.
class LandscapeView : public PaintedView {
    Q_OBJECT
public:
    explicit LandscapeView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void setDirections(LandscapeQuestion::Directions directions);
    void setRelief(bool relief);
    void compute();
    void cancel();
    bool isComputing() const { return m_asked && !m_landscape; }
    const std::shared_ptr<const Landscape> &landscape() const { return m_landscape; }
    /// The loss as drawn, between the places that were computed.
    double lossAt(const QPointF &units) const;
    const Walk &walk() const { return *m_walk; }

protected:
    void onData() override;
    void onSnapshot() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void forget();
    void showControls();
    void showReading();
    void placeButton();
    void followWalk();
    QString missing() const;
    double part(double loss) const; ///< of the way from the least loss to the largest
    /// The colour's share of a loss, 0 to 1: low places are told apart better than high ones.
    double height(double loss) const;
    double lossOf(double height) const;
    QRgb color(double height) const;
    PlaneAxes axes(const QRectF &area) const;
    void paintMap(QPainter &painter, const PlaneAxes &axes) const;
    Relief relief(const QRectF &area) const;
    QPointF toGrid(const QPointF &units) const; ///< column and row
    QPointF placeOf(const QRectF &area, const QPointF &units) const;
    void paintWalk(QPainter &painter, const QRectF &area) const;
    void turn(double by);
    void paintScale(QPainter &painter, const QRectF &area) const;
    void paintProgress(QPainter &painter, const QRectF &area) const;
    void moveCursor(const std::optional<QPointF> &units);
    QString csv() const;

    LandscapeQuestion m_question;
    std::shared_ptr<Walk> m_walk;
    bool m_asked = false, m_failed = false;
    std::shared_ptr<const Landscape> m_landscape;
    QImage m_image;
    QList<QLineF> m_lines;      ///< of equal loss, in columns and rows
    QList<QPointF> m_way;       ///< the walk within the plane, up to now
    std::map<Walk::Weights, QPointF> m_placed; ///< its stops on the plane
    double m_least = 0, m_most = 1;
    std::optional<QPointF> m_cursor;
    QTimer m_tick;              ///< shows the progress
    bool m_relief = false;
    double m_turn = 0.6;        ///< of the relief, in radians
    double m_dragged = 0;       ///< where the pointer was
    ChoiceTexts *m_kinds, *m_looks;
    TextButton *m_other;
    QPushButton *m_button;
};

} // namespace zhibei
