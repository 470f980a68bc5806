#include "app/application.h"
#include "app/lecture/lecture.h"
#include "app/lecture/lecture_hall.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/view_docks.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/inspectors/inspector_panel.h"
#include "widgets/lesson/course_map.h"
#include "widgets/lesson/lesson_panel.h"
#include "widgets/lesson/notes_window.h"
#include "widgets/lesson/scene_words.h"
#include "widgets/lesson/stage_marks.h"
#include "widgets/lesson/try_button.h"
#include "widgets/palette/palette.h"
#include "widgets/views/view_catalogue.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

/// A lesson of three scenes, held in the real window.
class TestLecture : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void opensWhereOneWasLast();
    void showsTheSceneAndNothingElse();
    void aSceneIsFoundAsItWasLeft();
    void restartBringsTheStartBack();
    void switchingTheLanguageTouchesNoTraining();
    void locksHoldAndSayWhy();
    void triesAndGoal();
    void aViewCountsAsVisited();
    void showMeReachesTheGoal();
    void comingScenesTrainInTheBackground();
    void theSameNumbersPreparedOrNot();
    void pageKeysWorkWhereverTheFocusIs();
    void arrowsBelongToWhoWantsThem();
    void freePlayLiftsTheLocks();
    void leavingBringsTheOldProjectBack();
    void openingAProjectEndsTheLecture();
    void savedTextsAreSeenAtOnce();
    void aDamagedLessonSaysSoAndStays();
    void aBadLessonChangesNothing();
    void theStageFillsTheScreenAndGoes();
    void notesForTheSpeaker();
    void opensQuickly();

private:
    void write(const QString &file, const QByteArray &text);
    LectureHall *hall() const { return m_window->lectureHall(); }
    Lecture *lecture() const { return hall()->lecture(); }
    Session *session() const { return m_window->session(); }
    int64_t units() const { return std::get<int64_t>(m_window->document()->network().find("dense1")->attributes.at("units")); }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_lesson;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const QByteArray json = R"({"lesson": 1, "scenes": [
  {"id": "first", "start": {"template": "spiral"}, "changes": [["set", "dense1.units", 4]], "speed": 100,
   "show": ["canvas", "stage"], "hide": ["new_seed", "step"], "lock": ["network"], "highlight": ["dense1"],
   "tries": {"more": [["set", "dense1.units", 6]], "walk": [["step", 20]]},
   "goal": ["did more", "steps >= 20"],
   "solution": [["set", "dense1.units", 6], ["step", 25]]},
  {"id": "second", "start": {"scene": "first"}, "pretrain": 40, "show": ["curves", "landscape"],
   "goal": ["visited confusion"]},
  {"id": "words"}
]})";

QByteArray words(const char *title, const char *first)
{
    return QByteArray("# ") + title + "\nSummary.\n\n## first: " + first + "\nBody [more](do:more), see [confusion](view:confusion).\n\n"
           "- try more: More\n- try walk: Walk\n- goal: Reach it\n- notice: There\n- hint: One\n- notes: Say this\n\n"
           "## second: The second\nBody.\n\n- goal: Look\n- notice: Seen\n\n## words: Only words\nAll is said.\n";
}

} // namespace

void TestLecture::write(const QString &file, const QByteArray &text)
{
    QFile out(m_lesson + u'/' + file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

void TestLecture::initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("tst_lecture")); }

void TestLecture::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_lesson = m_dir->filePath(QStringLiteral("01-test"));
    QVERIFY(QDir().mkpath(m_lesson));
    write(QStringLiteral("lesson.json"), json);
    write(QStringLiteral("en.md"), words("A test", "The first"));
    write(QStringLiteral("zh.md"), words("测试", "第一幕"));
    m_application = std::make_unique<Application>(Preferences::Kind::Forgetful);
    m_application->setLanguage(QStringLiteral("en"));
    m_application->setReduceMotion(true);
    m_window = std::make_unique<MainWindow>(m_application.get());
    m_window->resize(1400, 900);
    m_window->show();
    m_window->openProject(openProject("moons", m_window->document()->resources()), {});
}

void TestLecture::cleanup()
{
    m_window.reset();
    m_application.reset();
}

void TestLecture::opensWhereOneWasLast()
{
    QVERIFY(hall()->open(m_lesson, QStringLiteral("words")));
    QCOMPARE(lecture()->current(), 2);
    QVERIFY(hall()->open(m_lesson));
    QCOMPARE(lecture()->current(), 0); // a forgetful user
    QCOMPARE(units(), 4);
}

void TestLecture::showsTheSceneAndNothingElse()
{
    QVERIFY(hall()->open(m_lesson));
    QVERIFY(m_window->canvas()->isVisible());
    QVERIFY(m_window->palette()->isHidden() || !m_window->palette()->isVisible());
    QVERIFY(!m_window->inspector()->isVisible());
    QVERIFY(hall()->panel()->isVisible());
    QCOMPARE(m_window->scene()->spotlight().nodes, std::set<NodeId>{"dense1"});
    QVERIFY(!m_window->actions()[Command::NewSeed]->isEnabled());
    QVERIFY(!m_window->actions()[Command::Step]->isEnabled());
    QVERIFY(m_window->actions()[Command::Play]->isEnabled());
    lecture()->next();
    QVERIFY(!m_window->canvas()->isVisible());
    QCOMPARE(m_window->views()->docks().size(), size_t(1));
    QCOMPARE(QLatin1String(m_window->views()->docks().front()->kind().id), QLatin1String("landscape"));
    hall()->leave();
    QVERIFY(m_window->canvas()->isVisible());
    QVERIFY(m_window->palette()->isVisible());
    QVERIFY(!hall()->panel()->isVisible());
    QVERIFY(m_window->actions()[Command::NewSeed]->isEnabled());
    QVERIFY(m_window->scene()->spotlight().empty());
}

void TestLecture::aSceneIsFoundAsItWasLeft()
{
    QVERIFY(hall()->open(m_lesson));
    hall()->doTry(QStringLiteral("more"));
    QCOMPARE(units(), 6);
    session()->step(30);
    QTRY_COMPARE(session()->live()->step, 30);
    QTRY_VERIFY(!session()->isPlaying());
    const AlignedVector<float> weights = *session()->live()->parameters;
    lecture()->next();
    QTRY_VERIFY(lecture()->isSettled());
    QCOMPARE(units(), 4); // the second begins with the first as it starts, whatever was done there
    QTRY_COMPARE(session()->live()->step, 40);
    lecture()->back();
    QCOMPARE(units(), 6);
    QTRY_COMPARE(session()->live()->step, 30);
    QTRY_VERIFY(session()->live()->parameters && *session()->live()->parameters == weights);
    QVERIFY(lecture()->isGoalReached());
    QVERIFY(hall()->panel()->isGoalReached());
}

void TestLecture::restartBringsTheStartBack()
{
    QVERIFY(hall()->open(m_lesson));
    hall()->doTry(QStringLiteral("more"));
    session()->step(30);
    QTRY_COMPARE(session()->live()->step, 30);
    m_window->actions()[Command::Reset]->trigger();
    QCOMPARE(units(), 4);
    QTRY_COMPARE(session()->live()->step, 0);
    QVERIFY(!lecture()->isGoalReached());
    QVERIFY(!hall()->panel()->isGoalReached());
}

void TestLecture::switchingTheLanguageTouchesNoTraining()
{
    QVERIFY(hall()->open(m_lesson));
    session()->step(15);
    QTRY_COMPARE(session()->live()->step, 15);
    QTRY_VERIFY(!session()->isPlaying());
    const auto weights = session()->live()->parameters;
    const uint64_t generation = session()->live()->generation;
    QElapsedTimer clock;
    clock.start();
    hall()->setSpeech(SceneBar::Speech::Chinese);
    QVERIFY2(clock.elapsed() < 200 || qEnvironmentVariableIsSet("CI"), qPrintable(QString::number(clock.elapsed())));
    QVERIFY(m_application->language()->isChinese());
    QCOMPARE(hall()->panel()->words().front()->toPlainText().left(4), QStringLiteral("Body"));
    hall()->setSpeech(SceneBar::Speech::Both);
    QVERIFY(hall()->panel()->words().size() >= 2);
    QCOMPARE(session()->live()->step, 15);
    QCOMPARE(session()->live()->generation, generation);
    QCOMPARE(*session()->live()->parameters, *weights);
}

void TestLecture::locksHoldAndSayWhy()
{
    QVERIFY(hall()->open(m_lesson));
    QSignalSpy refused(m_window->document(), &Document::refused);
    const Network before = m_window->document()->network();
    m_window->selectNode(QStringLiteral("dense1"));
    m_window->canvas()->deleteSelection();
    QCOMPARE(m_window->document()->network(), before);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused[0][0].toString().contains(QStringLiteral("network")));
    // The data are not locked here, and cards may be moved.
    m_window->document()->edit("x", [](Project &project) { project.data.seed = 9; });
    QCOMPARE(m_window->document()->project().data.seed, decltype(DataSpec::seed)(9));
    m_window->document()->edit("x", [](Project &project) { project.network.nodes.front().position.x += 5; });
    QVERIFY(m_window->document()->network() != before);
    QCOMPARE(refused.size(), 1);
}

void TestLecture::triesAndGoal()
{
    QVERIFY(hall()->open(m_lesson));
    QSignalSpy reached(lecture(), &Lecture::goalReached);
    QTest::mouseClick(hall()->panel()->tryButtons()[1], Qt::LeftButton); // walk
    QTRY_COMPARE(session()->live()->step, 20);
    QCOMPARE(reached.size(), 0);
    QVERIFY(!lecture()->done()[0]);
    QTest::mouseClick(hall()->panel()->tryButtons()[0], Qt::LeftButton); // more, although the network is locked
    QCOMPARE(units(), 6);
    QTRY_COMPARE(reached.size(), 1);
    QVERIFY(lecture()->done()[0]);
    QVERIFY(hall()->panel()->isGoalReached());
}

void TestLecture::aViewCountsAsVisited()
{
    QVERIFY(hall()->open(m_lesson, QStringLiteral("second")));
    QTRY_VERIFY(lecture()->isSettled());
    QVERIFY(!lecture()->isGoalReached());
    emit hall()->panel()->linkActivated(QUrl(QStringLiteral("view:confusion")));
    QTRY_VERIFY(lecture()->isGoalReached());
}

void TestLecture::showMeReachesTheGoal()
{
    write(QStringLiteral("lesson.json"), QByteArray(json).replace("\"did more\", ", ""));
    QVERIFY(hall()->open(m_lesson));
    QTest::mouseClick(hall()->panel()->showMeButton(), Qt::LeftButton);
    QTRY_VERIFY(lecture()->isGoalReached());
    QCOMPARE(units(), 6);
}

void TestLecture::comingScenesTrainInTheBackground()
{
    QVERIFY(hall()->open(m_lesson));
    QTRY_VERIFY_WITH_TIMEOUT(lecture()->preparer().find("second"), 20000);
    QCOMPARE(lecture()->preparer().find("second")->steps, 40);
    QCOMPARE(session()->live()->step, 0); // the scene at hand has nothing to do with it
    lecture()->next();
    QVERIFY(lecture()->isSettled());
    QTRY_COMPARE(session()->live()->step, 40);
}

void TestLecture::theSameNumbersPreparedOrNot()
{
    QVERIFY(hall()->open(m_lesson, QStringLiteral("second"))); // nothing is prepared
    QTRY_VERIFY(lecture()->isSettled());
    QTRY_COMPARE(session()->live()->step, 40);
    const AlignedVector<float> live = *session()->live()->parameters;
    hall()->leave();
    QVERIFY(hall()->open(m_lesson, QStringLiteral("first")));
    QTRY_VERIFY_WITH_TIMEOUT(lecture()->preparer().find("second"), 20000);
    lecture()->next();
    QTRY_VERIFY(session()->live()->step == 40 && session()->live()->parameters->size() == live.size());
    QCOMPARE(*session()->live()->parameters, live);
}

void TestLecture::pageKeysWorkWhereverTheFocusIs()
{
    QVERIFY(hall()->open(m_lesson));
    for (int i = 0; i < 6; ++i) {
        const std::vector<QWidget *> places{m_window.get(), m_window->canvas(), m_window->canvas()->viewport(), hall()->panel()->words().front(), hall()->panel()->tryButtons().front(), hall()->panel()};
        QWidget *place = places[static_cast<size_t>(i)];
        place->setFocus();
        QTest::keyClick(place, Qt::Key_PageDown);
        QCOMPARE(lecture()->current(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_PageUp);
        QCOMPARE(lecture()->current(), 0);
    }
    hall()->showMap(); // not behind the map
    QTest::keyClick(hall()->map(), Qt::Key_PageDown);
    QCOMPARE(lecture()->current(), 0);
}

void TestLecture::arrowsBelongToWhoWantsThem()
{
    QVERIFY(hall()->open(m_lesson));
    QLineEdit line(m_window.get());
    line.setText(QStringLiteral("abc"));
    QTest::keyClick(&line, Qt::Key_Left);
    QCOMPARE(lecture()->current(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Right);
    QCOMPARE(lecture()->current(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Left);
    QCOMPARE(lecture()->current(), 0);
}

void TestLecture::freePlayLiftsTheLocks()
{
    QVERIFY(hall()->open(m_lesson));
    session()->step(12);
    QTRY_COMPARE(session()->live()->step, 12);
    QTest::mouseClick(hall()->panel()->freePlayButton(), Qt::LeftButton);
    QVERIFY(!hall()->isActive());
    QCOMPARE(units(), 4);
    QCOMPARE(session()->live()->step, 12);
    m_window->selectNode(QStringLiteral("dense1"));
    m_window->canvas()->deleteSelection();
    QVERIFY(!m_window->document()->network().find("dense1"));
}

void TestLecture::leavingBringsTheOldProjectBack()
{
    const Project before = m_window->document()->project();
    QVERIFY(hall()->open(m_lesson));
    QVERIFY(!(m_window->document()->project() == before));
    hall()->leave();
    QCOMPARE(m_window->document()->project(), before);
    QVERIFY(!hall()->isActive());
}

void TestLecture::openingAProjectEndsTheLecture()
{
    QVERIFY(hall()->open(m_lesson));
    m_window->openProject(openProject("xor", m_window->document()->resources()), {});
    QVERIFY(!hall()->isActive());
    QVERIFY(m_window->palette()->isVisible());
}

void TestLecture::savedTextsAreSeenAtOnce()
{
    QVERIFY(hall()->open(m_lesson));
    session()->step(5);
    QTRY_COMPARE(session()->live()->step, 5);
    write(QStringLiteral("en.md"), QByteArray(words("A test", "The first")).replace("Body [more]", "Changed [more]"));
    QTRY_VERIFY(hall()->panel()->words().front()->toPlainText().startsWith(QStringLiteral("Changed")));
    QCOMPARE(session()->live()->step, 5);
}

void TestLecture::aDamagedLessonSaysSoAndStays()
{
    QVERIFY(hall()->open(m_lesson));
    write(QStringLiteral("lesson.json"), QByteArray(json).replace("dense1.units", "dense7.units"));
    QTRY_VERIFY(!hall()->panel()->problem().isEmpty());
    QVERIFY2(hall()->panel()->problem().contains(QStringLiteral("dense7")), qPrintable(hall()->panel()->problem()));
    QVERIFY(hall()->isActive());
    QVERIFY(hall()->panel()->words().front()->toPlainText().startsWith(QStringLiteral("Body")));
    write(QStringLiteral("lesson.json"), json);
    QTRY_VERIFY(hall()->panel()->problem().isEmpty());
}

void TestLecture::aBadLessonChangesNothing()
{
    write(QStringLiteral("lesson.json"), "{");
    const Project before = m_window->document()->project();
    QSignalSpy failed(lecture(), &Lecture::failed);
    QVERIFY(!hall()->open(m_lesson));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!hall()->isActive());
    QCOMPARE(m_window->document()->project(), before);
}

void TestLecture::theStageFillsTheScreenAndGoes()
{
    QVERIFY(hall()->open(m_lesson));
    m_window->actions()[Command::Present]->trigger();
    QVERIFY(hall()->isOnStage());
    QVERIFY(m_window->isFullScreen());
    QVERIFY(m_application->theme()->textScale() > 1);
    QVERIFY(hall()->panel()->isVisible());
    hall()->marks()->setTool(StageMarks::Tool::Pen);
    QTest::keyClick(m_window.get(), Qt::Key_Escape); // first puts the pen away
    QCOMPARE(hall()->marks()->tool(), StageMarks::Tool::None);
    QVERIFY(hall()->isOnStage());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!hall()->isOnStage());
    QVERIFY(!m_window->isFullScreen());
    QCOMPARE(m_application->theme()->textScale(), 1.0);
}

void TestLecture::notesForTheSpeaker()
{
    QVERIFY(hall()->open(m_lesson));
    emit hall()->bar()->notesWanted();
    QVERIFY(hall()->notes()->isVisible());
    QCOMPARE(hall()->notes()->notes(), QStringLiteral("Say this"));
    lecture()->next();
    QVERIFY(hall()->notes()->notes() != QStringLiteral("Say this"));
    hall()->leave();
    QVERIFY(!hall()->notes()->isVisible());
}

void TestLecture::opensQuickly()
{
    QElapsedTimer clock;
    clock.start();
    QVERIFY(hall()->open(m_lesson));
    const qint64 opened = clock.restart();
    lecture()->next();
    const qint64 switched = clock.elapsed();
    qInfo("opened in %lld ms, next scene in %lld ms", static_cast<long long>(opened), static_cast<long long>(switched));
    QVERIFY(opened < 2000);
    QVERIFY(switched < 2000);
}

QTEST_MAIN(TestLecture)
#include "tst_lecture.moc"
