#include "tests/canvas/canvas_fixture.h"
#include "widgets/canvas/panels/kind_menu.h"
#include "widgets/canvas/panels/line_editor.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTranslator>

using namespace zhibei;

/// The commands and the keyboard: everything without a mouse, and undo of everything.
class TestNetworkView : public QObject {
    Q_OBJECT

    static LineEditor *editor(Canvas &canvas) { return canvas.view.findChild<LineEditor *>(); }

private slots:
    void copyAndPaste()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1", "dense2"});
        canvas.view.copy();
        QVERIFY(canvas.view.canPaste());
        canvas.view.paste();
        QCOMPARE(canvas.network().nodes.size(), size_t(6));
        const QStringList made = canvas.scene.selectedNodes();
        QCOMPARE(made, (QStringList{"dense3", "dense4"}));
        QVERIFY(canvas.has({{"dense3", 0}, {"dense4", 0}}));
        QCOMPARE(canvas.network().find("dense3")->attributes, canvas.network().find("dense1")->attributes);
        QVERIFY(canvas.network().find("dense3")->position != canvas.network().find("dense1")->position);
        QCOMPARE(canvas.steps(), 1);
        canvas.view.paste();
        QVERIFY(canvas.network().find("dense5")->position != canvas.network().find("dense3")->position);
        canvas.undo();
        canvas.undo();
        QCOMPARE(structure(canvas.network()), structure(Canvas::smallNetwork()));
    }

    void cutAndPaste()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense2"});
        canvas.view.cut();
        QVERIFY(!canvas.network().find("dense2"));
        QCOMPARE(canvas.network().wires.size(), size_t(2));
        canvas.view.paste();
        QVERIFY(canvas.network().find("dense2"));
        QCOMPARE(canvas.steps(), 2);
    }

    void pasteIgnoresStrangers()
    {
        Canvas canvas;
        QGuiApplication::clipboard()->setText(QStringLiteral("{\"nodes\": []}"));
        canvas.view.paste();
        auto *bad = new QMimeData;
        bad->setData(QStringLiteral("application/x-zhibei-network;version=1"), "{\"nodes\": [[[");
        QGuiApplication::clipboard()->setMimeData(bad);
        canvas.view.paste();
        QCOMPARE(canvas.steps(), 0);
    }

    void duplicates()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        canvas.view.duplicate();
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"dense3"});
        canvas.undo();
        QVERIFY(!canvas.network().find("dense3"));
    }

    void deletesNodesWiresAndNotes()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense2"});
        canvas.key(Qt::Key_Delete);
        QVERIFY(!canvas.network().find("dense2"));
        QCOMPARE(canvas.steps(), 1);
        canvas.undo();
        QCOMPARE(structure(canvas.network()), structure(Canvas::smallNetwork()));
        canvas.scene.selectWire({{"dense1", 0}, {"dense2", 0}});
        canvas.key(Qt::Key_Delete);
        QCOMPARE(canvas.network().wires.size(), size_t(3));
        canvas.undo();
        canvas.key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(canvas.scene.selectedNodes().size(), 4);
        canvas.key(Qt::Key_Delete);
        QVERIFY(canvas.network().nodes.empty());
    }

    void aligns_data()
    {
        QTest::addColumn<int>("alignment");
        QTest::newRow("left") << int(Alignment::Left);
        QTest::newRow("centre") << int(Alignment::Centre);
        QTest::newRow("right") << int(Alignment::Right);
        QTest::newRow("top") << int(Alignment::Top);
        QTest::newRow("middle") << int(Alignment::Middle);
        QTest::newRow("bottom") << int(Alignment::Bottom);
    }
    void aligns()
    {
        QFETCH(int, alignment);
        Canvas canvas;
        canvas.scene.selectNodes({"input1", "dense1", "binary_cross_entropy1"});
        canvas.view.align(static_cast<Alignment>(alignment));
        QCOMPARE(canvas.steps(), 1);
        std::set<int> places;
        for (const char *id : {"input1", "dense1", "binary_cross_entropy1"}) {
            const QRectF card = canvas.scene.nodeItem(QString::fromLatin1(id))->cardRect();
            const double values[] = {card.left(), card.center().x(), card.right(), card.top(), card.center().y(), card.bottom()};
            places.insert(static_cast<int>(std::lround(values[alignment] * 4)));
        }
        QCOMPARE(places.size(), size_t(1));
        canvas.undo();
        QCOMPARE(canvas.network(), Canvas::smallNetwork());
    }

    void distributes()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"input1", "dense1", "dense2"});
        canvas.view.distribute(Qt::Horizontal);
        const auto card = [&](const char *id) { return canvas.scene.nodeItem(QString::fromLatin1(id))->cardRect(); };
        const double first = card("dense1").left() - card("input1").right(), second = card("dense2").left() - card("dense1").right();
        QVERIFY(std::abs(first - second) <= 1);
    }

    void arrowsWalk()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        canvas.key(Qt::Key_Right);
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"dense2"});
        canvas.key(Qt::Key_Down);
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"binary_cross_entropy1"});
        canvas.key(Qt::Key_Up);
        canvas.key(Qt::Key_Left);
        canvas.key(Qt::Key_Left);
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"input1"});
        QCOMPARE(canvas.steps(), 0);
    }

    void nudgesMergeInOnePress()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, Qt::ControlModifier);
        QApplication::sendEvent(&canvas.view, &press);
        for (int i = 0; i < 3; ++i) {
            QKeyEvent again(QEvent::KeyPress, Qt::Key_Right, Qt::ControlModifier, QString(), true);
            QApplication::sendEvent(&canvas.view, &again);
        }
        QCOMPARE(canvas.network().find("dense1")->position, (Point{-80 + 32, 0}));
        QCOMPARE(canvas.steps(), 1);
        canvas.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(canvas.steps(), 2);
        canvas.undo();
        canvas.undo();
        QCOMPARE(canvas.network().find("dense1")->position, (Point{-80, 0}));
    }

    void tabWalksNodes()
    {
        Canvas canvas;
        canvas.view.activateWindow();
        canvas.view.setFocus();
        QTRY_VERIFY(canvas.view.hasFocus());
        QTest::keyClick(&canvas.view, Qt::Key_Tab);
        QCOMPARE(canvas.scene.currentNode(), QStringLiteral("input1"));
        QTest::keyClick(&canvas.view, Qt::Key_Tab);
        QCOMPARE(canvas.scene.currentNode(), QStringLiteral("dense1"));
        QTest::keyClick(&canvas.view, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(canvas.scene.currentNode(), QStringLiteral("input1"));
    }

    void enterLooksInsideAndFoldsSeveralNeurons()
    {
        Canvas canvas;
        QSignalSpy activated(&canvas.scene, &NetworkScene::nodeActivated);
        for (const char *node : {"input1", "dense1"}) {
            canvas.scene.selectNodes({node});
            canvas.key(Qt::Key_Return);
            QCOMPARE(activated.last()[0].toString(), QString::fromLatin1(node));
        }
        QCOMPARE(activated.size(), 2);
        canvas.view.foldOrUnfold();
        QCOMPARE(canvas.scene.selectedNodes().size(), 4);
        canvas.key(Qt::Key_Return);
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"dense1"});
        QCOMPARE(structure(canvas.network()), structure(Canvas::smallNetwork()));
        QCOMPARE(activated.size(), 2);
    }

    void refusalsAreTold()
    {
        Canvas canvas;
        QSignalSpy refused(&canvas.view, &NetworkView::refused);
        canvas.scene.selectNodes({"dense1"});
        canvas.document.edit("x", [](Project &project) { project.network.find("dense1")->attributes["units"] = int64_t(500); });
        canvas.view.foldOrUnfold();
        QCOMPARE(refused.size(), 1);
        QVERIFY(canvas.network().find("dense1"));
    }

    void keyboardWire()
    {
        Canvas canvas;
        canvas.document.edit("Add", [](Project &project) { project.network.addNode("add", {}, {60, -220}); });
        canvas.scene.selectNodes({"dense1"});
        canvas.key(Qt::Key_C);
        QVERIFY(canvas.view.hasGesture());
        for (int i = 0; i < 6 && canvas.scene.hovered().id != QStringLiteral("add1"); ++i)
            canvas.key(i % 2 ? Qt::Key_Left : Qt::Key_Up);
        QCOMPARE(canvas.scene.hovered().id, QStringLiteral("add1"));
        canvas.key(Qt::Key_Return);
        QVERIFY(!canvas.view.hasGesture());
        QVERIFY(canvas.has({{"dense1", 0}, {"add1", 0}}));
        QCOMPARE(canvas.steps(), 2);
    }

    void keyboardWireEscapes()
    {
        Canvas canvas;
        const auto items = canvas.scene.items().size();
        canvas.scene.selectNodes({"input1"});
        canvas.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(canvas.view.hasGesture());
        canvas.key(Qt::Key_Right);
        canvas.key(Qt::Key_Escape);
        QVERIFY(!canvas.view.hasGesture());
        QCOMPARE(canvas.scene.items().size(), items);
        QCOMPARE(canvas.steps(), 0);
    }

    void plusAndMinusKeys()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        canvas.key(Qt::Key_Plus);
        QCOMPARE(std::get<int64_t>(canvas.network().find("dense1")->attributes.at("units")), int64_t(5));
        canvas.key(Qt::Key_Minus);
        canvas.view.unfold("dense1");
        canvas.scene.selectNodes({"neuron2"});
        canvas.key(Qt::Key_Plus);
        const Node *added = canvas.network().find("neuron5");
        QVERIFY(added);
        QCOMPARE(added->group, std::string("dense1"));
        QCOMPARE(canvas.network().wiresInto("neuron5").size(), size_t(2));
        QCOMPARE(canvas.network().wiresFrom("neuron5").size(), size_t(1));
        QVERIFY(canvas.document.analysis().trainable());
        canvas.scene.selectNodes({"neuron2"});
        canvas.key(Qt::Key_Minus);
        QVERIFY(!canvas.network().find("neuron5"));
        canvas.undo();
        QVERIFY(canvas.network().find("neuron5"));
    }

    void renames()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        canvas.key(Qt::Key_F2);
        QVERIFY(editor(canvas));
        editor(canvas)->setPlainText(QStringLiteral("hidden"));
        QTest::keyClick(editor(canvas), Qt::Key_Return);
        QVERIFY(canvas.network().find("hidden"));
        QVERIFY(canvas.has({{"input1", 0}, {"hidden", 0}}));
        QCOMPARE(canvas.scene.selectedNodes(), QStringList{"hidden"});
        canvas.undo();
        QVERIFY(canvas.network().find("dense1"));
    }

    void renameEscapesAndRefuses()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        canvas.view.rename();
        editor(canvas)->setPlainText(QStringLiteral("hidden"));
        QTest::keyClick(editor(canvas), Qt::Key_Escape);
        QCOMPARE(canvas.steps(), 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        canvas.view.rename();
        editor(canvas)->setPlainText(QStringLiteral("dense2"));
        QTest::keyClick(editor(canvas), Qt::Key_Return);
        QCOMPARE(canvas.steps(), 0);
    }

    void notes()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense1"});
        canvas.view.addNote();
        QCOMPARE(canvas.network().notes.size(), size_t(1));
        QCOMPARE(canvas.network().notes[0].target, NodeId("dense1"));
        editor(canvas)->setPlainText(QStringLiteral("看这里"));
        QTest::keyClick(editor(canvas), Qt::Key_Return);
        QCOMPARE(QString::fromStdString(canvas.network().notes[0].text), QStringLiteral("看这里"));
        const QString id = QString::fromStdString(canvas.network().notes[0].id);
        const QPointF place = canvas.scene.noteItem(id)->pos();
        canvas.drag(place, place + QPointF(50, 40));
        QCOMPARE(canvas.network().notes[0].position, (Point{place.x() + 50, place.y() + 40}));
        canvas.scene.selectIds({id});
        canvas.key(Qt::Key_Delete);
        QVERIFY(canvas.network().notes.empty());
        canvas.undo();
        QCOMPARE(canvas.network().notes.size(), size_t(1));
    }

    void insertKindFollowsTheSelection()
    {
        Canvas canvas;
        canvas.scene.selectWire({{"dense1", 0}, {"dense2", 0}});
        canvas.view.insertKind("dropout");
        QVERIFY(canvas.has({{"dense1", 0}, {"dropout1", 0}}));
        QVERIFY(canvas.has({{"dropout1", 0}, {"dense2", 0}}));
        canvas.scene.selectNodes({"dense2"});
        canvas.view.insertKind("activation");
        QVERIFY(canvas.has({{"dense2", 0}, {"activation1", 0}}));
        canvas.scene.selectNodes({});
        canvas.view.insertKind("dense");
        QVERIFY(canvas.network().find("dense3"));
        QVERIFY(canvas.network().wiresInto("dense3").empty());
        canvas.view.insertKind("nothing of the kind");
        QCOMPARE(canvas.steps(), 3);
        canvas.view.insertKind("data:circle");
        QCOMPARE(canvas.document.project().data.source, std::string("circle"));
    }

    void chooseKindByKeyboard()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense2"});
        canvas.key(Qt::Key_Insert);
        QVERIFY(canvas.view.kindMenu());
        canvas.view.kindMenu()->searchField()->setText(QStringLiteral("暂退"));
        QTest::keyClick(canvas.view.kindMenu()->searchField(), Qt::Key_Return);
        QVERIFY(canvas.has({{"dense2", 0}, {"dropout1", 0}}));
    }

    void escapeClearsTheSelection()
    {
        Canvas canvas;
        canvas.scene.selectNodes({"dense2"});
        canvas.key(Qt::Key_Escape);
        QVERIFY(canvas.scene.selectedNodes().isEmpty());
    }

    /// Every undo and redo gives the items what the document has.
    void undoOfEverything()
    {
        Canvas canvas;
        canvas.view.unfold("dense1");
        canvas.view.tidyLayout();
        canvas.scene.selectNodes({"neuron1"});
        canvas.view.changeNeurons(1);
        canvas.view.selectAll();
        canvas.view.duplicate();
        canvas.view.insertKind("dropout");
        canvas.view.selectAll();
        canvas.view.deleteSelection();
        QVERIFY(canvas.scene.nodeItems().isEmpty());
        const int steps = canvas.steps();
        QCOMPARE(steps, 6);
        const auto consistent = [&] {
            bool same = canvas.scene.nodeItems().size() == static_cast<qsizetype>(canvas.network().nodes.size());
            for (const Node &node : canvas.network().nodes) {
                const NodeItem *item = canvas.scene.nodeItem(node.id);
                same = same && item && item->pos() == QPointF(node.position.x, node.position.y);
            }
            for (const Wire &wire : canvas.network().wires)
                same = same && canvas.scene.wireItem(wire);
            return same;
        };
        for (int i = 0; i < steps; ++i) {
            canvas.undo();
            QVERIFY(consistent());
            QVERIFY(!canvas.document.undoStack()->redoText().isEmpty());
        }
        QCOMPARE(structure(canvas.network()), structure(Canvas::smallNetwork()));
        for (int i = 0; i < steps; ++i) {
            canvas.redo();
            QVERIFY(consistent());
        }
        QVERIFY(canvas.network().nodes.empty());
    }

    /// The texts on the cards follow the language at once.
    void languageSwitchesLive()
    {
        class Marking : public QTranslator {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *text, const char *, int) const override { return QStringLiteral("«") + QString::fromUtf8(text) + QStringLiteral("»"); }
        };
        Canvas canvas;
        Marking marking;
        QVERIFY(!canvas.scene.nodeItem(QStringLiteral("dense1"))->look().title.startsWith(QChar(u'«')));
        QCoreApplication::installTranslator(&marking);
        QTRY_VERIFY(canvas.scene.nodeItem(QStringLiteral("dense1"))->look().title.startsWith(QChar(u'«')));
        QVERIFY(canvas.scene.nodeItem(QStringLiteral("dense1"))->look().caption.startsWith(QChar(u'«')));
        QCoreApplication::removeTranslator(&marking);
        QTRY_VERIFY(!canvas.scene.nodeItem(QStringLiteral("dense1"))->look().title.startsWith(QChar(u'«')));
    }

    void nodesAreAccessible()
    {
        Canvas canvas;
        QAccessibleInterface *view = QAccessible::queryAccessibleInterface(&canvas.view);
        QVERIFY(view);
        QVERIFY(view->childCount() >= 4);
        QAccessibleInterface *dense = view->child(1);
        QVERIFY(dense->text(QAccessible::Name).contains(QStringLiteral("dense1")));
        QVERIFY(dense->text(QAccessible::Description).contains(QStringLiteral("4")));
        QCOMPARE(view->indexOfChild(dense), 1);
        QVERIFY(!dense->rect().isEmpty());
        canvas.scene.selectNodes({"dense1"});
        QVERIFY(dense->state().selected);
        QVERIFY(canvas.view.accessibleDescription().contains(QStringLiteral("dense1")));
    }
};

QTEST_MAIN(TestNetworkView)
#include "tst_network_view.moc"
