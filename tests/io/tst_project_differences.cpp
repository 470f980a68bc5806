#include "core/io/project_differences.h"
#include "core/io/project_file.h"

#include <QTest>

using namespace zhibei;
using namespace std::string_literals;

class TestProjectDifferences : public QObject {
    Q_OBJECT
private slots:
    void equalProjectsHaveNone();
    void onlyWhatDiffers();
    void whatDoesNotApplyDoesNotCount();
    void layersAndWires();
};

static Project spiral() { return openProject("spiral", ZHIBEI_RESOURCES); }

static NodeId lossOf(const Project &project)
{
    for (const Node &node : project.network.nodes)
        if (node.kind == "squared")
            return node.id;
    return {};
}

void TestProjectDifferences::equalProjectsHaveNone()
{
    Project a = spiral(), b = spiral();
    b.network.nodes[0].position = {900, 900};
    b.title = "another";
    const Project *both[] = {&a, &b};
    QVERIFY(projectDifferences(both).empty());
    QVERIFY(projectDifferences({both, 1}).empty());
}

void TestProjectDifferences::onlyWhatDiffers()
{
    Project a = spiral(), b = spiral(), c = spiral();
    const NodeId loss = lossOf(a);
    for (Project *project : {&a, &b, &c})
        project->network.find(loss)->attributes["rate"] = 0.003;
    b.network.find(loss)->attributes["rate"] = 0.5;
    c.training["seed"] = int64_t(9);
    c.data.testShare = 0.25;
    a.data.testShare = b.data.testShare = 0.5;
    const Project *all[] = {&a, &b, &c};
    const auto found = projectDifferences(all);
    QCOMPARE(found.size(), size_t(3));
    QVERIFY((found[0] == ProjectDifference{"", "Share for testing", {"0.5", "0.5", "0.25"}}));
    QVERIFY((found[1] == ProjectDifference{loss, "Learning rate", {"0.003", "0.5", "0.003"}}));
    QCOMPARE(found[2].what, "Seed"s);
    QCOMPARE(found[2].values[2], "9"s);
}

void TestProjectDifferences::whatDoesNotApplyDoesNotCount()
{
    Project a = spiral(), b = spiral();
    const NodeId loss = lossOf(a);
    a.network.find(loss)->attributes["optimizer"] = "adam"s;
    b.network.find(loss)->attributes["optimizer"] = "momentum"s;
    b.network.find(loss)->attributes["momentum"] = 0.5;
    const Project *both[] = {&a, &b};
    const auto found = projectDifferences(both);
    QCOMPARE(found.size(), size_t(1));
    QVERIFY((found[0] == ProjectDifference{loss, "Optimizer", {"Adam", "SGD with momentum"}}));
}

void TestProjectDifferences::layersAndWires()
{
    Project a = spiral(), b = spiral();
    const NodeId added = b.network.addNode("dropout");
    b.network.connect({b.network.nodes[0].id, 0}, {added, 0});
    const Project *both[] = {&a, &b};
    const auto found = projectDifferences(both);
    QCOMPARE(found.size(), size_t(2));
    QVERIFY((found[0] == ProjectDifference{added, "Layer", {"–", "Dropout"}}));
    QCOMPARE(found[1].what, "Wires"s);
    QCOMPARE(found[1].values[1], std::to_string(b.network.wires.size()));
}

QTEST_GUILESS_MAIN(TestProjectDifferences)
#include "tst_project_differences.moc"
