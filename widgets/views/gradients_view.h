#pragma once

#include "core/probes/gradient_flow.h"
#include "widgets/views/choice_view.h"

namespace zhibei {

class FlowPlot;

/// How much gradient arrives at each layer, in the order of the network: as bars for now and as lines against the step,
/// gathered while the view is open. A click on a layer selects it on the canvas.
class GradientsView : public ChoiceView {
    Q_OBJECT
public:
    explicit GradientsView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    struct Bar { NodeId node; double norm = 0; std::optional<double> change; };
    /// As drawn: of the parameters or of the outputs, as chosen.
    const std::vector<Bar> &bars() const { return m_bars; }
    qsizetype gatheredSteps() const { return m_past.size(); }
    QStringList reading() const; ///< of the marked layer

protected:
    void onData() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void onChoice() override;
    void nameChoices() override;
    void restyle() override;
    void paintBody(QPainter &painter, const QRectF &area, bool live) const override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Moment { double step; std::shared_ptr<const GradientFlow> flow; };
    struct Places { QRectF bars, plot; };
    Places places(const QRectF &area) const;
    double normOf(const GradientFlow::Layer &layer) const; ///< NaN: it has none
    bool ofOutputs() const;
    void gather(const std::shared_ptr<const GradientFlow> &flow);
    void fill();
    void mark(int bar);
    double rowHeight(const QRectF &area) const;
    int barAt(const QPointF &place) const;
    void paintBars(QPainter &painter, const QRectF &area, bool live) const;
    QColor color(size_t bar) const;
    QString csv() const;

    FlowPlot *m_plot;
    std::shared_ptr<const GradientFlow> m_flow;
    QList<Moment> m_past;
    std::map<NodeId, double> m_change; ///< movement a step since the moment before
    std::vector<Bar> m_bars;
    int m_marked = -1;
};

} // namespace zhibei
