#include "app/race_dialog.h"
#include "app/session.h"
#include "core/io/project_file.h"
#include "core/train/measured_run.h"
#include "widgets/runs/run_plot.h"
#include "widgets/runs/run_shelf.h"

#include <QLabel>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;
using namespace std::string_literals;

class TestRace : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void racersTrainAsAloneAndBecomeRuns();
    void wrongValuesAreTold();
    void stopsAndCloses();

private:
    static NodeId lossOf(const Project &project)
    {
        for (const Node &node : project.network.nodes)
            if (node.kind == "squared")
                return node.id;
        return {};
    }
};

void TestRace::initTestCase() { QVERIFY(registerFonts()); }

void TestRace::racersTrainAsAloneAndBecomeRuns()
{
    Theme theme;
    QTemporaryDir folder;
    RunShelf shelf(folder.filePath(QStringLiteral("runs.sqlite")));
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    document.setProject(openProject("spiral", ZHIBEI_RESOURCES), {});
    RaceDialog dialog(&theme, &session, &shelf, nullptr);
    dialog.show();
    const NodeId loss = lossOf(document.project());
    dialog.choose(loss, "optimizer");
    dialog.setValues(QStringLiteral("sgd, adam,momentum"));
    dialog.setEpochs(25);
    dialog.start();
    QVERIFY(dialog.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isRunning(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(shelf.isIdle(), 30000);
    QCOMPARE(shelf.runs().size(), size_t(3));
    QCOMPARE(dialog.plot()->runs().size(), size_t(3));
    for (size_t i = 0; i < 3; ++i) {
        const Project project = dialog.race()->project(i);
        QCOMPARE(valueText(project.network.find(loss)->attributes.at("optimizer")), (std::vector{"sgd"s, "adam"s, "momentum"s})[i]);
        Training training(buildModel(project.network, document.dataset()->type()), document.dataset(), project.training, 2);
        RunLimits limits;
        limits.steps = 25 * training.stepsPerEpoch();
        MeasuredRun alone(training, limits); // what `zhibei train` does
        alone.train();
        const History::Curves &drawn = *dialog.plot()->runs()[i].curves;
        QCOMPARE(drawn.evaluations.size(), alone.evaluations.size());
        for (size_t k = 0; k < drawn.evaluations.size(); ++k) {
            QCOMPARE(drawn.evaluations[k].step, alone.evaluations[k].step);
            QCOMPARE(drawn.evaluations[k].test.loss, alone.evaluations[k].test.loss);
        }
        const std::string sha = parametersSha256(*training.model(), training.shown());
        QVERIFY(std::any_of(shelf.runs().begin(), shelf.runs().end(), [&](const RunRecord &run) {
            return run.weightsSha256.toStdString() == sha && run.steps == limits.steps && run.project.network == project.network;
        }));
    }
    QCOMPARE(dialog.results()->rowCount(), 3);
    QCOMPARE(dialog.results()->item(0, 0)->text(), QStringLiteral("1"));
    double best = 0;
    for (size_t i = 0; i < 3; ++i)
        best = std::max(best, *dialog.race()->sweep().result(i).result.test.accuracy);
    QCOMPARE(dialog.results()->item(0, 4)->text(), measureText(Measure::Accuracy, best));
}

void TestRace::wrongValuesAreTold()
{
    Theme theme;
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    document.setProject(openProject("spiral", ZHIBEI_RESOURCES), {});
    RaceDialog dialog(&theme, &session, nullptr, nullptr);
    dialog.setValues(QStringLiteral("adam, fast"));
    dialog.start();
    QVERIFY(!dialog.race());
    bool told = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        told = told || label->text().contains(QStringLiteral("fast"));
    QVERIFY(told);
}

void TestRace::stopsAndCloses()
{
    Theme theme;
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    document.setProject(openProject("spiral", ZHIBEI_RESOURCES), {});
    auto dialog = std::make_unique<RaceDialog>(&theme, &session, nullptr, nullptr);
    dialog->setEpochs(100000);
    dialog->start();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->race()->sweep().result(0).steps > 0, 30000);
    dialog.reset(); // in the middle of it
}

QTEST_MAIN(TestRace)
#include "tst_race.moc"
