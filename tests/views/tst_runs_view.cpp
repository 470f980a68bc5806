#include "core/io/project_file.h"
#include "widgets/runs/difference_table.h"
#include "widgets/runs/run_plot.h"
#include "widgets/runs/run_shelf.h"
#include "widgets/runs/run_table.h"
#include "widgets/views/runs_view.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

class TestRunsView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void listsFiltersAndSorts();
    void overlaysTheSelected();
    void tellsOnlyWhatDiffers();
    void starNoteDeleteOpen();
    void aNewRunKeepsTheSelection();
    void smallAndLarge();

private:
    QStringList titles() const;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<RunShelf> m_shelf;
    std::unique_ptr<RunsView> m_view;
};

static RunRecord record(const QString &title, double rate, double loss, int64_t steps)
{
    RunRecord run;
    run.when = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + steps * 1000);
    run.title = title;
    run.project = openProject("spiral", ZHIBEI_RESOURCES);
    for (Node &node : run.project.network.nodes)
        if (node.kind == "squared")
            node.attributes["rate"] = rate;
    run.steps = steps;
    run.result.test = {loss, 1 - loss, std::nullopt};
    return run;
}

static History::Curves curves(double loss)
{
    History::Curves curves;
    for (int i = 0; i <= 10; ++i)
        curves.evaluations.push_back({i * 10, {loss, {}, {}}, {loss + 1.0 / (1 + i), 0.5, {}}});
    return curves;
}

void TestRunsView::initTestCase() { QVERIFY(registerFonts()); }

void TestRunsView::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>();
    m_shelf = std::make_unique<RunShelf>(m_folder->filePath(QStringLiteral("runs.sqlite")));
    m_shelf->put(record(QStringLiteral("slow"), 0.001, 0.5, 900), curves(0.5));
    m_shelf->put(record(QStringLiteral("quick"), 0.1, 0.125, 1000), curves(0.125));
    m_shelf->put(record(QStringLiteral("wild"), 10, 0.75, 80), curves(0.75));
    m_view = std::make_unique<RunsView>(m_theme.get());
    m_view->resize(1000, 700);
    m_view->setShelf(m_shelf.get());
    m_view->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_shelf->isIdle(), 30000);
    QCOMPARE(titles().size(), 3);
}

void TestRunsView::cleanup()
{
    m_view.reset();
    m_shelf.reset();
}

QStringList TestRunsView::titles() const
{
    QStringList titles;
    const QAbstractItemModel *model = m_view->table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles += model->index(row, RunTable::Title).data().toString();
    return titles;
}

void TestRunsView::listsFiltersAndSorts()
{
    QCOMPARE(titles(), QStringList({"quick", "slow", "wild"})); // newest first
    m_view->table()->sortByColumn(RunTable::TestLoss, Qt::DescendingOrder);
    QCOMPARE(titles(), QStringList({"wild", "slow", "quick"}));
    m_view->table()->sortByColumn(RunTable::Steps, Qt::AscendingOrder); // by number: 80 < 900 < 1000
    QCOMPARE(titles(), QStringList({"wild", "slow", "quick"}));
    m_view->setFilter(QStringLiteral("ICK"));
    QCOMPARE(titles(), QStringList({"quick"}));
    m_view->setFilter(QStringLiteral("0.001"));
    QCOMPARE(titles(), QStringList({"slow"}));
    m_view->setFilter({});
    QCOMPARE(titles().size(), 3);
    QVERIFY(m_view->figure().csv().contains(QStringLiteral("0.125")));
}

void TestRunsView::overlaysTheSelected()
{
    m_view->select({1, 2});
    QCOMPARE(m_view->selection().size(), size_t(2));
    QTRY_VERIFY_WITH_TIMEOUT(m_shelf->isIdle(), 30000);
    const RunPlot *plot = m_view->plot();
    QCOMPARE(plot->runs().size(), size_t(2));
    QCOMPARE(plot->graphCount(), 2);
    for (size_t i = 0; i < 2; ++i) {
        const History::Curves expected = curves(m_view->selection()[i] == 1 ? 0.5 : 0.125);
        const QList<QPointF> drawn = plot->drawn(i);
        QCOMPARE(drawn.size(), qsizetype(11));
        for (qsizetype k = 0; k < drawn.size(); ++k)
            QCOMPARE(drawn[k], QPointF(double(expected.evaluations[size_t(k)].step), *expected.evaluations[size_t(k)].test.loss));
        QCOMPARE(plot->graph(int(i))->dataCount(), 11);
    }
    QVERIFY(plot->graph(0)->pen().color() != plot->graph(1)->pen().color());
    QVERIFY(plot->legend->visible());
}

void TestRunsView::tellsOnlyWhatDiffers()
{
    m_view->select({1, 2, 3});
    DifferenceTable *table = m_view->differences();
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->columnCount(), 3);
    QVERIFY(table->verticalHeaderItem(0)->text().contains(QStringLiteral("Learning rate")));
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("0.1")); // the newest stands first
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("0.001"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("10"));
    m_view->select({1});
    QCOMPARE(table->rowCount(), 0);
}

void TestRunsView::starNoteDeleteOpen()
{
    QAbstractItemModel *model = m_view->table()->model();
    QVERIFY(model->setData(model->index(0, RunTable::Note), QStringLiteral("good"), Qt::EditRole));
    QVERIFY(model->setData(model->index(0, RunTable::Star), true, Qt::EditRole));
    QTRY_VERIFY_WITH_TIMEOUT(m_shelf->isIdle(), 30000);
    QCOMPARE(m_shelf->find(2)->note, QStringLiteral("good"));
    QVERIFY(m_shelf->find(2)->star);
    QSignalSpy opened(m_shelf.get(), &RunShelf::openWanted);
    m_view->select({3});
    QTest::keyClick(m_view->table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<RunRecord>().id, qint64(3));
    QTest::keyClick(m_view->table(), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(m_shelf->isIdle(), 30000);
    QVERIFY(!m_shelf->find(3));
    QCOMPARE(titles(), QStringList({"quick", "slow"}));
}

void TestRunsView::aNewRunKeepsTheSelection()
{
    m_view->select({1, 3});
    m_shelf->put(record(QStringLiteral("new"), 1, 0.3, 2000), curves(0.3));
    QTRY_VERIFY_WITH_TIMEOUT(m_shelf->isIdle(), 30000);
    QCOMPARE(titles().front(), QStringLiteral("new"));
    QCOMPARE(m_view->selection(), (std::vector<qint64>{1, 3}));
}

void TestRunsView::smallAndLarge()
{
    QVERIFY(m_view->table()->isVisible() && m_view->plot()->isVisible() && m_view->differences()->isVisible());
    m_view->resize(440, 280);
    QVERIFY(m_view->table()->isVisible() && !m_view->plot()->isVisible() && !m_view->differences()->isVisible());
    m_view->table()->setFocus();
    m_view->select({1, 2, 3});
    m_view->setChoices({{QStringLiteral("page"), 1}});
    QCOMPARE(m_view->selection().size(), size_t(3)); // also when the focus leaves the hidden table
    QVERIFY(!m_view->table()->isVisible() && m_view->plot()->isVisible());
}

QTEST_MAIN(TestRunsView)
#include "tst_runs_view.moc"
