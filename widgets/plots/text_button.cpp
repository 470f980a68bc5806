#include "widgets/plots/text_button.h"

#include <QFocusEvent>
#include <QPainter>

namespace zhibei {

bool byKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

TextButton::TextButton(Theme *theme, Style style, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_style(style)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QFont TextButton::shownFont(bool checked) const
{
    if (m_style == Style::Switch)
        return m_theme->font(Type::Caption);
    return m_theme->font(checked ? Type::Strong : Type::Text);
}

int TextButton::margin() const
{
    return m_theme->space(m_style == Style::Switch ? 2 : 1);
}

QSize TextButton::sizeHint() const
{
    // As wide as its widest state, so that nothing moves when it is switched.
    const QFontMetrics checked(shownFont(true)), plain(shownFont(false));
    const int width = std::max(checked.horizontalAdvance(text()), plain.horizontalAdvance(text()));
    return {width + 2 * margin(), checked.height() + m_theme->space(1)};
}

void TextButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool pill = m_style == Style::Switch && isChecked();
    const bool ring = hasFocus() && m_ring;
    if (pill || ring) {
        painter.setPen(ring ? QPen(m_theme->color(Ink::Accent)) : QPen(Qt::NoPen));
        painter.setBrush(pill ? QBrush(m_theme->color(Ink::AccentBackground)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box, m_theme->controlRadius() / 2.0, m_theme->controlRadius() / 2.0);
    }
    const bool strong = underMouse() || (isChecked() && !pill);
    QColor ink = m_theme->color(pill ? Ink::Accent : strong ? Ink::Text : Ink::Muted);
    if (!isEnabled())
        ink.setAlphaF(0.5f);
    painter.setPen(ink);
    painter.setFont(shownFont(isChecked()));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void TextButton::focusInEvent(QFocusEvent *event)
{
    m_ring = byKeyboard(event->reason());
    QAbstractButton::focusInEvent(event);
}

void TextButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        update();
    QAbstractButton::changeEvent(event);
}

} // namespace zhibei
