#include "widgets/help/help_window.h"

#include "widgets/help/help_page.h"
#include "widgets/help/help_topics.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <optional>

namespace zhibei {

namespace {

constexpr int idRole = Qt::UserRole, wordsRole = Qt::UserRole + 1;

/// Margins that let a page breathe; Markdown's own are tight.
void layOut(QTextDocument *document, const Theme &theme)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool heading = format.headingLevel() > 0;
        format.setTopMargin(heading ? theme.space(format.headingLevel() == 1 ? 0 : 4) : theme.space(1));
        format.setBottomMargin(theme.space(heading ? 1 : 2));
        format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
}

/// The name of the setting as it stands, in bold, where the page explains it.
QTextCursor bold(const QTextDocument *document, const QString &name)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); block.blockFormat().headingLevel() == 0 && !part.atEnd(); ++part)
            if (const QTextFragment fragment = part.fragment(); fragment.charFormat().fontWeight() >= QFont::Bold && fragment.text() == name) {
                QTextCursor cursor(block);
                cursor.setPosition(fragment.position());
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
                return cursor;
            }
    return {};
}

bool isTopic(const QListWidgetItem *item) { return item && item->flags().testFlag(Qt::ItemIsSelectable); }

} // namespace

HelpWindow::HelpWindow(Theme *theme, QString resources, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_resources(std::move(resources)), m_language(QStringLiteral("en")),
      m_search(new QLineEdit), m_list(new QListWidget), m_page(new QTextBrowser)
{
    m_search->setClearButtonEnabled(true);
    m_page->setOpenLinks(false);
    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto *row = new QHBoxLayout(this);
    row->addLayout(left, 1);
    row->addWidget(m_page, 3);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showPage);
    connect(m_theme, &Theme::changed, this, &HelpWindow::restyle);
    resize(theme->space(230), theme->space(165));
    fill();
}

void HelpWindow::setLanguage(const QString &language)
{
    m_language = language;
    fill();
}

void HelpWindow::showTopic(const QString &id, const QString &setting)
{
    m_search->clear();
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(idRole).toString() == id)
            m_list->setCurrentRow(row);
    m_list->scrollToItem(m_list->currentItem());
    scrollTo(topic() == id ? setting : QString());
}

QString HelpWindow::topic() const { return m_list->currentItem() ? m_list->currentItem()->data(idRole).toString() : QString(); }
QString HelpWindow::setting() const { return m_page->textCursor().selectedText(); }

void HelpWindow::scrollTo(const QString &setting)
{
    const QTextCursor name = bold(m_page->document(), setting);
    m_page->setTextCursor(name.isNull() ? QTextCursor(m_page->document()) : name); // selected, it catches the eye
    const double top = name.isNull() ? 0 : m_page->document()->documentLayout()->blockBoundingRect(name.block()).top();
    m_page->verticalScrollBar()->setValue(qRound(top) - m_theme->space(8));
}

void HelpWindow::fill()
{
    const QString shown = topic();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        std::optional<HelpGroup> group;
        for (const HelpTopic &topic : helpTopics(*m_theme)) {
            if (topic.group != group) {
                auto *heading = new QListWidgetItem(helpGroupName(topic.group), m_list);
                heading->setFlags(Qt::NoItemFlags);
                group = topic.group;
            }
            auto *item = new QListWidgetItem(topic.name, m_list);
            item->setData(idRole, topic.id);
            item->setData(wordsRole, topic.words);
            if (topic.id == shown)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem())
            m_list->setCurrentRow(1);
    }
    setWindowTitle(tr("Help"));
    m_search->setPlaceholderText(tr("find a page…"));
    m_search->setAccessibleName(tr("Find a page"));
    m_list->setAccessibleName(tr("Pages"));
    m_page->setAccessibleName(tr("Page"));
    restyle();
    filter();
}

void HelpWindow::filter()
{
    const QString query = m_search->text().trimmed();
    QListWidgetItem *heading = nullptr;
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits = isTopic(item) && item->data(wordsRole).toString().contains(query, Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (!isTopic(item))
            heading = item; // stands as long as something stands below it
        else if (fits)
            heading->setHidden(false);
        first = fits && first < 0 ? row : first;
    }
    if (first >= 0 && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

void HelpWindow::showPage()
{
    m_page->setMarkdown(helpOn(topic(), m_resources, m_language));
    layOut(m_page->document(), *m_theme);
}

void HelpWindow::restyle()
{
    m_page->document()->setDefaultFont(m_theme->font(Type::Text));
    m_page->document()->setDocumentMargin(m_theme->space(4));
    m_list->setIconSize(QSize(m_theme->space(4), m_theme->space(4)));
    int row = 0;
    for (const HelpTopic &topic : helpTopics(*m_theme)) {
        for (; !isTopic(m_list->item(row)); ++row) {
            m_list->item(row)->setFont(m_theme->font(Type::Caption));
            m_list->item(row)->setForeground(m_theme->color(Ink::Muted));
        }
        m_list->item(row++)->setIcon(m_theme->pixmap(topic.icon, m_theme->space(4), topic.ink, devicePixelRatioF()));
    }
    showPage();
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QDialog::changeEvent(event);
}

} // namespace zhibei
