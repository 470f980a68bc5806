#include "app/notice_bar.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace zhibei {

NoticeBar::NoticeBar(Theme *theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_label(new QLabel(this)),
      m_button(new QPushButton(this)), m_close(new QToolButton(this))
{
    setProperty("role", "bar");
    setAttribute(Qt::WA_StyledBackground);
    m_label->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::actionChosen);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(theme, &Theme::changed, this, &NoticeBar::restyle);
    restyle();
    retranslate();
    hide();
}

void NoticeBar::show(const QString &text, bool bad, const QString &action)
{
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    if (text == m_shown)
        return;
    m_shown = text;
    m_bad = bad;
    m_label->setText(text);
    restyle();
    QFrame::show();
}

void NoticeBar::clear()
{
    m_shown.clear();
    hide();
}

QString NoticeBar::text() const { return isVisible() ? m_label->text() : QString(); }

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void NoticeBar::restyle()
{
    layout()->setContentsMargins(m_theme->space(4), m_theme->space(2), m_theme->space(3), m_theme->space(2));
    layout()->setSpacing(m_theme->space(2));
    m_icon->setPixmap(m_theme->pixmap(m_bad ? QStringLiteral("triangle-alert") : QStringLiteral("flag"), m_theme->space(4),
                                      m_theme->color(m_bad ? Ink::Bad : Ink::Good), devicePixelRatioF()));
    m_close->setIcon(m_theme->icon(QStringLiteral("x"), Ink::Muted));
}

void NoticeBar::retranslate() { m_close->setToolTip(tr("Close")); }

} // namespace zhibei
