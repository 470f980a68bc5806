#include "core/ops/ops.h"
#include "core/probes/attention_layer.h"
#include "core/probes/dense_layer.h"
#include "core/probes/inside.h"
#include "core/probes/recurrent_layer.h"
#include "core/probes/routing_layer.h"
#include "core/probes/window_layer.h"
#include "core/program/inference.h"
#include "core/program/plan.h"
#include "tests/core/kind_program.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace zhibei;

namespace {

/// A node of some kind with numbers everywhere, laid open.
struct Opened {
    Opened(const LayerKind &kind, const LayerKind::Sample &sample) : program(kind, sample)
    {
        nameWhatArrives();
        auto snapshot = std::make_shared<Snapshot>();
        AlignedVector<float> numbers(static_cast<size_t>(program.model->parameterCount));
        initialiseParameters(*program.model, {}, 7, numbers);
        for (size_t i = 0; i < numbers.size(); ++i) // biases are not zero
            numbers[i] += 0.2f * std::sin(float(i));
        snapshot->model = program.model;
        snapshot->parameters = std::make_shared<const AlignedVector<float>>(std::move(numbers));
        const Program &p = program.model->program;
        data = std::make_shared<Dataset>();
        data->features = Tensor(Shape({2, p.count(p.features)}));
        data->targets = Tensor(Shape({2, p.count(p.target)}));
        for (int64_t i = 0; i < data->features.count(); ++i)
            data->features[i] = std::cos(float(3 * i + 1));
        moment = {snapshot, data, {}, &tools, {}};
        inside = std::dynamic_pointer_cast<Inside>(InsideProbe("node", 1).answer(moment));
    }

    /// In a network, what arrives at a node leaves another by a port.
    void nameWhatArrives()
    {
        Program &p = program.model->program;
        std::set<ValueId> mixed, arrive;
        for (const OpInstance &op : p.ops)
            if (op.node == "mixer")
                mixed.insert(op.outputs.begin(), op.outputs.end());
        for (const OpInstance &op : p.ops)
            for (const ValueId in : op.inputs)
                if (op.node == "node" && mixed.contains(in))
                    arrive.insert(in);
        for (const auto &[port, value] : p.ports)
            if (mixed.contains(value))
                arrive.insert(value);
        for (int port = 0; const ValueId value : arrive)
            p.ports[{"mixer", port++}] = value;
    }

    KindProgram program;
    std::shared_ptr<Dataset> data;
    ProbeTools tools;
    Moment moment;
    std::shared_ptr<Inside> inside;
};

bool near(double a, double b) { return std::abs(a - b) <= 1e-5 * std::max(1.0, std::abs(b)); }

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

void rowsOf(std::initializer_list<const char *> kinds)
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("number");
    for (const char *id : kinds)
        for (int i = 0; i < int(findKind(id)->samples.size()); ++i)
            QTest::addRow("%s %d", id, i) << QString::fromLatin1(id) << i;
}

} // namespace

/// What the lab shows of a layer's arithmetic is what the engine computed.
class TestInside : public QObject {
    Q_OBJECT
private slots:
    void everyKindOpens_data();
    void everyKindOpens();
    void windowsAddUp_data() { rowsOf({"conv2d", "conv1d", "conv_transpose2d", "primary_capsules", "max_pool", "average_pool", "global_pool"}); }
    void windowsAddUp();
    void windowsOfManyChannelsAddUp();
    void neuronsAddUp_data() { rowsOf({"dense", "neuron", "time_dense"}); }
    void neuronsAddUp();
    void gatesAddUp_data() { rowsOf({"lstm", "gru", "rnn"}); }
    void gatesAddUp();
    void attentionAddsUp_data() { rowsOf({"attention", "multi_head_attention"}); }
    void attentionAddsUp();
    void routingEndsWhereTheEngineDoes();
    void drawnPicturesAreLookedAt();

private:
    static void addsUp(const LayerKind &kind, const LayerKind::Sample &sample);
};

void TestInside::everyKindOpens_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("number");
    for (const LayerKind *kind : layerKinds())
        for (int i = 0; !kind->inputs.empty() && i < int(kind->samples.size()); ++i)
            QTest::addRow("%s %d", kind->id.c_str(), i) << QString::fromStdString(kind->id) << i;
}

/// Every op of the lowering is there with its numbers, and nothing of the other nodes.
void TestInside::everyKindOpens()
{
    QFETCH(QString, id);
    QFETCH(int, number);
    const LayerKind &kind = *findKind(id.toStdString());
    const Opened opened(kind, kind.samples[size_t(number)]);
    QVERIFY(opened.inside);
    for (const int index : opened.inside->ops)
        if (const ValueId value = opened.inside->op(index).outputs[0]; opened.inside->program().values[size_t(value)].space == Space::Sample)
            QCOMPARE(int64_t(opened.inside->numbers(value).size()), opened.inside->program().count(value));
    for (const ValueId value : opened.inside->arrives)
        QCOMPARE(int64_t(opened.inside->numbers(value).size()), opened.inside->program().count(value));
    const ValueId out = opened.inside->output();
    QVERIFY(out != noValue);
    QCOMPARE(int64_t(opened.inside->numbers(out).size()), opened.inside->program().count(out));
}

void TestInside::windowsAddUp()
{
    QFETCH(QString, id);
    QFETCH(int, number);
    addsUp(*findKind(id.toStdString()), findKind(id.toStdString())->samples[size_t(number)]);
}

/// Computed by minimal filtering, not as the formula says; the sum is the same but for rounding.
void TestInside::windowsOfManyChannelsAddUp()
{
    const LayerKind::Sample sample{{{"filters", int64_t(32)}, {"kernel", int64_t(3)}, {"activation", std::string("relu")}}, {{Shape({32, 12, 12})}}};
    const Opened opened(*findKind("conv2d"), sample);
    QVERIFY(filtersMinimally(WindowLayer::of(*opened.inside)->geometry()));
    addsUp(*findKind("conv2d"), sample);
}

void TestInside::addsUp(const LayerKind &kind, const LayerKind::Sample &sample)
{
    const std::string &id = kind.id;
    const Opened opened(kind, sample);
    const auto layer = WindowLayer::of(*opened.inside);
    QVERIFY(layer);
    const auto [channels, height, width] = layer->out();
    const std::span<const float> leaves = opened.inside->numbers(opened.inside->output());
    int different = 0;
    for (int64_t c = 0; c < channels; ++c)
        for (int64_t y = 0; y < height; ++y)
            for (int64_t x = 0; x < width; ++x) {
                const WeightedSum sum = layer->sum(c, y, x);
                // Minimal filtering adds and takes away what cancels: its rounding goes by the size of the terms, not of the sum.
                double size = std::max(1.0, std::abs(double(sum.engine)));
                for (const WeightedSum::Term &term : sum.terms)
                    size += layer->hasKernels() && filtersMinimally(layer->geometry()) ? std::abs(term.product()) : 0;
                QVERIFY2(std::abs(sum.sum() - double(sum.engine)) <= 1e-5 * size, qPrintable(QStringLiteral("%1 for %2 at %3 %4 %5").arg(sum.sum()).arg(double(sum.engine)).arg(c).arg(y).arg(x)));
                QCOMPARE(layer->outMap(c)[size_t(y * width + x)], sum.output);
                if (id != "primary_capsules") // whose numbers are bundled afterwards
                    QCOMPARE(sum.output, leaves[size_t(layer->outIndex(c, y, x))]);
                different += sum.engine != layer->sum(0, 0, 0).engine;
                for (const WeightedSum::Term &term : sum.terms)
                    if (term.from >= 0)
                        QCOMPARE(term.value, opened.inside->numbers(opened.inside->arrives[0])[size_t(term.from)]);
            }
    QVERIFY(different > 0);
}

void TestInside::neuronsAddUp()
{
    QFETCH(QString, id);
    QFETCH(int, number);
    const LayerKind &kind = *findKind(id.toStdString());
    const Opened opened(kind, kind.samples[size_t(number)]);
    const auto layer = DenseLayer::of(*opened.inside);
    QVERIFY(layer);
    const std::span<const float> leaves = opened.inside->numbers(opened.inside->output());
    QCOMPARE(int64_t(leaves.size()), layer->units() * layer->steps());
    for (int64_t step = 0; step < layer->steps(); ++step)
        for (int64_t unit = 0; unit < layer->units(); ++unit) {
            const WeightedSum sum = layer->sum(unit, step);
            QVERIFY(near(sum.sum(), double(sum.engine)));
            QCOMPARE(sum.output, leaves[size_t(step * layer->units() + unit)]);
            const std::vector<size_t> order = sum.byMagnitude();
            for (size_t i = 1; i < order.size(); ++i)
                QVERIFY(std::abs(sum.terms[order[i - 1]].product()) >= std::abs(sum.terms[order[i]].product()));
        }
}

void TestInside::gatesAddUp()
{
    using Strip = RecurrentLayer::Strip;
    QFETCH(QString, id);
    QFETCH(int, number);
    const LayerKind &kind = *findKind(id.toStdString());
    const LayerKind::Sample &sample = kind.samples[size_t(number)];
    const Opened opened(kind, sample);
    const std::vector<RecurrentLayer> layers = RecurrentLayer::of(*opened.inside);
    QVERIFY(!layers.empty());
    const bool masked = !sample.inputs[1].absent();
    for (const RecurrentLayer &layer : layers)
        for (int64_t t = 0; t < layer.steps(); ++t)
            for (int64_t k = 0; k < layer.units(); ++k) {
                for (const Strip strip : layer.strips())
                    if (layer.isGate(strip)) {
                        const WeightedSum sum = layer.sum(strip, t, k);
                        const bool bends = strip == Strip::Candidate || strip == Strip::State;
                        const double wanted = layer.rectifies() ? std::max(0.0, sum.sum()) : bends ? std::tanh(sum.sum()) : sigmoid(sum.sum());
                        QVERIFY2(near(wanted, double(sum.output)), qPrintable(QStringLiteral("%1 for %2").arg(wanted).arg(double(sum.output))));
                    }
                const auto at = [&](Strip strip, int64_t step) { return double(layer.value(strip, step, k)); };
                if (masked)
                    continue;
                if (layer.cell() == RecurrentShape::Lstm) {
                    QVERIFY(near(at(Strip::Forget, t) * at(Strip::Cell, t - 1) + at(Strip::Input, t) * at(Strip::Candidate, t), at(Strip::Cell, t)));
                    QVERIFY(near(at(Strip::Output, t) * std::tanh(at(Strip::Cell, t)), at(Strip::State, t)));
                } else if (layer.cell() == RecurrentShape::Gru) {
                    QVERIFY(near((1 - at(Strip::Update, t)) * at(Strip::Candidate, t) + at(Strip::Update, t) * at(Strip::State, t - 1), at(Strip::State, t)));
                }
            }
    // The last layer's states are what leaves the node.
    if (sample.attributes.contains("both_ways") || sample.attributes.contains("returns"))
        return;
    const std::span<const float> leaves = opened.inside->numbers(opened.inside->output());
    for (int64_t t = 0; t < layers[0].steps(); ++t)
        QCOMPARE(layers[0].value(Strip::State, t, 1), leaves[size_t(t * layers[0].units() + 1)]);
}

void TestInside::attentionAddsUp()
{
    QFETCH(QString, id);
    QFETCH(int, number);
    const LayerKind &kind = *findKind(id.toStdString());
    const Opened opened(kind, kind.samples[size_t(number)]);
    const auto layer = AttentionLayer::of(*opened.inside);
    QVERIFY(layer);
    const std::span<const float> engine = opened.inside->numbers(opened.inside->output(1));
    for (int64_t head = 0; head < layer->heads(); ++head)
        for (int64_t query = 0; query < layer->queries(); ++query) {
            double total = 0, exponents = 0;
            for (int64_t key = 0; key < layer->keys(); ++key) {
                QCOMPARE(layer->weight(head, query, key), engine[size_t((head * layer->queries() + query) * layer->keys() + key)]);
                total += double(layer->weight(head, query, key));
                const WeightedSum sum = layer->sum(head, query, key);
                exponents += std::exp(double(sum.engine));
                if (!layer->forbidden(head, query, key))
                    QVERIFY(near(sum.sum(), double(sum.engine)));
            }
            QVERIFY(near(total, 1));
            for (int64_t key = 0; key < layer->keys(); ++key)
                QVERIFY(near(std::exp(double(layer->score(head, query, key))) / exponents, double(layer->weight(head, query, key))));
        }
}

void TestInside::routingEndsWhereTheEngineDoes()
{
    for (const int64_t rounds : {1, 2, 3, 5}) {
        const LayerKind::Sample sample{{{"units", int64_t(3)}, {"size", int64_t(4)}, {"iterations", rounds}}, {{Shape({6, 3})}}};
        const Opened opened(*findKind("capsules"), sample);
        const auto layer = RoutingLayer::of(*opened.inside);
        QVERIFY(layer);
        QCOMPARE(int64_t(layer->rounds()), rounds);
        const std::vector<float> &last = layer->shares(layer->rounds() - 1);
        for (size_t k = 0; k < last.size(); ++k)
            QVERIFY(near(double(last[k]), double(layer->engineShares()[k])));
        const std::span<const float> capsules = opened.inside->numbers(opened.inside->output());
        for (int64_t j = 0; j < 3; ++j) {
            double square = 0;
            for (int64_t d = 0; d < 4; ++d)
                square += double(capsules[size_t(j * 4 + d)]) * double(capsules[size_t(j * 4 + d)]);
            QVERIFY(near(std::sqrt(square), double(layer->lengths(layer->rounds() - 1)[size_t(j)])));
        }
        if (rounds > 1)
            QVERIFY(layer->shares(0) != last);
    }
}

void TestInside::drawnPicturesAreLookedAt()
{
    const Opened opened(*findKind("conv2d"), findKind("conv2d")->samples[0]);
    const std::span<const float> own = opened.data->features.row(1);
    std::vector<float> drawn(own.begin(), own.end());
    const InsideProbe sample("node", 1), same("node", 0, drawn);
    QVERIFY(same.key() != InsideProbe("node", 0).key());
    const auto first = std::dynamic_pointer_cast<Inside>(sample.answer(opened.moment)), second = std::dynamic_pointer_cast<Inside>(same.answer(opened.moment));
    const auto a = first->numbers(first->output()), b = second->numbers(second->output());
    QVERIFY(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    QVERIFY(!InsideProbe("nobody", 0).answer(opened.moment));
    QVERIFY(!InsideProbe("node", 2).answer(opened.moment));
}

QTEST_APPLESS_MAIN(TestInside)
#include "tst_inside.moc"
