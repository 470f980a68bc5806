#include "core/io/project_file.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace zhibei;

namespace {

/// JSON is easier to read with single quotes here.
std::string quoted(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

Project sample()
{
    Project project;
    const NodeId in = project.network.addNode("input", {}, {0, -12.5});
    const NodeId dense = project.network.addNode("dense", {{"units", int64_t(3)}, {"activation", std::string("tanh")}, {"bias", false}}, {220, 1e5});
    const NodeId drop = project.network.addNode("dropout", {{"rate", 0.1}}, {440, 0});
    const NodeId loss = project.network.addNode("squared", {{"rate", 0.003}, {"optimizer", std::string("sgd")}}, {440, 210});
    project.network.connect({in, 0}, {dense, 0});
    project.network.connect({dense, 0}, {drop, 0});
    project.network.connect({drop, 0}, {loss, 0});
    project.network.connect({in, 1}, {loss, 1});
    project.network.find(dense)->group = "dense9";
    project.network.notes.push_back({"note1", "神经元 \"quoted\"\n\\ and 指北", {3, 4}, dense});
    project.data.source = "points";
    project.data.options["classes"] = int64_t(3);
    project.data.derived = {"sinx", "x2"};
    project.data.testShare = 0.3;
    project.data.seed = std::numeric_limits<uint64_t>::max();
    project.data.points = {{0.1f, -2.3456789f, 0}, {1e-7f, 3, 2}};
    project.training["batch"] = int64_t(16);
    project.title = "A title";
    project.steps = 1234;
    project.view = quoted("{'open':['stage'],'zoom':1.5}");
    return project;
}

const std::string minimal = quoted("{'zhibei':1,'network':{'nodes':[{'id':'a','kind':'input'},{'id':'b','kind':'dense'}],'wires':[]}}");

std::string refusal(const std::string &json)
{
    try {
        projectFromJson(json);
    } catch (const FileError &error) {
        return error.what();
    }
    return {};
}

std::string nodes(const std::string &list, const std::string &wires = "")
{
    return quoted("{'zhibei':1,'network':{'nodes':[") + list + quoted("],'wires':[") + wires + "]}}";
}

} // namespace

class TestProjectJson : public QObject {
    Q_OBJECT
private slots:
    void roundTrip()
    {
        const Project project = sample(), again = projectFromJson(projectToJson(project));
        QVERIFY(again == project);
        QVERIFY(again.data.points == project.data.points);
        QCOMPARE(again.steps, project.steps);
        QCOMPARE(again.view, project.view);
        QCOMPARE(projectToJson(again), projectToJson(project));
    }

    void readable()
    {
        const std::string json = projectToJson(sample());
        QVERIFY(json.find("\n      {\"attributes\": {\"activation\": \"tanh\", \"bias\": false, \"units\": 3}, \"group\": \"dense9\", \"id\": \"dense1\", ")
                != std::string::npos);
        QVERIFY(json.find("\n      [\"input1:0\", \"dense1:0\"],\n") != std::string::npos);
        QVERIFY(json.find("[0.1, -2.3456788, 0]") != std::string::npos);
        QVERIFY(json.find("指北") != std::string::npos);
        QVERIFY(json.find("\n  \"zhibei\": 1\n}") != std::string::npos);
    }

    void whatIsAbsentHasItsDefault()
    {
        const Project project = projectFromJson(minimal);
        QCOMPARE(project.network.nodes.size(), size_t(2));
        QVERIFY(project.data == DataSpec());
        QVERIFY(project.training.empty() && project.weights.empty() && project.view.empty());
        // A whole number serves where a real one is wanted.
        const Project real = projectFromJson(nodes(quoted("{'id':'a','kind':'squared','attributes':{'rate':1}}")));
        QCOMPARE(std::get<double>(real.network.nodes[0].attributes.at("rate")), 1.0);
    }

    void aNewerFileSaysSo()
    {
        const std::string message = refusal(quoted("{'zhibei':2,'world':{}}"));
        QVERIFY2(message.find("newer") != std::string::npos, message.c_str());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char *name, const std::string &json, const char *names = "") {
            QTest::newRow(name) << QByteArray::fromStdString(json) << QByteArray(names);
        };
        row("empty", "");
        row("cut", minimal.substr(0, 60));
        row("trailing", minimal + "}");
        row("a list", "[]");
        row("no version", "{}");
        row("version is text", quoted("{'zhibei':'1'}"));
        row("version 0", quoted("{'zhibei':0,'network':{}}"));
        row("version fraction", quoted("{'zhibei':1.5,'network':{}}"));
        row("no network", quoted("{'zhibei':1}"), "network");
        row("deep", quoted("{'zhibei':1,'view':") + std::string(1000000, '[') + std::string(1000000, ']') + "}", "nested");
        row("deep objects", std::string(5000, '{').replace(0, 1, "{\"zhibei\":1,\"view\":") + "}");
        row("key twice", quoted("{'zhibei':1,'network':{},'network':{}}"), "network");
        row("unknown member", quoted("{'zhibei':1,'network':{},'virus':1}"), "virus");
        row("invalid UTF-8", "{\"zhibei\":1,\"title\":\"\xFF\xFE\",\"network\":{}}");
        row("unknown kind", nodes(quoted("{'id':'x7','kind':'warp'}")), "x7");
        row("kind missing", nodes(quoted("{'id':'x7'}")), "x7");
        row("unknown attribute", nodes(quoted("{'id':'x7','kind':'dense','attributes':{'wings':2}}")), "x7");
        row("attribute type", nodes(quoted("{'id':'x7','kind':'dense','attributes':{'units':'many'}}")), "x7");
        row("attribute fraction", nodes(quoted("{'id':'x7','kind':'dense','attributes':{'units':1.5}}")), "x7");
        row("attribute range", nodes(quoted("{'id':'x7','kind':'dense','attributes':{'units':99999999999}}")), "x7");
        row("attribute overflow", nodes(quoted("{'id':'x7','kind':'dense','attributes':{'units':18446744073709551615}}")), "x7");
        row("attribute choice", nodes(quoted("{'id':'x7','kind':'dense','attributes':{'activation':'swoosh'}}")), "x7");
        row("attribute list", nodes(quoted("{'id':'x7','kind':'reshape','attributes':{'shape':[1,[2]]}}")), "x7");
        row("attribute object", nodes(quoted("{'id':'x7','kind':'dense','attributes':[1]}")), "x7");
        row("same id", nodes(quoted("{'id':'x7','kind':'dense'},{'id':'x7','kind':'dense'}")), "x7");
        row("empty id", nodes(quoted("{'id':'','kind':'dense'}")));
        row("id with dots", nodes(quoted("{'id':'../x','kind':'dense'}")), "../x");
        row("long id", nodes("{\"id\":\"" + std::string(100, 'x') + "\",\"kind\":\"dense\"}"));
        row("place", nodes(quoted("{'id':'x7','kind':'dense','x':1e300}")), "x7");
        row("place overflow", nodes(quoted("{'id':'x7','kind':'dense','x':1e999}")));
        row("NaN", nodes(quoted("{'id':'x7','kind':'dense','x':NaN}")));
        const std::string two = quoted("{'id':'a','kind':'input'},{'id':'b','kind':'dense'}");
        row("wire to nowhere", nodes(two, quoted("['a:0','c:0']")), "c");
        row("wire from nowhere", nodes(two, quoted("['c:0','b:0']")), "c");
        row("wire port", nodes(two, quoted("['a:0','b:1']")), "b");
        row("wire negative port", nodes(two, quoted("['a:0','b:-1']")));
        row("wire huge port", nodes(two, quoted("['a:99999999999999','b:0']")));
        row("wire no port", nodes(two, quoted("['a','b:0']")));
        row("wire of three", nodes(two, quoted("['a:0','b:0','b:0']")));
        row("wire numbers", nodes(two, "[1,2]"));
        row("wire twice", nodes(two, quoted("['a:0','b:0'],['a:0','b:0']")), "b");
        row("two wires in one port", nodes(two, quoted("['a:0','b:0'],['a:1','b:0']")), "b");
        row("data source", quoted("{'zhibei':1,'network':{},'data':{'source':'moon rocks'}}"), "moon rocks");
        row("data option", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','options':{'turns':1}}}"), "turns");
        row("data option value", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','options':{'size':1e9}}}"), "size");
        row("derived", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','derived':['x9']}}"), "x9");
        row("derived twice", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','derived':['x2','x2']}}"), "x2");
        row("test share", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','test_share':1.5}}"), "test_share");
        row("negative test share", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','test_share':-0.5}}"), "test_share");
        row("negative seed", quoted("{'zhibei':1,'network':{},'data':{'source':'xor','seed':-1}}"), "seed");
        row("points", quoted("{'zhibei':1,'network':{},'data':{'source':'points','points':[[1,2]]}}"), "points");
        row("point label", quoted("{'zhibei':1,'network':{},'data':{'source':'points','points':[[1,2,-3]]}}"), "points");
        row("training setting", quoted("{'zhibei':1,'network':{},'training':{'luck':1}}"), "luck");
        row("training value", quoted("{'zhibei':1,'network':{},'training':{'batch':0}}"), "batch");
        row("steps", quoted("{'zhibei':1,'network':{},'steps':-1}"), "steps");
        row("view", quoted("{'zhibei':1,'network':{},'view':[]}"), "view");
        row("long note", quoted("{'zhibei':1,'network':{'notes':[{'id':'n','text':'") + std::string(20000, 'x') + "\"}]}}");
        row("long text", quoted("{'zhibei':1,'network':{},'title':'") + std::string(200000, 'x') + "\"}");
        std::string many, wires;
        for (int i = 0; i < 20001; ++i)
            many += (i ? "," : "") + ("{\"id\":\"n" + std::to_string(i) + "\",\"kind\":\"dense\"}");
        row("too many nodes", nodes(many), "nodes");
        for (int i = 0; i < 200001; ++i)
            wires += i ? ",0" : "0";
        row("too many wires", nodes("", wires), "wires");
        std::string values = "[0";
        for (int i = 0; i < 3100000; ++i)
            values += ",0";
        row("too many values", quoted("{'zhibei':1,'network':{},'view':{'a':") + values + "]}}", "large");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, names);
        const std::string message = refusal(json.toStdString());
        QVERIFY(!message.empty());
        QVERIFY2(message.find(names.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(message.size() < 400 && message.find("%1") == std::string::npos, message.c_str());
    }

    void everyCutIsRefused()
    {
        const std::string whole = projectToJson(sample());
        for (size_t size = 0; size < whole.find_last_of('}'); ++size)
            QVERIFY(!refusal(whole.substr(0, size)).empty());
    }

    void damagedTextNeverCrashes()
    {
        const std::string whole = projectToJson(sample());
        for (size_t i = 0; i < whole.size(); ++i)
            for (char c : {'\0', '"', '9', '{', '-'}) {
                std::string damaged = whole;
                damaged[i] = c;
                refusal(damaged); // either it is still a project, or there is one FileError and nothing else
            }
    }
};

QTEST_APPLESS_MAIN(TestProjectJson)
#include "tst_project_json.moc"
