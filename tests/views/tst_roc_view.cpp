#include "core/program/inference.h"
#include "tests/views/view_lab.h"
#include "widgets/views/roc_view.h"

#include <QTest>

#include <cmath>

using namespace zhibei;

class TestRocView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void areaByTheRankFormula_data();
    void areaByTheRankFormula();
    void atOneHalfItIsTheNetworksDecision();
    void theKeysMoveTheThreshold();
    void aDragMovesTheThreshold();
};

void TestRocView::areaByTheRankFormula_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("positive");
    QTest::addRow("two classes") << "spiral" << 1;
    QTest::addRow("the other of two") << "spiral" << 0;
    QTest::addRow("one of ten") << "digits" << 3;
}

/// Asked from the network itself, sample by sample.
void TestRocView::areaByTheRankFormula()
{
    QFETCH(QString, name);
    QFETCH(int, positive);
    Theme theme;
    ViewLab lab(qPrintable(name), 60);
    RocView view(&theme);
    lab.show(view);
    view.setPositive(positive);
    Inference network(lab.snapshot()->model, 1);
    std::vector<std::pair<double, bool>> scored;
    for (int64_t i = lab.data()->trainCount; i < lab.data()->count(); ++i) {
        network.run(*lab.snapshot()->parameters, lab.data()->features.row(i).data(), 1);
        const std::vector<float> says = network.prediction(0);
        const double score = says.size() > 1 ? double(says[size_t(positive)]) : positive == 1 ? double(says[0]) : -double(says[0]);
        scored.push_back({score, int(lab.data()->target(i)) == positive});
    }
    double inOrder = 0, pairs = 0;
    for (const auto &[score, is] : scored)
        for (const auto &[other, otherIs] : scored)
            if (is && !otherIs) {
                ++pairs;
                inOrder += score > other ? 1 : score == other ? 0.5 : 0;
            }
    QCOMPARE(double(view.ranking().positives()) * double(view.ranking().negatives()), pairs);
    const double area = view.ranking().areaUnderCurve();
    QVERIFY2(std::abs(area - inOrder / pairs) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(area).arg(inOrder / pairs)));
    QVERIFY(view.accessibleDescription().contains(QString::number(area, 'f', 3)));
}

void TestRocView::atOneHalfItIsTheNetworksDecision()
{
    Theme theme;
    ViewLab lab("spiral", 300);
    RocView view(&theme);
    lab.show(view);
    QCOMPARE(view.positive(), 1);
    QCOMPARE(view.threshold(), 0.5);
    const Counts counts = view.counts();
    QCOMPARE(counts.truePositives + counts.falsePositives + counts.falseNegatives + counts.trueNegatives, lab.data()->testCount());
    QCOMPARE(double(counts.truePositives + counts.trueNegatives) / double(lab.data()->testCount()), lab.snapshot()->evaluation->test.accuracy.value());
    view.setThreshold(0);
    QCOMPARE(view.counts().falseNegatives, int64_t(0));
    QCOMPARE(view.counts().recall(), 1.0);
}

void TestRocView::theKeysMoveTheThreshold()
{
    Theme theme;
    ViewLab lab("spiral", 20);
    RocView view(&theme);
    lab.show(view);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.threshold(), 0.51);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.threshold(), 0.49);
    RocView twin(&theme);
    lab.show(twin);
    twin.setChoices(view.choices());
    QCOMPARE(twin.threshold(), 0.49);
}

void TestRocView::aDragMovesTheThreshold()
{
    Theme theme;
    ViewLab lab("spiral", 100);
    RocView view(&theme);
    view.resize(440, 280);
    lab.show(view);
    view.show();
    // Up into the right corner of the curve: everything is let through; down left: next to nothing.
    QTest::mousePress(&view, Qt::LeftButton, {}, QPoint(180, 100));
    QTest::mouseMove(&view, QPoint(439, 0));
    const double all = view.threshold();
    QTest::mouseMove(&view, QPoint(0, 279));
    const double none = view.threshold();
    QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(0, 279));
    QVERIFY2(none > all, qPrintable(QStringLiteral("%1 %2").arg(none).arg(all)));
    QTest::mouseMove(&view, QPoint(439, 0));
    QCOMPARE(view.threshold(), none);
}

QTEST_MAIN(TestRocView)
#include "tst_roc_view.moc"
