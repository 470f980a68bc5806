#include "core/lesson/attempt.h"
#include "core/lesson/read_lesson.h"
#include "core/lesson/scene_project.h"
#include "core/train/training.h"
#include "core/train/training_settings.h"
#include "tests/lesson/lesson_folder.h"

#include <QTest>

#include <algorithm>

using namespace zhibei;

namespace {

bool sameWeights(const Project &a, const Project &b)
{
    return a.weights.size() == b.weights.size() && std::ranges::all_of(a.weights, [&](const auto &weight) {
        const auto other = b.weights.find(weight.first);
        return other != b.weights.end() && std::ranges::equal(weight.second.values(), other->second.values());
    });
}

} // namespace

/// The project that a scene begins with, trained ahead or not, and its goal reached without a window.
class TestSceneProject : public QObject {
    Q_OBJECT
private slots:
    void startAndChanges();
    void ofAnEarlierScene();
    void ofWordsOnly();
    void dataOfItsOwn();
    void pretrainedIsTheSameForAnyThreads();
    void pretrainingGoesOn();
    void aBrokenNetworkSaysSo();
    void stops();
    void theGoalIsReached();
    void theGoalIsNotReached();
    void countsStepsBeforeAReset();
    void whatAPersonMustDo();

private:
    static Lesson lesson(const LessonFolder &folder) { return readLesson(folder.path(), ZHIBEI_RESOURCES, someViews()); }
};

void TestSceneProject::startAndChanges()
{
    const LessonFolder folder;
    const Lesson lesson = this->lesson(folder);
    const Project project = sceneProject(lesson, lesson.scenes[0], ZHIBEI_RESOURCES);
    QCOMPARE(project.network.find("dense1")->attributes.at("units"), Value(int64_t(4)));
    QCOMPARE(project.network.find("dense2")->attributes.at("units"), Value(int64_t(8)));
    QCOMPARE(project.data.source, std::string("moons"));
    QCOMPARE(project.data.options.at("noise"), Value(0.2));
    QCOMPARE(project.training.at("seed"), Value(int64_t(3)));
    QCOMPARE(project.steps, int64_t(0));
    QVERIFY(project.weights.empty());
}

void TestSceneProject::ofAnEarlierScene()
{
    const LessonFolder folder;
    folder.replace(QStringLiteral("lesson.json"), "\"pretrain\": 20", "\"changes\": [[\"set\", \"dense2.units\", 5]]");
    const Lesson lesson = this->lesson(folder);
    Project expected = sceneProject(lesson, lesson.scenes[0], ZHIBEI_RESOURCES);
    expected.network.find("dense2")->attributes["units"] = int64_t(5);
    QCOMPARE(sceneProject(lesson, lesson.scenes[1], ZHIBEI_RESOURCES), expected);
}

void TestSceneProject::ofWordsOnly()
{
    const LessonFolder folder;
    Lesson lesson = this->lesson(folder);
    lesson.scenes[1].start = {};
    QVERIFY(sceneProject(lesson, lesson.scenes[1], ZHIBEI_RESOURCES).network.nodes.empty());
    lesson.scenes[0].start = {SceneStart::From::Scene, "second"};
    lesson.scenes[1].start = {SceneStart::From::Scene, "first"};
    QVERIFY_THROWS_EXCEPTION(FileError, sceneProject(lesson, lesson.scenes[1], ZHIBEI_RESOURCES)); // and comes to an end
}

/// A table that the lesson brings is found, whatever folder the program was started in.
void TestSceneProject::dataOfItsOwn()
{
    const LessonFolder folder;
    folder.write(QStringLiteral("table.csv"), "a,b,y\n1,2,3\n2,3,5\n3,4,7\n4,5,9\n");
    folder.replace(QStringLiteral("lesson.json"), "[\"data\", \"moons\", {\"noise\": 0.2}]", "[\"data\", \"csv\", {\"path\": \"table.csv\", \"target\": \"y\"}]");
    const Lesson lesson = this->lesson(folder);
    const Project project = sceneProject(lesson, lesson.scenes[1], ZHIBEI_RESOURCES);
    QCOMPARE(project.data.options.at("path"), Value(lesson.folder + "/table.csv"));
    QCOMPARE(makeDataset(project.data, ZHIBEI_RESOURCES)->features.shape()[0], int64_t(4));
}

void TestSceneProject::pretrainedIsTheSameForAnyThreads()
{
    const LessonFolder folder;
    const Lesson lesson = this->lesson(folder);
    const Project start = sceneProject(lesson, lesson.scenes[1], ZHIBEI_RESOURCES);
    const Project one = pretrained(start, 50, ZHIBEI_RESOURCES, 1), two = pretrained(start, 50, ZHIBEI_RESOURCES, 2);
    QCOMPARE(one.steps, int64_t(50));
    QVERIFY(one.weights.contains("dense1.weights"));
    QVERIFY(sameWeights(one, two));
    QVERIFY(pretrained(start, 0, ZHIBEI_RESOURCES).weights.empty());
}

void TestSceneProject::pretrainingGoesOn()
{
    const LessonFolder folder;
    const Lesson lesson = this->lesson(folder);
    const Project start = sceneProject(lesson, lesson.scenes[1], ZHIBEI_RESOURCES);
    const Project whole = pretrained(start, 50, ZHIBEI_RESOURCES), parts = pretrained(pretrained(start, 20, ZHIBEI_RESOURCES), 30, ZHIBEI_RESOURCES);
    QCOMPARE(parts.steps, whole.steps);
    QVERIFY(sameWeights(parts, whole));
}

void TestSceneProject::aBrokenNetworkSaysSo()
{
    const LessonFolder folder;
    const Lesson lesson = this->lesson(folder);
    Project project = sceneProject(lesson, lesson.scenes[0], ZHIBEI_RESOURCES);
    project.network.disconnect(project.network.wiresInto(NodeId("dense2")).at(0));
    try {
        pretrained(project, 1, ZHIBEI_RESOURCES);
        QFAIL("trained without an input");
    } catch (const FileError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(QStringLiteral("dense2: this network cannot train. ")), error.what());
    }
    project = sceneProject(lesson, lesson.scenes[0], ZHIBEI_RESOURCES);
    project.network.removeNode("squared1");
    try {
        pretrained(project, 1, ZHIBEI_RESOURCES);
        QFAIL("trained without a loss");
    } catch (const FileError &error) {
        QCOMPARE(error.what(), "There is nothing to learn yet. Drag a loss onto the canvas and wire the last layer to it.");
    }
}

void TestSceneProject::stops()
{
    const LessonFolder folder;
    const Lesson lesson = this->lesson(folder);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(pretrained(sceneProject(lesson, lesson.scenes[0], ZHIBEI_RESOURCES), 1'000'000, ZHIBEI_RESOURCES, 1, source.get_token()).steps, int64_t(0));
}

void TestSceneProject::theGoalIsReached()
{
    const LessonFolder folder;
    const Lesson lesson = this->lesson(folder);
    QVERIFY(canAttempt(lesson.scenes[0]) && !canAttempt(lesson.scenes[1]));
    const Attempt outcome = attempt(lesson, lesson.scenes[0], ZHIBEI_RESOURCES, 60);
    QVERIFY(!outcome.atStart);
    QVERIFY(outcome.reached);
    QVERIFY(outcome.steps > 0);
    QCOMPARE(outcome.values.size(), size_t(2));
    QVERIFY(std::stod(outcome.values[0]) >= 0.9);
    QCOMPARE(outcome.values[1], std::string("yes"));
    const Attempt again = attempt(lesson, lesson.scenes[0], ZHIBEI_RESOURCES, 60, 1);
    QCOMPARE(again.steps, outcome.steps);
    QCOMPARE(again.values, outcome.values);
}

void TestSceneProject::theGoalIsNotReached()
{
    const LessonFolder folder;
    folder.replace(QStringLiteral("lesson.json"), "[[\"view\", \"landscape\"], [\"set\", \"dense1.units\", 8], [\"play\"]]", "[[\"step\", 3], [\"set\", \"dense1.units\", 8]]");
    const Lesson lesson = this->lesson(folder);
    const Attempt outcome = attempt(lesson, lesson.scenes[0], ZHIBEI_RESOURCES, 60);
    QVERIFY(!outcome.reached);
    QCOMPARE(outcome.steps, int64_t(3)); // the change kept weights and steps
    QCOMPARE(outcome.values[1], std::string("no"));
}

/// A reset takes the steps back, and they have been trained all the same.
void TestSceneProject::countsStepsBeforeAReset()
{
    const LessonFolder folder;
    folder.replace(QStringLiteral("lesson.json"), "[[\"view\", \"landscape\"], [\"set\", \"dense1.units\", 8], [\"play\"]]", "[[\"step\", 3], [\"reset\"], [\"step\", 2]]");
    folder.replace(QStringLiteral("lesson.json"), "\"visited landscape\"", "\"steps >= 1\"");
    const Lesson lesson = this->lesson(folder);
    const Attempt outcome = attempt(lesson, lesson.scenes[0], ZHIBEI_RESOURCES, 60);
    QCOMPARE(outcome.steps, int64_t(5));
    QCOMPARE(outcome.values[1], std::string("2"));
}

void TestSceneProject::whatAPersonMustDo()
{
    Scene scene;
    scene.goal = {parsePredicate("visited draw")};
    QVERIFY(!canAttempt(scene));
    scene.goal = {parsePredicate("did more")};
    QVERIFY(!canAttempt(scene));
    scene.goal = {parsePredicate("visited scrubber"), parsePredicate("steps >= 3")};
    QVERIFY(canAttempt(scene));
}

QTEST_GUILESS_MAIN(TestSceneProject)
#include "tst_scene_project.moc"
