#include "app/cli/lesson_reference.h"

#include "app/cli/command_line.h"
#include "app/lesson_shelf.h"
#include "core/lesson/actions.h"
#include "core/lesson/lesson_json.h"
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

QString sceneRows()
{
    QString text = tableHead({Cli::tr("Field"), Cli::tr("What it means")});
    for (const auto &[key, field] : sceneFields())
        text += row({u'`' + QString::fromStdString(field.usage) + u'`', coreText(field.help)});
    return text;
}

QString wordsOfAScene()
{
    return QStringLiteral("```\n# ") + Cli::tr("Title of the lesson") + u'\n' + Cli::tr("A sentence about it.") + QStringLiteral("\n\n## one-neuron: ")
           + Cli::tr("Title of the scene") + u'\n' + Cli::tr("One idea, in 20 to 80 words. [This weight](show:dense1) tilts the line; look at the [landscape](view:landscape). $y = w x + b$")
           + QStringLiteral("\n\n- try more: ") + Cli::tr("label of the button") + QStringLiteral("\n- goal: ") + Cli::tr("what to reach") + QStringLiteral("\n- notice: ")
           + Cli::tr("what to say when it is reached") + QStringLiteral("\n- hint: ") + Cli::tr("a hint; there may be several") + QStringLiteral("\n- notes: ")
           + Cli::tr("for the speaker alone") + QStringLiteral("\n```\n\n")
           + Cli::tr("Links: `do:TRY` presses a button, `show:NODE` lights up a node, `view:VIEW` or `view:VIEW:NODE` opens a view, `term:TERM` explains a word of the glossary, `scene:ID` goes to another scene. Both files have the same sections, lines and links. Formulas are drawn by `tools/formulas.py FOLDER`.") + u'\n';
}

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
    text += u'\n' + Cli::tr("A lesson is a folder with lesson.json, zh.md and en.md; pictures and projects of its own lie beside them. In your folder of application data, below “lessons”, it is found by the program.") + u'\n';
    text += heading(QStringLiteral("lesson.json")) + Cli::tr("`{\"lesson\": 8, \"scenes\": [SCENE, …]}`, with 1 to 100 scenes.") + QStringLiteral("\n\n") + sceneRows();
    text += heading(Cli::tr("zh.md and en.md")) + wordsOfAScene();
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
