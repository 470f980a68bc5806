#include "app/actions.h"
#include "app/finder_entries.h"
#include "app/main_window.h"
#include "app/view_docks.h"
#include "widgets/document/document.h"
#include "widgets/finder/finder.h"

#include <QLineEdit>
#include <QTest>

using namespace zhibei;

/// Ctrl+K.
class TestFinder : public QObject {
    Q_OBJECT
private slots:
    void formsOfChinese();
    void bestFirst();
    void findsInEitherLanguage_data();
    void findsInEitherLanguage();
    void enterDoesIt();
    void escapeLeaves();
};

void TestFinder::formsOfChinese()
{
    QCOMPARE(searchForms(QStringLiteral("卷积")), (QStringList{QStringLiteral("卷积"), QStringLiteral("juan ji"), QStringLiteral("juanji"), QStringLiteral("jj")}));
    QCOMPARE(searchForms(QStringLiteral("Dense  Layer")), QStringList{QStringLiteral("dense layer")});
}

void TestFinder::bestFirst()
{
    FinderIndex index;
    std::vector<FinderEntry> entries;
    for (const char *title : {"Undense", "Very dense", "Dense", "Dense layer", "Other"})
        entries.push_back({QString::fromLatin1(title), QStringLiteral("Layer"), {}, {}, {}, [] {}});
    index.setEntries(std::move(entries));
    QCOMPARE(index.find(QStringLiteral("dense")), (std::vector<int>{2, 3, 1, 0}));
    QCOMPARE(index.find(QStringLiteral("dense very")), (std::vector<int>{1}));
    QCOMPARE(index.find({}).size(), size_t(5));
    QVERIFY(index.find(QStringLiteral("nothing")).empty());
}

void TestFinder::findsInEitherLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("first");
    QTest::newRow("a layer") << "en" << "dropout" << "Dropout";
    QTest::newRow("a layer by another name") << "zh" << "dropout" << QStringLiteral("暂退法");
    QTest::newRow("Chinese while English is spoken") << "en" << QStringLiteral("暂退") << "Dropout";
    QTest::newRow("initials") << "zh" << "ztf" << QStringLiteral("暂退法");
    QTest::newRow("syllables") << "zh" << "hunxiao" << QStringLiteral("混淆矩阵");
    QTest::newRow("initials in English") << "en" << "hxjz" << "Confusion matrix";
    QTest::newRow("a command") << "en" << "halve rate" << "Halve the learning rate";
    QTest::newRow("a template") << "en" << "dcgan" << "Forger and detective";
    QTest::newRow("a node") << "en" << "dense2" << "dense2";
}

void TestFinder::findsInEitherLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, query);
    QFETCH(QString, first);
    Application application(Preferences::Kind::Forgetful);
    application.setLanguage(language);
    MainWindow window(&application);
    window.show();
    window.start({});
    window.finder()->open(finderEntries(&window));
    QVERIFY(window.finder()->found().size() > 50);
    window.finder()->line()->setText(query);
    QCOMPARE(window.finder()->found().value(0), first);
}

void TestFinder::enterDoesIt()
{
    Application application(Preferences::Kind::Forgetful);
    application.setLanguage(QStringLiteral("en"));
    MainWindow window(&application);
    window.show();
    window.start({});
    window.actions()[Command::Find]->trigger();
    Finder *finder = window.finder();
    QVERIFY(finder->isVisible());
    QTest::keyClicks(finder->line(), QStringLiteral("confusion"));
    QTest::keyClick(finder->line(), Qt::Key_Return);
    QVERIFY(!finder->isVisible());
    QCOMPARE(window.views()->docks().size(), size_t(1));
    const size_t nodes = window.document()->network().nodes.size();
    window.actions()[Command::Find]->trigger();
    QTest::keyClicks(finder->line(), QStringLiteral("dropout"));
    QTest::keyClick(finder->line(), Qt::Key_Return);
    QCOMPARE(window.document()->network().nodes.size(), nodes + 1);
}

void TestFinder::escapeLeaves()
{
    Application application(Preferences::Kind::Forgetful);
    MainWindow window(&application);
    window.show();
    window.actions()[Command::Find]->trigger();
    QTest::keyClick(window.finder()->line(), Qt::Key_Escape);
    QVERIFY(!window.finder()->isVisible());
}

QTEST_MAIN(TestFinder)
#include "tst_finder.moc"
