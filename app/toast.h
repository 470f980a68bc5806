#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace zhibei {

class Theme;

/// A quiet message at the lower edge of its parent that goes away by itself, or when clicked. Errors stay longer.
class Toast : public QFrame {
    Q_OBJECT
public:
    Toast(Theme *theme, QWidget *parent);

    void show(const QString &text, bool error = false);
    void hint(const QString &text); ///< neither done nor wrong: what to do next
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    enum class Tone { Done, Hint, Problem };

    void tell(const QString &text, Tone tone);
    void place();
    void restyle();

    Theme *m_theme;
    QLabel *m_icon, *m_label;
    QTimer m_timer;
    Tone m_tone = Tone::Done;
};

} // namespace zhibei
