#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace zhibei {

/// Something to try, in words: a button that breaks its text into lines where it must. The first of a scene is the one
/// thing to press.
class TryButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Style { Primary, Outlined, Quiet };
    TryButton(Theme *theme, Style style, const QString &icon = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int iconSide() const;
    int textLeft() const;
    int margin() const { return m_theme->space(m_style == Style::Quiet ? 2 : 4); }
    QFont shownFont() const;

    Theme *m_theme;
    Style m_style;
    QString m_icon;
};

} // namespace zhibei
