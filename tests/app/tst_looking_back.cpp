#include "app/application.h"
#include "app/film_dialog.h"
#include "app/film_subjects.h"
#include "app/main_window.h"
#include "app/past_bar.h"
#include "app/recording_player.h"
#include "app/session.h"
#include "app/top_bar.h"
#include "core/io/project_file.h"
#include "widgets/document/document.h"
#include "widgets/plots/curve_view.h"
#include "widgets/plots/timeline.h"

#include <QImageReader>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

/// Turning a run back in the window: what is shown is the past to the bit, for everybody, and the run can go on there.
class TestLookingBack : public QObject {
    Q_OBJECT

    struct Lab {
        explicit Lab(const char *name) : application(Preferences::Kind::Forgetful), window(&application)
        {
            application.setLanguage("en");
            application.setReduceMotion(true);
            window.resize(1400, 900);
            window.show();
            window.openProject(openProject(name, ZHIBEI_RESOURCES), {});
            session = window.session();
        }
        bool trainTo(int64_t step)
        {
            session->step(step - session->live()->step);
            return QTest::qWaitFor([&] { return session->live()->step == step && !session->isPlaying() && session->isSettled(); }, 60000);
        }
        bool arrives() { return QTest::qWaitFor([&] { return session->isSettled() && session->snapshot()->step == session->pastStep(); }, 60000); }
        Application application;
        MainWindow window;
        Session *session;
    };

    static std::string sha(const Session *session)
    {
        return parametersSha256(*session->snapshot()->model, *session->snapshot()->parameters);
    }

private slots:
    void showsThePastToTheBit()
    {
        Lab lab("spiral");
        QVERIFY(lab.trainTo(1200));
        const std::string then = sha(lab.session);
        const std::vector<float> prediction = lab.session->observation()->prediction;
        QVERIFY(lab.trainTo(2200));
        const std::string now = sha(lab.session);
        QVERIFY(then != now);
        lab.session->lookBack(1200);
        QVERIFY(lab.arrives());
        QCOMPARE(sha(lab.session), then);
        QCOMPARE(lab.session->observation()->snapshot->step, int64_t(1200));
        QVERIFY(lab.session->observation()->prediction == prediction);
        QCOMPARE(lab.session->live()->step, int64_t(2200));
        QCOMPARE(lab.window.pastBar()->text(), QString("Looking back: step 1,200 of 2,200"));
        bool told = false;
        for (const QLabel *label : lab.window.topBar()->findChildren<QLabel *>())
            told = told || label->text().contains("step 1,200 of 2,200 · looking back");
        QVERIFY(told);
        lab.session->lookBack(1199); // not recorded: computed again
        QVERIFY(lab.arrives());
        QVERIFY(sha(lab.session) != then);
        lab.session->backToNow();
        QVERIFY(!lab.session->pastStep());
        QCOMPARE(sha(lab.session), now);
        QVERIFY(lab.window.pastBar()->text().isEmpty());
    }

    void scrubsWhileItTrains()
    {
        Lab lab("spiral");
        QVERIFY(lab.trainTo(500));
        const std::string then = sha(lab.session);
        lab.session->play();
        QTRY_VERIFY_WITH_TIMEOUT(lab.session->live()->step > 3000, 60000);
        const int64_t before = lab.session->live()->step;
        for (int64_t step = 100; step < 2500; step += 100) {
            lab.session->lookBack(step);
            QCoreApplication::processEvents();
        }
        lab.session->lookBack(500);
        QTRY_COMPARE_WITH_TIMEOUT(lab.session->snapshot()->step, int64_t(500), 60000);
        QCOMPARE(sha(lab.session), then);
        QTRY_VERIFY_WITH_TIMEOUT(lab.session->live()->step > before, 60000); // it went on behind
        QVERIFY(lab.session->isPlaying());
        QCOMPARE(lab.session->snapshot()->step, int64_t(500));
        lab.session->backToNow();
        QVERIFY(lab.session->snapshot()->step > 3000);
        lab.session->pause();
        QTRY_VERIFY(!lab.session->isPlaying());
        QVERIFY2(lab.session->recordingShare() < 0.02, qPrintable(QString::number(lab.session->recordingShare())));
    }

    void goesOnFromHere()
    {
        Lab lab("spiral");
        QVERIFY(lab.trainTo(400));
        const std::string then = sha(lab.session);
        QVERIFY(lab.trainTo(1500));
        lab.session->lookBack(400);
        QVERIFY(lab.arrives());
        lab.session->setLearningRate(0.001); // keeps looking back
        QCOMPARE(lab.session->pastStep(), std::optional<int64_t>(400));
        lab.session->setSpeed(1);
        lab.session->goOnFromHere();
        QTRY_VERIFY(!lab.session->pastStep());
        QTRY_VERIFY_WITH_TIMEOUT(lab.session->live()->step < 1500 && lab.session->live()->step >= 400, 20000);
        lab.session->pause();
        QTRY_VERIFY(!lab.session->isPlaying());
        QCOMPARE(lab.session->history().curves().branches.size(), size_t(1));
        QCOMPARE(lab.session->history().curves().branches[0]->points.back().step, int64_t(1500));
        lab.session->lookBack(400);
        if (lab.session->pastStep()) // one step or more were taken since
            QVERIFY(lab.arrives());
        QCOMPARE(sha(lab.session), then);
        lab.window.curves()->refresh();
        QTRY_COMPARE(lab.window.curves()->plot()->curves().branches.size(), qsizetype(1));
    }

    void changesComeBackToNow()
    {
        Lab lab("spiral");
        QVERIFY(lab.trainTo(300));
        const auto lookBack = [&] {
            lab.session->lookBack(100);
            return lab.arrives();
        };
        QVERIFY(lookBack());
        const std::string name = lab.session->live()->model->parameters.front().fullName();
        lab.session->setParameter(name, 0, 1.5f);
        QVERIFY(!lab.session->pastStep());
        QVERIFY(lookBack());
        lab.session->reset();
        QVERIFY(!lab.session->pastStep());
        QTRY_COMPARE(lab.session->recording().extent().last, int64_t(0)); // recorded anew
        QTRY_COMPARE(lab.session->live()->step, int64_t(0));
        lab.session->lookBack(100);
        QVERIFY(!lab.session->pastStep());
        QVERIFY(lab.trainTo(50));
        lab.session->newSeed();
        QTRY_COMPARE(lab.session->recording().extent().last, int64_t(0));
        QTRY_COMPARE(lab.session->live()->step, int64_t(0));
        QVERIFY(lab.trainTo(50));
        lab.window.openProject(openProject("xor", ZHIBEI_RESOURCES), {});
        QTRY_COMPARE(lab.session->recording().extent().last, int64_t(0));
    }

    void timeline()
    {
        Lab lab("xor");
        QVERIFY(lab.trainTo(1000));
        Timeline *line = lab.window.curves()->timeline();
        QTRY_COMPARE(line->last(), qint64(1000));
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Home);
        QVERIFY(lab.arrives());
        QCOMPARE(lab.session->pastStep(), std::optional<int64_t>(0));
        QTest::keyClick(line, Qt::Key_Right);
        QCOMPARE(lab.session->pastStep(), std::optional<int64_t>(10));
        QTest::keyClick(line, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(lab.session->pastStep(), std::optional<int64_t>(11));
        QTest::keyClick(line, Qt::Key_PageDown);
        QCOMPARE(lab.session->pastStep(), std::optional<int64_t>(111));
        QTest::keyClick(line, Qt::Key_End);
        QVERIFY(!lab.session->pastStep());
        const QPoint middle(qRound(line->placeOf(500)), line->height() / 2);
        QTest::mouseClick(line, Qt::LeftButton, {}, middle);
        QVERIFY(lab.session->pastStep());
        QVERIFY(std::abs(*lab.session->pastStep() - 500) < 5);
        QVERIFY(lab.arrives());
        QCOMPARE(line->past(), std::optional<qint64>(*lab.session->pastStep()));
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(line->width() - 1, line->height() / 2)); // the right end is now
        QVERIFY(!lab.session->pastStep());
    }

    void playsTheRecording()
    {
        Lab lab("xor");
        QVERIFY(lab.trainTo(30));
        QSignalSpy moved(lab.session, &Session::pastChanged);
        RecordingPlayer *player = lab.window.recordingPlayer();
        player->play();
        QVERIFY(player->isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(lab.session->pastStep() && *lab.session->pastStep() > 5, 10000);
        lab.session->lookBack(2); // a person takes over
        QTRY_VERIFY(!player->isPlaying());
        QCOMPARE(lab.session->pastStep(), std::optional<int64_t>(2));
        player->play();
        QTRY_VERIFY_WITH_TIMEOUT(!player->isPlaying(), 20000);
        QVERIFY(!lab.session->pastStep()); // it ends at now
        QVERIFY(moved.size() > 10);
    }

    void films()
    {
        Lab lab("spiral");
        QVERIFY(lab.trainTo(600));
        QTemporaryDir folder;
        const std::string now = sha(lab.session);
        for (const FilmSubject &subject : filmSubjects(lab.window)) {
            FilmMaker maker(lab.session);
            QSignalSpy finished(&maker, &FilmMaker::finished);
            const QString path = folder.filePath(subject.id + ".gif");
            maker.start({subject, 0, 600, 5, 1, 320, path});
            QVERIFY(finished.wait(60000));
            QVERIFY(finished[0][0].toBool());
            QImageReader reader(path);
            QCOMPARE(reader.imageCount(), 5);
            const QImage first = reader.read(), second = reader.read();
            QCOMPARE(first.width(), 320);
            QVERIFY2(first != second, qPrintable(subject.id));
        }
        QVERIFY(!lab.session->pastStep());
        QCOMPARE(sha(lab.session), now);
    }

    void filmDialog()
    {
        Lab lab("xor");
        QVERIFY(lab.trainTo(100));
        QTemporaryDir folder;
        FilmDialog dialog(lab.window.theme(), lab.session, filmSubjects(lab.window), folder.path(), &lab.window);
        dialog.show();
        QCOMPARE(dialog.plan().to, int64_t(100));
        QSignalSpy written(&dialog, &FilmDialog::written), filming(&dialog, &FilmDialog::filming);
        dialog.make(folder.filePath("cancelled.gif"));
        dialog.reject(); // breaks off, and stays open
        QTRY_COMPARE_WITH_TIMEOUT(filming.size(), 2, 20000);
        QVERIFY(dialog.isVisible());
        QVERIFY(!QFile::exists(folder.filePath("cancelled.gif")));
        dialog.make(folder.filePath("pictures"));
        QVERIFY(written.wait(120000));
        QCOMPARE(QDir(folder.filePath("pictures")).entryList(QDir::Files).size(), dialog.plan().frames);
    }
};

QTEST_MAIN(TestLookingBack)
#include "tst_looking_back.moc"
