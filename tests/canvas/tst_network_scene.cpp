#include "core/probes/gradient_flow.h"
#include "core/train/training.h"
#include "tests/canvas/canvas_fixture.h"
#include "widgets/canvas/panels/weight_popup.h"
#include "widgets/canvas/panels/weight_section.h"
#include "widgets/canvas/panels/weight_table.h"

#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace zhibei;

/// The scene follows the document, touches only what changed, and shows live values.
class TestNetworkScene : public QObject {
    Q_OBJECT

    static std::shared_ptr<const Observation> observe(Canvas &canvas, int steps = 5)
    {
        const auto model = buildModel(canvas.network(), canvas.document.dataset()->type());
        Training training(model, canvas.document.dataset(), {}, 1);
        while (training.steps() < steps)
            training.step();
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->model = model;
        snapshot->parameters = std::make_shared<AlignedVector<float>>(training.parameters().begin(), training.parameters().end());
        Observer observer;
        return observer.observe(snapshot, *canvas.document.dataset(), canvas.document.project().data, {});
    }

    static Network large()
    {
        Network network;
        NodeId before = network.addNode("input", {}, {-2000, 0});
        for (int i = 0; i < 499; ++i) {
            const NodeId next = network.addNode("dense", {{"units", int64_t(4)}}, {-1800.0 + 180 * (i % 25), 150.0 * (i / 25)});
            network.connect({before, 0}, {next, 0});
            before = next;
        }
        return network;
    }

private slots:
    void followsTheDocument()
    {
        Canvas canvas;
        NodeItem *untouched = canvas.scene.nodeItem(QStringLiteral("dense2"));
        WireItem *wire = canvas.scene.wireItem({{"dense1", 0}, {"dense2", 0}});
        canvas.document.edit("Add", [](Project &project) { project.network.addNode("dropout"); });
        QVERIFY(canvas.scene.nodeItem(QStringLiteral("dropout1")));
        QCOMPARE(canvas.scene.nodeItem(QStringLiteral("dense2")), untouched); // the same items, not new ones
        QCOMPARE(canvas.scene.wireItem({{"dense1", 0}, {"dense2", 0}}), wire);
        canvas.undo();
        QVERIFY(!canvas.scene.nodeItem(QStringLiteral("dropout1")));
    }

    void mistakesStandOnTheNode()
    {
        Canvas canvas;
        QVERIFY(canvas.scene.nodeItem(QStringLiteral("dense2"))->look().problem.isEmpty());
        canvas.document.edit("Cut", [](Project &project) { project.network.disconnect({{"dense1", 0}, {"dense2", 0}}); });
        const NodeLook &look = canvas.scene.nodeItem(QStringLiteral("dense2"))->look();
        QVERIFY(!look.problem.isEmpty());
        QVERIFY(look.blocks);
    }

    void facesSuitTheValue()
    {
        Canvas canvas;
        const NodeItem *dense = canvas.scene.nodeItem(QStringLiteral("dense1"));
        QVERIFY(dense->look().caption.contains(QStringLiteral("4")));
        QVERIFY(!dense->look().face.isEmpty());
        QCOMPARE(canvas.scene.nodeItem(QStringLiteral("input1"))->look().outputs.size(), size_t(4)); // all, target, x, y
        QVERIFY(canvas.scene.nodeItem(QStringLiteral("dense2"))->look().answers);
    }

    void strengthsComeFromTheObservation()
    {
        Canvas canvas;
        const Wire wire{{"dense1", 0}, {"dense2", 0}};
        QVERIFY(!canvas.scene.wireStrength(wire));
        const auto observation = observe(canvas);
        canvas.scene.setObservation(observation);
        const auto strength = canvas.scene.wireStrength(wire);
        QVERIFY(strength);
        QVERIFY(std::abs(*strength) <= 1);
        QCOMPARE(*strength < 0, observation->wires.at(wire).mean < 0);
        QVERIFY(!canvas.scene.wireStrength({{"input1", 1}, {"binary_cross_entropy1", 1}}));
    }

    void gradientsComeFromTheFlow()
    {
        Canvas canvas;
        const Wire wire{{"dense1", 0}, {"dense2", 0}};
        QVERIFY(!canvas.scene.wireGradient(wire));
        auto flow = std::make_shared<GradientFlow>();
        flow->layers.push_back({.node = "dense1", .output = 0.02, .gradient = 1, .weights = 1, .count = 1, .objective = 0});
        flow->layers.push_back({.node = "dense2", .output = 4, .gradient = 1, .weights = 1, .count = 1, .objective = 0});
        canvas.scene.setGradients(flow);
        QCOMPARE(*canvas.scene.wireGradient(wire), 0.005);
        QVERIFY(!canvas.scene.wireGradient({{"input1", 0}, {"dense1", 0}})); // nothing flows back to the data
        canvas.scene.setGradients(nullptr);
        QVERIFY(!canvas.scene.wireGradient(wire));
    }

    void weightsAreReadAndChanged()
    {
        Canvas canvas;
        canvas.scene.setObservation(observe(canvas));
        QSignalSpy edited(&canvas.scene, &NetworkScene::parameterEdited);
        const Wire wire{{"dense1", 0}, {"dense2", 0}};
        canvas.click(canvas.scene.wireItem(wire)->path().pointAtPercent(0.5));
        WeightPopup *popup = canvas.view.weightPopup();
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->sections().size(), 1);
        WeightSection *section = popup->sections().first();
        section->table()->setCurrent(2, 0);
        const auto &snapshot = *canvas.scene.observation()->snapshot;
        const ParameterView *view = snapshot.model->parameter("dense2", "weights");
        QCOMPARE(static_cast<float>(section->value()), (*snapshot.parameters)[static_cast<size_t>(view->index(2))]);
        section->valueField()->setValue(1.25);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited[0][0].toString(), QStringLiteral("dense2.weights"));
        QCOMPARE(edited[0][1].toLongLong(), 2);
        QCOMPARE(edited[0][2].toFloat(), 1.25f);
        QCOMPARE(canvas.steps(), 0); // training never enters the undo stack
        canvas.key(Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
    }

    void biasOfANeuron()
    {
        Canvas canvas;
        canvas.view.unfold("dense1");
        canvas.scene.setObservation(observe(canvas));
        QSignalSpy edited(&canvas.scene, &NetworkScene::parameterEdited);
        const NodeItem *item = canvas.scene.nodeItem(QStringLiteral("neuron3"));
        canvas.click(item->pos() + item->look().biasDot().center());
        QVERIFY(canvas.view.weightPopup()->isVisible());
        canvas.view.weightPopup()->sections().first()->valueField()->setValue(-0.5);
        QCOMPARE(edited[0][0].toString(), QStringLiteral("neuron3.bias"));
        canvas.document.edit("Fold", [](Project &project) { project.network.removeNode("neuron3"); });
        QVERIFY(!canvas.view.weightPopup()->isVisible());
    }

    void motionOnlyWhereWanted()
    {
        Canvas canvas;
        canvas.scene.setFlowing(true);
        const double phase = canvas.scene.flowPhase();
        QVERIFY(canvas.scene.isFlowing());
        canvas.theme.setReduceMotion(false);
        QTRY_VERIFY(canvas.scene.flowPhase() > phase);
        canvas.theme.setReduceMotion(true);
        const double still = canvas.scene.flowPhase();
        QCoreApplication::processEvents();
        QCOMPARE(canvas.scene.flowPhase(), still);
    }

    void undoGlidesHome()
    {
        Canvas canvas;
        canvas.theme.setReduceMotion(false);
        canvas.document.edit("Move", [](Project &project) { project.network.find("dense1")->position = {-80, 200}; });
        QTRY_COMPARE(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos(), QPointF(-80, 200));
        canvas.undo();
        QTRY_COMPARE(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos(), QPointF(-80, 0));
    }

    void spotlightLeavesTheRestInTheDark()
    {
        Canvas canvas;
        const NodeItem *lit = canvas.scene.nodeItem(QStringLiteral("dense2")), *other = canvas.scene.nodeItem(QStringLiteral("dense1"));
        const Wire wire{{"dense1", 0}, {"dense2", 0}};
        canvas.scene.setSpotlight({{"dense2"}, {wire}, true});
        QCOMPARE(lit->opacity(), 1.0);
        QCOMPARE(canvas.scene.wireItem(wire)->opacity(), 1.0);
        QVERIFY(other->opacity() < 0.5);
        QVERIFY(canvas.scene.inSpotlight(wire) && canvas.scene.inSpotlight(NodeId("dense2")));
        canvas.document.edit("Add", [](Project &project) { project.network.addNode("dropout"); });
        QVERIFY(canvas.scene.nodeItem(QStringLiteral("dropout1"))->opacity() < 0.5); // what is new stands in the dark
        canvas.scene.setSpotlight({});
        for (const NodeItem *item : canvas.scene.nodeItems())
            QCOMPARE(item->opacity(), 1.0);
        QCOMPARE(canvas.scene.wireItem({{"input1", 0}, {"dense1", 0}})->opacity(), 1.0);
    }

    void largeNetworksBuildQuickly()
    {
        QElapsedTimer timer;
        timer.start();
        Canvas canvas(large());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(canvas.scene.nodeItems().size(), 500);
        QHash<QString, QPointF> before;
        for (const NodeItem *item : canvas.scene.nodeItems())
            before[item->id()] = item->pos();
        canvas.document.edit("Move", [](Project &project) { project.network.find("dense7")->position.x += 40; });
        for (const NodeItem *item : canvas.scene.nodeItems())
            QCOMPARE(item->pos() != before[item->id()], item->id() == QStringLiteral("dense7"));
    }

    /// The figure to reach is 30 frames a second; tests run on slow machines too.
    void largeNetworksPan()
    {
        Canvas canvas(large());
        canvas.view.resize(1600, 1000);
        canvas.view.fit();
        QImage image(canvas.view.size(), QImage::Format_ARGB32_Premultiplied);
        canvas.view.viewport()->render(&image);
        QElapsedTimer timer;
        timer.start();
        const int frames = 10;
        for (int i = 0; i < frames; ++i) {
            canvas.view.panBy({5, 3});
            canvas.view.viewport()->render(&image);
        }
        const double perFrame = static_cast<double>(timer.elapsed()) / frames;
        qInfo("500 nodes, all in view, drawn whole: %.1f ms a frame", perFrame);
        QVERIFY2(perFrame < 100, qPrintable(QString::number(perFrame)));
    }

    void emptyCanvasSaysWhatToDo()
    {
        Canvas canvas{Network()};
        QWidget *hint = canvas.view.findChild<QWidget *>(QStringLiteral("emptyHint"));
        QVERIFY(hint && hint->isVisible());
        canvas.view.insertKind("dense");
        QVERIFY(!hint->isVisible());
        canvas.undo();
        QVERIFY(hint->isVisible());
    }
};

QTEST_MAIN(TestNetworkScene)
#include "tst_network_scene.moc"
