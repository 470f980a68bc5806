#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/lesson/predicates.h"
#include "core/train/training.h"

#include <QTest>

#include <limits>

using namespace zhibei;

namespace {

std::string problem(const char *text)
{
    try {
        parsePredicate(text);
    } catch (const FileError &error) {
        return error.what();
    }
    return "";
}

SceneState structureOf(const char *name)
{
    const Project project = openProject(name, ZHIBEI_RESOURCES);
    SceneState state;
    measureStructure(state, project.network, makeDataset(project.data, ZHIBEI_RESOURCES)->type());
    return state;
}

} // namespace

/// What a goal says, when it holds, and that the measures are the engine's numbers.
class TestLessonPredicates : public QObject {
    Q_OBJECT
private slots:
    void theTable();
    void readsAndWrites_data();
    void readsAndWrites();
    void mistakes();
    void holdsAtTheBorder();
    void whatIsUnknownDoesNotHold();
    void events();
    void all();
    void structure_data();
    void structure();
    void aBrokenNetworkHasNoStructure();
    void metricsAndLearnedNumbers();
};

void TestLessonPredicates::theTable()
{
    std::set<std::string> subjects;
    for (const PredicateSpec &spec : predicateTable()) {
        QVERIFY2(subjects.insert(spec.subject).second && !spec.usage.empty() && !spec.help.empty(), spec.subject.c_str());
        QCOMPARE(findPredicate(spec.subject), &spec);
    }
    QCOMPARE(subjects.size(), size_t(15));
}

void TestLessonPredicates::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("at least") << "test_accuracy >= 0.95" << "test_accuracy" << "" << 0.95 << 0.0;
    QTest::newRow("at most") << "neurons <= 6" << "neurons" << "" << 6.0 << 0.0;
    QTest::newRow("near") << "dense1.bias[12] = -0.2857 +- 0.001" << "learned" << "dense1.bias[12]" << -0.2857 << 0.001;
    QTest::newRow("event") << "visited landscape" << "visited" << "landscape" << 0.0 << 0.0;
    QTest::newRow("setting") << "changed dense1.units" << "changed" << "dense1.units" << 0.0 << 0.0;
}

void TestLessonPredicates::readsAndWrites()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    QFETCH(double, tolerance);
    const Predicate predicate = parsePredicate(text.toStdString());
    QTEST(QString::fromStdString(predicate.subject), "subject");
    QTEST(QString::fromStdString(predicate.argument), "argument");
    QCOMPARE(predicate.value, value);
    QCOMPARE(predicate.tolerance, tolerance);
    QCOMPARE(QString::fromStdString(predicateText(predicate)), text);
    QCOMPARE(parsePredicate("  " + text.replace(u' ', QLatin1String("   ")).toStdString() + " "), predicate);
}

void TestLessonPredicates::mistakes()
{
    QCOMPARE(problem(""), std::string(": there is no measure and no event “”; `zhibei lessons reference` lists them."));
    QCOMPARE(problem("happiness >= 1"), std::string("happiness >= 1: there is no measure and no event “happiness”; `zhibei lessons reference` lists them."));
    QCOMPARE(problem("learned >= 1"), std::string("learned >= 1: there is no measure and no event “learned”; `zhibei lessons reference` lists them."));
    QCOMPARE(problem("dense1.weights[x] >= 1"), std::string("dense1.weights[x] >= 1: there is no measure and no event “dense1.weights[x]”; `zhibei lessons reference` lists them."));
    QCOMPARE(problem("steps = 5"), std::string("steps = 5: it should read “steps >= X”, “steps <= X” or “steps = X +- T”."));
    QCOMPARE(problem("steps >= five"), std::string("steps >= five: “five” is not a number."));
    QCOMPARE(problem("steps >= nan"), std::string("steps >= nan: “nan” is not a number."));
    QCOMPARE(problem("steps = 5 +- -1"), std::string("steps = 5 +- -1: the tolerance must not be negative."));
    QCOMPARE(problem("did"), std::string("did: it should read “did TRY”."));
    QCOMPARE(problem("visited the moon"), std::string("visited the moon: it should read “visited VIEW”."));
}

void TestLessonPredicates::holdsAtTheBorder()
{
    SceneState state;
    state.measures = {{"neurons", 6}, {"dense1.bias[0]", 2.25}};
    QVERIFY(holds(parsePredicate("neurons >= 6"), state) && holds(parsePredicate("neurons <= 6"), state));
    QVERIFY(!holds(parsePredicate("neurons >= 6.01"), state) && !holds(parsePredicate("neurons <= 5.99"), state));
    QVERIFY(holds(parsePredicate("dense1.bias[0] = 2 +- 0.25"), state) && holds(parsePredicate("dense1.bias[0] = 2.5 +- 0.25"), state));
    QVERIFY(!holds(parsePredicate("dense1.bias[0] = 2 +- 0.24"), state) && !holds(parsePredicate("dense1.bias[1] = 2 +- 1"), state));
}

void TestLessonPredicates::whatIsUnknownDoesNotHold()
{
    SceneState state;
    QVERIFY(!holds(parsePredicate("test_loss <= 1"), state));
    state.measures["test_loss"] = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!holds(parsePredicate("test_loss <= 1"), state));
    state.measures["test_loss"] = -std::numeric_limits<double>::infinity();
    QVERIFY(!holds(parsePredicate("test_loss <= 1"), state));
}

void TestLessonPredicates::events()
{
    SceneState state;
    state.happened = {"visited landscape", "did more"};
    QVERIFY(holds(parsePredicate("visited landscape"), state) && holds(parsePredicate("did more"), state));
    QVERIFY(!holds(parsePredicate("visited inside"), state) && !holds(parsePredicate("did landscape"), state));
}

void TestLessonPredicates::all()
{
    SceneState state;
    state.measures = {{"steps", 10}};
    QVERIFY(!reached({}, state));
    QVERIFY(reached({parsePredicate("steps >= 10")}, state));
    QVERIFY(!reached({parsePredicate("steps >= 10"), parsePredicate("did more")}, state));
}

void TestLessonPredicates::structure_data()
{
    QTest::addColumn<double>("neurons");
    QTest::addColumn<double>("layers");
    QTest::addColumn<double>("parameters");
    QTest::newRow("line") << 0.0 << 0.0 << 2.0;                       // w and b
    QTest::newRow("spiral-mlp") << 16.0 << 2.0 << 2.0 * 8 + 8 + 8 * 8 + 8 + 8 + 1;
    QTest::newRow("spiral") << 24.0 << 3.0 << 2.0 * 8 + 8 + 2 * (8 * 8 + 8) + 8 + 1;
    QTest::newRow("xor") << 4.0 << 1.0 << 4.0 * 3 + 5;                // loose neurons are one layer
}

void TestLessonPredicates::structure()
{
    const SceneState state = structureOf(QTest::currentDataTag());
    QTEST(state.measures.at("neurons"), "neurons");
    QTEST(state.measures.at("layers"), "layers");
    QTEST(state.measures.at("parameters"), "parameters");
}

void TestLessonPredicates::aBrokenNetworkHasNoStructure()
{
    Project project = openProject("spiral-mlp", ZHIBEI_RESOURCES);
    SceneState state;
    state.measures["neurons"] = 16;
    project.network.removeNode("squared1");
    measureStructure(state, project.network, makeDataset(project.data, ZHIBEI_RESOURCES)->type());
    QVERIFY(state.measures.empty());
}

void TestLessonPredicates::metricsAndLearnedNumbers()
{
    const Project project = openProject("spiral-mlp", ZHIBEI_RESOURCES);
    const auto data = makeDataset(project.data, ZHIBEI_RESOURCES);
    Training training(buildModel(project.network, data->type()), data, project.training, 1);
    for (int64_t i = 0; i < 140; ++i)
        training.step();
    const Evaluation evaluation = training.evaluate();
    SceneState state;
    measureMetrics(state, evaluation, training.stepsPerEpoch());
    QCOMPARE(state.measures.at("test_accuracy"), *evaluation.test.accuracy);
    QCOMPARE(state.measures.at("train_loss"), *evaluation.train.loss);
    QVERIFY(!state.measures.contains("test_r2")); // a classifier has none
    QCOMPARE(state.measures.at("steps"), 140.0);
    QCOMPARE(state.measures.at("epochs"), 140.0 / double(training.stepsPerEpoch()));

    const std::vector<Predicate> goal{parsePredicate("dense2.weights[9] >= 0"), parsePredicate("dense2.weights[64] >= 0"), parsePredicate("steps >= 1")};
    measureLearned(state, goal, *training.model(), training.shown());
    QCOMPARE(state.measures.at("dense2.weights[9]"), double(training.exportState().at("dense2.weights")[9]));
    QVERIFY(!state.measures.contains("dense2.weights[64]")); // there are 64, counted from 0
}

QTEST_GUILESS_MAIN(TestLessonPredicates)
#include "tst_lesson_predicates.moc"
