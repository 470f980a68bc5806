#pragma once

#include "core/probes/dense_layer.h"
#include "widgets/views/inside/cells.h"
#include "widgets/views/inside/inside_page.h"

namespace zhibei {

/// The neurons of a layer, each with its value and, where a picture arrives, the picture of its weights. A click or Enter
/// opens one: what arrives × weight, largest first, + bias, the sum, the function. Escape closes it. Over a sequence,
/// Left and Right choose the step while a neuron is open.
class NeuronPage : public InsidePage {
    Q_OBJECT
public:
    using InsidePage::InsidePage;

    void draw(QPainter &painter, const QSize &size) const override;
    QString place() const override;
    bool back() override;
    bool enter(const QPointF &at) override;
    QString reading() const override;
    QString csv() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void open(int64_t unit);
    bool isOpen() const { return m_open; }
    int64_t unit() const { return m_unit; }
    WeightedSum sum() const;

protected:
    void onInside() override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Grid { int64_t columns = 1, rows = 1, shownRows = 1, firstRow = 0; double side = 1; QRectF area; };
    Grid grid(const QSize &size) const;
    QRectF tile(const Grid &grid, int64_t unit) const;
    int64_t unitAt(const QPointF &at) const;
    void drawGrid(QPainter &painter, const QSize &size) const;
    void drawNeuron(QPainter &painter, const QSize &size) const;
    void drawTerms(QPainter &painter, const QRectF &area, const WeightedSum &sum) const;
    void drawPictures(QPainter &painter, const QRectF &area, const WeightedSum &sum) const;
    QString unitName(int64_t unit) const;
    QString inputName(int64_t input) const;
    void choose(int64_t unit);

    std::optional<DenseLayer> m_layer;
    int64_t m_unit = 0, m_step = 0, m_firstRow = 0;
    bool m_open = false;
};

} // namespace zhibei
