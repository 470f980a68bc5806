#include "core/layers/layer_kind.h"
#include "core/network/diagnostics.h"

#include <QtTest>

using namespace zhibei;

namespace {

const DataType plane{Shape({2}), {"x", "y"}, {Shape({1}), 2}};
const DataType digits{Shape({1, 28, 28}), {}, {Shape({1}), 10}};

Attributes units(int64_t n) { return {{"units", n}}; }

} // namespace

/// Shape rules, and every mistake a person can make, told on the right node.
class TestNetwork : public QObject {
    Q_OBJECT

    static QString told(const Analysis &analysis, const NodeId &node)
    {
        const Diagnostic *diagnostic = analysis.diagnostic(node);
        return diagnostic ? QString::fromStdString(diagnostic->text.english()) : QString();
    }

private slots:
    void shapes()
    {
        Network net;
        const NodeId in = net.addNode("input"), flat = net.addNode("flatten"), dense = net.addNode("dense", units(10)), loss = net.addNode("cross_entropy");
        net.connect({in, 0}, {flat, 0});
        net.connect({flat, 0}, {dense, 0});
        net.connect({dense, 0}, {loss, 0});
        net.connect({in, 1}, {loss, 1});
        const Analysis analysis = analyse(net, digits);
        QVERIFY(analysis.trainable());
        QCOMPARE(QString::fromStdString(analysis.type({in, 0})->shape.text()), QStringLiteral("28×28×1"));
        QCOMPARE(analysis.type({flat, 0})->shape.count(), 784);
        QCOMPARE(analysis.type({dense, 0})->shape, Shape({10}));
        QCOMPARE(analysis.type({in, 1})->classes, 10);
    }

    void singleFeaturePorts()
    {
        Network net;
        const NodeId in = net.addNode("input");
        const Analysis analysis = analyse(net, plane);
        QVERIFY(analysis.type({in, 3}));
        QVERIFY(!analysis.type({in, 4}));
    }

    void mistakes()
    {
        Network net;
        const NodeId in = net.addNode("input"), dense = net.addNode("dense", units(8)), loss = net.addNode("cross_entropy");
        QVERIFY(told(analyse(net, digits), dense).contains("Nothing arrives here"));
        net.connect({in, 0}, {dense, 0});
        QVERIFY(told(analyse(net, digits), dense).contains("Flatten"));
        net.connect({dense, 0}, {loss, 0});
        QVERIFY(told(analyse(net, plane), loss).contains("right answer is missing"));
        net.connect({in, 1}, {loss, 1});
        QVERIFY(told(analyse(net, plane), loss).contains("2 classes, but 8 numbers"));
        net.find(dense)->attributes = units(2);
        QVERIFY(analyse(net, plane).trainable());
        net.find(dense)->attributes["units"] = int64_t(-1);
        QVERIFY(!analyse(net, plane).trainable());
    }

    void targetMayNotFlowIntoTheNetwork()
    {
        Network net;
        const NodeId in = net.addNode("input"), dense = net.addNode("dense", units(2));
        net.connect({in, 1}, {dense, 0});
        QVERIFY(told(analyse(net, plane), dense).contains("right answer may only go to a loss"));
    }

    void cycle()
    {
        Network net;
        const NodeId in = net.addNode("input"), a = net.addNode("add"), b = net.addNode("activation");
        net.connect({in, 0}, {a, 0});
        net.connect({a, 0}, {b, 0});
        net.connect({b, 0}, {a, 0});
        const Analysis analysis = analyse(net, plane);
        QVERIFY(told(analysis, a).contains("circle"));
        QCOMPARE(analysis.order, std::vector<NodeId>{in});
    }

    void shapesThatDoNotMeet()
    {
        Network net;
        const NodeId in = net.addNode("input"), dense = net.addNode("dense", units(3)), add = net.addNode("add"), reshape = net.addNode("reshape");
        net.connect({in, 0}, {dense, 0});
        net.connect({in, 0}, {add, 0});
        net.connect({dense, 0}, {add, 0});
        net.connect({dense, 0}, {reshape, 0});
        QVERIFY(told(analyse(net, plane), add).contains("same shape, but 2 and 3"));
        QVERIFY(told(analyse(net, plane), reshape).contains("holds 3 numbers"));
    }

    /// Two losses that take turns: names of what is not there are told on the loss that holds them.
    void turns()
    {
        Network net;
        const NodeId in = net.addNode("input"), dense = net.addNode("dense", units(1));
        const auto loss = [&] {
            const NodeId id = net.addNode("squared");
            net.connect({dense, 0}, {id, 0});
            net.connect({in, 1}, {id, 1});
            return id;
        };
        const NodeId first = loss(), second = loss(), third = loss();
        net.connect({in, 0}, {dense, 0});
        const auto said = [&](const NodeId &node, const char *id, const char *text) {
            net.find(node)->attributes[id] = std::string(text);
            const Analysis analysis = analyse(net, plane);
            return analysis.trainable() ? QString() : told(analysis, node);
        };
        for (const char *good : {"squared2", ""})
            QCOMPARE(said(first, "joins", good), QString());
        QVERIFY(said(first, "joins", "squared9").contains("squared9") && said(first, "joins", "squared9").contains("Joins"));
        for (const char *noOtherLoss : {"squared1", "dense1", "input1", " "})
            QVERIFY2(said(first, "joins", noOtherLoss).contains("no other loss"), noOtherLoss);
        QCOMPARE(said(first, "joins", "squared2"), QString());
        QVERIFY(said(second, "joins", "squared3").isEmpty() && told(analyse(net, plane), first).contains("Let both join squared3"));
        QCOMPARE(said(first, "joins", "squared3"), QString());
        for (const char *good : {"dense1", "d*", " dense1 , d* ", ""})
            QCOMPARE(said(third, "trains", good), QString());
        QVERIFY(said(third, "trains", "dense1, g_*").contains("g_*") && said(third, "trains", "g_*").contains("Trains"));
    }

    void unknownKind()
    {
        Network net;
        net.nodes.push_back({"odd1", "odd", {}, {}, {}});
        QVERIFY(told(analyse(net, plane), "odd1").contains("does not know"));
    }

    void wires()
    {
        Network net;
        const NodeId in = net.addNode("input"), dense = net.addNode("dense"), other = net.addNode("dense"), add = net.addNode("add");
        net.connect({in, 0}, {dense, 0});
        net.connect({other, 0}, {dense, 0}); // a single port holds one wire
        QCOMPARE(net.wiresInto(dense).size(), size_t(1));
        net.connect({in, 0}, {add, 0});
        net.connect({dense, 0}, {add, 0});
        net.connect({dense, 0}, {add, 0});
        QCOMPARE(net.wiresInto(add).size(), size_t(2));
        net.removeNode(dense);
        QCOMPARE(net.wires.size(), size_t(1));
        QCOMPARE(net.freeId("dense"), std::string("dense1"));
    }

    void attributes()
    {
        const AttributeSpec &spec = findKind("dense")->attributes[0];
        QCOMPARE(std::get<int64_t>(*parseValue(spec, "64").value), 64);
        for (const char *bad : {"", "x", "6.5", "0", "99999999", "64 "})
            QVERIFY2(!parseValue(spec, bad).value && !parseValue(spec, bad).error.empty(), bad);
        const AttributeSpec &activation = *findAttribute(findKind("dense")->attributes, "activation");
        QVERIFY(parseValue(activation, "tanh").value);
        QVERIFY(QString::fromStdString(parseValue(activation, "tanhh").error.english()).contains("relu"));
        for (const LayerKind *kind : layerKinds())
            for (const AttributeSpec &each : kind->attributes) {
                QVERIFY2(checkValue(each, each.defaultValue).empty(), each.id.c_str());
                QVERIFY(parseValue(each, valueText(each.defaultValue)).value == each.defaultValue);
            }
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
