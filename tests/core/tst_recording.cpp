#include "tests/core/small_run.h"

#include "core/train/replay.h"
#include "core/train/trainer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace zhibei;

/// A run can be turned back: every step of it to the bit, in bounded memory, while it goes on.
class TestRecording : public QObject {
    Q_OBJECT

    static std::shared_ptr<const Snapshot> fresh(Trainer &trainer)
    {
        trainer.requestSnapshot();
        return trainer.snapshot();
    }

    static std::string sha(const Snapshot &snapshot) { return parametersSha256(*snapshot.model, *snapshot.parameters); }

    static Network netWith(const char *optimizer, double average, int64_t accumulate)
    {
        Network net = smallNet();
        for (Node &node : net.nodes)
            if (node.kind == "cross_entropy") {
                node.attributes["optimizer"] = std::string(optimizer);
                node.attributes["average"] = average;
                node.attributes["accumulate"] = accumulate;
            }
        return net;
    }

    static NodeId lossOf(const Network &net)
    {
        for (const Node &node : net.nodes)
            if (node.kind == "cross_entropy")
                return node.id;
        return {};
    }

    static std::shared_ptr<const Course> someCourse()
    {
        const auto data = twoClouds();
        const auto model = buildModel(smallNet(), data->type());
        return std::make_shared<Course>(Course{model, data, {}, model->network});
    }

private slots:
    void everyStepComesBackToTheBit_data()
    {
        QTest::addColumn<QString>("optimizer");
        QTest::addColumn<double>("average");
        QTest::addColumn<int>("accumulate");
        QTest::newRow("sgd") << "sgd" << 0.0 << 1;
        QTest::newRow("adam") << "adam" << 0.0 << 1;
        QTest::newRow("momentum, averaged") << "momentum" << 0.99 << 1;
        QTest::newRow("adam, averaged, accumulated") << "adam" << 0.9 << 3;
    }
    void everyStepComesBackToTheBit()
    {
        QFETCH(QString, optimizer);
        QFETCH(double, average);
        QFETCH(int, accumulate);
        const Network net = netWith(optimizer.toLatin1().constData(), average, accumulate);
        const auto data = twoClouds();
        Trainer trainer(2);
        trainer.load(net, data, {}, false);
        trainer.step(5000);
        QTRY_COMPARE_WITH_TIMEOUT(fresh(trainer)->step, 5000, 30000);
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Paused);
        QCOMPARE(trainer.recording().extent().first, 0);
        QCOMPARE(trainer.recording().extent().last, 5000);

        Replay replay(trainer.recording(), 1);
        Training training(buildModel(net, data->type()), data, {}, 2);
        for (const int64_t step : {0, 1, 777, 4000, 4999, 5000}) {
            while (training.steps() < step)
                training.step();
            const auto state = replay.at(step);
            QVERIFY(state);
            const auto past = snapshotOf(*state, trainer.history());
            QCOMPARE(past->step, step);
            QCOMPARE(sha(*past), parametersSha256(*training.model(), training.shown()));
            QVERIFY(!past->evaluation || past->evaluation->step <= step);
        }
        // Backwards, too: the replay begins anew from an earlier state.
        Training other(buildModel(net, data->type()), data, {}, 2);
        while (other.steps() < 1234)
            other.step();
        QCOMPARE(sha(*snapshotOf(*replay.at(1234), trainer.history())), parametersSha256(*other.model(), other.shown()));
        QCOMPARE(fresh(trainer)->step, 5000); // looking back has changed nothing
    }

    void changesAlongTheWayAreReplayed()
    {
        const Network net = smallNet();
        const auto data = twoClouds();
        Trainer trainer(1);
        trainer.load(net, data, {}, false);
        Training training(buildModel(net, data->type()), data, {}, 1);
        const auto both = [&](int64_t step) {
            trainer.step(step - training.steps());
            while (training.steps() < step)
                training.step();
        };
        both(300);
        QTRY_COMPARE(fresh(trainer)->step, 300);
        trainer.setAttribute(lossOf(net), "rate", 0.003);
        training.setAttribute(lossOf(net), "rate", 0.003);
        both(600);
        QTRY_COMPARE(fresh(trainer)->step, 600);
        const ParameterView view = training.model()->parameters.front();
        trainer.setParameter(view.fullName(), 1, 2.5f);
        training.parameters()[size_t(view.index(1))] = 2.5f;
        both(900);
        QTRY_COMPARE(fresh(trainer)->step, 900);
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Paused);

        Training again(buildModel(net, data->type()), data, {}, 1);
        Replay replay(trainer.recording(), 1);
        for (const int64_t step : {299, 450, 850}) {
            while (again.steps() < step) {
                if (again.steps() == 300)
                    again.setAttribute(lossOf(net), "rate", 0.003);
                if (again.steps() == 600)
                    again.parameters()[size_t(view.index(1))] = 2.5f;
                again.step();
            }
            QCOMPARE(sha(*snapshotOf(*replay.at(step), trainer.history())), parametersSha256(*again.model(), again.shown()));
        }
    }

    void memoryIsBounded()
    {
        const auto course = someCourse();
        Training training(course->model, course->data, {}, 1);
        Recording recording;
        const size_t row = training.stateCount() * sizeof(float);
        recording.setLimits({50 * row, 0, 2048, {}});
        for (int i = 0; i < 10000; ++i) {
            if (i % 4 == 0)
                recording.add(training, course, 0);
            else
                recording.add({training.steps(), 0, 0, course, false,
                               std::make_shared<AlignedVector<float>>(training.shown().begin(), training.shown().end())});
            training.step();
            QVERIFY(recording.extent().memory <= 50 * row);
        }
        const Recording::Extent extent = recording.extent();
        QVERIFY2(extent.memory > 45 * row, "room is used");
        QCOMPARE(extent.first, 0);
        QCOMPARE(extent.last, 9999);
        // Dense near now, sparse far back, and nowhere a hole.
        const auto gapAround = [&](int64_t step) { return std::abs(recording.nearest(step)->step - step); };
        for (int64_t step = 0; step < 10000; step += 37)
            QVERIFY2(gapAround(step) < 800, qPrintable(QString::number(step)));
        QVERIFY(gapAround(9990) <= 3);
        QVERIFY(recording.completeBefore(9999)->step > 9900);
        recording.setLimits({size_t(1) << 30, 0, 40, {}});
        QCOMPARE(recording.extent().states, size_t(40));
    }

    void whatDoesNotFitGoesToDisk()
    {
        QTemporaryDir folder;
        const auto course = someCourse();
        Training training(course->model, course->data, {}, 1);
        Recording recording;
        const size_t row = training.stateCount() * sizeof(float);
        const size_t disk = size_t(8) << 20;
        recording.setLimits({40 * row, disk, 2048, folder.filePath("cache").toStdString()});
        std::map<int64_t, std::string> hashes;
        for (int i = 0; i < 1000; ++i) {
            hashes[training.steps()] = parametersSha256(*course->model, training.shown());
            recording.add(training, course, 0);
            training.step();
            if (i % 20 == 19)
                QTRY_VERIFY(recording.extent().memory <= 30 * row); // the disk follows
            QVERIFY(recording.extent().memory <= 40 * row);
            QVERIFY(recording.extent().disk <= disk);
        }
        QVERIFY2(recording.extent().disk > disk / 2, "the disk is used");
        QVERIFY(recording.extent().states > 100);
        for (int64_t step = 0; step < 1000; step += 9) {
            const auto state = recording.nearest(step);
            QCOMPARE(QString::fromStdString(parametersSha256(*course->model, std::span(*state->numbers).first(size_t(course->model->parameterCount)))),
                     QString::fromStdString(hashes[state->step]));
        }
        recording.clear();
        QCOMPARE(recording.extent().disk, size_t(0));
        QVERIFY(QDir(folder.filePath("cache")).entryList(QDir::Files).isEmpty());
    }

    void readWhileItTrains()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.play();
        QTRY_VERIFY(fresh(trainer)->step > 2000);
        Replay replay(trainer.recording(), 1);
        std::map<int64_t, std::string> seen;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 1500) {
            trainer.requestSnapshot();
            const int64_t last = trainer.recording().extent().last;
            for (const int64_t step : {int64_t(1500), last / 2}) {
                const auto state = replay.at(step, [&] { return clock.elapsed() > 1500; });
                if (!state)
                    continue;
                const std::string hash = sha(*snapshotOf(*state, trainer.history()));
                QCOMPARE(seen.emplace(step, hash).first->second, hash);
            }
        }
        QVERIFY(seen.size() > 1);
        QCOMPARE(trainer.snapshot()->state, TrainerState::Playing);
        qInfo("recording takes %.2f %% of the trainer's time", 100 * trainer.recordingShare());
        QVERIFY(trainer.recordingShare() < 0.02);
    }

    void goesOnFromThePast()
    {
        const auto data = twoClouds();
        const Network net = netWith("adam", 0, 1);
        Trainer trainer(1);
        trainer.load(net, data, {}, false);
        trainer.step(2000);
        QTRY_COMPARE(fresh(trainer)->step, 2000);
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Paused);
        const std::string then = sha(*fresh(trainer));
        Replay replay(trainer.recording(), 1);
        const auto state = replay.at(800);
        trainer.goOnFrom(*state);
        QTRY_COMPARE(fresh(trainer)->step, 800);
        QCOMPARE(trainer.recording().extent().last, 800);
        const History::Curves curves = trainer.history().curves();
        QCOMPARE(curves.points.back().step, 800);
        QCOMPARE(curves.branches.size(), size_t(1));
        QCOMPARE(curves.branches[0]->points.front().step, 800);
        QCOMPARE(curves.branches[0]->points.back().step, 2000);

        trainer.step(1200); // nothing was changed: the same way again
        QTRY_COMPARE(fresh(trainer)->step, 2000);
        QCOMPARE(sha(*fresh(trainer)), then);

        trainer.goOnFrom(*state);
        trainer.setAttribute(lossOf(net), "rate", 0.1);
        trainer.step(1200);
        QTRY_VERIFY(fresh(trainer)->step == 2000 && fresh(trainer)->state == TrainerState::Paused && sha(*fresh(trainer)) != then);
        QCOMPARE(trainer.history().curves().branches.size(), size_t(2));
        Training training(buildModel(net, data->type()), data, {}, 1);
        while (training.steps() < 2000) {
            if (training.steps() == 800)
                training.setAttribute(lossOf(net), "rate", 0.1);
            training.step();
        }
        QCOMPARE(sha(*fresh(trainer)), parametersSha256(*training.model(), training.shown()));
        QCOMPARE(sha(*snapshotOf(*replay.at(1500), trainer.history())).size(), size_t(64));
    }

    void goesOnWithAnotherNetwork()
    {
        const auto data = twoClouds();
        Network net = smallNet();
        Trainer trainer(1);
        trainer.load(net, data, {}, false);
        trainer.step(500);
        QTRY_COMPARE(fresh(trainer)->step, 500);
        for (Node &node : net.nodes)
            if (node.kind == "dropout")
                node.attributes["rate"] = 0.5;
        trainer.load(net, data, {}, true);
        trainer.step(100);
        QTRY_COMPARE(fresh(trainer)->step, 600);
        Replay replay(trainer.recording(), 1);
        const auto state = replay.at(400);
        QVERIFY(state);
        const std::string then = sha(*snapshotOf(*state, trainer.history()));
        trainer.goOnFrom(*state);
        QTRY_COMPARE(fresh(trainer)->step, 400);
        QCOMPARE(sha(*fresh(trainer)), then);
        QVERIFY(fresh(trainer)->model != state->course->model);
    }

    void beginsAnew()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.step(100);
        QTRY_COMPARE(fresh(trainer)->step, 100);
        trainer.reset();
        QTRY_COMPARE(trainer.recording().extent().last, 0);
        trainer.step(100);
        QTRY_COMPARE(trainer.recording().extent().last, 100);
        trainer.load(smallNet(), twoClouds(60), {}, true); // other data
        QTRY_COMPARE(trainer.recording().extent().first, 100);
        QVERIFY(!Replay(trainer.recording(), 1).at(50));
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
