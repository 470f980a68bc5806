#include "app/language_button.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace zhibei {

LanguageButton::LanguageButton(Theme *theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void LanguageButton::setChinese(bool chinese)
{
    m_chinese = chinese;
    updateGeometry();
    update();
}

void LanguageButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QStringList LanguageButton::words() const
{
    // Each language's name in itself: the same in both, so not translated.
    const QString chinese = QStringLiteral("中"), english = QStringLiteral("En");
    if (m_compact)
        return {m_chinese ? english : chinese};
    return m_chinese ? QStringList{chinese, english} : QStringList{english, chinese};
}

int LanguageButton::wordsWidth() const
{
    int width = 0;
    for (const QString &word : words())
        width += (width ? m_theme->space(1) : 0) + QFontMetrics(m_theme->font(Type::Strong)).horizontalAdvance(word);
    return width;
}

QSize LanguageButton::sizeHint() const
{
    return {wordsWidth() + m_theme->space(5), std::max(m_theme->space(8), QFontMetrics(m_theme->font(Type::Strong)).height())};
}

void LanguageButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme->color(hasFocus() ? Ink::Accent : Ink::Line), edge));
    painter.setBrush(m_theme->color(underMouse() ? Ink::Background : Ink::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), m_theme->controlRadius(),
                            m_theme->controlRadius());
    int x = (width() - wordsWidth()) / 2;
    bool first = true;
    for (const QString &word : words()) {
        const int room = QFontMetrics(m_theme->font(Type::Strong)).horizontalAdvance(word);
        painter.setFont(m_theme->font(first ? Type::Strong : Type::Text));
        painter.setPen(m_theme->color(first ? Ink::Text : Ink::Muted));
        painter.drawText(QRect(x, 0, room + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, word);
        x += room + m_theme->space(1);
        first = false;
    }
}

void LanguageButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setToolTip(tr("中文 / English"));
        setAccessibleName(tr("Language"));
    }
    QAbstractButton::changeEvent(event);
}

} // namespace zhibei
