#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace zhibei {

class Theme;

/// While one looks back: which step it is, large enough for the last row, with the ways on. It floats at the upper edge
/// of its parent, below a notice, so that nothing moves when it comes.
class PastBar : public QFrame {
    Q_OBJECT
public:
    PastBar(Theme *theme, const QWidget *notice, QWidget *parent);

    /// `computing`: the very step is on its way, a near one is shown.
    void showStep(qint64 step, qint64 last, bool computing);
    QString text() const;

signals:
    void goOnWanted();
    void nowWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();
    void place();

    Theme *m_theme;
    const QWidget *m_notice;
    QLabel *m_icon, *m_label;
    QPushButton *m_goOn, *m_now;
    qint64 m_step = 0, m_last = 0;
    bool m_computing = false;
};

} // namespace zhibei
