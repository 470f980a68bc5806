#include "core/data/data_source.h"
#include "core/network/folding.h"
#include "core/program/inference.h"
#include "tests/canvas/canvas_fixture.h"

#include <cmath>

using namespace zhibei;

/// Unfolding and folding layers: the structure, the weights, and what cannot be done.
class TestFolding : public QObject {
    Q_OBJECT

    static std::map<PortRef, ValueType> types(const Network &network, int64_t features = 2)
    {
        return analyse(network, {Shape({features}), {}, {Shape({1}), 2}}).types;
    }
    static Network pair(const std::string &consumer = "dense")
    {
        Network network;
        const NodeId in = network.addNode("input"), hidden = network.addNode("dense", {{"units", int64_t(3)}});
        const NodeId out = network.addNode(consumer);
        network.connect({in, 0}, {hidden, 0});
        network.connect({hidden, 0}, {out, 0});
        if (consumer == "concatenate" || consumer == "add") // they are for several
            network.connect({in, 0}, {out, 0});
        return network;
    }

private slots:
    void unfoldsIntoWiredNeurons()
    {
        Network network = pair();
        const FoldingResult result = unfoldDense(network, "dense1", types(network));
        QVERIFY(result.mistake.empty());
        QCOMPARE(result.made.size(), size_t(3));
        QVERIFY(!network.find("dense1"));
        for (const NodeId &id : result.made) {
            QCOMPARE(network.find(id)->group, std::string("dense1"));
            QCOMPARE(network.find(id)->attributes.at("activation"), Value(std::string("relu"))); // the layer's default is not the neuron's
            const std::vector<Wire> into = network.wiresInto(id);
            QCOMPARE(into.size(), size_t(2));
            QCOMPARE(into[0].from, (PortRef{"input1", 2}));
            QCOMPARE(into[1].from, (PortRef{"input1", 3}));
        }
        const NodeId join = network.wiresInto("dense2").at(0).from.node;
        QCOMPARE(network.find(join)->kind, std::string("concatenate"));
        QCOMPARE(network.wiresInto(join).size(), size_t(3));
    }

    void roundTripGivesTheSameNetwork_data()
    {
        QTest::addColumn<QString>("consumer");
        for (const char *consumer : {"dense", "concatenate", "neuron", "activation", "add", "dropout"})
            QTest::newRow(consumer) << QString::fromLatin1(consumer);
    }
    void roundTripGivesTheSameNetwork()
    {
        QFETCH(QString, consumer);
        Network network = pair(consumer.toStdString());
        const Network before = network;
        const FoldingResult unfolded = unfoldDense(network, "dense1", types(network));
        QVERIFY(unfolded.mistake.empty());
        const FoldingResult folded = foldNeurons(network, unfolded.made, types(network));
        QVERIFY2(folded.mistake.empty(), folded.mistake.english().c_str());
        QCOMPARE(folded.made, std::vector<NodeId>{"dense1"});
        QCOMPARE(structure(network), structure(before));
    }

    void twoLayersInAnyOrder()
    {
        Network network = pair();
        network.find("dense2")->attributes["units"] = int64_t(2);
        const Network before = network;
        const std::vector<NodeId> first = unfoldDense(network, "dense1", types(network)).made;
        const std::vector<NodeId> second = unfoldDense(network, "dense2", types(network)).made;
        QCOMPARE(network.wiresInto(second[0]).size(), size_t(3)); // neuron to neuron
        for (const Node &node : network.nodes)
            QVERIFY(node.kind != "concatenate");
        QVERIFY(foldNeurons(network, first, types(network)).mistake.empty());
        QVERIFY(foldNeurons(network, second, types(network)).mistake.empty());
        QCOMPARE(structure(network), structure(before));
    }

    void manyFeaturesComeAsOneWire()
    {
        Network network = pair();
        const FoldingResult result = unfoldDense(network, "dense1", types(network, 40));
        QCOMPARE(network.wiresInto(result.made[0]).size(), size_t(1));
        QCOMPARE(network.wiresInto(result.made[0])[0].from, (PortRef{"input1", 0}));
    }

    void saysWhyNot()
    {
        Network network = pair();
        network.find("dense1")->attributes["units"] = int64_t(unfoldLimit + 1);
        const Network before = network;
        QVERIFY(!unfoldDense(network, "dense1", types(network)).mistake.empty());
        QVERIFY(!unfoldDense(network, "input1", types(network)).mistake.empty());
        QCOMPARE(network, before);
        network.find("dense1")->attributes = {{"units", int64_t(3)}, {"activation", std::string("softmax")}};
        QVERIFY(!unfoldDense(network, "dense1", types(network)).mistake.empty());
        network.find("dense1")->attributes = {{"units", int64_t(3)}};
        const std::vector<NodeId> neurons = unfoldDense(network, "dense1", types(network)).made;
        network.disconnect(network.wiresInto(neurons[1])[0]);
        const Network unequal = network;
        QVERIFY(!foldNeurons(network, neurons, types(network)).mistake.empty());
        QVERIFY(!foldNeurons(network, {neurons[0], "dense2"}, types(network)).mistake.empty());
        QVERIFY(!foldNeurons(network, {}, types(network)).mistake.empty());
        QCOMPARE(network, unequal);
    }

    /// The unfolded network says the same as the layer, number for number.
    void weightsSurvive()
    {
        const DataType data{Shape({2}), {"x", "y"}, {Shape({1}), 2}};
        Network network = Canvas::smallNetwork();
        const auto outputs = [&](const Network &net, const std::map<std::string, Tensor> &weights) {
            const auto model = buildModel(net, data);
            AlignedVector<float> arena(static_cast<size_t>(model->parameterCount));
            importParameters(*model, weights, arena);
            Inference inference(model);
            const float sample[] = {0.3f, -1.7f};
            inference.run(arena, sample, 1);
            return inference.prediction(0);
        };
        std::map<std::string, Tensor> weights;
        const auto model = buildModel(network, data);
        AlignedVector<float> arena(static_cast<size_t>(model->parameterCount));
        for (size_t i = 0; i < arena.size(); ++i)
            arena[i] = static_cast<float>(std::sin(1.7 * static_cast<double>(i) + 0.4));
        weights = exportParameters(*model, arena);
        const std::vector<float> expected = outputs(network, weights);

        const Network before = network;
        const std::vector<NodeId> neurons = unfoldDense(network, "dense1", analyse(network, data).types).made;
        const auto spread = carryWeights(before, network, weights);
        QVERIFY(!spread.count("dense1.weights"));
        QCOMPARE(spread.at(neurons[1] + ".weights").count(), int64_t(2));
        QCOMPARE(spread.at(neurons[1] + ".weights")[1], weights.at("dense1.weights")[1 * 4 + 1]);
        const std::vector<float> unfolded = outputs(network, spread);
        QCOMPARE(unfolded.size(), expected.size());
        QVERIFY(std::abs(unfolded[0] - expected[0]) < 1e-5f);

        const Network wide = network;
        QVERIFY(foldNeurons(network, neurons, analyse(network, data).types).mistake.empty());
        const auto joined = carryWeights(wide, network, spread);
        QCOMPARE(joined.size(), weights.size());
        for (const auto &[name, tensor] : weights)
            for (int64_t i = 0; i < tensor.count(); ++i)
                QCOMPARE(joined.at(name)[i], tensor[i]);
    }

    void renamingKeepsWeights()
    {
        const Network before = pair();
        Network after = before;
        after.nodes[1].id = "hidden";
        const auto carried = carryWeights(before, after, {{"dense1.weights", Tensor(Shape({2, 3}), 7.0f)}, {"dense2.bias", Tensor(Shape({8}), 1.0f)}});
        QVERIFY(carried.count("hidden.weights"));
        QVERIFY(carried.count("dense2.bias"));
        QVERIFY(!carried.count("dense1.weights"));
    }
};

QTEST_MAIN(TestFolding)
#include "tst_folding.moc"
