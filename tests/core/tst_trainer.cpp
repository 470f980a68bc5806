#include "tests/core/small_run.h"

#include "core/train/trainer.h"

#include <QtTest>

using namespace zhibei;

/// The trainer's thread: commands in, snapshots and curves out.
class TestTrainer : public QObject {
    Q_OBJECT

    static std::shared_ptr<const Snapshot> fresh(Trainer &trainer)
    {
        trainer.requestSnapshot();
        return trainer.snapshot();
    }

private slots:
    void commands()
    {
        Trainer trainer(1);
        QCOMPARE(trainer.snapshot()->state, TrainerState::Empty);
        trainer.load(smallNet(), twoClouds(), {}, false);
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Paused);
        trainer.step(3);
        QTRY_COMPARE(fresh(trainer)->step, 3);
        trainer.finishEpoch();
        QTRY_COMPARE(fresh(trainer)->step % fresh(trainer)->stepsPerEpoch, 0);
        trainer.play();
        QTRY_VERIFY(fresh(trainer)->step > 1000);
        trainer.pause();
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Paused);
        trainer.reset();
        QTRY_COMPARE(fresh(trainer)->step, 0);
        QVERIFY(trainer.history().curves().points.empty());
    }

    void sameBitsAsWithoutAThread()
    {
        const auto data = twoClouds();
        Training training(buildModel(smallNet(), data->type()), data, {}, 1);
        while (training.steps() < 500)
            training.step();
        Trainer trainer(2);
        trainer.load(smallNet(), data, {}, false);
        trainer.setSpeed(0);
        trainer.step(200);
        QTRY_COMPARE(fresh(trainer)->step, 200); // pausing and looking change nothing
        trainer.step(300);
        QTRY_COMPARE(fresh(trainer)->step, 500);
        const auto snapshot = fresh(trainer);
        QCOMPARE(parametersSha256(*snapshot->model, *snapshot->parameters), parametersSha256(*training.model(), training.parameters()));
    }

    void everyStepCountsInTheCurve()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.step(5000);
        QTRY_COMPARE(fresh(trainer)->step, 5000);
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Paused);
        int64_t steps = 0;
        for (const CurvePoint &point : trainer.history().curves().points)
            steps += point.steps;
        QCOMPARE(steps, 5000);
        QCOMPARE(trainer.history().curves().points.back().step, 5000);
        QVERIFY(!trainer.history().curves().evaluations.empty());
    }

    void stopRules_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("epochs") << "stop_epochs" << QVariant(7);
        QTest::newRow("seconds") << "stop_seconds" << QVariant(0.05);
        QTest::newRow("metric") << "stop_metric" << QVariant("test_accuracy");
        QTest::newRow("patience") << "patience" << QVariant(30);
    }
    void stopRules()
    {
        QFETCH(QString, id);
        QFETCH(QVariant, value);
        Attributes settings;
        if (value.typeId() == QMetaType::Int)
            settings[id.toStdString()] = int64_t(value.toInt());
        else if (value.typeId() == QMetaType::Double)
            settings[id.toStdString()] = value.toDouble();
        else
            settings[id.toStdString()] = value.toString().toStdString();
        Trainer trainer(1);
        Network net = smallNet();
        if (id == "patience") // overshoots on purpose, so that the test loss rises again
            net.find("cross_entropy1")->attributes["rate"] = 1.0;
        trainer.load(net, twoClouds(), settings, false);
        trainer.play();
        QTRY_COMPARE_WITH_TIMEOUT(fresh(trainer)->state, TrainerState::Stopped, 20000);
        QVERIFY(!trainer.snapshot()->reason.empty());
        if (id == "stop_epochs")
            QCOMPARE(trainer.snapshot()->epoch, 7.0);
    }

    void lossThatIsNotFinite()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.step(100);
        QTRY_COMPARE(fresh(trainer)->step, 100);
        trainer.setParameter("dense1.weights", 0, std::numeric_limits<float>::infinity());
        trainer.play();
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Stopped);
        const auto stopped = fresh(trainer);
        QVERIFY(stopped->canRestore);
        QCOMPARE(QString::fromStdString(stopped->reasonNode), QStringLiteral("dense1"));
        trainer.restoreLastGood();
        trainer.play();
        QTRY_VERIFY(fresh(trainer)->step > stopped->step);
    }

    void editWhileTraining()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.play();
        QTRY_VERIFY(fresh(trainer)->step > 100);
        Network broken = smallNet();
        broken.disconnect({{"input1", 0}, {"dense1", 0}});
        trainer.load(broken, twoClouds(), {}, true);
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Empty);
        QVERIFY(!trainer.snapshot()->reason.empty());
        trainer.load(smallNet(), twoClouds(), {}, true);
        QTRY_VERIFY(fresh(trainer)->state != TrainerState::Empty);
        QVERIFY(fresh(trainer)->step > 100); // what was learned is still there
    }

    void setParameter()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.setParameter("dense2.weights", 5, 1.25f);
        const auto value = [&] {
            const auto snapshot = fresh(trainer);
            return snapshot->model ? (*snapshot->parameters)[size_t(snapshot->model->parameter("dense2", "weights")->index(5))] : 0.0f;
        };
        QTRY_COMPARE(value(), 1.25f);
        trainer.setParameter("nothing.weights", 5, 1); // ignored
        trainer.setParameter("dense2.weights", 1 << 20, 1);
        QTRY_COMPARE(value(), 1.25f);
    }

    void slowSpeedKeepsAnswering()
    {
        Trainer trainer(1);
        trainer.load(smallNet(), twoClouds(), {}, false);
        trainer.setSpeed(0.5);
        trainer.play();
        QTRY_COMPARE(fresh(trainer)->state, TrainerState::Playing);
        trainer.pause(); // at once, not after two seconds
        QTRY_COMPARE_WITH_TIMEOUT(fresh(trainer)->state, TrainerState::Paused, 1000);
    }

    void historyIsBounded()
    {
        History history(64);
        int64_t step = 0;
        for (int i = 0; i < 50; ++i) {
            std::vector<CurvePoint> points;
            for (int k = 0; k < 33; ++k) {
                ++step;
                points.push_back({step, double(step), 1});
            }
            history.append(points, {});
        }
        const auto curves = history.curves();
        QVERIFY(curves.points.size() <= 64);
        double sum = 0;
        int64_t steps = 0;
        for (const CurvePoint &point : curves.points) {
            sum += point.loss * double(point.steps);
            steps += point.steps;
        }
        QCOMPARE(steps, step);
        QVERIFY(std::abs(sum - double(step) * double(step + 1) / 2) < 1e-6 * sum);
    }
};

QTEST_GUILESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
