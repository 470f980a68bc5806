#pragma once

#include "core/probes/doctor.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;

namespace zhibei {

/// One finding of the doctor: what was measured, where, and what to try. A click or Enter goes there.
class FindingCard : public QFrame {
    Q_OBJECT
public:
    FindingCard(Theme *theme, const Finding &finding, QWidget *parent = nullptr);

    void setFinding(const Finding &finding);
    const Finding &finding() const { return m_finding; }
    void restyle();

signals:
    void chosen(const QString &node);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    Finding m_finding;
    QLabel *m_icon, *m_node, *m_text, *m_tip, *m_advice;
};

} // namespace zhibei
