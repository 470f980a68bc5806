#include "app/actions.h"
#include "app/language.h"
#include "widgets/theme/theme.h"

#include <QFile>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QUndoStack>

using namespace zhibei;

class TestActions : public QObject {
    Q_OBJECT
private slots:
    void everyCommandIsInAMenu();
    void everyActionHasATextAndATooltip_data();
    void everyActionHasATextAndATooltip();
    void accessKeysAreUnique_data() { everyActionHasATextAndATooltip_data(); }
    void accessKeysAreUnique();
    void shortcutsAreUnique();
    void tooltipsSayTheShortcut();
    void iconsExist();
    void undoSaysWhat();
    void plainText_data();
    void plainText();
};

namespace {

/// The letter behind the single & of a text.
QChar accessKey(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return text[i + 1].toUpper();
        ++i;
    }
    return {};
}

} // namespace

void TestActions::everyCommandIsInAMenu()
{
    Theme theme;
    QMainWindow window;
    const Actions actions(&theme, &window);
    QSet<int> seen;
    for (const MenuEntry &spec : Actions::table()) {
        if (spec.line != MenuEntry::Line::Item)
            continue;
        QVERIFY2(!seen.contains(static_cast<int>(spec.command)), spec.text);
        seen.insert(static_cast<int>(spec.command));
        QVERIFY(actions.menu(spec.menu)->actions().contains(actions[spec.command]));
    }
    for (int command = 0; command <= static_cast<int>(Command::AboutQt); ++command)
        QVERIFY2(seen.contains(command), qPrintable(QStringLiteral("command %1 is in no menu").arg(command)));
}

void TestActions::everyActionHasATextAndATooltip_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh";
}

void TestActions::everyActionHasATextAndATooltip()
{
    QFETCH(QString, language);
    Language current;
    current.set(language);
    Theme theme;
    QMainWindow window;
    const Actions actions(&theme, &window);
    for (const MenuEntry &spec : Actions::table()) {
        if (spec.line != MenuEntry::Line::Item)
            continue;
        QVERIFY(!actions[spec.command]->text().isEmpty());
        QVERIFY(!actions[spec.command]->toolTip().isEmpty());
    }
}

void TestActions::accessKeysAreUnique()
{
    QFETCH(QString, language);
    Language current;
    current.set(language);
    Theme theme;
    QMainWindow window;
    QMenuBar bar(&window);
    Actions actions(&theme, &window);
    actions.fill(&bar);
    const auto check = [](const QString &menu, const QList<QAction *> &entries) {
        QMap<QChar, QString> keys;
        for (const QAction *action : entries) {
            if (action->isSeparator())
                continue;
            const QChar key = accessKey(action->text());
            QVERIFY2(!key.isNull(), qPrintable(menu + QStringLiteral(": no access key in ") + action->text()));
            QVERIFY2(!keys.contains(key), qPrintable(menu + QStringLiteral(": ") + keys.value(key) + QStringLiteral(" and ") + action->text()));
            keys[key] = action->text();
        }
    };
    check(QStringLiteral("menu bar"), bar.actions());
    for (const MenuEntry &spec : Actions::table()) {
        if (spec.line == MenuEntry::Line::Submenu)
            check(actions.menu(spec.submenu)->title(), actions.menu(spec.submenu)->actions());
    }
    for (const Actions::MenuSpec &spec : Actions::menuBar())
        check(actions.menu(spec.menu)->title(), actions.menu(spec.menu)->actions());
}

void TestActions::shortcutsAreUnique()
{
    Theme theme;
    QMainWindow window;
    const Actions actions(&theme, &window);
    QMap<QString, QString> keys;
    for (const MenuEntry &spec : Actions::table()) {
        if (spec.line != MenuEntry::Line::Item)
            continue;
        for (const QKeySequence &key : actions[spec.command]->shortcuts()) {
            const QString text = key.toString();
            QVERIFY2(!keys.contains(text), qPrintable(text + QStringLiteral(": ") + keys.value(text) + QStringLiteral(" and ") + QLatin1String(spec.text)));
            keys[text] = QLatin1String(spec.text);
        }
    }
    QVERIFY(keys.size() > 20);
}

void TestActions::tooltipsSayTheShortcut()
{
    Theme theme;
    QMainWindow window;
    const Actions actions(&theme, &window);
    QCOMPARE(actions[Command::Step]->toolTip().section(u'\n', 0, 0), QStringLiteral("One step (F10)"));
    QVERIFY(actions[Command::Open]->toolTip().startsWith(QStringLiteral("Open (")));
}

void TestActions::iconsExist()
{
    for (const MenuEntry &spec : Actions::table()) {
        if (*spec.icon)
            QVERIFY2(QFile::exists(QStringLiteral(ZHIBEI_RESOURCES "/icons/%1.svg").arg(QLatin1String(spec.icon))), spec.icon);
    }
}

void TestActions::undoSaysWhat()
{
    Theme theme;
    QMainWindow window;
    Actions actions(&theme, &window);
    QUndoStack stack;
    actions.follow(&stack);
    QVERIFY(!actions[Command::Undo]->isEnabled());
    stack.push(new QUndoCommand(QStringLiteral("Move a node")));
    QVERIFY(actions[Command::Undo]->isEnabled());
    QCOMPARE(Actions::plainText(actions[Command::Undo]->text()), QStringLiteral("Undo: Move a node"));
    actions[Command::Undo]->trigger();
    QCOMPARE(Actions::plainText(actions[Command::Redo]->text()), QStringLiteral("Redo: Move a node"));
    QCOMPARE(Actions::plainText(actions[Command::Undo]->text()), QStringLiteral("Undo"));
}

void TestActions::plainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("English") << "Save &as…" << "Save as…";
    QTest::newRow("Chinese") << QStringLiteral("打开(&O)…") << QStringLiteral("打开…");
    QTest::newRow("two ampersands") << "Save && &quit" << "Save & quit";
}

void TestActions::plainText()
{
    QFETCH(QString, text);
    QTEST(Actions::plainText(text), "plain");
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
