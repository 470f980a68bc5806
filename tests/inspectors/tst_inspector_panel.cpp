#include "core/train/observer.h"
#include "core/train/training.h"
#include "widgets/document/document.h"
#include "widgets/inspectors/attribute_editor.h"
#include "widgets/inspectors/data_tile.h"
#include "widgets/inspectors/inspector_panel.h"
#include "widgets/inspectors/node_inspector.h"
#include "widgets/inspectors/number_box.h"
#include "widgets/inspectors/setting_edits.h"
#include "widgets/inspectors/training_panel.h"
#include "widgets/inspectors/node_weights.h"
#include "widgets/inspectors/weight_view.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace zhibei;

namespace {

Project project()
{
    Project made;
    made.data.source = "circle";
    Network &net = made.network;
    const NodeId in = net.addNode("input");
    const NodeId a = net.addNode("dense", {{"units", int64_t(5)}});
    const NodeId b = net.addNode("dense", {{"units", int64_t(2)}});
    const NodeId loss = net.addNode("cross_entropy");
    net.connect({in, 0}, {a, 0});
    net.connect({a, 0}, {b, 0});
    net.connect({b, 0}, {loss, 0});
    net.connect({in, 1}, {loss, 1});
    return made;
}

} // namespace

class TestInspectorPanel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void nothingSelectedShowsTheTraining();
    void editingASettingIsOneUndoStep();
    void defaultsAreNotStored();
    void severalNodesAreEditedTogether();
    void selectingChangesNothing();
    void typedNumbersStayWithTheirNodes();
    void renaming();
    void badNamesAreRefused_data();
    void badNamesAreRefused();
    void removedNodesLeaveTheSelection();
    void weightsAreShownAndChanged();
    void deepViewsAreOneClickAway();
    void cellsAreWhereTheyAreDrawn_data();
    void cellsAreWhereTheyAreDrawn();
    void trainingPanelEditsLossAndTraining();
    void dataTilesChooseTheSource();
    void problemIsTold();
    void otherDataRefitTheLastLayer();
    void rareSettingsAreFolded();

private:
    std::shared_ptr<const Observation> observe() const;

    Theme m_theme;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<InspectorPanel> m_panel;
};

void TestInspectorPanel::init()
{
    m_panel.reset();
    m_document = std::make_unique<Document>(ZHIBEI_RESOURCES);
    m_document->setProject(project(), {});
    m_panel = std::make_unique<InspectorPanel>(&m_theme, m_document.get());
    m_panel->resize(m_panel->sizeHint());
    m_panel->show();
}

std::shared_ptr<const Observation> TestInspectorPanel::observe() const
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->model = buildModel(m_document->network(), m_document->dataset()->type());
    Training training(snapshot->model, m_document->dataset(), {}, 1);
    snapshot->parameters = std::make_shared<AlignedVector<float>>(training.parameters().begin(), training.parameters().end());
    auto observation = std::make_shared<Observation>();
    observation->snapshot = snapshot;
    return observation;
}

void TestInspectorPanel::nothingSelectedShowsTheTraining()
{
    QVERIFY(m_panel->trainingPanel()->isVisible());
    QVERIFY(!m_panel->nodeInspector()->isVisible());
    m_panel->setSelection({"dense1"});
    QVERIFY(!m_panel->trainingPanel()->isVisible());
    QVERIFY(m_panel->nodeInspector()->isVisible());
}

void TestInspectorPanel::editingASettingIsOneUndoStep()
{
    m_panel->setSelection({"dense1"});
    auto *box = m_panel->nodeInspector()->editor()->field("units")->findChild<NumberBox *>();
    box->stepUp();
    box->stepUp();
    QVERIFY(m_document->network().find("dense1")->attributes.at("units") == Value(int64_t(7)));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(box->value(), 5.0);
}

void TestInspectorPanel::defaultsAreNotStored()
{
    m_panel->setSelection({"dense1"});
    m_panel->nodeInspector()->editor()->field("units")->findChild<NumberBox *>()->setValue(8);
    QVERIFY(!m_document->network().find("dense1")->attributes.contains("units"));
}

void TestInspectorPanel::severalNodesAreEditedTogether()
{
    m_panel->setSelection({"dense1", "dense2"});
    const AttributeEditor *editor = m_panel->nodeInspector()->editor();
    QVERIFY(!editor->field("units")->value()); // they differ
    QVERIFY(editor->field("activation")->value());
    editor->field("bias")->findChild<QCheckBox *>()->click();
    for (const char *id : {"dense1", "dense2"})
        QVERIFY(m_document->network().find(id)->attributes.at("bias") == Value(false));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_panel->setSelection({"dense1", "cross_entropy1"});
    QVERIFY(!editor->field("units"));
}

void TestInspectorPanel::selectingChangesNothing()
{
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    const Network before = m_document->network();
    for (const std::vector<NodeId> &nodes : std::vector<std::vector<NodeId>>{
             {"dense1"}, {"dense1", "dense2"}, {"dense1", "dense2", "input1"}, {"cross_entropy1"}, {"dense1", "dense2"}, {}}) {
        m_panel->setSelection(nodes);
        for (auto *field : m_panel->nodeInspector()->editor()->findChildren<AttributeField *>())
            if (field->isVisible())
                field->focusProxy()->setFocus();
    }
    QCOMPARE(m_document->undoStack()->count(), 0);
    QVERIFY(m_document->network() == before);
}

void TestInspectorPanel::typedNumbersStayWithTheirNodes()
{
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->setSelection({"dense1"});
    auto *box = m_panel->nodeInspector()->editor()->field("units")->findChild<NumberBox *>();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, "7");
    m_panel->setSelection({"dense1", "input1"}); // other kinds: the field goes
    QVERIFY(m_document->network().find("dense1")->attributes.at("units") == Value(int64_t(7)));
    QCOMPARE(m_document->undoStack()->count(), 1);
}

void TestInspectorPanel::renaming()
{
    m_panel->setSelection({"dense1"});
    QSignalSpy renamed(m_panel.get(), &InspectorPanel::renamed);
    auto *name = m_panel->nodeInspector()->findChild<QLineEdit *>();
    name->selectAll();
    QTest::keyClicks(name, "hidden");
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(m_document->network().find("hidden"));
    QCOMPARE(m_document->network().wiresInto(NodeId("hidden")).size(), size_t(1));
    QCOMPARE(m_document->network().wiresFrom("hidden").size(), size_t(1));
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(m_panel->nodeInspector()->selection(), std::vector<NodeId>{"hidden"});
}

void TestInspectorPanel::badNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "a b", "a.b", "a/b", "dense2", "a=b"})
        QTest::newRow(name) << name;
}

void TestInspectorPanel::badNamesAreRefused()
{
    QFETCH(QString, name);
    Network network = m_document->network();
    QVERIFY(!renameNode(network, "dense1", name.toStdString()).empty());
    QCOMPARE(network, m_document->network());
}

void TestInspectorPanel::removedNodesLeaveTheSelection()
{
    m_panel->setSelection({"dense1"});
    m_document->edit("Delete", [](Project &p) { p.network.removeNode("dense1"); });
    QVERIFY(m_panel->nodeInspector()->selection().empty());
    QVERIFY(m_panel->trainingPanel()->isVisible());
}

void TestInspectorPanel::weightsAreShownAndChanged()
{
    m_panel->setSelection({"dense1"});
    const auto observation = observe();
    m_panel->setObservation(observation);
    auto *section = m_panel->nodeInspector()->findChild<NodeWeights *>();
    QVERIFY(section->isVisible());
    QCOMPARE(section->parameterCount(), qint64(2 * 5 + 5));
    const WeightView *weights = section->view("weights");
    QVERIFY(weights);
    const ParameterView *parameter = observation->snapshot->model->parameter("dense1", "weights");
    for (int64_t k = 0; k < 10; ++k)
        QCOMPARE(weights->values()[size_t(k)], (*observation->snapshot->parameters)[size_t(parameter->index(k))]);

    QSignalSpy edited(m_panel.get(), &InspectorPanel::parameterEdited);
    auto *view = section->view("weights");
    QTest::mouseClick(view, Qt::LeftButton, {}, view->cell(7).center().toPoint());
    QCOMPARE(view->selected(), qint64(7));
    auto *box = section->findChild<NumberBox *>();
    QVERIFY(box->isVisible());
    QCOMPARE(float(box->value()), weights->values()[7]);
    QCOMPARE(edited.count(), 0);
    box->setValue(0.25);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.at(0).at(0).toString(), QString("dense1.weights"));
    QCOMPARE(edited.at(0).at(1).toLongLong(), 7);
    QCOMPARE(edited.at(0).at(2).toFloat(), 0.25f);
}

void TestInspectorPanel::deepViewsAreOneClickAway()
{
    m_panel->setSelection({"dense1"});
    m_panel->setObservation(observe());
    QSignalSpy wanted(m_panel.get(), &InspectorPanel::viewWanted);
    QStringList offered;
    for (QToolButton *button : m_panel->nodeInspector()->findChildren<QToolButton *>())
        if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Open "))) {
            button->click();
            offered += wanted.back()[0].toString() + u' ' + wanted.back()[1].toString();
        }
    QCOMPARE(offered, (QStringList{QStringLiteral("activations dense1"), QStringLiteral("weights dense1")}));
    m_panel->setSelection({"input1"}); // learns nothing
    int left = 0;
    for (QToolButton *button : m_panel->nodeInspector()->findChildren<QToolButton *>())
        left += button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Open "));
    QCOMPARE(left, 1);
}

void TestInspectorPanel::cellsAreWhereTheyAreDrawn_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("channels");
    QTest::newRow("wide") << 9 << 4 << 0;
    QTest::newRow("tall") << 3 << 12 << 0;
    QTest::newRow("one neuron") << 6 << 1 << 0;
    QTest::newRow("pictures") << 16 << 7 << 1;
    QTest::newRow("colour pictures") << 48 << 5 << 3;
}

void TestInspectorPanel::cellsAreWhereTheyAreDrawn()
{
    QFETCH(int, inputs);
    QFETCH(int, units);
    QFETCH(int, channels);
    WeightView view(&m_theme);
    std::vector<float> values(size_t(inputs * units), 0.5f);
    view.setWeights(values, inputs, units, channels ? Shape{channels, 4, 4} : Shape());
    view.resize(300, view.heightForWidth(300));
    for (qint64 k = 0; k < inputs * units; ++k)
        QCOMPARE(view.at(view.cell(k).center()), k);
    QCOMPARE(view.at(QPointF(-5, -5)), qint64(-1));
}

void TestInspectorPanel::trainingPanelEditsLossAndTraining()
{
    const TrainingPanel *panel = m_panel->trainingPanel();
    QVERIFY(panel->objectiveEditor()->visibleAttributes().contains("rate"));
    panel->objectiveEditor()->field("rate")->findChild<NumberBox *>()->setValue(0.03);
    QVERIFY(m_document->network().find("cross_entropy1")->attributes.at("rate") == Value(0.03));
    panel->trainingEditor()->field("batch")->findChild<NumberBox *>()->setValue(10);
    QVERIFY(m_document->project().training.at("batch") == Value(int64_t(10)));
    QCOMPARE(m_document->undoStack()->count(), 2);
}

void TestInspectorPanel::dataTilesChooseTheSource()
{
    m_panel->setSelection({"input1"});
    const auto tiles = m_panel->findChildren<DataTile *>();
    QCOMPARE(size_t(tiles.size()), dataSources().size());
    for (DataTile *tile : tiles) {
        QCOMPARE(tile->isChecked(), tile->source().id == "circle");
        if (tile->source().id == "spiral")
            tile->click();
    }
    QCOMPARE(m_document->project().data.source, std::string("spiral"));
    m_document->undoStack()->undo();
    for (DataTile *tile : tiles)
        QCOMPARE(tile->isChecked(), tile->source().id == "circle");
}

void TestInspectorPanel::problemIsTold()
{
    m_document->edit("Change", [](Project &p) { p.network.find("dense2")->attributes["units"] = int64_t(9); });
    const Diagnostic *diagnostic = m_document->analysis().diagnostic("cross_entropy1");
    QVERIFY(diagnostic);
    m_panel->setSelection({"cross_entropy1"});
    bool told = false;
    for (const QLabel *label : m_panel->nodeInspector()->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text() == QString::fromStdString(diagnostic->text.english()));
    QVERIFY(told);
    auto *repair = m_panel->nodeInspector()->findChild<QPushButton *>();
    QVERIFY(repair->isVisible());
    repair->click();
    QVERIFY(m_document->network().find("dense2")->attributes.at("units") == Value(int64_t(2)));
    QVERIFY(m_document->analysis().trainable());
    m_document->undoStack()->undo();
    QVERIFY(!m_document->analysis().trainable());
}

void TestInspectorPanel::otherDataRefitTheLastLayer()
{
    m_document->edit("Change", [](Project &p) {
        p.data.source = "rings";
        p.data.options["classes"] = int64_t(4);
    });
    QVERIFY(m_document->analysis().trainable());
    QVERIFY(m_document->network().find("dense2")->attributes.at("units") == Value(int64_t(4)));
    QVERIFY(m_document->network().find("dense1")->attributes.at("units") == Value(int64_t(5)));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QVERIFY(m_document->network().find("dense2")->attributes.at("units") == Value(int64_t(2)));
}

void TestInspectorPanel::rareSettingsAreFolded()
{
    const AttributeEditor *editor = m_panel->trainingPanel()->objectiveEditor();
    QVERIFY(!editor->visibleAttributes().contains("clip"));
    for (auto *heading : editor->findChildren<QToolButton *>())
        if (heading->text() == QLatin1String("Calmer steps"))
            heading->click();
    QVERIFY(editor->visibleAttributes().contains("clip"));
    QVERIFY(!editor->visibleAttributes().contains("warmup"));
    m_document->edit("Change", [](Project &p) { p.network.find("cross_entropy1")->attributes["warmup"] = int64_t(9); });
    QVERIFY(editor->visibleAttributes().contains("warmup")); // what is in force is in sight
}

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspector_panel.moc"
