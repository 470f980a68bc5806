#include "core/program/model.h"
#include "core/train/objective_step.h"
#include "tests/parity/expected.h"
#include "tests/parity/parity_cases.h"

#include <QtTest>

using namespace zhibei;

namespace {

constexpr int classes = 3, letters = 5;

DataType dataOf(const std::string &net)
{
    DataType type;
    type.target = {Shape({1}), classes};
    if (net == "letters") {
        type.features = Shape({6});
        type.featureClasses = letters;
        type.target.shape = type.features;
    } else {
        type.features = net == "mlp" ? Shape({4}) : Shape({1, 6, 6});
    }
    return type;
}

/// The layers between the data and the loss.
std::vector<Node> layersOf(const std::string &net)
{
    const auto layer = [](const char *kind, Attributes attributes = {}) { return Node{{}, kind, std::move(attributes), {}, {}}; };
    const std::string relu = "relu", tanh = "tanh", softmax = "softmax";
    const Node last = layer("dense", {{"units", int64_t(classes)}, {"activation", softmax}});
    if (net == "mlp")
        return {layer("dense", {{"units", int64_t(6)}, {"activation", tanh}}), last};
    if (net == "convnet")
        return {layer("conv2d", {{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"activation", relu}}), layer("batch_norm"), layer("max_pool"), layer("flatten"), last};
    return {layer("embedding", {{"size", int64_t(4)}}), layer("lstm", {{"units", int64_t(5)}}),
            layer("time_dense", {{"units", int64_t(classes)}, {"activation", softmax}})};
}

Network networkOf(const TrajectoryCase &trajectory)
{
    Network net;
    const NodeId in = net.addNode("input");
    NodeId before = in;
    for (const Node &layer : layersOf(trajectory.net)) {
        const NodeId next = net.addNode(layer.kind, layer.attributes);
        net.connect({before, 0}, {next, 0});
        before = next;
    }
    const NodeId loss = net.addNode("cross_entropy", trajectory.objective);
    net.connect({before, 0}, {loss, 0});
    net.connect({in, 1}, {loss, 1});
    return net;
}

/// Batch after batch as it was given, without a data set that is shuffled.
class Run {
public:
    explicit Run(const TrajectoryCase &trajectory)
        : m_data(expectedOf(trajectory.net)), m_model(buildModel(networkOf(trajectory), dataOf(trajectory.net))),
          m_batch(m_data.at("classes").shape()[1]), m_step(*m_model, m_model->objectives[0], m_batch),
          m_parameters(size_t(m_model->parameterCount))
    {
        initialiseParameters(*m_model, {}, 1, m_parameters);
        importParameters(*m_model, m_data, m_parameters);
        if (m_step.averaging() > 0)
            m_average = m_parameters;
    }

    std::vector<float> train()
    {
        std::vector<float> losses;
        for (int64_t step = 0; step < m_data.at("classes").shape()[0]; ++step) {
            const StepContext context{1, step, m_batch, true};
            m_step.plan().runBatch(context, m_parameters, [&](int64_t tile) { feed(step, tile); }, false);
            losses.push_back(float(m_step.loss()));
            m_step.update(m_parameters, m_average, context, false);
        }
        return losses;
    }

    std::map<std::string, Tensor> weights() const { return exportParameters(*m_model, m_parameters); }
    std::map<std::string, Tensor> average() const { return exportParameters(*m_model, m_average); }

private:
    void feed(int64_t step, int64_t tile)
    {
        const auto gather = [&](ValueId value, const Tensor &all) {
            const int64_t each = all.rowCount() / m_batch;
            const float *rows[lanes];
            for (int64_t l = 0; l < lanes; ++l)
                rows[l] = all.row(step).data() + std::min(tile * lanes + l, m_batch - 1) * each;
            gatherTile(rows, each, m_step.plan().tile(value, tile));
        };
        gather(m_model->program.features, m_data.at("features"));
        gather(m_model->program.target, m_data.at("classes"));
    }

    std::map<std::string, Tensor> m_data;
    std::shared_ptr<const Model> m_model;
    int64_t m_batch;
    ObjectiveStep m_step;
    AlignedVector<float> m_parameters, m_average;
};

} // namespace

/// Twenty steps of three small nets with every optimizer, penalty, schedule and so on, against PyTorch: the loss of each step
/// and where the weights and running means end.
class TestTrajectories : public QObject {
    Q_OBJECT

private slots:
    void training_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<TrajectoryCase> all = trajectoryCases();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name.c_str()) << int(i);
    }
    void training()
    {
        QFETCH(int, index);
        const TrajectoryCase trajectory = trajectoryCases()[size_t(index)];
        const std::map<std::string, Tensor> theirs = expectedOf(trajectory.name);
        QVERIFY2(!theirs.empty(), "not in expected.safetensors: run tests/parity/make_expected.py");
        Run run(trajectory);
        const std::vector<float> losses = run.train();
        QString wrong = difference(losses, theirs.at("losses").values());
        QVERIFY2(wrong.isEmpty(), qPrintable("loss" + wrong));
        size_t compared = 1;
        const auto compare = [&](const std::map<std::string, Tensor> &ours, const std::string &prefix) {
            for (const auto &[name, tensor] : ours) {
                wrong = difference(tensor.values(), theirs.at(prefix + name).values());
                QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(prefix + name) + wrong));
                ++compared;
            }
        };
        compare(run.weights(), "");
        if (trajectory.objective.contains("average"))
            compare(run.average(), "average.");
        QCOMPARE(compared, theirs.size());
    }
};

QTEST_GUILESS_MAIN(TestTrajectories)
#include "tst_trajectories.moc"
