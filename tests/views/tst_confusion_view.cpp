#include "tests/views/view_lab.h"
#include "widgets/views/confusion_view.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace zhibei;

class TestConfusionView : public QObject {
    Q_OBJECT
private slots:
    void showsTheEnginesCounts();
    void clickGoesThroughTheSamplesOfACell();
};

void TestConfusionView::showsTheEnginesCounts()
{
    Theme theme;
    ViewLab lab("digits", 60);
    ConfusionView view(&theme);
    lab.show(view);
    const auto &counts = view.counts();
    QCOMPARE(counts.size(), size_t(100));
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), int64_t(0)), lab.data()->testCount());
    int64_t right = 0;
    for (size_t c = 0; c < 10; ++c)
        right += counts[c * 11];
    QCOMPARE(double(right) / double(lab.data()->testCount()), lab.snapshot()->evaluation->test.accuracy.value());
    QVERIFY(right > 500); // it has learned something, so the diagonal is not there by chance
}

void TestConfusionView::clickGoesThroughTheSamplesOfACell()
{
    Theme theme;
    ViewLab lab("digits", 60);
    ConfusionView view(&theme);
    view.resize(500, 500);
    lab.show(view);
    view.show();
    QSignalSpy chosen(&view, &View::sampleChosen);
    QTest::keyClick(&view, Qt::Key_Right); // marks the first cell
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Return);
    const std::vector<qint64> samples = view.samplesOf(0, 0);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[0][0].toLongLong(), samples[0]);
    QCOMPARE(chosen[1][0].toLongLong(), samples[1]);
    QCOMPARE(lab.data()->target(samples[0]), 0.0f);
    QVERIFY2(view.reading().contains(QString::number(samples.size())), qPrintable(view.reading()));
}

QTEST_MAIN(TestConfusionView)
#include "tst_confusion_view.moc"
