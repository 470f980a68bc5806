#include "app/session.h"
#include "core/io/project_file.h"
#include "core/network/folding.h"
#include "core/probes/microscope.h"

#include <QSignalSpy>
#include <QTest>

using namespace zhibei;

/// The document, its training and those who look, without a window.
class TestSession : public QObject {
    Q_OBJECT
private slots:
    void playsAndPauses();
    void observesWhatItTrains();
    void stepTakesExactlySoMany();
    void resetIsTheVerySameStart();
    void learningRateChangesOnTheRun();
    void editKeepsWeightsAndGoesOn();
    void brokenNetworkStopsAndMendingGoesOn();
    void aLayerWithoutWiresDoesNotStopTheRest();
    void unfoldingKeepsTheNumbers();
    void newSeedStartsAnew();
    void movingANodeTouchesNothing();
    void setsOneWeight();
    void savesTheWeightsOfTheMoment();
    void drawnPictureIsAnswered();
    void trainingStaysOutOfTheUndoStack();
    void nextStepIsKnownWhileTheTrainingRests();

private:
    struct Lab {
        explicit Lab(const char *name) : document(ZHIBEI_RESOURCES), session(&document, 2)
        {
            document.setProject(openProject(name, ZHIBEI_RESOURCES), {});
        }
        bool waitForTraining(int64_t step)
        {
            return QTest::qWaitFor([&] { return session.snapshot()->step >= step; }, 20000);
        }
        Document document;
        Session session;
    };
    static std::map<std::string, Tensor> weights(const Session &session)
    {
        return exportParameters(*session.snapshot()->model, *session.snapshot()->parameters);
    }
};

namespace {
bool same(const Tensor &a, const Tensor &b)
{
    return a.shape() == b.shape() && std::equal(a.values().begin(), a.values().end(), b.values().begin());
}
} // namespace

void TestSession::playsAndPauses()
{
    Lab lab("spiral");
    QTRY_VERIFY(lab.session.canTrain());
    QVERIFY(!lab.session.isPlaying());
    QSignalSpy states(&lab.session, &Session::stateChanged);
    lab.session.play();
    QTRY_VERIFY(lab.session.isPlaying());
    QVERIFY(lab.waitForTraining(50));
    lab.session.pause();
    QTRY_VERIFY(!lab.session.isPlaying());
    QVERIFY(states.size() >= 2);
    const int64_t step = lab.session.snapshot()->step;
    QVERIFY(!lab.session.history().curves().points.empty());
    QTRY_COMPARE(lab.session.snapshot()->step, step);
}

void TestSession::observesWhatItTrains()
{
    Lab lab("spiral");
    lab.session.play();
    QTRY_VERIFY(lab.session.observation() && lab.session.observation()->snapshot->step > 0);
    lab.session.pause();
    QTRY_VERIFY(!lab.session.isPlaying() && lab.session.isSettled());
    QVERIFY(!lab.session.observation()->surface.empty());
    QVERIFY(!lab.session.observation()->wires.empty());
}

void TestSession::stepTakesExactlySoMany()
{
    Lab lab("xor");
    QTRY_VERIFY(lab.session.canTrain());
    lab.session.step(7);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(7));
    QTRY_VERIFY(!lab.session.isPlaying());
    lab.session.step();
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(8));
}

void TestSession::resetIsTheVerySameStart()
{
    Lab lab("xor");
    QTRY_VERIFY(lab.session.canTrain());
    const auto start = weights(lab.session);
    lab.session.step(20);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(20));
    lab.session.reset();
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(0));
    const auto again = weights(lab.session);
    QCOMPARE(again.size(), start.size());
    for (const auto &[name, tensor] : start)
        QVERIFY2(same(tensor, again.at(name)), name.c_str());
}

void TestSession::learningRateChangesOnTheRun()
{
    Lab lab("spiral");
    lab.session.play();
    QVERIFY(lab.waitForTraining(20));
    const auto model = lab.session.snapshot()->model;
    lab.session.setLearningRate(0.0005);
    QCOMPARE(lab.session.learningRate(), std::optional(0.0005));
    const int64_t step = lab.session.snapshot()->step;
    QVERIFY(lab.waitForTraining(step + 20));
    // Not rebuilt: the same model goes on.
    QCOMPARE(lab.session.snapshot()->model.get(), model.get());
    QVERIFY(lab.session.isPlaying());
    lab.document.undoStack()->undo();
    QVERIFY(lab.session.learningRate() != std::optional(0.0005));
}

void TestSession::editKeepsWeightsAndGoesOn()
{
    Lab lab("spiral");
    QTRY_VERIFY(lab.session.canTrain());
    lab.session.step(30);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(30));
    const auto before = weights(lab.session);
    const Node *dense = nullptr;
    for (const Node &node : lab.document.network().nodes)
        dense = !dense && node.kind == "dense" ? &node : dense;
    QVERIFY(dense);
    const NodeId id = dense->id;
    const int64_t units = before.at(id + ".bias").count();
    lab.document.edit("Change", [&](Project &project) { project.network.find(id)->attributes["units"] = units + 2; });
    QTRY_COMPARE(weights(lab.session).at(id + ".bias").count(), units + 2);
    QCOMPARE(lab.session.snapshot()->step, int64_t(30));
    const Tensor old = before.at(id + ".weights"), now = weights(lab.session).at(id + ".weights");
    for (int64_t row = 0; row < old.shape()[0]; ++row) {
        for (int64_t column = 0; column < units; ++column)
            QCOMPARE(now[row * (units + 2) + column], old[row * units + column]);
    }
}

void TestSession::brokenNetworkStopsAndMendingGoesOn()
{
    Lab lab("spiral");
    lab.session.play();
    QVERIFY(lab.waitForTraining(20));
    const std::vector<Wire> wires = lab.document.network().wires;
    lab.document.edit("Cut all", [](Project &project) { project.network.wires.clear(); });
    QTRY_VERIFY(!lab.session.canTrain());
    QVERIFY(!lab.session.snapshot()->reason.empty());
    lab.document.undoStack()->undo();
    QTRY_VERIFY(lab.session.isPlaying());
    QVERIFY(lab.session.snapshot()->step >= 20);
}

void TestSession::aLayerWithoutWiresDoesNotStopTheRest()
{
    Lab lab("spiral");
    lab.session.play();
    QVERIFY(lab.waitForTraining(20));
    lab.document.edit("Add", [](Project &project) { project.network.addNode("dropout"); });
    QVERIFY(!lab.document.analysis().trainable());
    const int64_t step = lab.session.snapshot()->step;
    QTRY_VERIFY(lab.session.snapshot()->step > step + 20);
    QVERIFY(lab.session.isPlaying());
    QVERIFY(lab.session.waitsFor().empty());
    // A loss that nothing reaches is a question to the person.
    NodeId loss;
    lab.document.edit("Add", [&](Project &project) { loss = project.network.addNode("squared"); });
    QTRY_VERIFY(!lab.session.canTrain());
    QCOMPARE(lab.session.waitsFor(), loss);
}

void TestSession::unfoldingKeepsTheNumbers()
{
    Lab lab("spiral");
    QTRY_VERIFY(lab.session.canTrain());
    lab.session.step(30);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(30));
    const auto before = weights(lab.session);
    std::vector<NodeId> neurons;
    NodeId dense;
    for (const Node &node : lab.document.network().nodes)
        dense = dense.empty() && node.kind == "dense" ? node.id : dense;
    lab.document.edit("Unfold", [&](Project &project) {
        neurons = unfoldDense(project.network, dense, lab.document.analysis().types).made;
    });
    QVERIFY(!neurons.empty());
    QTRY_VERIFY(weights(lab.session).contains(neurons.front() + ".weights"));
    const auto after = weights(lab.session);
    for (size_t unit = 0; unit < neurons.size(); ++unit)
        QCOMPARE(after.at(neurons[unit] + ".bias")[0], before.at(dense + ".bias")[static_cast<int64_t>(unit)]);
}

void TestSession::newSeedStartsAnew()
{
    Lab lab("xor");
    QTRY_VERIFY(lab.session.canTrain());
    lab.session.step(20);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(20));
    const uint64_t generation = lab.session.snapshot()->generation;
    lab.session.newSeed();
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(0));
    QVERIFY(lab.session.snapshot()->generation != generation);
    QVERIFY(lab.document.undoStack()->canUndo());
}

void TestSession::movingANodeTouchesNothing()
{
    Lab lab("xor");
    QTRY_VERIFY(lab.session.canTrain());
    const auto model = lab.session.snapshot()->model;
    lab.document.edit("Move", [](Project &project) { project.network.nodes.front().position.x += 40; });
    lab.session.step(3);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(3));
    QCOMPARE(lab.session.snapshot()->model.get(), model.get());
}

void TestSession::setsOneWeight()
{
    Lab lab("xor");
    QTRY_VERIFY(lab.session.canTrain());
    const std::string name = lab.session.snapshot()->model->parameters.front().fullName();
    lab.session.setParameter(name, 1, 0.625f);
    QTRY_COMPARE(weights(lab.session).at(name)[1], 0.625f);
}

void TestSession::savesTheWeightsOfTheMoment()
{
    Lab lab("xor");
    QTRY_VERIFY(lab.session.canTrain());
    lab.session.step(12);
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(12));
    const Project project = lab.session.projectWithWeights();
    QCOMPARE(project.steps, int64_t(12));
    const auto now = weights(lab.session);
    QVERIFY(project.weights.size() > now.size()); // and what the optimizer remembers, so that training can go on
    // Opened again, training goes on from there.
    lab.document.setProject(project, {});
    QTRY_COMPARE(lab.session.snapshot()->step, int64_t(12));
    for (const auto &[name, tensor] : weights(lab.session))
        QVERIFY2(same(tensor, now.at(name)), name.c_str());
}

void TestSession::drawnPictureIsAnswered()
{
    Lab lab("digits");
    QTRY_VERIFY(lab.session.observation());
    std::vector<float> drawing(784, 0.0f);
    std::fill(drawing.begin() + 300, drawing.begin() + 500, 1.0f);
    lab.session.setDrawn(drawing);
    QTRY_VERIFY(lab.session.observation()->request.drawn == drawing);
    QCOMPARE(lab.session.observation()->prediction.size(), size_t(10));
}

void TestSession::trainingStaysOutOfTheUndoStack()
{
    Lab lab("xor");
    lab.session.play();
    QVERIFY(lab.waitForTraining(20));
    lab.session.pause();
    lab.session.reset();
    lab.session.setSpeed(20);
    QVERIFY(!lab.document.undoStack()->canUndo());
    QVERIFY(!lab.document.isModified());
}

void TestSession::nextStepIsKnownWhileTheTrainingRests()
{
    Lab lab("spiral");
    lab.session.setLooksAtNextStep(true);
    lab.session.setProbes({std::make_shared<MicroscopeProbe>()});
    std::shared_ptr<const Microscopy> seen;
    connect(&lab.session, &Session::answered, &lab.session, [&](const QString &, const std::shared_ptr<const Answer> &answer) {
        seen = std::dynamic_pointer_cast<const Microscopy>(answer);
    });
    lab.session.play();
    QVERIFY(lab.waitForTraining(20));
    QVERIFY(!lab.session.snapshot()->next);
    lab.session.pause();
    QTRY_VERIFY(!lab.session.isPlaying() && lab.session.snapshot()->next);
    QTRY_VERIFY(seen && seen->next == lab.session.snapshot()->next);
    const int64_t step = lab.session.snapshot()->step;
    QCOMPARE(seen->next->step, step);
    const AlignedVector<float> promised = seen->turns.back().turn.after;
    lab.session.step();
    QTRY_VERIFY(lab.session.snapshot()->step == step + 1 && lab.session.snapshot()->next);
    QVERIFY(lab.session.snapshot()->next->parameters == promised);
    QTRY_VERIFY(seen && seen->next->step == step + 1); // it goes on to the next batch
    lab.session.setLooksAtNextStep(false);
    QTRY_VERIFY(!lab.session.snapshot()->next);
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
