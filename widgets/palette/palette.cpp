#include "widgets/palette/palette.h"

#include "widgets/palette/palette_card.h"
#include "widgets/theme/core_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace zhibei {

Palette::Palette(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setProperty("role", "panel");
    setAttribute(Qt::WA_StyledBackground);
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_searchIcon = new QLabel(m_search);
    m_searchIcon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        const auto cards = visibleCards();
        if (!cards.empty() && !m_search->text().trimmed().isEmpty())
            emit chosen(cards.front()->entry().payload);
    });

    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    build(m_list);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);

    auto *layout = new QVBoxLayout(this);
    m_searchRow = new QVBoxLayout;
    m_searchRow->addWidget(m_search);
    layout->addLayout(m_searchRow);
    layout->addWidget(m_scroll, 1);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &Palette::fitScrollBar);
    connect(m_theme, &Theme::changed, this, &Palette::restyle);
    restyle();
    retranslate();
    filter();
}

void Palette::build(QVBoxLayout *list)
{
    m_nothing = new QLabel;
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("role", "caption");
    list->addWidget(m_nothing);
    for (const PaletteGroup &group : paletteGroups()) {
        auto *heading = new QLabel;
        heading->setProperty("role", "caption");
        list->addWidget(heading);
        Group made{group.text, heading, {}};
        for (const PaletteEntry &entry : group.entries) {
            auto *card = new PaletteCard(m_theme, entry);
            connect(card, &PaletteCard::chosen, this, &Palette::chosen);
            connect(card, &PaletteCard::moveAsked, this, [this, card](int by) { moveFocus(card, by); });
            list->addWidget(card);
            made.cards.push_back(card);
        }
        m_groups.push_back(std::move(made));
    }
    list->addStretch(1);
}

void Palette::setQuery(const QString &query) { m_search->setText(query); }

void Palette::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Palette::filter()
{
    const QString query = m_search->text().trimmed();
    bool any = false;
    for (const Group &group : m_groups) {
        bool shown = false;
        for (PaletteCard *card : group.cards) {
            const bool matches = query.isEmpty() ? !card->entry().searchOnly : card->entry().matches(query);
            card->setVisible(matches);
            shown = shown || matches;
        }
        group.heading->setVisible(shown);
        any = any || shown;
    }
    m_nothing->setVisible(!any);
    m_scroll->verticalScrollBar()->setValue(0);
}

std::vector<PaletteCard *> Palette::visibleCards() const
{
    std::vector<PaletteCard *> cards;
    for (const Group &group : m_groups)
        for (PaletteCard *card : group.cards)
            if (!card->isHidden())
                cards.push_back(card);
    return cards;
}

QStringList Palette::visiblePayloads() const
{
    QStringList payloads;
    for (const PaletteCard *card : visibleCards())
        payloads << card->entry().payload;
    return payloads;
}

void Palette::moveFocus(PaletteCard *from, int by)
{
    const auto cards = visibleCards();
    const auto at = std::find(cards.begin(), cards.end(), from) - cards.begin() + by;
    if (at < 0) {
        focusSearch();
    } else if (at < static_cast<std::ptrdiff_t>(cards.size())) {
        PaletteCard *card = cards[static_cast<size_t>(at)];
        card->setFocus(Qt::TabFocusReason);
        m_scroll->ensureWidgetVisible(card);
    }
}

QSize Palette::sizeHint() const { return {m_theme->space(54), m_theme->space(160)}; }

void Palette::restyle()
{
    const int icon = m_theme->space(4), height = m_theme->space(8) + 2;
    m_search->setFixedHeight(height);
    m_search->setTextMargins(icon + m_theme->space(2) - 2, 0, 0, 0);
    m_searchIcon->setPixmap(m_theme->pixmap(QStringLiteral("search"), icon, m_theme->color(Ink::Muted), devicePixelRatioF()));
    m_searchIcon->setGeometry(m_theme->space(3) - 1, (height - icon) / 2, icon, icon);
    const int margin = m_theme->space(3);
    layout()->setContentsMargins(0, 0, 0, 0);
    layout()->setSpacing(0);
    m_searchRow->setContentsMargins(margin, margin, margin, m_theme->space(1));
    fitScrollBar();
    m_list->setSpacing(m_theme->space(1) + 1);
    for (const Group &group : m_groups)
        group.heading->setContentsMargins(0, m_theme->space(2), 0, 0);
    updateGeometry();
}

void Palette::fitScrollBar()
{
    // The scroll bar lives in the right margin, so that cards end where the search field ends.
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const int margin = m_theme->space(3), taken = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    m_list->setContentsMargins(margin, 0, std::max(margin - taken, 2), margin);
}

void Palette::retranslate()
{
    m_search->setPlaceholderText(tr("find a layer…"));
    m_search->setAccessibleName(tr("Find a layer or data set"));
    m_nothing->setText(tr("Nothing here has that name."));
    for (const Group &group : m_groups) {
        group.heading->setText(coreText(group.text));
        for (PaletteCard *card : group.cards)
            card->retranslate();
    }
    filter();
}

void Palette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            const auto cards = visibleCards();
            if (!cards.empty())
                cards.front()->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace zhibei
