#include "app/run_recorder.h"
#include "app/session.h"
#include "core/io/project_file.h"
#include "core/train/training.h"

#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;
using namespace std::string_literals;

/// Every training becomes a run, once.
class TestRunRecorder : public QObject {
    Q_OBJECT
private slots:
    void aRestIsKeptAndGoesOnAsOneRun();
    void aResetKeepsWhatWas();
    void anotherProjectKeepsTheOld();
    void aFewStepsAreNoRun();
    void playedAgainItGivesTheSameNumbers();
    void aChangeOnTheWayIsTold();

private:
    struct Lab {
        explicit Lab(const char *name) : document(ZHIBEI_RESOURCES), session(&document, 1), shelf(folder.filePath(QStringLiteral("runs.sqlite"))), recorder(&session, &shelf)
        {
            document.setProject(openProject(name, ZHIBEI_RESOURCES), {});
        }
        bool step(int64_t count)
        {
            const bool ready = QTest::qWaitFor([&] { return session.canTrain(); }, 20000);
            const int64_t goal = session.snapshot()->step + count;
            session.step(count);
            return ready && QTest::qWaitFor([&] { return session.snapshot()->step == goal && !session.isPlaying(); }, 60000);
        }
        bool settle()
        {
            recorder.store();
            return QTest::qWaitFor([&] { return shelf.isIdle(); }, 20000);
        }
        QTemporaryDir folder;
        Document document;
        Session session;
        RunShelf shelf;
        RunRecorder recorder;
    };
};

void TestRunRecorder::aRestIsKeptAndGoesOnAsOneRun()
{
    Lab lab("spiral");
    QVERIFY(lab.step(30));
    QTRY_COMPARE_WITH_TIMEOUT(lab.shelf.runs().size(), size_t(1), 30000); // by itself, a moment later
    QCOMPARE(lab.shelf.runs()[0].steps, qint64(30));
    QVERIFY(lab.step(20));
    QVERIFY(lab.settle());
    QCOMPARE(lab.shelf.runs().size(), size_t(1));
    const RunRecord &run = lab.shelf.runs()[0];
    QCOMPARE(run.steps, qint64(50));
    QVERIFY(run.repeatable);
    QCOMPARE(run.result.test.loss, lab.session.snapshot()->evaluation->test.loss);
    QCOMPARE(run.weightsSha256.toStdString(), parametersSha256(*lab.session.snapshot()->model, *lab.session.snapshot()->parameters));
    QVERIFY(run.project == lab.document.project());
    QVERIFY(!lab.shelf.curves(run.id));
    QTRY_VERIFY_WITH_TIMEOUT(lab.shelf.curves(run.id), 30000);
    const History::Curves here = lab.session.history().curves();
    QCOMPARE(lab.shelf.curves(run.id)->points.size(), here.points.size());
    QCOMPARE(lab.shelf.curves(run.id)->points.back().loss, here.points.back().loss);
}

void TestRunRecorder::aResetKeepsWhatWas()
{
    Lab lab("spiral");
    QVERIFY(lab.step(40));
    lab.session.reset();
    QVERIFY(QTest::qWaitFor([&] { return lab.session.snapshot()->step == 0; }));
    QVERIFY(lab.step(15));
    QVERIFY(lab.settle());
    QCOMPARE(lab.shelf.runs().size(), size_t(2));
    QCOMPARE(lab.shelf.runs()[0].steps, qint64(15));
    QCOMPARE(lab.shelf.runs()[1].steps, qint64(40));
    QVERIFY(lab.shelf.runs()[1].result.test.loss.has_value());
}

void TestRunRecorder::anotherProjectKeepsTheOld()
{
    Lab lab("spiral");
    const Project spiral = lab.document.project();
    QVERIFY(lab.step(40));
    lab.document.setProject(openProject("line", ZHIBEI_RESOURCES), {});
    QVERIFY(QTest::qWaitFor([&] { return lab.session.snapshot()->step == 0; }));
    QVERIFY(lab.step(12));
    lab.session.newSeed(); // another start, so another run
    QVERIFY(QTest::qWaitFor([&] { return lab.session.snapshot()->step == 0; }));
    QVERIFY(lab.step(13));
    QVERIFY(lab.settle());
    QCOMPARE(lab.shelf.runs().size(), size_t(3));
    QVERIFY(lab.shelf.runs()[2].project == spiral);
    QCOMPARE(lab.shelf.runs()[1].project.data.source, openProject("line", ZHIBEI_RESOURCES).data.source);
    QVERIFY(lab.shelf.runs()[0].project.training != lab.shelf.runs()[1].project.training);
    QVERIFY(lab.shelf.runs()[0].repeatable && lab.shelf.runs()[1].repeatable);
}

void TestRunRecorder::aFewStepsAreNoRun()
{
    Lab lab("spiral");
    QVERIFY(lab.step(RunRecorder::fewestSteps - 1));
    QVERIFY(lab.settle());
    QVERIFY(lab.shelf.runs().empty());
}

void TestRunRecorder::playedAgainItGivesTheSameNumbers()
{
    Lab lab("spiral");
    QVERIFY(lab.step(64));
    QVERIFY(lab.settle());
    const RunRecord run = lab.shelf.runs().at(0);
    lab.document.setProject(run.project, {});
    QVERIFY(QTest::qWaitFor([&] { return lab.session.snapshot()->step == 0; }));
    QVERIFY(lab.step(run.steps));
    QCOMPARE(parametersSha256(*lab.session.snapshot()->model, *lab.session.snapshot()->parameters), run.weightsSha256.toStdString());
}

void TestRunRecorder::aChangeOnTheWayIsTold()
{
    Lab lab("spiral");
    QVERIFY(lab.step(20));
    lab.document.edit("stop rule", [](Project &project) { project.training["stop_epochs"] = int64_t(500); });
    QVERIFY(lab.step(20));
    QVERIFY(lab.settle());
    QVERIFY(lab.shelf.runs().at(0).repeatable); // when it stops changes no number
    lab.session.setLearningRate(0.5);
    QVERIFY(lab.step(20));
    QVERIFY(lab.settle());
    QCOMPARE(lab.shelf.runs().size(), size_t(1));
    QVERIFY(!lab.shelf.runs()[0].repeatable);
}

QTEST_MAIN(TestRunRecorder)
#include "tst_run_recorder.moc"
