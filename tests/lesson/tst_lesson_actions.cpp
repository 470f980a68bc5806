#include "core/io/project_file.h"
#include "core/layers/layer_kind.h"
#include "core/lesson/actions.h"
#include "core/train/training_settings.h"

#include <QTest>

#include <set>

using namespace zhibei;

namespace {

Project spiral() { return openProject("spiral-mlp", ZHIBEI_RESOURCES); }

std::string problem(Project project, const LessonAction &action)
{
    const Project before = project;
    try {
        applyChange(project, action);
    } catch (const FileError &error) {
        return project == before ? error.what() : "changed all the same";
    }
    return "";
}

const Value &setting(const Project &project, const NodeId &node, const char *id)
{
    const Node *found = project.network.find(node);
    return attributeValue(findKind(found->kind)->attributes, found->attributes, id);
}

bool wired(const Project &project, const PortRef &from, const PortRef &to)
{
    return std::ranges::find(project.network.wires, Wire{from, to}) != project.network.wires.end();
}

} // namespace

/// The actions that change a project, and the table of all of them.
class TestLessonActions : public QObject {
    Q_OBJECT
private slots:
    void theTable();
    void set();
    void training();
    void data();
    void insert();
    void insertLeavesTheRightAnswer();
    void remove();
    void insertThenRemoveGivesTheSame();
    void removesALooseNeuron();
    void whatCannotBeDone();
};

void TestLessonActions::theTable()
{
    std::set<std::string> names, changing;
    for (const ActionSpec &action : actionTable()) {
        QVERIFY2(names.insert(action.name).second, action.name.c_str());
        QVERIFY2(action.usage.starts_with(action.name) && !action.help.empty(), action.name.c_str());
        if (action.changesProject)
            changing.insert(action.name);
        QCOMPARE(findAction(action.name), &action);
    }
    QCOMPARE(names.size(), size_t(21));
    QCOMPARE(changing, (std::set<std::string>{"set", "training", "data", "insert", "remove"}));
    QVERIFY(!findAction("dance"));
    QCOMPARE(actionText({"insert", {std::string("dropout"), std::string("dense1")}, {{"rate", 0.25}}}), std::string("[\"insert\",\"dropout\",\"dense1\",{\"rate\":0.25}]"));
    QCOMPARE(actionText({"step", {10.0}, {}}), std::string("[\"step\",10]"));
}

void TestLessonActions::set()
{
    Project project = spiral();
    applyChange(project, {"set", {std::string("dense1.units"), 3.0}, {}});
    applyChange(project, {"set", {std::string("dense1.activation"), std::string("relu")}, {}});
    applyChange(project, {"set", {std::string("dense1.bias"), std::string("false")}, {}});
    applyChange(project, {"set", {std::string("squared1.rate"), 0.5}, {}});
    QCOMPARE(setting(project, "dense1", "units"), Value(int64_t(3)));
    QCOMPARE(setting(project, "dense1", "activation"), Value(std::string("relu")));
    QCOMPARE(setting(project, "dense1", "bias"), Value(false));
    QCOMPARE(setting(project, "squared1", "rate"), Value(0.5));
    QCOMPARE(setting(project, "dense2", "units"), Value(int64_t(8)));
}

void TestLessonActions::training()
{
    Project project = spiral();
    applyChange(project, {"training", {std::string("seed"), 7.0}, {}});
    QCOMPARE(attributeValue(trainingSchema(), project.training, "seed"), Value(int64_t(7)));
    QCOMPARE(attributeValue(trainingSchema(), project.training, "batch"), Value(int64_t(10)));
}

void TestLessonActions::data()
{
    Project project = spiral();
    project.data.derived = {"x2"};
    project.data.seed = 5;
    applyChange(project, {"data", {std::string("moons")}, {{"noise", 0.25}, {"test_share", 0.4}}});
    QCOMPARE(project.data.source, std::string("moons"));
    QCOMPARE(project.data.options, (Attributes{{"noise", 0.25}}));
    QCOMPARE(project.data.testShare, 0.4);
    QCOMPARE(project.data.seed, uint64_t(5));
    QCOMPARE(project.data.derived, (std::vector<std::string>{"x2"})); // still a plane
    applyChange(project, {"data", {std::string("sine")}, {{"seed", int64_t(9)}}});
    QCOMPARE(project.data.seed, uint64_t(9));
    QVERIFY(project.data.derived.empty());
}

void TestLessonActions::insert()
{
    Project project = spiral();
    const double before = project.network.find("dense2")->position.x;
    applyChange(project, {"insert", {std::string("dropout"), std::string("dense1")}, {{"rate", 0.25}}});
    QCOMPARE(setting(project, "dropout1", "rate"), Value(0.25));
    QVERIFY(wired(project, {"dense1", 0}, {"dropout1", 0}) && wired(project, {"dropout1", 0}, {"dense2", 0}));
    QVERIFY(!wired(project, {"dense1", 0}, {"dense2", 0}));
    QCOMPARE(project.network.wires.size(), size_t(6));
    const double place = project.network.find("dropout1")->position.x, after = project.network.find("dense2")->position.x;
    QVERIFY(project.network.find("dense1")->position.x < place && place < after && before < after);
}

/// What is put behind the data does not come before the loss: the right answer goes there as it is.
void TestLessonActions::insertLeavesTheRightAnswer()
{
    Project project = openProject("autoencoder", ZHIBEI_RESOURCES);
    std::vector<Wire> toTargets;
    for (const Wire &wire : project.network.wires) {
        const LayerKind *kind = findKind(project.network.find(wire.to.node)->kind);
        if (kind->inputs[size_t(wire.to.port)].target)
            toTargets.push_back(wire);
    }
    QVERIFY(!toTargets.empty());
    applyChange(project, {"insert", {std::string("dropout"), std::string("input1")}, {}});
    for (const Wire &wire : toTargets)
        QVERIFY(wired(project, wire.from, wire.to));
    QVERIFY(wired(project, {"input1", 0}, {"dropout1", 0}));
}

void TestLessonActions::remove()
{
    Project project = spiral();
    applyChange(project, {"remove", {std::string("dense2")}, {}});
    QVERIFY(!project.network.find("dense2"));
    QVERIFY(wired(project, {"dense1", 0}, {"dense3", 0}));
    QCOMPARE(project.network.wires.size(), size_t(4));
}

void TestLessonActions::insertThenRemoveGivesTheSame()
{
    const Project before = spiral();
    Project project = before;
    applyChange(project, {"insert", {std::string("dense"), std::string("dense1")}, {}});
    QCOMPARE(project.network.nodes.size(), before.network.nodes.size() + 1);
    applyChange(project, {"remove", {project.network.nodes.back().id}, {}});
    const std::set<Wire> wires(project.network.wires.begin(), project.network.wires.end());
    QCOMPARE(wires, std::set<Wire>(before.network.wires.begin(), before.network.wires.end()));
    for (const Node &node : before.network.nodes)
        QCOMPARE(project.network.find(node.id)->attributes, node.attributes);
}

void TestLessonActions::removesALooseNeuron()
{
    Project project = openProject("xor", ZHIBEI_RESOURCES);
    const size_t wires = project.network.wires.size(), touching = project.network.wiresInto(NodeId("neuron2")).size() + project.network.wiresFrom("neuron2").size();
    applyChange(project, {"remove", {std::string("neuron2")}, {}});
    QCOMPARE(project.network.wires.size(), wires - touching); // nothing new runs past its layer
}

void TestLessonActions::whatCannotBeDone()
{
    const auto word = [](const char *text) { return std::string(text); };
    QCOMPARE(problem(spiral(), {"set", {word("dense9.units"), 3.0}, {}}), std::string("[\"set\",\"dense9.units\",3]: there is no node “dense9” in this network."));
    QCOMPARE(problem(spiral(), {"set", {word("dense1"), 3.0}, {}}), std::string("[\"set\",\"dense1\",3]: “dense1” has no setting “”."));
    QCOMPARE(problem(spiral(), {"set", {word("dense1.units"), 2.5}, {}}), std::string("[\"set\",\"dense1.units\",2.5] › units must be a whole number from 1 to 16384, not “2.5”."));
    QCOMPARE(problem(spiral(), {"training", {word("speed"), 2.5}, {}}), std::string("[\"training\",\"speed\",2.5]: “training” has no setting “speed”."));
    QCOMPARE(problem(spiral(), {"insert", {word("input"), word("dense1")}, {}}), std::string("[\"insert\",\"input\",\"dense1\"]: “input” cannot stand between two layers."));
    QCOMPARE(problem(spiral(), {"insert", {word("dense"), word("squared1")}, {}}), std::string("[\"insert\",\"dense\",\"squared1\"]: no wire leaves “squared1”, so there is no place to put a layer."));
    QCOMPARE(problem(spiral(), {"remove", {word("dense9")}, {}}), std::string("[\"remove\",\"dense9\"]: there is no node “dense9” in this network."));
    QCOMPARE(problem(spiral(), {"play", {}, {}}), std::string("[\"play\"]: this changes nothing in a project."));
}

QTEST_GUILESS_MAIN(TestLessonActions)
#include "tst_lesson_actions.moc"
