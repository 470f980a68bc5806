#include "app/toast.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace zhibei {

Toast::Toast(Theme *theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_label(new QLabel(this))
{
    setProperty("role", "card");
    setAttribute(Qt::WA_StyledBackground);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_label, 1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(theme, &Theme::changed, this, &Toast::restyle);
    parent->installEventFilter(this);
    restyle();
    hide();
}

void Toast::show(const QString &text, bool error) { tell(text, error ? Tone::Problem : Tone::Done); }
void Toast::hint(const QString &text) { tell(text, Tone::Hint); }

void Toast::tell(const QString &text, Tone tone)
{
    m_tone = tone;
    m_label->setText(text);
    setAccessibleName(text);
    restyle();
    QFrame::show();
    place();
    raise();
    // Long enough to read: a tenth of a second a sign and a start.
    const int reading = 2500 + 60 * static_cast<int>(text.size());
    m_timer.start(tone == Tone::Problem ? std::max(8000, 2 * reading) : reading);
}

QString Toast::text() const { return isHidden() ? QString() : m_label->text(); }

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::mousePressEvent(QMouseEvent *) { hide(); }

void Toast::place()
{
    const QWidget *host = parentWidget();
    const int margin = m_theme->space(4);
    const int room = std::max(m_theme->space(40), host->width() - 2 * margin);
    const int wanted = m_label->fontMetrics().horizontalAdvance(m_label->text()) + m_theme->space(20);
    const int width = std::min({wanted, room, m_theme->space(140)});
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setFixedHeight(height);
    move((host->width() - width) / 2, host->height() - height - margin);
}

void Toast::restyle()
{
    const int side = m_theme->space(4);
    layout()->setContentsMargins(m_theme->space(3), m_theme->space(2), m_theme->space(3), m_theme->space(2));
    layout()->setSpacing(m_theme->space(2));
    const auto [icon, ink] = m_tone == Tone::Problem ? std::pair{"circle-alert", Ink::Bad}
        : m_tone == Tone::Hint                      ? std::pair{"info", Ink::Accent}
                                                    : std::pair{"circle-check", Ink::Good};
    m_icon->setPixmap(m_theme->pixmap(QString::fromLatin1(icon), side, m_theme->color(ink), devicePixelRatioF()));
    if (!isHidden())
        place();
}

} // namespace zhibei
