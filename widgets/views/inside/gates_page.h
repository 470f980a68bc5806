#pragma once

#include "core/probes/recurrent_layer.h"
#include "widgets/views/inside/cells.h"
#include "widgets/views/inside/inside_page.h"

namespace zhibei {

/// The gates of a recurrent layer over the steps, for one unit, and what happens at the chosen step in numbers. Below, the
/// states of all units. Left and Right choose the step, Up and Down the unit, Page Up and Page Down the layer or direction.
class GatesPage : public InsidePage {
    Q_OBJECT
public:
    using InsidePage::InsidePage;

    void draw(QPainter &painter, const QSize &size) const override;
    QString place() const override;
    QString reading() const override;
    QString csv() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    const RecurrentLayer *layer() const { return m_layers.empty() ? nullptr : &m_layers[size_t(m_layer)]; }
    int64_t unit() const { return m_unit; }
    int64_t step() const { return m_step; }
    void choose(int64_t layer, int64_t unit, int64_t step);
    /// What happens at the chosen step, a line each: "f = σ(0.41) = 0.60".
    QStringList arithmetic() const;

protected:
    void onInside() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Places { QRectF strips, states, numbers; double names = 0, row = 0; };
    Places places(const QSize &size) const;
    void press(const QPointF &at);
    static QString stripName(RecurrentLayer::Strip strip);
    QString largestTerms(RecurrentLayer::Strip gate, int count) const;

    std::vector<RecurrentLayer> m_layers;
    int64_t m_layer = 0, m_unit = 0, m_step = 0;
};

} // namespace zhibei
