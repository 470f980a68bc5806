#pragma once

#include "core/probes/microscope.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace zhibei {

/// The phases of an update side by side, each with a tick a step, and where the microscope is. A click or drag chooses.
class MicroscopeTimeline : public QWidget {
    Q_OBJECT
public:
    explicit MicroscopeTimeline(Theme *theme, QWidget *parent = nullptr);

    void setSteps(std::vector<MicroStep> steps);
    void setPosition(int position);
    static QString phaseName(MicroPhase phase);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void positionChosen(int position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    /// Steps of one phase and turn.
    struct Part { MicroPhase phase; int begin, end; QRectF place; };
    std::vector<Part> parts() const;
    void choose(const QPointF &place);

    Theme *m_theme;
    std::vector<MicroStep> m_steps;
    int m_position = 0;
};

} // namespace zhibei
