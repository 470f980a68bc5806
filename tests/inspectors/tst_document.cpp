#include "widgets/document/document.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace zhibei;

namespace {

/// Says everything in capitals.
class Capitals : public QTranslator {
public:
    QString translate(const char *, const char *text, const char *, int) const override { return QString::fromUtf8(text).toUpper(); }
    bool isEmpty() const override { return false; }
};

Project planeProject()
{
    Project project;
    project.data.source = "circle";
    const NodeId input = project.network.addNode("input");
    const NodeId dense = project.network.addNode("dense");
    project.network.connect({input, 0}, {dense, 0});
    return project;
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT
private slots:
    void init();
    void editIsOneUndoStep();
    void unchangedIsNoStep();
    void sameKeyMerges();
    void mergingBackToTheStartLeavesNothing();
    void onlyWhatChangedIsTold_data();
    void onlyWhatChangedIsTold();
    void analysisIsNewWhenTold();
    void datasetIsKeptWhileItsRecipeIs();
    void dataProblemIsOnTheInput();
    void modifiedFollowsSaving();
    void undoNamesFollowTheLanguage();
    void weightsAreNotUndone();

private:
    std::unique_ptr<Document> m_document;
};

void TestDocument::init()
{
    m_document = std::make_unique<Document>(ZHIBEI_RESOURCES);
    m_document->setProject(planeProject(), {});
}

void TestDocument::editIsOneUndoStep()
{
    QSignalSpy changed(m_document.get(), &Document::networkChanged);
    m_document->edit("Add", [](Project &p) { p.network.addNode("dense"); });
    QCOMPARE(m_document->network().nodes.size(), size_t(3));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->network(), planeProject().network);
    m_document->undoStack()->redo();
    QCOMPARE(m_document->network().nodes.size(), size_t(3));
    QCOMPARE(changed.count(), 3);
}

void TestDocument::unchangedIsNoStep()
{
    m_document->edit("Nothing", [](Project &) {});
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestDocument::sameKeyMerges()
{
    const QString key = Document::newMergeKey();
    for (int i = 1; i <= 5; ++i)
        m_document->edit("Move", [i](Project &p) { p.network.nodes[0].position.x = i; }, key);
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->edit("Move", [](Project &p) { p.network.nodes[0].position.x = 9; }, Document::newMergeKey());
    QCOMPARE(m_document->undoStack()->count(), 2);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->network().nodes[0].position.x, 5.0);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->network().nodes[0].position.x, 0.0);
}

void TestDocument::mergingBackToTheStartLeavesNothing()
{
    const QString key = Document::newMergeKey();
    m_document->edit("Move", [](Project &p) { p.network.nodes[0].position.x = 3; }, key);
    m_document->edit("Move", [](Project &p) { p.network.nodes[0].position.x = 0; }, key);
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestDocument::onlyWhatChangedIsTold_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("network") << 0;
    QTest::newRow("arranged") << 1;
    QTest::newRow("data") << 2;
    QTest::newRow("training") << 3;
    QTest::newRow("note") << 4;
}

void TestDocument::onlyWhatChangedIsTold()
{
    QFETCH(int, what);
    QSignalSpy network(m_document.get(), &Document::networkChanged), arranged(m_document.get(), &Document::arranged),
        data(m_document.get(), &Document::dataChanged), training(m_document.get(), &Document::trainingChanged);
    m_document->edit("Change", [what](Project &p) {
        switch (what) {
        case 0: p.network.nodes[1].attributes["units"] = int64_t(3); break;
        case 1: p.network.nodes[1].position.y = 8; break;
        case 2: p.data.source = "xor"; break;
        case 3: p.training["batch"] = int64_t(7); break;
        case 4: p.network.notes.push_back({"note1", "look", {}, {}}); break;
        }
    });
    QCOMPARE(network.count(), what == 0 ? 1 : 0);
    QCOMPARE(arranged.count(), what == 1 || what == 4 ? 1 : 0);
    QCOMPARE(data.count(), what == 2 ? 1 : 0);
    QCOMPARE(training.count(), what == 3 ? 1 : 0);
}

void TestDocument::analysisIsNewWhenTold()
{
    int64_t units = 0;
    connect(m_document.get(), &Document::networkChanged, this, [&] {
        units = m_document->analysis().type(PortRef{"dense1", 0})->shape.count();
    });
    m_document->edit("Change", [](Project &p) { p.network.nodes[1].attributes["units"] = int64_t(21); });
    QCOMPARE(units, int64_t(21));
}

void TestDocument::datasetIsKeptWhileItsRecipeIs()
{
    const auto before = m_document->dataset();
    QVERIFY(before);
    m_document->edit("Change", [](Project &p) { p.network.nodes[1].attributes["units"] = int64_t(3); });
    QCOMPARE(m_document->dataset(), before);
    m_document->edit("Change", [](Project &p) { p.data.seed = 99; });
    QVERIFY(m_document->dataset() != before);
}

void TestDocument::dataProblemIsOnTheInput()
{
    m_document->edit("Change", [](Project &p) {
        p.data.source = "csv";
        p.data.options["path"] = std::string("/no/such/table.csv");
    });
    QVERIFY(!m_document->dataset());
    QVERIFY(!m_document->dataProblem().empty());
    const Diagnostic *diagnostic = m_document->analysis().diagnostic("input1");
    QVERIFY(diagnostic);
    QCOMPARE(diagnostic->text, m_document->dataProblem());
    m_document->undoStack()->undo();
    QVERIFY(m_document->dataset());
}

void TestDocument::modifiedFollowsSaving()
{
    QVERIFY(!m_document->isModified());
    QSignalSpy title(m_document.get(), &Document::titleChanged);
    m_document->edit("Change", [](Project &p) { p.training["batch"] = int64_t(7); });
    QVERIFY(m_document->isModified());
    QCOMPARE(title.count(), 1);
    m_document->setSaved("/tmp/my net.zhibei");
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_document->title(), QString("my net.zhibei"));
    m_document->undoStack()->undo();
    QVERIFY(m_document->isModified());
}

void TestDocument::undoNamesFollowTheLanguage()
{
    m_document->edit("Change a setting", [](Project &p) { p.training["batch"] = int64_t(7); });
    QCOMPARE(m_document->undoStack()->undoText(), QString("Change a setting"));
    QSignalSpy told(m_document->undoStack(), &QUndoStack::undoTextChanged);
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QCOMPARE(m_document->undoStack()->undoText(), QString("CHANGE A SETTING"));
    QVERIFY(told.count() > 0);
    QCoreApplication::removeTranslator(&capitals);
    QCOMPARE(m_document->undoStack()->undoText(), QString("Change a setting"));
}

void TestDocument::weightsAreNotUndone()
{
    m_document->edit("Change", [](Project &p) {
        p.training["batch"] = int64_t(7);
        p.weights["dense1.weights"] = Tensor(Shape{2, 8}, 0.5f);
        p.steps = 40;
    });
    m_document->undoStack()->undo();
    QCOMPARE(m_document->project().weights.size(), size_t(1));
    QCOMPARE(m_document->project().steps, int64_t(40));
    QVERIFY(m_document->project().training.empty());
}

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
