#include "app/cli/lesson_reference.h"

#include "app/cli/command_line.h"
#include "app/lesson_shelf.h"
#include "core/lesson/actions.h"
#include "core/lesson/predicates.h"
#include "widgets/theme/core_text.h"

namespace zhibei {

namespace {

QString heading(const QString &text) { return QStringLiteral("\n## ") + text + QStringLiteral("\n\n"); }

QString inCode(std::span<const std::string> words)
{
    QStringList quoted;
    for (const std::string &word : words)
        quoted += u'`' + QString::fromStdString(word) + u'`';
    return quoted.join(QStringLiteral(", ")) + u'\n';
}

QString row(const QStringList &cells) { return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n"); }

QString tableHead(const QStringList &titles) { return row(titles) + row(QStringList(titles.size(), QStringLiteral("---"))); }

QString actionRows()
{
    QString text = tableHead({Cli::tr("Action"), Cli::tr("What it does"), Cli::tr("In changes")});
    for (const ActionSpec &action : actionTable())
        text += row({u'`' + QString::fromStdString(action.usage) + u'`', coreText(action.help), action.changesProject ? Cli::tr("yes") : QString()});
    return text;
}

QString predicateRows(bool events)
{
    QString text = tableHead({events ? Cli::tr("Event") : Cli::tr("Measure"), Cli::tr("What it means")});
    for (const PredicateSpec &predicate : predicateTable())
        if ((predicate.kind == PredicateSpec::Kind::Event) == events)
            text += row({u'`' + QString::fromStdString(predicate.usage) + u'`', coreText(predicate.help)});
    return text;
}

} // namespace

QString lessonReference()
{
    QString text = QStringLiteral("# ") + Cli::tr("What a lesson may say") + u'\n';
    text += heading(Cli::tr("Parts of the window (show, hide)")) + inCode(windowParts()) + u'\n'
            + Cli::tr("and every view, by itself or pinned to a node (`inside:conv1`):") + u' ' + inCode(viewIds());
    text += heading(Cli::tr("Controls (hide)")) + inCode(windowControls());
    text += heading(Cli::tr("What can be locked (lock)")) + inCode(lockable());
    text += heading(Cli::tr("Actions (changes, tries, solution)")) + actionRows();
    text += heading(Cli::tr("Measures (goal)")) + Cli::tr("`MEASURE >= X`, `MEASURE <= X` or `MEASURE = X +- T`") + QStringLiteral("\n\n") + predicateRows(false);
    text += heading(Cli::tr("Events (goal)")) + predicateRows(true);
    return text.trimmed();
}

} // namespace zhibei
