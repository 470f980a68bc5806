#include "app/recovery_dialog.h"

#include "widgets/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace zhibei {

RecoveryDialog::RecoveryDialog(Theme *theme, std::vector<Autosave::Left> copies, QWidget *parent)
    : QDialog(parent), m_copies(std::move(copies)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Restore your work"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme->space(3));
    column->setContentsMargins(theme->space(4), theme->space(4), theme->space(4), theme->space(4));
    auto *text = new QLabel(tr("Zhibei did not end in order the last time. This was kept:"), this);
    text->setWordWrap(true);
    column->addWidget(text);
    column->addWidget(m_list);
    for (const Autosave::Left &copy : m_copies) {
        auto *item = new QListWidgetItem(line(copy), m_list);
        item->setToolTip(copy.path.isEmpty() ? tr("Never saved in a file.") : copy.path);
    }
    m_list->setCurrentRow(0);
    m_list->setMinimumSize(theme->space(110), theme->space(28));
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *restore = buttons->addButton(tr("Restore"), QDialogButtonBox::AcceptRole);
    restore->setProperty("role", "primary");
    restore->setDefault(true);
    QPushButton *discard = buttons->addButton(tr("Throw away"), QDialogButtonBox::DestructiveRole);
    buttons->addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(restore, &QPushButton::clicked, this, &RecoveryDialog::restore);
    connect(discard, &QPushButton::clicked, this, &RecoveryDialog::discard);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &RecoveryDialog::restore);
}

QString RecoveryDialog::line(const Autosave::Left &copy)
{
    const QString when = QLocale().toString(copy.when, QLocale::ShortFormat);
    return copy.steps > 0 ? tr("%1, %2, trained for %3 steps").arg(copy.title, when, QLocale().toString(copy.steps)) : tr("%1, %2").arg(copy.title, when);
}

void RecoveryDialog::restore()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const Autosave::Left copy = m_copies[size_t(row)];
    accept();
    emit chosen(copy);
}

void RecoveryDialog::discard()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    Autosave::discard(m_copies[size_t(row)]);
    m_copies.erase(m_copies.begin() + row);
    delete m_list->takeItem(row);
    if (m_copies.empty())
        reject();
}

} // namespace zhibei
