#include "core/program/model.h"
#include "core/train/objective_step.h"
#include "tests/parity/expected.h"
#include "tests/parity/parity_cases.h"

#include <QtTest>

using namespace zhibei;

namespace {

DataType dataOf(const std::string &net)
{
    DataType type;
    type.features = net == "mlp" ? Shape({4}) : Shape({1, 6, 6});
    type.featureNames.assign(net == "mlp" ? 4 : 0, "x");
    type.target = {Shape({1}), 3};
    return type;
}

Network networkOf(const TrajectoryCase &trajectory)
{
    Network net;
    const bool pictures = trajectory.net == "convnet";
    const NodeId in = net.addNode("input");
    std::vector<NodeId> chain{in};
    if (pictures) {
        chain.push_back(net.addNode("conv2d", {{"filters", int64_t(3)}, {"kernel", int64_t(3)}, {"activation", std::string("relu")}}));
        chain.push_back(net.addNode("batch_norm"));
        chain.push_back(net.addNode("max_pool"));
        chain.push_back(net.addNode("flatten"));
    } else {
        chain.push_back(net.addNode("dense", {{"units", int64_t(6)}, {"activation", std::string("tanh")}}));
    }
    chain.push_back(net.addNode("dense", {{"units", int64_t(3)}, {"activation", std::string("softmax")}}));
    chain.push_back(net.addNode("cross_entropy", trajectory.objective));
    for (size_t i = 1; i < chain.size(); ++i)
        net.connect({chain[i - 1], 0}, {chain[i], 0});
    net.connect({in, 1}, {chain.back(), 1});
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

/// Twenty steps of two small nets with every optimizer, penalty, schedule and so on, against PyTorch: the loss of each step
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
        if (theirs.contains("average.dense1.bias"))
            compare(run.average(), "average.");
        QCOMPARE(compared, theirs.size());
    }
};

QTEST_GUILESS_MAIN(TestTrajectories)
#include "tst_trajectories.moc"
