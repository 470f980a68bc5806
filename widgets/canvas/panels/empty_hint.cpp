#include "widgets/canvas/panels/empty_hint.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace zhibei {

EmptyHint::EmptyHint(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("emptyHint"));
}

QString EmptyHint::title() const { return tr("Build a network"); }

QString EmptyHint::help() const
{
    return tr("Drag data and layers onto this canvas, or double-click it to choose one.\nThen pull a wire from ring to ring.");
}

QSize EmptyHint::sizeHint() const
{
    const QSize text = QFontMetrics(m_theme->font(Type::Text)).boundingRect(QRect(0, 0, m_theme->space(130), 1000), Qt::TextWordWrap, help()).size();
    return {text.width() + m_theme->space(8), text.height() + m_theme->space(26)};
}

void EmptyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = m_theme->space(8);
    const QPixmap icon = m_theme->pixmap(QStringLiteral("workflow"), side, m_theme->color(Ink::Muted), devicePixelRatioF());
    painter.drawPixmap(QRect((width() - side) / 2, m_theme->space(1), side, side), icon);
    painter.setFont(m_theme->font(Type::Title));
    painter.setPen(m_theme->color(Ink::Text));
    painter.drawText(QRect(0, m_theme->space(11), width(), m_theme->space(7)), Qt::AlignCenter, title());
    painter.setFont(m_theme->font(Type::Text));
    painter.setPen(m_theme->color(Ink::Muted));
    painter.drawText(QRect(0, m_theme->space(19), width(), height() - m_theme->space(19)), Qt::AlignHCenter | Qt::TextWordWrap, help());
}

void EmptyHint::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace zhibei
