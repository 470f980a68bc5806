#include "widgets/canvas/panels/hint_label.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTimer>

namespace zhibei {

namespace {

constexpr int flashTime = 4000; // ms
constexpr int widest = 300;     // px at 100 %

} // namespace

HintLabel::HintLabel(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void HintLabel::show(const QString &text, const QPoint &place, bool bad)
{
    ++m_shown;
    m_text = text;
    m_bad = bad;
    setFont(m_theme->font(Type::Caption));
    const int width = static_cast<int>(widest * m_theme->textScale());
    const QSize size = fontMetrics().boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, text).size();
    resize(size + QSize(m_theme->space(5), m_theme->space(3)));
    const QSize room = parentWidget()->size();
    QPoint corner = place + QPoint(16, 18);
    if (corner.x() + this->width() > room.width())
        corner.setX(place.x() - this->width() - 8);
    if (corner.y() + height() > room.height())
        corner.setY(place.y() - height() - 8);
    move(std::max(0, corner.x()), std::max(0, corner.y()));
    raise();
    QWidget::show();
    update();
}

void HintLabel::flash(const QString &text, const QPoint &place)
{
    show(text, place, true);
    QTimer::singleShot(flashTime, this, [this, shown = m_shown] {
        if (shown == m_shown)
            hide();
    });
}

void HintLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->color(m_bad ? Ink::Bad : Ink::Line), 1));
    painter.setBrush(m_theme->color(Ink::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme->controlRadius(), m_theme->controlRadius());
    painter.setPen(m_theme->color(m_bad ? Ink::Bad : Ink::Text));
    painter.drawText(rect().adjusted(m_theme->space(2), 0, -m_theme->space(2), 0), Qt::AlignVCenter | Qt::TextWordWrap, m_text);
}

} // namespace zhibei
