#include "widgets/lesson/try_button.h"

#include <QPainter>

namespace zhibei {

TryButton::TryButton(Theme *theme, Style style, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_style(style), m_icon(icon)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QFont TryButton::shownFont() const { return m_theme->font(m_style == Style::Primary ? Type::Strong : Type::Text); }
int TryButton::iconSide() const { return m_icon.isEmpty() ? 0 : m_theme->space(4); }
int TryButton::textLeft() const { return margin() + (m_icon.isEmpty() ? 0 : iconSide() + m_theme->space(2)); }

QSize TryButton::sizeHint() const
{
    const QFontMetrics metrics(shownFont());
    return {textLeft() + metrics.horizontalAdvance(text()) + margin() + 2, metrics.height() + m_theme->space(4)};
}

QSize TryButton::minimumSizeHint() const { return {m_theme->space(12), QFontMetrics(shownFont()).height() + m_theme->space(4)}; }

int TryButton::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - textLeft() - margin()), 10000);
    return QFontMetrics(shownFont()).boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft, text()).height() + m_theme->space(4);
}

void TryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool primary = m_style == Style::Primary;
    QColor fill = m_theme->color(primary ? Ink::Accent : Ink::Raised), ink = m_theme->color(primary ? Ink::OnAccent : m_style == Style::Quiet ? Ink::Muted : Ink::Text);
    if (m_style == Style::Quiet)
        fill = Qt::transparent;
    if (isDown() || (underMouse() && isEnabled())) {
        if (primary)
            fill = isDown() ? fill.darker(112) : fill.lighter(106);
        else
            fill = m_theme->color(Ink::AccentBackground);
        ink = primary ? ink : m_theme->color(Ink::Text);
    }
    const double edge = hasFocus() ? 2 : 1;
    const QColor line = hasFocus() ? m_theme->color(primary ? Ink::Text : Ink::Accent) : primary ? fill : m_theme->color(Ink::Line);
    painter.setPen(m_style == Style::Quiet && !hasFocus() ? QPen(Qt::NoPen) : QPen(line, edge));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), m_theme->controlRadius(), m_theme->controlRadius());
    if (!m_icon.isEmpty())
        painter.drawPixmap(margin(), (height() - iconSide()) / 2, m_theme->pixmap(m_icon, iconSide(), ink, devicePixelRatioF()));
    painter.setPen(ink);
    painter.setFont(shownFont());
    painter.drawText(rect().adjusted(textLeft(), 0, -margin(), 0), Qt::TextWordWrap | Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace zhibei
