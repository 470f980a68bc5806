#include "widgets/lesson/lesson_card.h"

#include <QPainter>

#include <algorithm>

namespace zhibei {

namespace {

/// The first lines of a text that fit, the last one with an ellipsis where there is more.
void drawLines(QPainter &painter, const QRect &room, const QString &text, int lines)
{
    const QFontMetrics metrics(painter.font());
    // Chinese letters come from a font with higher lines.
    const QString example = QStringList(lines, QStringLiteral("国g")).join(u'\n');
    const QRect fits(room.left(), room.top(), room.width(), metrics.boundingRect(QRect(0, 0, 10000, 10000), Qt::TextWordWrap, example).height());
    QString shown = text;
    while (!shown.isEmpty() && metrics.boundingRect(QRect(0, 0, room.width(), 10000), Qt::TextWordWrap, shown).height() > fits.height() + 2)
        shown = shown.chopped(shown.endsWith(u'…') ? 2 : 1) + u'…';
    painter.drawText(fits, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, shown);
}

} // namespace

LessonCard::LessonCard(Theme *theme, LessonEntry entry, QWidget *parent) : QAbstractButton(parent), m_theme(theme), m_entry(std::move(entry))
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(m_entry.number + u' ' + m_entry.title);
    setToolTip(m_entry.problem.isEmpty() ? m_entry.summary : m_entry.problem);
}

QFont LessonCard::titleFont() const { return m_theme->font(Type::Title); }

QSize LessonCard::heightFor(int width) const
{
    const int title = QFontMetrics(titleFont()).lineSpacing(), text = QFontMetrics(m_theme->font(Type::Text)).lineSpacing(), caption = QFontMetrics(m_theme->font(Type::Caption)).lineSpacing();
    return {width, m_theme->space(4) * 2 + 2 * title + caption + 2 * text + m_theme->space(9) + caption};
}

void LessonCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || hasFocus();
    const double edge = hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme->color(lit ? Ink::Accent : Ink::Line), edge));
    painter.setBrush(m_theme->color(Ink::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), m_theme->cardRadius(), m_theme->cardRadius());
    const int side = m_theme->space(4);
    QRect room = rect().adjusted(side, side, -side, -side);
    QFont number = m_theme->font(Type::Stage);
    number.setWeight(QFont::Bold);
    const int numberWidth = std::max(QFontMetrics(number).horizontalAdvance(QStringLiteral("00")), QFontMetrics(number).horizontalAdvance(m_entry.number));
    painter.setFont(number);
    painter.setPen(m_theme->color(m_entry.problem.isEmpty() ? Ink::Accent : Ink::Bad));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, m_entry.number);
    QRect words = room.adjusted(numberWidth + m_theme->space(3), 0, 0, 0);
    painter.setFont(titleFont());
    painter.setPen(m_theme->color(Ink::Text));
    const QRect title = QFontMetrics(titleFont()).boundingRect(words, Qt::TextWordWrap, m_entry.title);
    drawLines(painter, words, m_entry.title, 2);
    words.setTop(words.top() + std::min(title.height(), 2 * QFontMetrics(titleFont()).lineSpacing()) + m_theme->space(1));
    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Muted));
    if (!m_entry.other.isEmpty()) {
        drawLines(painter, words, m_entry.other, 1);
        words.setTop(words.top() + painter.fontMetrics().lineSpacing() + m_theme->space(2));
    }
    painter.setFont(m_theme->font(Type::Text));
    painter.setPen(m_theme->color(m_entry.problem.isEmpty() ? Ink::Muted : Ink::Bad));
    drawLines(painter, words, m_entry.problem.isEmpty() ? m_entry.summary : m_entry.problem, 2);

    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Muted));
    const QString count = m_entry.problem.isEmpty() ? tr("%n scene(s)", nullptr, m_entry.scenes) : QString();
    painter.drawText(room, Qt::AlignRight | Qt::AlignBottom, count);
    const int high = m_theme->space(1), lineHeight = painter.fontMetrics().height();
    QRectF bar(room.left(), room.bottom() - lineHeight / 2.0 - high / 2.0, room.width() - painter.fontMetrics().horizontalAdvance(count) - m_theme->space(3), high);
    if (m_entry.scenes == 0)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(Ink::Line));
    painter.drawRoundedRect(bar, high / 2.0, high / 2.0);
    bar.setWidth(bar.width() * m_entry.seen / m_entry.scenes);
    painter.setBrush(m_theme->color(m_entry.seen == m_entry.scenes ? Ink::Good : Ink::Accent));
    painter.drawRoundedRect(bar, high / 2.0, high / 2.0);
}

} // namespace zhibei
