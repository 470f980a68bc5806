#include "core/train/measured_run.h"
#include "core/train/sweep.h"
#include "tests/core/small_run.h"

#include <QTest>

#include <set>
#include <thread>

using namespace zhibei;
using namespace std::string_literals;

/// A sweep is nothing but single trainings, whatever else is going on.
class TestSweep : public QObject {
    Q_OBJECT
private slots:
    void allCombinationsTimesSeeds();
    void equalsSingleTrainings_data();
    void equalsSingleTrainings();
    void aVariantThatCannotTrainSaysSo();
    void stops();
};

static NodeId lossOf(const Network &network)
{
    for (const Node &node : network.nodes)
        if (sweepAttribute(network, node.id, "optimizer"))
            return node.id;
    return {};
}

void TestSweep::allCombinationsTimesSeeds()
{
    const auto variants = sweepVariants({{"loss", "optimizer", {"sgd"s, "adam"s}}, {"training", "batch", {int64_t(4), int64_t(8), int64_t(16)}}}, 7, 2);
    QCOMPARE(variants.size(), size_t(12));
    QCOMPARE(variants[0].seed, int64_t(7));
    QCOMPARE(variants[1].seed, int64_t(8));
    QCOMPARE(variants[1].combination, size_t(0));
    QCOMPARE(variants[2].combination, size_t(1));
    QVERIFY((variants[11].settings == std::vector<SweepSetting>{{"loss", "optimizer", "adam"s}, {"training", "batch", int64_t(16)}}));
    const auto seeds = sweepVariants({{"training", "seed", {int64_t(3), int64_t(5)}}}, 1, 1);
    QCOMPARE(seeds[1].seed, int64_t(5));
}

void TestSweep::equalsSingleTrainings_data()
{
    QTest::addColumn<int>("jobs");
    QTest::newRow("one after the other") << 1;
    QTest::newRow("three at once") << 3;
}

void TestSweep::equalsSingleTrainings()
{
    QFETCH(int, jobs);
    const auto data = twoClouds();
    const Network network = smallNet();
    const NodeId loss = lossOf(network);
    const auto variants = sweepVariants({{loss, "optimizer", {"sgd"s, "momentum"s, "adam"s}}}, 1, 2);
    Sweep sweep(network, data, {{"batch", int64_t(10)}}, variants, {.steps = 123});
    std::vector<size_t> told;
    sweep.run({.jobs = jobs, .done = [&](size_t variant) { told.push_back(variant); }});
    QCOMPARE(told.size(), variants.size());
    std::set<std::string> different;
    for (size_t i = 0; i < variants.size(); ++i) {
        Network own = network;
        Attributes settings{{"batch", int64_t(10)}, {"seed", variants[i].seed}};
        own.find(loss)->attributes["optimizer"] = variants[i].settings[0].value;
        Training training(buildModel(own, data->type()), data, settings, 2);
        std::vector<double> losses;
        while (training.steps() < 123) {
            training.step();
            losses.push_back(training.batchLoss());
        }
        const SweepResult result = sweep.result(i);
        QVERIFY(result.finished);
        QCOMPARE(result.steps, int64_t(123));
        QCOMPARE(result.weightsSha256, parametersSha256(*training.model(), training.shown()));
        QCOMPARE(*result.result.test.loss, *training.evaluate().test.loss);
        const History::Curves curves = sweep.history(i).curves();
        QCOMPARE(curves.points.size(), losses.size());
        for (size_t k = 0; k < losses.size(); ++k)
            QCOMPARE(curves.points[k].loss, losses[k]);
        QCOMPARE(curves.evaluations.front().step, int64_t(0));
        QCOMPARE(curves.evaluations.back().step, int64_t(123));
        different.insert(result.weightsSha256);
    }
    QCOMPARE(different.size(), variants.size());
}

void TestSweep::aVariantThatCannotTrainSaysSo()
{
    Network network = smallNet();
    network.disconnect(network.wires.front());
    Sweep sweep(network, twoClouds(), {}, sweepVariants({}, 1, 1), {.steps = 3});
    sweep.run({});
    QVERIFY(!sweep.result(0).problem.empty());
    QVERIFY(!sweep.result(0).finished);
    QCOMPARE(sweep.result(0).steps, int64_t(0));
}

void TestSweep::stops()
{
    Sweep sweep(smallNet(), twoClouds(), {}, sweepVariants({}, 1, 3), {.steps = int64_t(1) << 40});
    std::stop_source stop;
    std::jthread worker([&] { sweep.run({}, stop.get_token()); });
    QTRY_VERIFY_WITH_TIMEOUT(sweep.result(0).steps > 0, 30000);
    stop.request_stop();
    worker.join();
    QVERIFY(!sweep.result(0).finished);
    QVERIFY(sweep.result(0).steps > 0);
    QCOMPARE(sweep.result(2).steps, int64_t(0));
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
