#include "app/files.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/rate_button.h"
#include "app/session.h"
#include "app/toast.h"
#include "app/top_bar.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/palette/palette.h"
#include "widgets/views/inside/window_page.h"
#include "widgets/views/inside/inside_view.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace zhibei;

/// The real window, offscreen.
class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void startsOnTheDigitsAlreadyTraining();
    void languageSwitchesWhileTraining();
    void themeSwitchesWhileTraining();
    void playButtonFollowsTheTraining();
    void learningRateFromTheBar();
    void paletteAddsALayer();
    void opensADroppedProject();
    void takesADroppedTable();
    void savesAndRemembers();
    void asksAboutUnsavedChanges();
    void badFileIsToldQuietly();
    void missingRecentFilesAreGrey();
    void nanStopsWithTheReasonAndRestores();
    void presentsAndLeavesWithEscape();
    void layoutIsRemembered();
    void looksInsideAndComesBack();
    void nothingIsClippedWhenNarrow_data();
    void nothingIsClippedWhenNarrow();

private:
    struct Lab {
        Lab() : window(&application)
        {
            application.setLanguage(QStringLiteral("en"));
            application.setReduceMotion(true);
            window.resize(1280, 800);
        }
        void open(const char *name)
        {
            window.show();
            window.openProject(zhibei::openProject(name, ZHIBEI_RESOURCES), {});
        }
        Session *session() { return window.session(); }
        Application application{Preferences::Kind::Forgetful};
        MainWindow window;
    };
    QTemporaryDir m_settings;
};

namespace {

void drop(QWidget &window, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
}

} // namespace

void TestMainWindow::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void TestMainWindow::startsOnTheDigitsAlreadyTraining()
{
    Lab lab;
    lab.window.start({});
    lab.window.show();
    QTRY_VERIFY_WITH_TIMEOUT(lab.session()->isPlaying() && lab.session()->snapshot()->step > 10, 20000);
    QVERIFY(!lab.window.document()->title().isEmpty());
    QVERIFY(!lab.window.document()->isModified());
    QTRY_VERIFY(lab.window.scene()->observation());
}

void TestMainWindow::languageSwitchesWhileTraining()
{
    Lab lab;
    lab.open("spiral");
    lab.session()->play();
    QTRY_VERIFY(lab.session()->isPlaying() && lab.session()->snapshot()->step > 10);
    const QString english = lab.window.actions()[Command::Step]->text();
    const auto model = lab.session()->snapshot()->model;
    const auto places = [&] {
        QList<QRect> rects;
        for (const QDockWidget *dock : lab.window.findChildren<QDockWidget *>())
            rects += dock->isHidden() ? QRect() : dock->geometry();
        return rects;
    };
    const QList<QRect> layout = places();
    lab.window.actions()[Command::Chinese]->trigger();
    QTRY_VERIFY(lab.window.actions()[Command::Step]->text() != english);
    QVERIFY(lab.window.menuWidget()->findChild<QMenuBar *>()->actions().first()->text().contains(QStringLiteral("文件")));
    const int64_t step = lab.session()->snapshot()->step;
    QTRY_VERIFY(lab.session()->snapshot()->step > step);
    QVERIFY(lab.session()->isPlaying());
    QCOMPARE(lab.session()->snapshot()->model.get(), model.get());
    QCOMPARE(places(), layout);
    lab.window.actions()[Command::English]->trigger();
    QTRY_COMPARE(lab.window.actions()[Command::Step]->text(), english);
}

void TestMainWindow::themeSwitchesWhileTraining()
{
    Lab lab;
    lab.open("spiral");
    lab.session()->play();
    QTRY_VERIFY(lab.session()->isPlaying());
    lab.window.actions()[Command::ThemeLight]->trigger();
    const QColor light = QApplication::palette().color(QPalette::Window);
    lab.window.actions()[Command::ThemeDark]->trigger();
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < light.lightness());
    const int64_t step = lab.session()->snapshot()->step;
    QTRY_VERIFY(lab.session()->snapshot()->step > step);
}

void TestMainWindow::playButtonFollowsTheTraining()
{
    Lab lab;
    lab.open("xor");
    QTRY_VERIFY(lab.session()->canTrain());
    QAction *play = lab.window.actions()[Command::Play];
    QTRY_VERIFY(play->isEnabled());
    QVERIFY(!play->isChecked());
    play->trigger();
    QTRY_VERIFY(play->isChecked());
    play->trigger();
    QTRY_VERIFY(!play->isChecked());
}

void TestMainWindow::learningRateFromTheBar()
{
    Lab lab;
    lab.open("xor");
    const auto before = lab.session()->learningRate();
    QVERIFY(before);
    emit lab.window.topBar()->rateButton()->rateChosen(0.03, QStringLiteral("drag"));
    QCOMPARE(lab.session()->learningRate(), std::optional(0.03));
    emit lab.window.topBar()->rateButton()->rateChosen(0.04, QStringLiteral("drag"));
    lab.window.actions()[Command::RateUp]->trigger();
    QCOMPARE(lab.session()->learningRate(), std::optional(0.08));
    lab.window.document()->undoStack()->undo();
    lab.window.document()->undoStack()->undo();
    QCOMPARE(lab.session()->learningRate(), before);
    QVERIFY(!lab.window.document()->undoStack()->canUndo());
}

void TestMainWindow::paletteAddsALayer()
{
    Lab lab;
    lab.open("xor");
    const size_t nodes = lab.window.document()->network().nodes.size();
    emit lab.window.palette()->chosen(QStringLiteral("dropout"));
    QCOMPARE(lab.window.document()->network().nodes.size(), nodes + 1);
}

void TestMainWindow::opensADroppedProject()
{
    Lab lab;
    lab.open("xor");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dropped.zhibei"));
    saveProject(openProject("spiral", ZHIBEI_RESOURCES), path.toStdString());
    drop(lab.window, path);
    QTRY_COMPARE(lab.window.document()->path(), path);
    QCOMPARE(lab.window.document()->project().data.source, std::string("spiral"));
}

void TestMainWindow::takesADroppedTable()
{
    Lab lab;
    lab.open("xor");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("table.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b,kind\n");
    for (int i = 0; i < 40; ++i)
        file.write(QByteArray::number(i) + ',' + QByteArray::number(40 - i) + (i % 2 ? ",yes\n" : ",no\n"));
    file.close();
    drop(lab.window, file.fileName());
    QTRY_COMPARE(lab.window.document()->project().data.source, std::string("csv"));
    QVERIFY(lab.window.document()->undoStack()->canUndo());
}

void TestMainWindow::savesAndRemembers()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("kept.zhibei"));
    saveProject(openProject("xor", ZHIBEI_RESOURCES), path.toStdString());
    Application application;
    application.setLanguage(QStringLiteral("en"));
    MainWindow window(&application);
    QVERIFY(window.files()->open(path));
    QTRY_VERIFY(window.session()->canTrain());
    window.session()->step(25);
    QTRY_COMPARE(window.session()->snapshot()->step, int64_t(25));
    window.document()->edit("Change", [](Project &project) { project.network.nodes.front().position.x += 10; });
    QVERIFY(window.document()->isModified());
    QVERIFY(window.files()->save());
    QVERIFY(!window.document()->isModified());
    QCOMPARE(loadProject(path.toStdString()).steps, int64_t(25));
    QCOMPARE(application.preferences()->recentFiles().value(0), path);
}

void TestMainWindow::asksAboutUnsavedChanges()
{
    Lab lab;
    lab.open("xor");
    lab.window.document()->edit("Change", [](Project &project) { project.network.nodes.front().position.x += 10; });
    const auto answer = [](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, qApp, [button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->button(button)->click();
        });
    };
    answer(QMessageBox::Cancel);
    QVERIFY(!lab.window.close());
    QVERIFY(lab.window.isVisible());
    answer(QMessageBox::Discard);
    QVERIFY(lab.window.close());
}

void TestMainWindow::badFileIsToldQuietly()
{
    Lab lab;
    lab.open("xor");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("broken.zhibei")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no archive");
    file.close();
    const Network before = lab.window.document()->network();
    QVERIFY(!lab.window.files()->open(file.fileName()));
    QVERIFY(!lab.window.toast()->text().isEmpty());
    QVERIFY(lab.window.document()->network() == before);
    QVERIFY(!lab.application.log()->lines().isEmpty());
}

void TestMainWindow::missingRecentFilesAreGrey()
{
    QTemporaryDir folder;
    const QString here = folder.filePath(QStringLiteral("here.zhibei")), gone = folder.filePath(QStringLiteral("gone.zhibei"));
    saveProject(openProject("xor", ZHIBEI_RESOURCES), here.toStdString());
    Application application;
    application.setLanguage(QStringLiteral("en"));
    application.preferences()->clearRecentFiles();
    application.preferences()->addRecentFile(gone);
    application.preferences()->addRecentFile(here);
    MainWindow window(&application);
    QMenu *recent = window.actions().menu(MenuId::Recent);
    QVERIFY(QMetaObject::invokeMethod(recent, "aboutToShow"));
    QCOMPARE(recent->actions().at(0)->text(), QStringLiteral("here.zhibei"));
    QVERIFY(recent->actions().at(0)->isEnabled());
    QCOMPARE(recent->actions().at(1)->text(), QStringLiteral("gone.zhibei"));
    QVERIFY(!recent->actions().at(1)->isEnabled());
}

void TestMainWindow::nanStopsWithTheReasonAndRestores()
{
    Lab lab;
    lab.open("line");
    QTRY_VERIFY(lab.session()->canTrain());
    lab.session()->step(20);
    QTRY_COMPARE(lab.session()->snapshot()->step, int64_t(20));
    lab.window.document()->edit("Break", [](Project &project) {
        for (Node &node : project.network.nodes) {
            if (node.kind == "squared") {
                node.attributes["optimizer"] = std::string("sgd");
                node.attributes["rate"] = 100.0;
            }
        }
    });
    lab.session()->play();
    QTRY_VERIFY(lab.session()->snapshot()->state == TrainerState::Stopped);
    QTRY_VERIFY(!lab.window.notice()->text().isEmpty());
    QVERIFY(lab.window.actions()[Command::RestoreLastGood]->isEnabled());
    lab.window.actions()[Command::RestoreLastGood]->trigger();
    QTRY_VERIFY(lab.session()->snapshot()->state == TrainerState::Paused);
    QTRY_VERIFY(lab.window.notice()->text().isEmpty());
}

void TestMainWindow::presentsAndLeavesWithEscape()
{
    Lab lab;
    lab.open("xor");
    QList<QDockWidget *> docks = lab.window.findChildren<QDockWidget *>();
    docks.removeIf([](QDockWidget *dock) { return dock->objectName() == QLatin1String("lesson"); }); // there is none
    const auto hidden = [&] { return std::count_if(docks.begin(), docks.end(), [](QDockWidget *dock) { return dock->isHidden(); }); };
    QCOMPARE(hidden(), 0);
    lab.window.actions()[Command::Present]->trigger();
    QVERIFY(lab.window.isFullScreen());
    QVERIFY(hidden() >= 2);
    QTest::keyClick(&lab.window, Qt::Key_Escape);
    QVERIFY(!lab.window.isFullScreen());
    QCOMPARE(hidden(), 0);
}

/// Enter opens the selected node in the canvas' place while training goes on; Escape brings the canvas back as it was.
void TestMainWindow::looksInsideAndComesBack()
{
    Lab lab;
    lab.open("lenet");
    QTRY_VERIFY(lab.session()->canTrain());
    lab.session()->play();
    NetworkView *canvas = lab.window.canvas();
    const QRectF seen = canvas->visibleScene();
    lab.window.selectNode(QStringLiteral("conv1"));
    QTest::keyClick(canvas, Qt::Key_Return);
    InsideView *view = lab.window.lookInside()->view();
    QVERIFY(view->isVisible() && !canvas->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(view->inside(), 30000);
    QCOMPARE(view->pageId(), QStringLiteral("window"));
    QVERIFY2(view->trail().startsWith(QStringLiteral("Model › conv1 › ")), qPrintable(view->trail()));
    const auto first = view->inside()->snapshot;
    QTRY_VERIFY_WITH_TIMEOUT(view->inside() && view->inside()->snapshot->step > first->step, 30000); // live
    QTest::keyClick(view->page(), Qt::Key_Delete);
    QVERIFY(lab.window.document()->network().find("conv1"));
    QTest::keyClick(view->page(), Qt::Key_Escape);
    QVERIFY(!view->isVisible() && canvas->isVisible());
    QCOMPARE(canvas->visibleScene(), seen);
    QCOMPARE(lab.window.scene()->selectedNodes(), QStringList{QStringLiteral("conv1")});
    QVERIFY(lab.session()->isPlaying());
    // The command does the same, and a node that goes takes its inside with it.
    lab.window.actions()[Command::LookInside]->trigger();
    QVERIFY(view->isVisible());
    lab.window.document()->edit("Delete", [](Project &project) { project.network.removeNode("conv1"); });
    QVERIFY(!view->isVisible() && canvas->isVisible());
}

void TestMainWindow::layoutIsRemembered()
{
    {
        Application application;
        MainWindow window(&application);
        window.show();
        window.findChild<QDockWidget *>(QStringLiteral("palette"))->hide();
        window.resize(1111, 777);
        window.close();
    }
    Application application;
    MainWindow window(&application);
    window.show();
    QCOMPARE(window.size(), QSize(1111, 777));
    QVERIFY(window.findChild<QDockWidget *>(QStringLiteral("palette"))->isHidden());
    window.actions()[Command::ResetLayout]->trigger();
    QVERIFY(!window.findChild<QDockWidget *>(QStringLiteral("palette"))->isHidden());
}

void TestMainWindow::nothingIsClippedWhenNarrow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("textScale");
    QTest::newRow("English") << "en" << 1.0;
    QTest::newRow("Chinese") << "zh" << 1.0;
    QTest::newRow("English, large text") << "en" << 2.0;
    QTest::newRow("Chinese, large text") << "zh" << 2.0;
}

void TestMainWindow::nothingIsClippedWhenNarrow()
{
    QFETCH(QString, language);
    QFETCH(double, textScale);
    Lab lab;
    lab.application.setLanguage(language);
    lab.application.setTextScale(textScale);
    lab.open("spiral");
    lab.window.resize(1024, 768);
    QTRY_VERIFY(lab.window.width() <= 1024);
    // Every child of the bar has the room it asks for.
    const QWidget *bar = lab.window.topBar();
    const auto clipped = [bar]() -> QString {
        for (const QWidget *child : bar->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (child->isVisible() && !child->isWindow()
                && (child->width() < child->minimumSizeHint().width() || !bar->rect().contains(child->geometry())))
                return QStringLiteral("%1 %2").arg(QLatin1String(child->metaObject()->className()), child->accessibleName());
        }
        return {};
    };
    QTRY_VERIFY2(clipped().isEmpty(), qPrintable(clipped()));
    lab.application.setTextScale(1);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
