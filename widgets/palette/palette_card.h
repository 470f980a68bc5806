#pragma once

#include "widgets/palette/palette_entry.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace zhibei {

/// One entry of the palette: drag it, double-click it, or press Enter.
class PaletteCard : public QAbstractButton {
    Q_OBJECT
public:
    PaletteCard(Theme *theme, PaletteEntry entry, QWidget *parent = nullptr);

    const PaletteEntry &entry() const { return m_entry; }
    void retranslate();
    /// What follows the pointer while it is dragged.
    QPixmap dragPicture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &payload);
    /// Up (-1) or down (+1) was pressed.
    void moveAsked(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintCard(QPainter &painter, const QColor &edge, qreal edgeWidth, const QColor &fill) const;

    Theme *m_theme;
    PaletteEntry m_entry;
    QPoint m_pressed;
};

} // namespace zhibei
