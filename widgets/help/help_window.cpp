#include "widgets/help/help_window.h"

#include "widgets/help/help_page.h"
#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

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

void HelpWindow::showKind(const QString &id)
{
    m_search->clear();
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(idRole).toString() == id)
            m_list->setCurrentRow(row);
    m_list->scrollToItem(m_list->currentItem());
}

QString HelpWindow::kind() const { return m_list->currentItem() ? m_list->currentItem()->data(idRole).toString() : QString(); }

void HelpWindow::fill()
{
    const QString shown = kind();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const LayerKind *kind : layerKinds()) {
            auto *item = new QListWidgetItem(coreText(kind->text), m_list);
            const QString id = QString::fromStdString(kind->id);
            item->setData(idRole, id);
            item->setData(wordsRole, QStringList{id, item->text(), QString::fromStdString(kind->text), QString::fromStdString(kind->keywords)}.join(u' '));
            if (id == shown)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem())
            m_list->setCurrentRow(0);
    }
    setWindowTitle(tr("Help on layers"));
    m_search->setPlaceholderText(tr("find a layer…"));
    m_search->setAccessibleName(tr("Find a layer"));
    m_list->setAccessibleName(tr("Kinds of layers"));
    m_page->setAccessibleName(tr("Page"));
    restyle();
    filter();
}

void HelpWindow::filter()
{
    const QString query = m_search->text().trimmed();
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool fits = m_list->item(row)->data(wordsRole).toString().contains(query, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!fits);
        first = fits && first < 0 ? row : first;
    }
    if (first >= 0 && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

void HelpWindow::showPage()
{
    const LayerKind *kind = findKind(this->kind().toStdString());
    if (!kind)
        return;
    m_page->setMarkdown(helpOn(*kind, m_resources, m_language));
    layOut(m_page->document(), *m_theme);
}

void HelpWindow::restyle()
{
    m_page->document()->setDefaultFont(m_theme->font(Type::Text));
    m_page->document()->setDocumentMargin(m_theme->space(4));
    m_list->setIconSize(QSize(m_theme->space(4), m_theme->space(4)));
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const LayerKind *kind = findKind(item->data(idRole).toString().toStdString());
        item->setIcon(m_theme->pixmap(QString::fromStdString(kind->icon), m_theme->space(4), m_theme->color(kind->category), devicePixelRatioF()));
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
