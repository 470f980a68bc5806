#include "core/probes/activations.h"
#include "core/probes/gradient_flow.h"
#include "core/probes/node_parameters.h"
#include "core/probes/training_batch.h"
#include "core/program/backpass.h"
#include "core/program/inference.h"
#include "tests/core/probe_lab.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace zhibei;

/// What the inspector's probes say is what the engine computes, recomputed here sample by sample.
class TestInspectorProbes : public QObject {
    Q_OBJECT
private slots:
    void distributionCountsEverything();
    void activationsAreTheOutputs_data();
    void activationsAreTheOutputs();
    void deadAndSaturatedUnitsAreCounted();
    void parametersAndTheirGradients();
    void aSharedLayerShowsItsOwners();
    void gradientFlowIsTheNorms();
    void movementIsWhatChanged();
};

void TestInspectorProbes::distributionCountsEverything()
{
    const std::vector<float> numbers{-1, 0, 0.5f, 1, 3, INFINITY, NAN};
    const Distribution found = distributionOf(numbers, 4);
    QCOMPARE(found.count, int64_t(5));
    QCOMPARE(found.notFinite, int64_t(2));
    QCOMPARE(found.least, -1.0f);
    QCOMPARE(found.greatest, 3.0f);
    QCOMPARE(found.bins, (std::vector<int64_t>{1, 2, 1, 1})); // steps from -1, 0, 1, 2
    QCOMPARE(found.mean, 0.7);
    QCOMPARE(found.norm(), std::sqrt(1 + 0.25 + 1 + 9));
    QCOMPARE(distributionOf(std::vector<float>{2, 2}, 3).bins, (std::vector<int64_t>{0, 2, 0}));
    QVERIFY(distributionOf({}).bins.empty());
}

void TestInspectorProbes::activationsAreTheOutputs_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"digits-mlp", "lenet", "char-lstm", "spiral", "line", "capsnet"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestInspectorProbes::activationsAreTheOutputs()
{
    QFETCH(QString, name);
    ProbeLab lab(openProject(name.toStdString(), ZHIBEI_RESOURCES));
    lab.train(3);
    Inference one(lab.sharedModel(), 1);
    const int64_t shown = lab.data().count() - 1;
    int looked = 0;
    for (const auto &[port, value] : lab.model().program.ports) {
        if (port.port != 0)
            continue;
        const auto found = lab.ask(ActivationsProbe(port.node, shown));
        QVERIFY2(found, port.node.c_str());
        one.run(lab.parameters(), lab.data().features.row(shown).data(), 1);
        QCOMPARE(found->sample, one.value(value, 0));
        const size_t k = found->mean.size() / 2;
        double sum = 0, squares = 0, all = 0;
        float greatest = -INFINITY;
        for (const int64_t sample : trainingBatch(lab.data(), found->samples)) {
            one.run(lab.parameters(), lab.data().features.row(sample).data(), 1);
            const std::vector<float> numbers = one.value(value, 0);
            sum += double(numbers[k]);
            squares += double(numbers[k]) * double(numbers[k]);
            greatest = std::max(greatest, numbers[k]);
            all = std::accumulate(numbers.begin(), numbers.end(), all);
        }
        const double mean = sum / double(found->samples);
        const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-4 * (1 + std::abs(b)); };
        QVERIFY(near(double(found->mean[k]), mean));
        QVERIFY(near(std::pow(double(found->deviation[k]), 2), squares / double(found->samples) - mean * mean));
        QCOMPARE(found->greatest[k], greatest);
        QVERIFY(near(found->all.mean, all / double(found->all.count)));
        QCOMPARE(std::accumulate(found->all.bins.begin(), found->all.bins.end(), int64_t(0)), found->all.count);
        QCOMPARE(found->all.count, found->samples * int64_t(found->mean.size()));
        QVERIFY(found->layerMagnitude >= std::abs(greatest));
        ++looked;
    }
    QVERIFY(looked >= 2);
}

void TestInspectorProbes::deadAndSaturatedUnitsAreCounted()
{
    Project project = openProject("digits-mlp", ZHIBEI_RESOURCES);
    project.network.find("dense2")->attributes["activation"] = std::string("sigmoid");
    ProbeLab lab(project);
    lab.change("dense1", "bias", [](int64_t k, float &bias) { bias = k < 32 ? -1000.0f : 1000.0f; });
    lab.change("dense2", "bias", [](int64_t k, float &bias) { bias = k < 48 ? -1e6f : 0; });
    lab.change("dense2", "weights", [](int64_t, float &weight) { weight = 0; });
    const auto first = lab.ask(ActivationsProbe("dense1", 0)), second = lab.ask(ActivationsProbe("dense2", 0));
    QCOMPARE(first->deadShare(), 32.0 / 128);
    QVERIFY(!first->saturated);
    QCOMPARE(*second->saturated, 48.0 / 64); // the others give one half
    QVERIFY(first->globalMagnitude >= first->layerMagnitude / 2 && first->globalMagnitude > second->layerMagnitude);
}

void TestInspectorProbes::parametersAndTheirGradients()
{
    ProbeLab lab(openProject("lenet", ZHIBEI_RESOURCES));
    lab.train(2);
    Backpass pass(lab.sharedModel(), 0, 64);
    pass.run(lab.parameters(), lab.data(), trainingBatch(lab.data()));
    float most = 0;
    for (const float number : pass.parameterGradients())
        most = std::max(most, std::abs(number));
    int looked = 0;
    for (const ParameterView &view : lab.model().parameters) {
        const auto found = lab.ask(NodeParametersProbe(view.node));
        QVERIFY(found);
        const NodeParameters::Part *part = found->part(view.name);
        QVERIFY(part && part->shape == view.shape);
        const int64_t k = view.shape.count() * 2 / 3;
        QCOMPARE(part->values[size_t(k)], lab.parameters()[size_t(view.index(k))]);
        QCOMPARE(part->gradients[size_t(k)], pass.parameterGradients()[size_t(view.index(k))]);
        QCOMPARE(found->globalGradient, most);
        ++looked;
    }
    QVERIFY(looked >= 8);
    QVERIFY(!lab.ask(NodeParametersProbe("input1")));
}

void TestInspectorProbes::aSharedLayerShowsItsOwners()
{
    Project project = openProject("digits-mlp", ZHIBEI_RESOURCES);
    Network &net = project.network;
    net.find("dense2")->attributes["units"] = int64_t(128);
    const NodeId twin = net.addNode("dense", {{"units", int64_t(128)}, {"share", std::string("dense2")}});
    net.connect({"dense2", 0}, {twin, 0});
    net.connect({twin, 0}, {"dense3", 0});
    ProbeLab lab(project);
    QCOMPARE(lab.ask(NodeParametersProbe(twin))->part("weights")->values, lab.ask(NodeParametersProbe("dense2"))->part("weights")->values);
}

void TestInspectorProbes::gradientFlowIsTheNorms()
{
    ProbeLab lab(openProject("lenet", ZHIBEI_RESOURCES));
    const auto flow = lab.ask(GradientFlowProbe());
    QVERIFY(flow);
    Backpass pass(lab.sharedModel(), 0, 64);
    const std::vector<int64_t> samples = trainingBatch(lab.data());
    pass.run(lab.parameters(), lab.data(), samples);
    QCOMPARE(flow->loss, pass.loss());
    std::vector<NodeId> order;
    for (const GradientFlow::Layer &layer : flow->layers) {
        order.push_back(layer.node);
        double parameters = 0, output = 0;
        for (const ParameterView &view : lab.model().parameters)
            for (int64_t k = 0; view.node == layer.node && k < view.shape.count(); ++k)
                parameters += std::pow(double(pass.parameterGradients()[size_t(view.index(k))]), 2);
        for (size_t i = 0; i < samples.size(); ++i)
            for (const float number : pass.gradient(lab.model().program.ports.at({layer.node, 0}), int64_t(i)))
                output += std::pow(double(number), 2);
        QCOMPARE(layer.gradient.value_or(0), std::sqrt(parameters));
        QCOMPARE(layer.output.value_or(0), std::sqrt(output));
    }
    QVERIFY(order.size() >= 7); // pooling layers are there too
    QCOMPARE(order.front(), NodeId("conv1"));
    QCOMPARE(order.back(), NodeId("dense3"));
}

void TestInspectorProbes::movementIsWhatChanged()
{
    ProbeLab lab(openProject("digits-mlp", ZHIBEI_RESOURCES));
    const auto before = lab.snapshot();
    lab.train(5);
    const auto after = lab.snapshot();
    double moved = 0, size = 0;
    for (const ParameterView &view : lab.model().parameters)
        for (int64_t k = 0; view.node == "dense1" && k < view.shape.count(); ++k) {
            const double was = double((*before->parameters)[size_t(view.index(k))]), is = double((*after->parameters)[size_t(view.index(k))]);
            moved += (is - was) * (is - was);
            size += is * is;
        }
    QCOMPARE(movement(*before, *after, "dense1").value(), std::sqrt(moved / size) / 5);
    QVERIFY(!movement(*after, *before, "dense1"));
}

QTEST_APPLESS_MAIN(TestInspectorProbes)
#include "tst_inspector_probes.moc"
