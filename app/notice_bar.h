#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace zhibei {

class Theme;

/// A line above the canvas that says why training stopped and what to do, until it is closed or outdated.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(Theme *theme, QWidget *parent = nullptr);

    /// `action` empty: no button. Showing the same again does nothing, so that a closed notice stays closed.
    void show(const QString &text, bool bad, const QString &action = {});
    void clear();
    QString text() const;
    QPushButton *button() const { return m_button; }

signals:
    void actionChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    Theme *m_theme;
    QLabel *m_icon, *m_label;
    QPushButton *m_button;
    QToolButton *m_close;
    QString m_shown;
    bool m_bad = false;
};

} // namespace zhibei
