#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/layers/layer_kind.h"
#include "core/probes/weight_story.h"
#include "core/train/training.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace zhibei;

/// What the microscope shows of a step is what the step then does.
class TestMicroscope : public QObject {
    Q_OBJECT
private slots:
    void rehearsesTheRealStep_data();
    void rehearsesTheRealStep();
    void explainsTheMove_data();
    void explainsTheMove();
    void gradientIsTheMeasuredSlope_data();
    void gradientIsTheMeasuredSlope();
    void factorsAreThoseOfTheChainRule();
    void lightsOneNodeAfterTheOther();
    void showsNothingWhileTrainingRuns();
};

namespace {

/// A template trained for some steps, with the step that comes next.
struct Lab {
    Lab(const char *name, int64_t steps, const Attributes &lossSettings = {}) : project(openProject(name, ZHIBEI_RESOURCES))
    {
        for (Node &node : project.network.nodes)
            if (findKind(node.kind)->category == Category::Objective)
                for (const auto &[id, value] : lossSettings)
                    node.attributes[id] = value;
        project.training["batch"] = int64_t(10);
        data = makeDataset(project.data, ZHIBEI_RESOURCES);
        training = std::make_unique<Training>(buildModel(project.network, data->type()), data, project.training, 2);
        while (training->step() < steps) {}
        moment.data = data;
        moment.spec = project.data;
        moment.tools = &tools;
        look();
    }

    void look()
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->model = training->model();
        snapshot->step = training->steps();
        snapshot->parameters = std::make_shared<AlignedVector<float>>(training->shown().begin(), training->shown().end());
        snapshot->next = training->next();
        moment.snapshot = snapshot;
    }

    template <class P>
    std::shared_ptr<const typename P::Answer> ask(const P &probe)
    {
        return std::dynamic_pointer_cast<const typename P::Answer>(zhibei::ask(probe, moment));
    }

    const ParameterView &view(const std::string &name) const
    {
        for (const ParameterView &view : training->model()->parameters)
            if (view.fullName() == name)
                return view;
        throw std::out_of_range(name);
    }

    Project project;
    std::shared_ptr<const Dataset> data;
    std::unique_ptr<Training> training;
    ProbeTools tools;
    Moment moment;
};

} // namespace

void TestMicroscope::rehearsesTheRealStep_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<double>("clip");
    QTest::addColumn<double>("l2");
    QTest::addColumn<int>("accumulate");
    for (const char *optimizer : {"sgd", "momentum", "rmsprop", "adam", "adamw"})
        for (const char *name : {"spiral", "digits"}) {
            QTest::addRow("%s %s", name, optimizer) << name << optimizer << 0.0 << 0.0 << 1;
            QTest::addRow("%s %s clipped, with penalties", name, optimizer) << name << optimizer << 0.05 << 0.01 << 1;
        }
    QTest::addRow("accumulates") << "spiral" << "adam" << 0.0 << 0.0 << 3;
    QTest::addRow("two objectives") << "dcgan" << "adam" << 0.0 << 0.0 << 1;
    QTest::addRow("windows") << "lenet" << "adam" << 0.0 << 0.0 << 1;
    QTest::addRow("sequences") << "char-lstm" << "adam" << 1.0 << 0.0 << 1;
}

/// Old to new of every weight, bit by bit, and the optimizer's memory too.
void TestMicroscope::rehearsesTheRealStep()
{
    QFETCH(QString, name);
    QFETCH(QString, optimizer);
    QFETCH(double, clip);
    QFETCH(double, l2);
    QFETCH(int, accumulate);
    Lab lab(qPrintable(name), name == "spiral" ? 40 : 3, {{"optimizer", optimizer.toStdString()}, {"clip", clip}, {"l2", l2}, {"l1", l2 / 10}, {"decay", l2}, {"accumulate", int64_t(accumulate)}});
    if (name == "spiral") // a rate changed on the run is part of the step
        lab.training->setAttribute("loss1", "rate", 0.02);
    for (int round = 0; round < accumulate; ++round) {
        lab.look();
        const auto seen = lab.ask(MicroscopeProbe());
        QVERIFY(seen);
        QVERIFY(!seen->turns.empty());
        const AlignedVector<float> before(lab.training->parameters().begin(), lab.training->parameters().end());
        QCOMPARE(seen->turns.front().turn.before, before);
        const int64_t at = lab.training->steps();
        lab.training->step();
        QCOMPARE(lab.training->steps(), at + 1);
        const AlignedVector<float> &after = seen->turns.back().turn.after;
        int64_t different = 0;
        for (size_t i = 0; i < after.size(); ++i)
            different += after[i] != lab.training->parameters()[i];
        QCOMPARE(different, 0);
        const bool moves = (at + 1) % accumulate == 0;
        QCOMPARE(after != before, moves);
        double loss = 0;
        for (const MicroTurn &turn : seen->turns)
            loss += turn.turn.loss;
        QCOMPARE(loss, lab.training->batchLoss());
        // The pass with every number kept finds the optimizer's gradients, where nothing has changed them.
        if (clip == 0 && accumulate == 1)
            for (const MicroTurn &turn : seen->turns)
                QCOMPARE(turn.gradients, turn.turn.gradient);
        const auto now = lab.training->next();
        for (const auto &[slot, numbers] : now->memory)
            if (slot.ends_with("slot0") && seen->turns.size() == 1)
                QCOMPARE(seen->turns.front().turn.memoryAfter[0], numbers);
    }
}

void TestMicroscope::explainsTheMove_data()
{
    QTest::addColumn<QString>("optimizer");
    for (const Optimizer *optimizer : optimizers())
        QTest::addRow("%s", optimizer->id.c_str()) << QString::fromStdString(optimizer->id);
}

/// The terms in words, worked out once more from their symbols, lead to the real change.
void TestMicroscope::explainsTheMove()
{
    QFETCH(QString, optimizer);
    Lab lab("spiral", 5, {{"optimizer", optimizer.toStdString()}, {"l2", 0.02}, {"decay", 0.1}});
    for (int k = 0; k < 6; ++k) {
        const auto story = lab.ask(WeightStoryProbe("dense1.weights", k, 0, 0));
        QVERIFY(story);
        std::map<std::string, double> is;
        for (const UpdateTerm &term : story->update)
            is[term.symbol] = term.value;
        const double g = is["g₀"] + is["λ₂"] * is["w₀"];
        QVERIFY(std::abs(is["g"] - g) < 1e-7);
        double change = -is["η"] * g;
        if (optimizer == "momentum") {
            QVERIFY(std::abs(is["v"] - (is["μ"] * is["v₀"] + g)) < 1e-6);
            change = -is["η"] * is["v"];
        } else if (optimizer == "rmsprop") {
            QVERIFY(std::abs(is["v"] - (is["β₂"] * is["v₀"] + (1 - is["β₂"]) * g * g)) < 1e-7);
            change = -is["η"] * g / std::sqrt(is["v"]);
        } else if (optimizer.startsWith("adam")) {
            QVERIFY(std::abs(is["m"] - (is["β₁"] * is["m₀"] + (1 - is["β₁"]) * g)) < 1e-6);
            QVERIFY(std::abs(is["v"] - (is["β₂"] * is["v₀"] + (1 - is["β₂"]) * g * g)) < 1e-7);
            change = -is["η"] * (is["m"] / (1 - std::pow(is["β₁"], is["t"]))) / std::sqrt(is["v"] / (1 - std::pow(is["β₂"], is["t"])));
            if (optimizer == "adamw")
                change -= is["η"] * is["λ"] * is["w₀"];
        }
        QVERIFY2(std::abs(is["Δ"] - change) <= 2e-3 * std::abs(change) + 1e-7, qPrintable(QStringLiteral("%1 and %2").arg(is["Δ"]).arg(change)));
        QCOMPARE(is["w"], story->after);
        QCOMPARE(is["w₀"], double(lab.training->parameters()[size_t(lab.view("dense1.weights").index(k))]));
        QCOMPARE(story->update.back().symbol, std::string("w"));
    }
}

void TestMicroscope::gradientIsTheMeasuredSlope_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"neuron", "xor", "spiral", "digits", "lenet", "char-lstm", "autoencoder", "dcgan"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

/// Randomly chosen weights of every parameter.
void TestMicroscope::gradientIsTheMeasuredSlope()
{
    QFETCH(QString, name);
    Lab lab(qPrintable(name), 2);
    const auto seen = lab.ask(MicroscopeProbe(1));
    QVERIFY(seen);
    std::mt19937 random(7);
    int compared = 0, summed = 0;
    for (size_t t = 0; t < seen->turns.size(); ++t)
        for (const MicroStation &station : seen->turns[t].stations)
            for (const std::string &parameter : station.learned) {
                const ParameterView &view = lab.view(parameter);
                float largest = 0;
                for (int64_t k = 0; k < view.shape.count(); ++k)
                    largest = std::max(largest, std::abs(seen->turns[t].gradients[size_t(view.index(k))]));
                int64_t k = int64_t(random() % uint64_t(view.shape.count()));
                for (int tries = 0; tries < 200 && std::abs(seen->turns[t].gradients[size_t(view.index(k))]) < 0.05f * largest; ++tries)
                    k = int64_t(random() % uint64_t(view.shape.count()));
                const auto story = lab.ask(WeightStoryProbe(parameter, k, int(t), 1));
                QVERIFY(story);
                const QString what = QStringLiteral("%1[%2]: %3, measured %4").arg(QString::fromStdString(parameter)).arg(k)
                                         .arg(story->gradient).arg(story->measured.value());
                QCOMPARE(float(story->gradient), seen->turns[t].gradients[size_t(view.index(k))]);
                QVERIFY2(!story->uses.empty(), qPrintable(what));
                if (const auto sum = story->sum()) {
                    ++summed;
                    QVERIFY2(std::abs(*sum - story->gradient) <= 1e-4 * std::abs(story->gradient) + 1e-8, qPrintable(what + QStringLiteral(", sum %1").arg(*sum)));
                }
                QVERIFY2(story->digits() >= 3, qPrintable(what));
                ++compared;
            }
    QVERIFY(compared >= 2);
    QVERIFY(summed >= 2);
}

void TestMicroscope::factorsAreThoseOfTheChainRule()
{
    Lab lab("spiral", 30);
    const auto seen = lab.ask(MicroscopeProbe(4));
    const MicroTurn &turn = seen->turns.front();
    QCOMPARE(seen->shownSample(), lab.training->next()->samples[4]);
    const auto story = lab.ask(WeightStoryProbe("dense1.weights", 1, 0, 4)); // from the first input to the second unit
    QCOMPARE(story->uses.size(), size_t(1));
    const WeightStory::Use &use = story->uses.front();
    QVERIFY(use.products && use.factors.size() == 1);
    QCOMPARE(use.inputPlace, int64_t(0));
    QCOMPARE(use.outputPlace, int64_t(1));
    QCOMPARE(use.factors[0].input, double(lab.data->features.row(seen->shownSample())[0]));
    QVERIFY(use.origin);
    QVERIFY(std::abs(use.origin->upstream * use.origin->slope - use.factors[0].delta) < 1e-5);
    // The upstream gradient is the one that arrives at the node's output.
    for (const MicroStation &station : turn.stations)
        if (station.node == "dense1") {
            QCOMPARE(double(station.outputs[0].slope[1]), use.origin->upstream);
            QCOMPARE(station.outputs[0].value[1], float(std::tanh(use.origin->z)));
        }
    QCOMPARE(use.perSample[4], use.factors[0].product());
    const auto bias = lab.ask(WeightStoryProbe("dense1.bias", 1, 0, 4));
    QCOMPARE(bias->uses.front().inputPlace, int64_t(-1));
    QCOMPARE(bias->uses.front().factors[0].input, 1.0);
    QCOMPARE(bias->uses.front().factors[0].delta, use.factors[0].delta);
}

void TestMicroscope::lightsOneNodeAfterTheOther()
{
    Lab lab("spiral", 3);
    const auto seen = lab.ask(MicroscopeProbe());
    QVERIFY(seen->steps.front().phase == MicroPhase::Batch);
    QVERIFY(seen->steps.back().phase == MicroPhase::Update);
    std::vector<NodeId> there, back;
    MicroPhase before = MicroPhase::Batch;
    for (const MicroStep &step : seen->steps) {
        QVERIFY(step.phase >= before);
        before = step.phase;
        const NetworkPart part = seen->light(step);
        QVERIFY(!part.nodes.empty());
        QCOMPARE(part.backwards, step.phase == MicroPhase::Backward);
        if (step.phase == MicroPhase::Forward)
            there.push_back(seen->station(step)->node);
        if (step.phase == MicroPhase::Backward)
            back.insert(back.begin(), seen->station(step)->node);
    }
    QCOMPARE(there, back); // the same way back, input included
    QVERIFY(there.size() >= 4);
    QCOMPARE(there.front(), NodeId("input1"));
}

void TestMicroscope::showsNothingWhileTrainingRuns()
{
    Lab lab("spiral", 3);
    auto running = std::make_shared<Snapshot>(*lab.moment.snapshot);
    running->next.reset();
    lab.moment.snapshot = running;
    QVERIFY(!lab.ask(MicroscopeProbe()));
    QVERIFY(!lab.ask(WeightStoryProbe("dense1.weights", 0, 0, 0)));
}

QTEST_MAIN(TestMicroscope)
#include "tst_microscope.moc"
