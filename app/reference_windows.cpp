#include "app/reference_windows.h"

#include "app/actions.h"
#include "app/log.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace zhibei {

ShortcutsWindow::ShortcutsWindow(Theme *theme, const Actions *actions, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_actions(actions), m_table(new QTableWidget(this))
{
    m_table->setColumnCount(3);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table);
    fill();
    resize(theme->space(180), theme->space(150));
}

void ShortcutsWindow::fill()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Shortcut"), tr("What it does")});
    m_table->setRowCount(0);
    for (const MenuEntry &spec : Actions::table()) {
        if (spec.line != MenuEntry::Line::Item)
            continue;
        const QAction *action = (*m_actions)[spec.command];
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys += key.toString(QKeySequence::NativeText);
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QString menu = Actions::plainText(m_actions->menu(spec.menu)->title());
        m_table->setItem(row, 0, new QTableWidgetItem(menu + QStringLiteral(" › ") + Actions::plainText(action->text())));
        m_table->setItem(row, 1, new QTableWidgetItem(keys.join(QStringLiteral(", "))));
        m_table->setItem(row, 2, new QTableWidgetItem(action->statusTip()));
    }
    m_table->resizeColumnsToContents();
}

void ShortcutsWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QDialog::changeEvent(event);
}

LogWindow::LogWindow(Theme *theme, Log *log, QWidget *parent) : QDialog(parent), m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setPlainText(log->lines().join(u'\n'));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    connect(log, &Log::added, m_text, &QPlainTextEdit::appendPlainText);
    setWindowTitle(tr("Log"));
    resize(theme->space(180), theme->space(100));
}

void LogWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Log"));
    QDialog::changeEvent(event);
}

} // namespace zhibei
