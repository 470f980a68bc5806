#include "widgets/lesson/course_map.h"

#include "widgets/lesson/flow_layout.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibei {

CourseMap::CourseMap(Theme *theme, QWidget *window) : QFrame(window), m_theme(theme)
{
    setProperty("role", "panel");
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title = new QLabel(this));
    head->addStretch(1);
    head->addWidget(m_close = new QToolButton(this));
    column->addLayout(head);
    column->addWidget(m_about = new QLabel(this));
    column->addWidget(m_nothing = new QLabel(this));
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setProperty("role", "panel");
    m_grid = new QWidget;
    m_grid->setProperty("role", "panel");
    m_grid->setAttribute(Qt::WA_StyledBackground);
    new FlowLayout(m_grid);
    m_scroll->setWidget(m_grid);
    column->addWidget(m_scroll, 1);
    m_about->setProperty("role", "caption");
    m_about->setWordWrap(true);
    m_nothing->setWordWrap(true);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(theme, &Theme::changed, this, &CourseMap::restyle);
    window->installEventFilter(this);
    hide();
    restyle();
    retranslate();
}

void CourseMap::setLessons(std::vector<LessonEntry> lessons)
{
    for (LessonCard *card : m_cards)
        delete card;
    m_cards.clear();
    for (LessonEntry &entry : lessons) {
        auto *card = new LessonCard(m_theme, std::move(entry), m_grid);
        connect(card, &QAbstractButton::clicked, this, [this, card] { emit chosen(card->entry().id); });
        card->installEventFilter(this);
        m_grid->layout()->addWidget(card);
        card->show();
        m_cards.push_back(card);
    }
    m_nothing->setVisible(m_cards.empty());
}

void CourseMap::open(int top)
{
    m_top = top;
    place();
    show();
    raise();
    const auto next = std::find_if(m_cards.begin(), m_cards.end(), [](const LessonCard *card) { return card->entry().seen < card->entry().scenes; });
    if (!m_cards.empty())
        (next == m_cards.end() ? m_cards.front() : *next)->setFocus(Qt::OtherFocusReason);
    else
        setFocus();
}

void CourseMap::place() { setGeometry(0, m_top, parentWidget()->width(), parentWidget()->height() - m_top); }

void CourseMap::step(int by)
{
    const auto at = std::find_if(m_cards.begin(), m_cards.end(), [](const LessonCard *card) { return card->hasFocus(); });
    const auto to = (at == m_cards.end() ? 0 : at - m_cards.begin()) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_cards.size()))
        return;
    m_cards[static_cast<size_t>(to)]->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(m_cards[static_cast<size_t>(to)]);
}

bool CourseMap::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != parentWidget() && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            static_cast<LessonCard *>(watched)->click();
            return true;
        }
        const int line = std::max(1, m_grid->width() / (m_theme->space(76) + m_theme->space(4)));
        const int by = key->key() == Qt::Key_Right ? 1 : key->key() == Qt::Key_Left ? -1 : key->key() == Qt::Key_Down ? line : key->key() == Qt::Key_Up ? -line : 0;
        if (by) {
            step(by);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CourseMap::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void CourseMap::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    emit closed();
}

void CourseMap::retranslate()
{
    m_title->setText(tr("Lessons"));
    m_about->setText(tr("Each scene is a living experiment: look, try, reach the goal. Leave whenever you like; your place is kept."));
    m_nothing->setText(tr("There are no lessons here."));
    m_close->setToolTip(tr("Back to the lab (Escape)"));
    m_close->setAccessibleName(tr("Back to the lab"));
    setAccessibleName(tr("Lessons"));
}

void CourseMap::restyle()
{
    const int side = m_theme->space(8);
    layout()->setContentsMargins(side, m_theme->space(6), side, m_theme->space(2));
    layout()->setSpacing(m_theme->space(2));
    m_grid->layout()->setSpacing(m_theme->space(4));
    m_grid->layout()->setContentsMargins(0, m_theme->space(3), 0, m_theme->space(4));
    QFont large = m_theme->font(Type::Stage);
    large.setWeight(QFont::Bold);
    large.setPixelSize(large.pixelSize() * 7 / 5);
    m_title->setFont(large);
    m_close->setIcon(m_theme->icon(QStringLiteral("x")));
    m_close->setIconSize({m_theme->space(5), m_theme->space(5)});
}

void CourseMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace zhibei
