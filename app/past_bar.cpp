#include "app/past_bar.h"

#include "widgets/plots/curve_data.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace zhibei {

PastBar::PastBar(Theme *theme, const QWidget *notice, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_notice(notice), m_icon(new QLabel(this)), m_label(new QLabel(this)),
      m_goOn(new QPushButton(this)), m_now(new QPushButton(this))
{
    setProperty("role", "card");
    setAttribute(Qt::WA_StyledBackground);
    m_label->setProperty("role", "strong");
    m_now->setProperty("role", "primary");
    auto *row = new QHBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_icon, m_label, m_goOn, m_now})
        row->addWidget(widget);
    connect(m_goOn, &QPushButton::clicked, this, &PastBar::goOnWanted);
    connect(m_now, &QPushButton::clicked, this, &PastBar::nowWanted);
    connect(theme, &Theme::changed, this, &PastBar::restyle);
    parent->installEventFilter(this);
    restyle();
    retranslate();
    hide();
}

void PastBar::showStep(qint64 step, qint64 last, bool computing)
{
    m_step = step;
    m_last = last;
    m_computing = computing;
    retranslate();
    show();
    place();
    raise();
}

QString PastBar::text() const { return isHidden() ? QString() : m_label->text(); }

void PastBar::retranslate()
{
    const QString step = tr("Looking back: step %1 of %2").arg(countText(m_step), countText(m_last));
    m_label->setText(m_computing ? step + QStringLiteral(" …") : step);
    // The numbers change quickly; the buttons stay where they are.
    const QString widest = tr("Looking back: step %1 of %2").arg(countText(m_last), countText(m_last)) + QStringLiteral(" …");
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(widest));
    m_goOn->setText(tr("Continue from here"));
    m_goOn->setToolTip(tr("Trains on from this step, with the learning rate and network of now; the curve so far stays as a branch"));
    m_now->setText(tr("Back to now"));
    setAccessibleName(m_label->text());
}

bool PastBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void PastBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        place();
    }
    QFrame::changeEvent(event);
}

void PastBar::place()
{
    const QSize wanted = sizeHint();
    const int width = std::min(wanted.width(), parentWidget()->width());
    const int above = m_notice->isVisible() ? m_notice->geometry().bottom() : 0;
    setGeometry((parentWidget()->width() - width) / 2, above + m_theme->space(3), width, wanted.height());
}

void PastBar::restyle()
{
    const int side = m_theme->space(4);
    layout()->setContentsMargins(m_theme->space(3), m_theme->space(2), m_theme->space(2), m_theme->space(2));
    layout()->setSpacing(m_theme->space(2));
    m_icon->setPixmap(m_theme->pixmap(QStringLiteral("history"), side, m_theme->color(Ink::Accent), devicePixelRatioF()));
    if (!isHidden())
        place();
}

} // namespace zhibei
