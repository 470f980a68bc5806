#pragma once

#include <QWidget>

namespace zhibei {

class Theme;

/// What to do with an empty canvas. Lets the mouse through.
class EmptyHint : public QWidget {
    Q_OBJECT
public:
    EmptyHint(Theme *theme, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString title() const;
    QString help() const;

    Theme *m_theme;
};

} // namespace zhibei
