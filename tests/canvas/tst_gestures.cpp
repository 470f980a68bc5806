#include "tests/canvas/canvas_fixture.h"
#include "widgets/canvas/clipboard.h"
#include "widgets/canvas/panels/hint_label.h"
#include "widgets/canvas/panels/kind_menu.h"

#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>

using namespace zhibei;

/// Every gesture: committed it is one undo step, escaped it leaves no trace.
class TestGestures : public QObject {
    Q_OBJECT

    static QSet<QGraphicsItem *> itemsOf(const Canvas &canvas)
    {
        const QList<QGraphicsItem *> items = canvas.scene.items();
        return QSet<QGraphicsItem *>(items.begin(), items.end());
    }

    static std::unique_ptr<QMimeData> payload(const QByteArray &id)
    {
        auto data = std::make_unique<QMimeData>();
        data->setData(QString::fromLatin1(nodeMimeType), id);
        return data;
    }

    static bool enter(Canvas &canvas, const QMimeData &data, const QPointF &place)
    {
        QDragEnterEvent event(canvas.view.mapFromScene(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QApplication::sendEvent(canvas.view.viewport(), &event);
        return event.isAccepted();
    }
    static void over(Canvas &canvas, const QMimeData &data, const QPointF &place)
    {
        QDragMoveEvent event(canvas.view.mapFromScene(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &event);
    }
    static void drop(Canvas &canvas, const QMimeData &data, const QPointF &place)
    {
        QDropEvent event(canvas.view.mapFromScene(place), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.view.viewport(), &event);
    }
    static QPointF onWire(const Canvas &canvas, const Wire &wire)
    {
        return canvas.scene.wireItem(wire)->path().pointAtPercent(0.5);
    }

private slots:
    void moveCommits()
    {
        Canvas canvas;
        canvas.drag(canvas.grip("dense1"), canvas.grip("dense1") + QPointF(31, 93), Qt::AltModifier);
        QCOMPARE(canvas.steps(), 1);
        QCOMPARE(canvas.network().find("dense1")->position, (Point{-49, 93}));
        QCOMPARE(canvas.network().find("dense2")->position, (Point{200, 0}));
        canvas.undo();
        QCOMPARE(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos(), QPointF(-80, 0));
        canvas.redo();
        QCOMPARE(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos(), QPointF(-49, 93));
    }

    void moveTakesTheWholeSelection()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1", "dense2"});
        canvas.drag(canvas.grip("dense2"), canvas.grip("dense2") + QPointF(0, -120), Qt::AltModifier);
        QCOMPARE(canvas.network().find("dense1")->position, (Point{-80, -120}));
        QCOMPARE(canvas.network().find("dense2")->position, (Point{200, -120}));
        QCOMPARE(canvas.steps(), 1);
    }

    void moveSnapsToNeighbours()
    {
        Canvas canvas;
        canvas.document.edit("Move", [](Project &project) { project.network.find("dense1")->position = {-80, 90}; });
        const double centre = canvas.middle("dense2").y();
        canvas.drag(canvas.grip("dense1"), canvas.grip("dense1") + QPointF(0, centre - canvas.middle("dense1").y() + 3));
        QCOMPARE(canvas.network().find("dense1")->position.y, 0.0);
    }

    void moveEscapes()
    {
        Canvas canvas;
        const auto before = itemsOf(canvas);
        canvas.dragTo(canvas.grip("dense1"), canvas.grip("dense1") + QPointF(60, 120));
        QVERIFY(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos() != QPointF(-80, 0));
        canvas.key(Qt::Key_Escape);
        QCOMPARE(canvas.scene.nodeItem(QStringLiteral("dense1"))->pos(), QPointF(-80, 0));
        canvas.release({0, 300});
        QCOMPARE(canvas.steps(), 0);
        QCOMPARE(itemsOf(canvas), before);
    }

    void wireCommits()
    {
        Canvas canvas;
        const NodeId added = "add1";
        canvas.document.edit("Add", [](Project &project) { project.network.addNode("add", {}, {0, -220}); });
        canvas.drag(canvas.output("dense1"), canvas.input("add1"));
        const Wire wire{{"dense1", 0}, {added, 0}};
        QVERIFY(canvas.has(wire));
        QCOMPARE(canvas.steps(), 2);
        canvas.undo();
        QVERIFY(!canvas.has(wire));
        QVERIFY(!canvas.scene.wireItem(wire));
        canvas.redo();
        QVERIFY(canvas.scene.wireItem(wire));
    }

    void wireBackwards()
    {
        Canvas canvas;
        canvas.document.edit("Add", [](Project &project) { project.network.addNode("add", {}, {0, -220}); });
        canvas.drag(canvas.input("add1"), canvas.output("dense1"));
        QVERIFY(canvas.has({{"dense1", 0}, {"add1", 0}}));
    }

    void wireEscapes()
    {
        Canvas canvas;
        const auto before = itemsOf(canvas);
        const Network network = canvas.network();
        canvas.dragTo(canvas.output("dense1"), {60, -200});
        QVERIFY(itemsOf(canvas) != before); // the preview
        QCOMPARE(canvas.scene.offer("dense2", 0, false), NetworkScene::Offer::Fits);
        canvas.key(Qt::Key_Escape);
        canvas.release({60, -200});
        QCOMPARE(canvas.network(), network);
        QCOMPARE(canvas.steps(), 0);
        QCOMPARE(itemsOf(canvas), before);
        QCOMPARE(canvas.scene.offer("dense2", 0, false), NetworkScene::Offer::None);
        QVERIFY(!canvas.view.kindMenu());
    }

    void forbiddenWiresSayWhy()
    {
        Canvas canvas;
        auto *hint = canvas.view.findChild<HintLabel *>();
        canvas.dragTo(canvas.output("dense2"), canvas.input("dense2")); // itself
        QVERIFY(hint->isVisible());
        QVERIFY(!hint->text().isEmpty());
        canvas.release(canvas.input("dense2"));
        QCOMPARE(canvas.steps(), 0);
        canvas.dragTo(canvas.output("dense2"), canvas.input("dense1")); // a circle
        QVERIFY(hint->isVisible());
        QCOMPARE(canvas.scene.offer("dense1", 0, false), NetworkScene::Offer::Quiet);
        canvas.key(Qt::Key_Escape);
        QVERIFY(!hint->isVisible());
    }

    void replugMovesTheEnd()
    {
        Canvas canvas;
        const Wire old{{"dense1", 0}, {"dense2", 0}};
        canvas.drag(canvas.input("dense2"), canvas.input("binary_cross_entropy1", 0));
        QVERIFY(!canvas.has(old));
        QVERIFY(canvas.has({{"dense1", 0}, {"binary_cross_entropy1", 0}}));
        QCOMPARE(canvas.steps(), 1);
        canvas.undo();
        QVERIFY(canvas.has(old));
    }

    void replugOntoNothingUnplugs()
    {
        Canvas canvas;
        const Wire old{{"dense1", 0}, {"dense2", 0}};
        canvas.drag(canvas.input("dense2"), {60, -220});
        QVERIFY(!canvas.has(old));
        QVERIFY(!canvas.view.kindMenu());
        canvas.undo();
        QVERIFY(canvas.has(old));
        QVERIFY(canvas.scene.wireItem(old)->isVisible());
    }

    void replugEscapes()
    {
        Canvas canvas;
        const Wire old{{"dense1", 0}, {"dense2", 0}};
        canvas.dragTo(canvas.input("dense2"), {60, -220});
        QVERIFY(!canvas.scene.wireItem(old)->isVisible());
        canvas.key(Qt::Key_Escape);
        canvas.release({60, -220});
        QVERIFY(canvas.has(old));
        QVERIFY(canvas.scene.wireItem(old)->isVisible());
        QCOMPARE(canvas.steps(), 0);
    }

    void droppedOnNothingOffersKinds()
    {
        Canvas canvas;
        canvas.drag(canvas.output("dense2"), {60, -220});
        KindMenu *menu = canvas.view.kindMenu();
        QVERIFY(menu);
        QVERIFY(menu->shownKinds().contains("dense"));
        QVERIFY(menu->shownKinds().contains("squared"));
        QVERIFY(!menu->shownKinds().contains("input"));
        QCOMPARE(canvas.steps(), 0);
        menu->searchField()->setText(QStringLiteral("drop"));
        QCOMPARE(menu->shownKinds(), QStringList{"dropout"});
        QTest::keyClick(menu->searchField(), Qt::Key_Return);
        QCOMPARE(canvas.steps(), 1);
        QVERIFY(canvas.has({{"dense2", 0}, {"dropout1", 0}}));
        canvas.undo();
        QVERIFY(!canvas.network().find("dropout1"));
    }

    /// Four numbers do not match an answer of one: no loss fits there.
    void offersOnlyWhatFits()
    {
        Canvas canvas;
        canvas.drag(canvas.output("dense1"), {60, -220});
        QVERIFY(canvas.view.kindMenu()->shownKinds().contains("dense"));
        QVERIFY(!canvas.view.kindMenu()->shownKinds().contains("squared"));
    }

    void offeredKindsEscape()
    {
        Canvas canvas;
        const auto before = itemsOf(canvas);
        canvas.drag(canvas.output("dense1"), {60, -220});
        QVERIFY(canvas.view.kindMenu());
        QTest::keyClick(canvas.view.kindMenu()->searchField(), Qt::Key_Escape);
        QVERIFY(!canvas.view.kindMenu());
        QCOMPARE(canvas.steps(), 0);
        QCOMPARE(itemsOf(canvas), before);
    }

    void offeredLossGetsItsTarget()
    {
        Canvas canvas;
        canvas.drag(canvas.output("dense2"), {60, -220});
        canvas.view.kindMenu()->searchField()->setText(QStringLiteral("squared"));
        QTest::keyClick(canvas.view.kindMenu()->searchField(), Qt::Key_Return);
        QVERIFY(canvas.has({{"input1", 1}, {"squared1", 1}}));
    }

    void rubberBandSelects()
    {
        Canvas canvas;
        QSignalSpy selected(&canvas.scene, &NetworkScene::selectedNodesChanged);
        canvas.drag({-200, -200}, {340, 60});
        QCOMPARE(canvas.scene.selectedNodes(), (QStringList{"dense1", "dense2"}));
        QVERIFY(!selected.isEmpty());
        QCOMPARE(selected.last().at(0).toStringList(), (QStringList{"dense1", "dense2"}));
        QCOMPARE(canvas.steps(), 0);
    }

    void rubberBandEscapes()
    {
        Canvas canvas;
        const auto before = itemsOf(canvas);
        canvas.scene.selectNodes({"input1"});
        canvas.dragTo({-200, -200}, {340, 60});
        QCOMPARE(canvas.scene.selectedNodes().size(), 2);
        canvas.key(Qt::Key_Escape);
        canvas.release({340, 60});
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"input1"});
        QCOMPARE(itemsOf(canvas), before);
    }

    void panAndItsEscape()
    {
        Canvas canvas;
        const QPointF before = canvas.view.mapToScene(0, 0);
        canvas.mouse(QEvent::MouseButtonPress, {0, 0}, Qt::MiddleButton);
        QMouseEvent moved(QEvent::MouseMove, QPointF(560, 400), QPointF(560, 400), Qt::NoButton, Qt::MiddleButton, {});
        QApplication::sendEvent(canvas.view.viewport(), &moved);
        QVERIFY(canvas.view.mapToScene(0, 0) != before);
        canvas.key(Qt::Key_Escape);
        QCOMPARE(canvas.view.mapToScene(0, 0), before);
    }

    void wheelZoomsAboutThePointer()
    {
        Canvas canvas;
        const QPoint place(700, 200);
        const QPointF under = canvas.view.mapToScene(place);
        QWheelEvent wheel(place, canvas.view.viewport()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas.view.viewport(), &wheel);
        QVERIFY(canvas.view.scale() > 1.1);
        const QPointF now = canvas.view.mapToScene(place);
        QVERIFY(std::hypot(now.x() - under.x(), now.y() - under.y()) < 2);
    }

    void dropPlacesANode()
    {
        Canvas canvas;
        const auto data = payload("dropout");
        QVERIFY(enter(canvas, *data, {0, -200}));
        over(canvas, *data, {20, -220});
        QCOMPARE(canvas.steps(), 0);
        drop(canvas, *data, {20, -220});
        QCOMPARE(canvas.steps(), 1);
        QCOMPARE(canvas.network().find("dropout1")->position, (Point{20, -220}));
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"dropout1"});
        canvas.undo();
        QVERIFY(!canvas.network().find("dropout1"));
    }

    void dropOnAWireInserts()
    {
        Canvas canvas;
        const Wire wire{{"dense1", 0}, {"dense2", 0}};
        const auto data = payload("dropout");
        const QPointF place = onWire(canvas, wire);
        QVERIFY(enter(canvas, *data, {0, -200}));
        over(canvas, *data, place);
        QCOMPARE(canvas.scene.litWire(), std::optional(wire));
        drop(canvas, *data, place);
        QVERIFY(!canvas.has(wire));
        QVERIFY(canvas.has({{"dense1", 0}, {"dropout1", 0}}));
        QVERIFY(canvas.has({{"dropout1", 0}, {"dense2", 0}}));
        QVERIFY(!canvas.scene.litWire());
        QCOMPARE(canvas.steps(), 1);
        QVERIFY(canvas.document.analysis().trainable());
        canvas.undo();
        QVERIFY(canvas.has(wire));
    }

    void dropLeavesNoTrace()
    {
        Canvas canvas;
        const auto before = itemsOf(canvas);
        const auto data = payload("dropout");
        enter(canvas, *data, {0, -200});
        over(canvas, *data, onWire(canvas, {{"dense1", 0}, {"dense2", 0}}));
        QDragLeaveEvent leave; // what Escape becomes in a drag
        QApplication::sendEvent(canvas.view.viewport(), &leave);
        QCOMPARE(canvas.steps(), 0);
        QCOMPARE(itemsOf(canvas), before);
        QVERIFY(!canvas.scene.litWire());
    }

    void dropRefusesStrangers()
    {
        Canvas canvas;
        QMimeData text;
        text.setText(QStringLiteral("dense"));
        QVERIFY(!enter(canvas, text, {0, 0}));
        QVERIFY(!enter(canvas, *payload("no such kind"), {0, 0}));
        QVERIFY(!enter(canvas, *payload("data:no such data"), {0, 0}));
    }

    void dropOfDataChoosesThem()
    {
        Canvas canvas;
        QSignalSpy dropped(&canvas.scene, &NetworkScene::dataKindDropped);
        const auto data = payload("data:circle");
        QVERIFY(enter(canvas, *data, {0, -200}));
        drop(canvas, *data, {0, -200});
        QCOMPARE(canvas.document.project().data.source, std::string("circle"));
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(canvas.steps(), 1);
        QCOMPARE(canvas.network().nodes.size(), size_t(4)); // there was an input already
    }

    void buttonsChangeNeurons()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        const NodeItem *item = canvas.scene.nodeItem(QStringLiteral("dense1"));
        canvas.click(item->pos() + item->look().plusButton().center());
        QCOMPARE(std::get<int64_t>(canvas.network().find("dense1")->attributes.at("units")), int64_t(5));
        canvas.click(item->pos() + item->look().minusButton().center());
        canvas.click(item->pos() + item->look().minusButton().center());
        QCOMPARE(std::get<int64_t>(canvas.network().find("dense1")->attributes.at("units")), int64_t(3));
        QCOMPARE(canvas.steps(), 3);
        canvas.undo();
        QCOMPARE(std::get<int64_t>(canvas.network().find("dense1")->attributes.at("units")), int64_t(4));
    }

    void doubleClickLooksInside()
    {
        Canvas canvas;
        QSignalSpy activated(&canvas.scene, &NetworkScene::nodeActivated);
        canvas.doubleClick(canvas.grip("dense1"));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), QStringLiteral("dense1"));
        QCOMPARE(canvas.steps(), 0); // nothing was edited
    }

    void zoomingInGoesOnIntoTheCard()
    {
        Canvas canvas;
        QSignalSpy into(&canvas.view, &NetworkView::zoomedInto);
        const auto turn = [&](const QPointF &place, int notches) {
            const QPoint local = canvas.view.mapFromScene(place);
            QWheelEvent event(local, canvas.view.viewport()->mapToGlobal(local), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(canvas.view.viewport(), &event);
        };
        for (int i = 0; i < 30; ++i)
            turn(canvas.middle("dense1") + QPointF(0, 4000), 1);
        QCOMPARE(into.size(), 0); // paper has no inside
        canvas.view.fit();
        int notches = 0;
        for (; into.isEmpty() && notches < 30; ++notches)
            turn(canvas.grip("dense1"), 1);
        QCOMPARE(into.size(), 1);
        QCOMPARE(into[0][0].toString(), QStringLiteral("dense1"));
        QVERIFY2(notches > 2, qPrintable(QString::number(notches)));
        const QSizeF card = canvas.scene.nodeItem(QStringLiteral("dense1"))->cardRect().size() * canvas.view.scale();
        QVERIFY(card.width() > 0.6 * canvas.view.viewport()->width() || card.height() > 0.6 * canvas.view.viewport()->height() || canvas.view.scale() >= 4);
        turn(canvas.grip("dense1"), -1);
        QCOMPARE(into.size(), 1);
    }

    void doubleClickOnPaperOffersAllKinds()
    {
        Canvas canvas;
        canvas.doubleClick({0, -260});
        QVERIFY(canvas.view.kindMenu());
        QCOMPARE(canvas.view.kindMenu()->shownKinds().size(), static_cast<qsizetype>(layerKinds().size()));
    }

    void clicksSelect()
    {
        Canvas canvas;
        canvas.click(canvas.grip("dense1"));
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"dense1"});
        canvas.click(canvas.grip("dense2"), Qt::ControlModifier);
        QCOMPARE(canvas.scene.selectedNodes(), (QStringList{"dense1", "dense2"}));
        canvas.click(canvas.grip("dense1"), Qt::ControlModifier);
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"dense2"});
        canvas.click({0, -260});
        QVERIFY(canvas.scene.selectedNodes().isEmpty());
    }

    /// Settings that name other nodes follow a rename, and within a pasted part they mean the copies.
    void namesFollowTheirNodes()
    {
        Network net;
        const NodeId a = net.addNode("dense"), b = net.addNode("dense", {{"share", a}}),
                     loss = net.addNode("squared", {{"trains", std::string("dense2,  dense1, g_*")}}), joined = net.addNode("squared", {{"joins", loss}});
        const auto text = [&](const NodeId &id, const char *attribute) { return std::get<std::string>(net.find(id)->attributes.at(attribute)); };
        QVERIFY(changeNodeId(net, a, "eye") && changeNodeId(net, loss, "judge"));
        QCOMPARE(text(b, "share"), std::string("eye"));
        QCOMPARE(text("judge", "trains"), std::string("dense2, eye, g_*"));
        QCOMPARE(text(joined, "joins"), std::string("judge"));
        const QStringList copies = merge(net, extract(net, {QStringLiteral("judge"), QString::fromStdString(joined)}), {});
        QCOMPARE(copies.size(), 2);
        QCOMPARE(text(copies[1].toStdString(), "joins"), copies[0].toStdString());
        QCOMPARE(text(copies[0].toStdString(), "trains"), std::string("dense2, eye, g_*"));
    }
};

QTEST_MAIN(TestGestures)
#include "tst_gestures.moc"
