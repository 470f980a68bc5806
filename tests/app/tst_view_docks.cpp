#include "app/files.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/view_docks.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/views/confusion_view.h"
#include "widgets/views/inside/inside_view.h"
#include "widgets/views/view_catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace zhibei;

/// Views in the real window: opened, pinned, doubled, kept in the project, answered from the training.
class TestViewDocks : public QObject {
    Q_OBJECT
private slots:
    void showsTheRunningTraining();
    void pinsAndFollowsTheSelection();
    void aSecondOneLikeIt();
    void fullScreenAndBack();
    void theProjectKeepsTheArrangement();
    void strangeArrangementsAreHarmless();
    void resettingTheLayoutClosesThem();
    void menuOffersWhatFits();
    void lookingInsideKeepsTheSelection();

private:
    struct Lab {
        Lab() : window(&application)
        {
            application.setLanguage(QStringLiteral("en"));
            application.setReduceMotion(true);
            window.resize(1400, 900);
            window.show();
            window.openProject(openProject("digits", ZHIBEI_RESOURCES), {});
        }
        ViewDock *open(const char *id, const NodeId &node = {}) { return window.views()->open(*findViewKind(QLatin1String(id)), node); }
        Application application{Preferences::Kind::Forgetful};
        MainWindow window;
    };
};

void TestViewDocks::showsTheRunningTraining()
{
    Lab lab;
    auto *view = qobject_cast<ConfusionView *>(lab.open("confusion")->view());
    lab.window.session()->lookWithoutLimit();
    lab.window.session()->step(50);
    const auto right = [&] {
        int64_t sum = 0;
        for (size_t c = 0; c < 10 && view->counts().size() == 100; ++c)
            sum += view->counts()[c * 11];
        return sum;
    };
    QTRY_COMPARE(lab.window.session()->snapshot()->step, int64_t(50));
    QTRY_VERIFY(lab.window.session()->snapshot()->evaluation.has_value());
    const double accuracy = *lab.window.session()->snapshot()->evaluation->test.accuracy;
    QTRY_COMPARE(double(right()) / 1000, accuracy);
}

void TestViewDocks::pinsAndFollowsTheSelection()
{
    Lab lab;
    ViewDock *follows = lab.open("inside"), *pinned = lab.open("inside", "dense1");
    lab.window.selectNode(QStringLiteral("dense2"));
    QCOMPARE(follows->node(), NodeId("dense2"));
    QCOMPARE(pinned->node(), NodeId("dense1"));
    pinned->pin({});
    lab.window.selectNode(QStringLiteral("dense3"));
    QCOMPARE(pinned->node(), NodeId("dense3"));
    QVERIFY(pinned->windowTitle().contains(QStringLiteral("dense3")));
}

void TestViewDocks::aSecondOneLikeIt()
{
    Lab lab;
    ViewDock *first = lab.open("inside", "dense1");
    emit first->duplicateWanted();
    QCOMPARE(lab.window.views()->docks().size(), size_t(2));
    ViewDock *second = lab.window.views()->docks()[1];
    QCOMPARE(second->node(), NodeId("dense1"));
    QCOMPARE(second->view()->choices(), first->view()->choices());
    QVERIFY(second->objectName() != first->objectName());
    second->close();
    QTRY_COMPARE(lab.window.views()->docks().size(), size_t(1));
}

void TestViewDocks::fullScreenAndBack()
{
    Lab lab;
    ViewDock *dock = lab.open("confusion");
    dock->setFullScreen(true);
    QVERIFY(dock->isFloating() && dock->isFullScreen());
    QTest::keyClick(dock, Qt::Key_Escape);
    QVERIFY(!dock->isFloating() && !dock->isFullScreen());
}

void TestViewDocks::theProjectKeepsTheArrangement()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("arranged.zhibei"));
    {
        Lab lab;
        lab.open("confusion");
        lab.open("inside", "dense1")->setFloating(true);
        lab.window.document()->setSaved(file);
        QVERIFY(lab.window.files()->save());
    }
    Lab lab;
    QVERIFY(lab.window.files()->open(file));
    const auto &docks = lab.window.views()->docks();
    QCOMPARE(docks.size(), size_t(2));
    QCOMPARE(QString::fromLatin1(docks[0]->kind().id), QStringLiteral("confusion"));
    QVERIFY(!docks[0]->isFloating());
    QCOMPARE(docks[1]->pinnedTo(), NodeId("dense1"));
    QVERIFY(docks[1]->isFloating());
    lab.window.openProject(openProject("xor", ZHIBEI_RESOURCES), {});
    QVERIFY(lab.window.views()->docks().empty()); // they belonged to the other project
}

void TestViewDocks::strangeArrangementsAreHarmless()
{
    Lab lab;
    lab.window.views()->arrange(QJsonDocument::fromJson(R"({"views": 7, "places": []})").object());
    QVERIFY(lab.window.views()->docks().empty());
    lab.window.views()->arrange(QJsonDocument::fromJson(
        R"({"views": [{"id": "nobody"}, {"id": "inside", "node": "nowhere", "name": "palette", "choices": 3}, 5, {"id": "confusion", "name": "view1"},
            {"id": "confusion", "name": "view1"}], "places": "bm90IGEgbGF5b3V0"})").object());
    QCOMPARE(lab.window.views()->docks().size(), size_t(3));
    QSet<QString> names;
    for (const ViewDock *dock : lab.window.views()->docks())
        names.insert(dock->objectName());
    QCOMPARE(names.size(), 3);
    QVERIFY(!names.contains(QStringLiteral("palette")));
    QJsonArray many;
    for (int i = 0; i < 5000; ++i)
        many += QJsonObject{{QStringLiteral("id"), QStringLiteral("confusion")}};
    lab.window.views()->arrange({{QStringLiteral("views"), many}});
    QVERIFY(lab.window.views()->docks().size() <= 32);
}

void TestViewDocks::resettingTheLayoutClosesThem()
{
    Lab lab;
    lab.open("confusion");
    lab.window.actions()[Command::ResetLayout]->trigger();
    QVERIFY(lab.window.views()->docks().empty());
}

void TestViewDocks::menuOffersWhatFits()
{
    Lab lab;
    QMenu *menu = lab.window.actions().menu(MenuId::Views);
    QTRY_VERIFY(lab.window.session()->snapshot()->model != nullptr);
    lab.window.views()->fillMenu(menu);
    QCOMPARE(size_t(menu->actions().size()), viewKinds().size());
    for (size_t i = 0; i < viewKinds().size(); ++i) {
        const ViewKind &kind = viewKinds()[i];
        QCOMPARE(menu->actions()[qsizetype(i)]->isEnabled(), kind.applies(*lab.window.session()->snapshot()->model, *lab.window.document()->dataset()));
    }
}

void TestViewDocks::lookingInsideKeepsTheSelection()
{
    Lab lab;
    QApplication::setActiveWindow(&lab.window);
    lab.window.selectNode(QStringLiteral("dense1"));
    lab.window.canvas()->setFocus();
    QTRY_VERIFY(lab.window.canvas()->hasFocus());
    QTest::keyClick(lab.window.canvas(), Qt::Key_Return);
    QVERIFY(lab.window.lookInside()->isOpen());
    QCOMPARE(lab.window.lookInside()->view()->node(), NodeId("dense1"));
    QCOMPARE(lab.window.scene()->selectedNodes(), QStringList{QStringLiteral("dense1")});
    QTest::keyClick(lab.window.lookInside()->view(), Qt::Key_Escape);
    QVERIFY(!lab.window.lookInside()->isOpen());
    QVERIFY(lab.window.canvas()->isVisible() && lab.window.canvas()->hasFocus());
    QCOMPARE(lab.window.scene()->selectedNodes(), QStringList{QStringLiteral("dense1")});
}

QTEST_MAIN(TestViewDocks)
#include "tst_view_docks.moc"
