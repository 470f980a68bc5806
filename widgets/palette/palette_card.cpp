#include "widgets/palette/palette_card.h"

#include "widgets/theme/core_text.h"

#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace zhibei {

PaletteCard::PaletteCard(Theme *theme, PaletteEntry entry, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_entry(std::move(entry))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void PaletteCard::retranslate()
{
    setText(coreText(m_entry.text));
    setAccessibleName(text());
    const QString help = coreText(m_entry.help);
    setAccessibleDescription(help);
    setToolTip(QStringLiteral("<p><b>%1</b><br>%2</p>").arg(text().toHtmlEscaped(), help.toHtmlEscaped()));
    update();
}

QSize PaletteCard::sizeHint() const
{
    const QFontMetrics metrics(m_theme->font(Type::Text));
    return {m_theme->space(11) + metrics.horizontalAdvance(text()), std::max(m_theme->space(8) + 2, metrics.height() + m_theme->space(2))};
}

QSize PaletteCard::minimumSizeHint() const { return {m_theme->space(20), sizeHint().height()}; }

void PaletteCard::paintCard(QPainter &painter, const QColor &edge, qreal edgeWidth, const QColor &fill) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(QPointF(0, 0), QSizeF(size())).adjusted(edgeWidth / 2, edgeWidth / 2, -edgeWidth / 2, -edgeWidth / 2);
    painter.setPen(QPen(edge, edgeWidth));
    painter.setBrush(fill);
    painter.drawRoundedRect(card, m_theme->controlRadius(), m_theme->controlRadius());

    const int icon = m_theme->space(4);
    const int left = m_theme->space(3);
    painter.drawPixmap(left, (height() - icon) / 2,
                       m_theme->pixmap(QString::fromStdString(m_entry.icon), icon, m_theme->color(m_entry.category),
                                       painter.device()->devicePixelRatioF()));
    const int textLeft = left + icon + m_theme->space(2);
    const QRect place(textLeft, 0, width() - textLeft - m_theme->space(2), height());
    painter.setFont(m_theme->font(Type::Text));
    painter.setPen(m_theme->color(Ink::Text));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, place.width()));
}

void PaletteCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool hot = underMouse() || hasFocus();
    paintCard(painter, m_theme->color(hot ? Ink::Accent : Ink::Line), hasFocus() ? 2 : 1, m_theme->color(Ink::Raised));
}

QPixmap PaletteCard::dragPicture() const
{
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(size() * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(0.92);
    paintCard(painter, m_theme->color(Ink::Accent), 2, m_theme->color(Ink::Raised));
    return picture;
}

void PaletteCard::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QAbstractButton::mousePressEvent(event);
}

void PaletteCard::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton) || (at - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    setDown(false);
    auto *drag = new QDrag(this);
    drag->setMimeData(nodeMimeData(m_entry.payload));
    drag->setPixmap(dragPicture());
    drag->setHotSpot(m_pressed);
    drag->exec(Qt::CopyAction);
}

void PaletteCard::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit chosen(m_entry.payload);
}

void PaletteCard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit chosen(m_entry.payload);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        emit moveAsked(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void PaletteCard::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void PaletteCard::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace zhibei
