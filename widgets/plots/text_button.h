#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

class QFocusEvent;

namespace zhibei {

/// Whether the focus came by the keyboard: then it is worth a ring.
bool byKeyboard(Qt::FocusReason reason);

/// A flat button made of its text alone. A tab is bold while checked; a switch gets a tinted pill while checked.
class TextButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Style { Tab, Switch };
    TextButton(Theme *theme, Style style, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QFont shownFont(bool checked) const;
    int margin() const;

    Theme *m_theme;
    Style m_style;
    bool m_ring = false; ///< the focus came by the keyboard
};

} // namespace zhibei
