#include "tests/core/small_run.h"

#include "core/io/project_file.h"
#include "core/ops/op.h"
#include "core/program/inference.h"
#include "core/train/observer.h"
#include "core/train/training.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <new>
#include <unistd.h>

using namespace zhibei;

namespace {
std::atomic<int64_t> allocations = 0;
}

// Every form that the engine and its libraries use: aligned memory is allocated by forms of its own.
void *operator new(std::size_t size)
{
    ++allocations;
    if (void *p = std::malloc(size ? size : 1))
        return p;
    throw std::bad_alloc();
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept // else it would not match our delete
{
    ++allocations;
    return std::malloc(size ? size : 1);
}
void *operator new(std::size_t size, std::align_val_t alignment)
{
    ++allocations;
    const auto unit = std::size_t(alignment);
    if (void *p = std::aligned_alloc(unit, (size / unit + 1) * unit))
        return p;
    throw std::bad_alloc();
}
void operator delete(void *p) noexcept { std::free(p); }
void operator delete(void *p, std::size_t) noexcept { std::free(p); }
void operator delete(void *p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void *p, std::size_t, std::align_val_t) noexcept { std::free(p); }

namespace {

/// Bytes of memory that the process holds.
int64_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    int64_t pages = 0;
    file >> pages >> pages;
    return pages * sysconf(_SC_PAGESIZE);
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT

    static std::string trained(const Network &net, int threads, int steps, Attributes settings = {{"batch", int64_t(40)}})
    {
        const auto data = twoClouds();
        Training training(buildModel(net, data->type()), data, settings, threads);
        while (training.steps() < steps)
            training.step();
        return parametersSha256(*training.model(), training.parameters());
    }

private slots:
    void learns()
    {
        const auto data = twoClouds();
        Training training(buildModel(smallNet(), data->type()), data, {{"batch", int64_t(16)}}, 1);
        const Metrics before = training.evaluate().test;
        for (int i = 0; i < 200; ++i)
            training.step();
        const Evaluation after = training.evaluate();
        QVERIFY(*after.test.loss < *before.loss / 5);
        QVERIFY(*after.test.accuracy > 0.95);
        QVERIFY(!after.test.r2);
    }

    void sameBitsOnAnyNumberOfThreads_data()
    {
        QTest::addColumn<bool>("wide");
        QTest::newRow("small") << false;
        QTest::newRow("wide") << true;
    }
    void sameBitsOnAnyNumberOfThreads()
    {
        QFETCH(bool, wide);
        const Network net = wide ? wideNet() : smallNet();
        const std::string one = trained(net, 1, 60);
        for (int threads : {2, 3, 7})
            QCOMPARE(trained(net, threads, 60), one);
        QVERIFY(trained(net, 1, 61) != one);
        QVERIFY(trained(net, 1, 60, {{"batch", int64_t(40)}, {"seed", int64_t(2)}}) != one);
    }

    void resetIsTheVerySameStart()
    {
        const auto data = twoClouds();
        Training training(buildModel(smallNet(), data->type()), data, {}, 2);
        const auto hash = [&] { return parametersSha256(*training.model(), training.parameters()); };
        const std::string start = hash();
        for (int i = 0; i < 30; ++i)
            training.step();
        const std::string later = hash();
        training.reset();
        QCOMPARE(hash(), start);
        for (int i = 0; i < 30; ++i)
            training.step();
        QCOMPARE(hash(), later);
    }

    void noAllocationPerStep_data() { sameBitsOnAnyNumberOfThreads_data(); }
    void noAllocationPerStep()
    {
        QFETCH(bool, wide);
#if defined(__SANITIZE_THREAD__)
        if (wide)
            QSKIP("under this sanitizer tasks run on threads made for them, see core/program/parallel.h");
#endif
        const auto data = twoClouds();
        Training training(buildModel(wide ? wideNet() : smallNet(), data->type()), data, {{"batch", int64_t(40)}}, 2);
        for (int i = 0; i < 50; ++i)
            training.step();
        const int64_t before = allocations;
        for (int i = 0; i < 200; ++i)
            training.step();
        QCOMPARE(allocations.load() - before, 0);
    }

    /// Ten thousand steps over many epochs: not one allocation, and no more memory than after the first ones.
    void memoryStaysTheSame()
    {
        const auto data = twoClouds();
        Training training(buildModel(smallNet(), data->type()), data, {{"batch", int64_t(40)}}, 2);
        while (training.steps() < 500)
            training.step();
        const int64_t held = residentBytes(), before = allocations;
        while (training.steps() < 10500)
            training.step();
        QCOMPARE(allocations.load(), before);
        QVERIFY2(residentBytes() - held < 100'000, qPrintable(QString::number(residentBytes() - held)));
    }

    void looseNeuronsTrainLikeALayer()
    {
        // the same initial numbers in a layer of three and in three neurons wired by hand: the same run
        const auto data = twoClouds();
        const auto build = [](bool loose) {
            Network net;
            const NodeId in = net.addNode("input"), join = net.addNode("concatenate"),
                         out = net.addNode("dense", {{"units", int64_t(1)}, {"activation", std::string("sigmoid")}}), loss = net.addNode("binary_cross_entropy");
            if (loose) {
                for (int i = 0; i < 3; ++i) {
                    const NodeId neuron = net.addNode("neuron");
                    net.connect({in, 2}, {neuron, 0});
                    net.connect({in, 3}, {neuron, 0});
                    net.connect({neuron, 0}, {join, 0});
                }
            } else {
                const NodeId dense = net.addNode("dense", {{"units", int64_t(3)}, {"activation", std::string("tanh")}});
                net.connect({in, 0}, {dense, 0});
                net.connect({dense, 0}, {join, 0});
            }
            net.connect({join, 0}, {out, 0});
            net.connect({out, 0}, {loss, 0});
            net.connect({in, 1}, {loss, 1});
            return net;
        };
        Training layer(buildModel(build(false), data->type()), data, {}, 1), loose(buildModel(build(true), data->type()), data, {}, 1);
        QCOMPARE(layer.model()->parameterCount, loose.model()->parameterCount);
        // one matrix product each: drawing by hand costs nothing
        int products = 0;
        for (const OpInstance &op : loose.model()->program.ops)
            products += std::string(op.op->id) == "dense";
        QCOMPARE(products, 2);
        std::copy(layer.parameters().begin(), layer.parameters().end(), loose.parameters().begin());
        for (int i = 0; i < 50; ++i) {
            layer.step();
            loose.step();
        }
        for (size_t i = 0; i < layer.parameters().size(); ++i)
            QCOMPARE(loose.parameters()[i], layer.parameters()[i]);
    }

    void editKeepsWeightsThatFit()
    {
        const auto data = twoClouds();
        Training before(buildModel(smallNet(), data->type()), data, {}, 1);
        for (int i = 0; i < 40; ++i)
            before.step();
        Network wider = smallNet();
        wider.find("dense1")->attributes["units"] = int64_t(8);
        wider.find("dropout1")->attributes["rate"] = 0.5;
        const NodeId extra = wider.addNode("activation");
        wider.disconnect({{"add1", 0}, {"dense3", 0}});
        wider.connect({"add1", 0}, {extra, 0});
        wider.connect({extra, 0}, {"dense3", 0});
        Training after(buildModel(wider, data->type()), data, {}, 1);
        after.resume(before);
        QCOMPARE(after.steps(), before.steps());
        QCOMPARE(parametersSha256(*after.model(), after.parameters()), parametersSha256(*before.model(), before.parameters()));
    }

    /// The best lies early, the training is saved and opened, and gets worse: it still goes back to its best.
    void bestOutlivesAFile()
    {
        const auto data = twoClouds();
        Project project;
        project.network = smallNet();
        project.training = {{"keep_best", true}};
        const auto begin = [&] { return Training(buildModel(project.network, data->type()), data, project.training, 1); };
        const auto trainTo = [](Training &training, int64_t steps) {
            while (training.steps() < steps)
                if (training.step() % 10 == 0)
                    training.keepBest(training.evaluate());
        };
        const auto sha = [](const Training &training) { return parametersSha256(*training.model(), training.shown()); };
        Training first = begin();
        trainTo(first, 60);
        const double best = *first.bestLoss();
        QCOMPARE(best, *first.evaluate().test.loss); // so far it only became better

        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("half.zhibei")).toStdString();
        project.weights = first.exportState();
        project.steps = first.steps();
        saveProject(project, path);
        const Project opened = loadProject(path);
        Training second = begin();
        second.importState(opened.weights);
        second.setSteps(opened.steps);
        QCOMPARE(*second.bestLoss(), best);
        const std::string bestWeights = sha(second);
        for (Training *training : {&first, &second}) {
            training->setAttribute("cross_entropy1", "rate", -0.05); // up the hill
            trainTo(*training, 100);
            QVERIFY(*training->evaluate().test.loss > 2 * best);
            QCOMPARE(*training->bestLoss(), best);
            QVERIFY(sha(*training) != bestWeights);
            QVERIFY(training->restoreBest());
            QCOMPARE(sha(*training), bestWeights);
            QCOMPARE(*training->evaluate().test.loss, best);
        }
        second.reset();
        QVERIFY(!second.bestLoss() && !second.restoreBest());
    }

    void bestIsMeasuredAnewOnOtherData()
    {
        const auto data = twoClouds(), more = twoClouds(120);
        const Attributes settings{{"keep_best", true}};
        Training before(buildModel(smallNet(), data->type()), data, settings, 1);
        while (before.step() < 40) {}
        before.keepBest(before.evaluate());
        Training after(buildModel(smallNet(), more->type()), more, settings, 1);
        after.resume(before);
        QVERIFY(*after.bestLoss() != *before.bestLoss());
        QCOMPARE(*after.bestLoss(), *after.evaluate().test.loss);

        Network wider = smallNet(); // numbers that were never measured are not the best
        for (const char *id : {"dense1", "dense2"})
            wider.find(id)->attributes["units"] = int64_t(9);
        Training larger(buildModel(wider, data->type()), data, settings, 1);
        larger.resume(before);
        QVERIFY(!larger.bestLoss());
        Training careless(buildModel(smallNet(), data->type()), data, {}, 1);
        careless.resume(before);
        QVERIFY(!careless.restoreBest());
    }

    void learningRateChangesMidRun()
    {
        const auto data = twoClouds();
        Training training(buildModel(smallNet(), data->type()), data, {}, 1);
        training.step();
        training.setAttribute("cross_entropy1", "rate", 0.0);
        const std::string before = parametersSha256(*training.model(), training.parameters());
        training.step();
        QCOMPARE(parametersSha256(*training.model(), training.parameters()), before); // rate 0 moves nothing
        training.setAttribute("cross_entropy1", "rate", 0.1);
        training.step();
        QVERIFY(parametersSha256(*training.model(), training.parameters()) != before);
    }

    void lossThatIsNotFiniteStops()
    {
        const auto data = twoClouds();
        Training training(buildModel(smallNet(), data->type()), data, {}, 1);
        training.step();
        const ParameterView *weights = training.model()->parameter("dense2", "weights");
        training.parameters()[size_t(weights->index(3))] = std::numeric_limits<float>::quiet_NaN();
        const int64_t steps = training.steps();
        QCOMPARE(training.step(), steps);
        QVERIFY(training.failure());
        QCOMPARE(QString::fromStdString(training.failure()->node), QStringLiteral("dense2"));
    }

    void predictionsMatchTheFormula()
    {
        const auto data = twoClouds();
        Network net;
        const NodeId in = net.addNode("input"), out = net.addNode("neuron", {{"activation", std::string("sigmoid")}}), loss = net.addNode("binary_cross_entropy");
        net.connect({in, 0}, {out, 0});
        net.connect({out, 0}, {loss, 0});
        net.connect({in, 1}, {loss, 1});
        const auto model = buildModel(net, data->type());
        AlignedVector<float> arena(size_t(model->parameterCount));
        const ParameterView *w = model->parameter(out, "weights"), *b = model->parameter(out, "bias");
        arena[size_t(w->index(0))] = 0.5f;
        arena[size_t(w->index(1))] = -2.0f;
        arena[size_t(b->index(0))] = 0.25f;
        Inference inference(model, 4);
        const float samples[] = {1, 2, -3, 0.5f};
        inference.run(arena, samples, 2);
        const auto expected = [](double z) { return 1 / (1 + std::exp(-z)); };
        QVERIFY(std::abs(double(inference.prediction(0)[0]) - expected(0.5 - 4 + 0.25)) < 1e-6);
        QVERIFY(std::abs(double(inference.output({out, 0}, 1)[0]) - expected(-1.5 - 1 + 0.25)) < 1e-6);
    }

    void lossesMatchHandComputedValues()
    {
        // one sample, weights zero: prediction 0, so each loss is known
        const auto data = twoClouds();
        const auto lossOf = [&](const char *kind, int64_t units, const char *activation) {
            Network net;
            const NodeId in = net.addNode("input"), out = net.addNode("dense", {{"units", units}, {"activation", std::string(activation)}, {"init", std::string("zero")}}), loss = net.addNode(kind);
            net.connect({in, 0}, {out, 0});
            net.connect({out, 0}, {loss, 0});
            net.connect({in, 1}, {loss, 1});
            Training training(buildModel(net, data->type()), data, {}, 1);
            return *training.evaluate().test.loss;
        };
        QVERIFY(std::abs(lossOf("cross_entropy", 2, "softmax") - std::log(2.0)) < 1e-6);
        QVERIFY(std::abs(lossOf("cross_entropy", 2, "identity") - std::log(2.0)) < 1e-6);
        QVERIFY(std::abs(lossOf("binary_cross_entropy", 1, "sigmoid") - std::log(2.0)) < 1e-6);
        QVERIFY(std::abs(lossOf("squared", 1, "tanh") - 1.0) < 1e-6);  // (0 - ±1)²
        QVERIFY(std::abs(lossOf("squared", 2, "sigmoid") - 0.25) < 1e-6); // (½ - 0)² and (½ - 1)²
    }
};

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
