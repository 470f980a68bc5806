#include "core/io/project_file.h"
#include "core/network/folding.h"
#include "tests/canvas/canvas_fixture.h"

using namespace zhibei;

/// Tidy layout: nothing overlaps, data flow to the right, losses below.
class TestLayout : public QObject {
    Q_OBJECT

    static bool overlap(const std::map<NodeId, Point> &places, const std::map<NodeId, CardSize> &sizes)
    {
        for (auto a = places.begin(); a != places.end(); ++a)
            for (auto b = std::next(a); b != places.end(); ++b) {
                const CardSize sa = sizes.at(a->first), sb = sizes.at(b->first);
                if (std::abs(a->second.x - b->second.x) < (sa.width + sb.width) / 2 && std::abs(a->second.y - b->second.y) < (sa.height + sb.height) / 2)
                    return true;
            }
        return false;
    }

private slots:
    void flowsToTheRight()
    {
        Canvas canvas;
        const auto places = tidyLayout(canvas.network(), canvas.scene.cardSizes());
        QCOMPARE(places.size(), canvas.network().nodes.size());
        QVERIFY(places.at("input1").x < places.at("dense1").x);
        QVERIFY(places.at("dense1").x < places.at("dense2").x);
        QVERIFY(places.at("binary_cross_entropy1").y > places.at("dense2").y);
        QCOMPARE(places.at("binary_cross_entropy1").x, places.at("dense2").x);
        QVERIFY(!overlap(places, canvas.scene.cardSizes()));
    }

    void unfoldedNeuronsShareAColumn()
    {
        Canvas canvas;
        canvas.view.unfold("dense1");
        const auto places = tidyLayout(canvas.network(), canvas.scene.cardSizes());
        std::set<double> columns;
        for (const Node &node : canvas.network().nodes)
            if (node.kind == "neuron")
                columns.insert(places.at(node.id).x);
        QCOMPARE(columns.size(), size_t(1));
        QVERIFY(!overlap(places, canvas.scene.cardSizes()));
        QVERIFY(places.at("neuron1").y < places.at("neuron4").y);
    }

    /// A large layer stands in a few columns, in order from top to bottom and from left to right.
    void manyNeuronsGetColumns()
    {
        Network network = Canvas::smallNetwork();
        network.find("dense1")->attributes["units"] = int64_t(40);
        Canvas canvas(network);
        canvas.view.unfold("dense1");
        std::map<NodeId, CardSize> sizes = canvas.scene.cardSizes();
        for (auto &[id, size] : sizes)
            if (canvas.network().find(id)->kind == "neuron")
                size.height = 66; // the name stands below only
        std::map<NodeId, Point> drawn;
        for (const Node &node : canvas.network().nodes)
            drawn[node.id] = node.position;
        for (const auto &places : {drawn, tidyLayout(canvas.network(), sizes)}) {
            std::map<double, int> columns;
            for (const auto &[id, place] : places)
                columns[place.x] += canvas.network().find(id)->kind == "neuron";
            std::erase_if(columns, [](const auto &entry) { return entry.second == 0; });
            QCOMPARE(columns.size(), size_t(3)); // 14, 14 and 12
            for (const auto &[x, count] : columns)
                QVERIFY(count <= neuronsInAColumn);
            QVERIFY(places.at("neuron1").y < places.at("neuron2").y);
            QVERIFY(places.at("neuron1").x < places.at("neuron40").x);
            QVERIFY(places.at("neuron40").x < places.at("concatenate1").x || !places.contains("concatenate1"));
            QVERIFY(!overlap(places, sizes));
        }
        QCOMPARE(canvas.steps(), 1);
        canvas.undo();
        QCOMPARE(canvas.network(), network);
    }

    void usualSizesHoldEveryCard_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : templateNames(ZHIBEI_RESOURCES))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    /// A layout without a canvas leaves the room that cards will need, pictures included.
    void usualSizesHoldEveryCard()
    {
        QFETCH(QString, name);
        Canvas canvas;
        canvas.document.setProject(openProject(name.toStdString(), ZHIBEI_RESOURCES), {});
        if (!canvas.document.dataset() || !canvas.document.analysis().trainable())
            QSKIP("its data are not installed");
        const auto usual = usualSizes(canvas.network(), canvas.document.analysis());
        for (const auto &[id, size] : canvas.scene.cardSizes()) {
            if (canvas.network().find(id)->kind == "neuron")
                continue;
            const QString text = QStringLiteral("%1: %2×%3, room for %4×%5").arg(QString::fromStdString(id)).arg(size.width).arg(size.height).arg(usual.at(id).width).arg(usual.at(id).height);
            QVERIFY2(usual.at(id).width >= size.width && usual.at(id).height >= size.height, qPrintable(text));
            QVERIFY2(usual.at(id).width < 2.2 * size.width && usual.at(id).height < 2.2 * size.height, qPrintable(text)); // but no desert
        }
    }

    void endsOnCyclesAndStrays()
    {
        Network network = Canvas::smallNetwork();
        network.connect({"dense2", 0}, {"dense1", 0});
        network.addNode("dropout");
        network.addNode("squared");
        Canvas canvas(network);
        const auto places = tidyLayout(canvas.network(), canvas.scene.cardSizes());
        QCOMPARE(places.size(), network.nodes.size());
        QVERIFY(!overlap(places, canvas.scene.cardSizes()));
    }

    void largeNetworks()
    {
        Network network;
        NodeId before = network.addNode("input");
        for (int i = 0; i < 300; ++i) {
            const NodeId next = network.addNode(i % 3 ? "dense" : "add");
            network.connect({before, 0}, {next, 0});
            if (i % 3)
                network.connect({"input1", 0}, {next, 0});
            before = i % 5 ? next : before;
        }
        std::map<NodeId, CardSize> sizes;
        for (const Node &node : network.nodes)
            sizes[node.id] = {130, 90};
        const auto places = tidyLayout(network, sizes);
        QCOMPARE(places.size(), network.nodes.size());
        QVERIFY(!overlap(places, sizes));
    }

    void roomForWhatIsInserted_data()
    {
        QTest::addColumn<double>("x");
        QTest::newRow("near the card before") << -30.0;
        QTest::newRow("near the card after") << 40.0;
    }

    void roomForWhatIsInserted()
    {
        QFETCH(double, x);
        Canvas canvas;
        canvas.view.insertOnWire(*findKind("dropout"), {{"dense1", 0}, {"dense2", 0}}, {x, 0});
        std::map<NodeId, Point> places;
        for (const Node &node : canvas.network().nodes)
            places[node.id] = node.position;
        QCOMPARE(places.size(), size_t(5));
        QVERIFY(places.at("dense1").x < places.at("dropout1").x);
        QVERIFY(places.at("dropout1").x < places.at("dense2").x);
        QVERIFY(!overlap(places, canvas.scene.cardSizes()));
        canvas.undo();
        QCOMPARE(canvas.network(), Canvas::smallNetwork());
    }

    void roomForUnfoldedNeurons()
    {
        Canvas canvas;
        canvas.view.unfold("dense1");
        std::map<NodeId, Point> places;
        for (const Node &node : canvas.network().nodes)
            places[node.id] = node.position;
        QVERIFY(places.contains("neuron4"));
        std::map<NodeId, CardSize> sizes = canvas.scene.cardSizes();
        for (auto &[id, size] : sizes)
            if (canvas.network().find(id)->kind == "neuron")
                size.height = 66; // the name stands below only
        QVERIFY(!overlap(places, sizes));
    }

    void commandIsOneStep()
    {
        Canvas canvas;
        const Network before = canvas.network();
        canvas.view.tidyLayout();
        QCOMPARE(canvas.steps(), 1);
        canvas.undo();
        QCOMPARE(canvas.network(), before);
        QCOMPARE(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos(), QPointF(-80, 0));
    }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
