#include "tests/views/view_lab.h"
#include "widgets/views/confusion_view.h"
#include "widgets/views/gallery_view.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace zhibei;

class TestGalleryView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void worstComesFirst();
    void filters();
    void aClickMakesItEverybodys();
    void rowsForWhatIsNoPicture();
    void thousandsStaySmooth();
    void aCellShowsItsSamples();
};

void TestGalleryView::worstComesFirst()
{
    Theme theme;
    ViewLab lab("digits", 60);
    GalleryView view(&theme);
    lab.show(view);
    const auto judged = std::dynamic_pointer_cast<const Judgement>(lab.answer(JudgementProbe()));
    QCOMPARE(int64_t(view.samples().size()), lab.data()->testCount());
    const auto loss = [&](qint64 sample) { return judged->loss[size_t(sample - judged->first)]; };
    const std::vector<qint64> worst = view.samples();
    QVERIFY(std::is_sorted(worst.begin(), worst.end(), [&](qint64 a, qint64 b) { return loss(a) > loss(b); }));
    QVERIFY(loss(worst.front()) > loss(worst.back()));
    double mean = 0;
    for (const float value : judged->loss)
        mean += double(value) / double(judged->count());
    QVERIFY(std::abs(mean - lab.snapshot()->evaluation->test.loss.value()) < 1e-4);
    view.setOrder(GalleryView::Order::BestFirst);
    QCOMPARE(view.samples().front(), worst.back());
    view.setOrder(GalleryView::Order::AsTheyCome);
    QCOMPARE(view.samples().front(), qint64(lab.data()->trainCount));
}

void TestGalleryView::filters()
{
    Theme theme;
    ViewLab lab("digits", 60);
    GalleryView view(&theme);
    lab.show(view);
    view.setFilter(-1);
    const double wrong = 1 - lab.snapshot()->evaluation->test.accuracy.value();
    QCOMPARE(int64_t(view.samples().size()), std::llround(wrong * double(lab.data()->testCount())));
    QVERIFY(!view.samples().empty());
    view.setFilter(4);
    QVERIFY(!view.samples().empty());
    for (const qint64 sample : view.samples())
        QCOMPARE(lab.data()->target(sample), 4.0f);
}

void TestGalleryView::aClickMakesItEverybodys()
{
    Theme theme;
    ViewLab lab("digits", 20);
    GalleryView view(&theme);
    view.resize(500, 300);
    lab.show(view);
    view.show();
    QSignalSpy chosen(&view, &View::sampleChosen);
    auto *grid = view.findChild<SampleGrid *>();
    const QSize card = grid->cardSize();
    QTest::mouseMove(grid->viewport(), QPoint(card.width() / 2, card.height() / 2));
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, QPoint(card.width() / 2, card.height() / 2));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toLongLong(), view.samples()[0]);
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(chosen.back()[0].toLongLong(), view.samples()[1]);
    QTest::keyClick(grid, Qt::Key_End);
    QCOMPARE(chosen.back()[0].toLongLong(), view.samples().back());
    QCOMPARE(grid->verticalScrollBar()->value(), grid->verticalScrollBar()->maximum());
    QVERIFY2(view.reading().contains(QString::number(view.samples().back() - lab.data()->trainCount + 1)), qPrintable(view.reading()));
}

void TestGalleryView::rowsForWhatIsNoPicture()
{
    Theme theme;
    ViewLab lab("line", 20);
    GalleryView view(&theme);
    view.resize(500, 300);
    lab.show(view);
    view.show();
    auto *grid = view.findChild<SampleGrid *>();
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, QPoint(100, grid->cardSize().height() * 5 / 2)); // the second row, below the names of the columns
    const auto judged = std::dynamic_pointer_cast<const Judgement>(lab.answer(JudgementProbe()));
    const qint64 sample = view.samples()[1];
    const QString truth = grid->painter().truth(*judged, sample - judged->first);
    QVERIFY2(view.reading().contains(truth), qPrintable(view.reading()));
    QVERIFY(std::abs(truth.toFloat() - lab.data()->target(sample)) < 1e-3f || truth.startsWith(QChar(u'−')));
}

/// Ten thousand cards: what is in sight costs, not what there is.
void TestGalleryView::thousandsStaySmooth()
{
    Theme theme;
    ViewLab lab("digits", 1);
    SampleGrid grid(&theme);
    grid.resize(900, 600);
    grid.setData(lab.data());
    auto many = std::make_shared<Judgement>();
    many->classes = 10;
    many->outputs = 10;
    std::vector<int64_t> order;
    for (int64_t i = 0; i < 10000; ++i) {
        many->truth.push_back(int(i % 10));
        many->verdict.push_back(int(i % 7));
        many->loss.push_back(1);
        many->predictions.insert(many->predictions.end(), 10, 0.1f);
        order.push_back(i % std::min<int64_t>(lab.data()->count(), 10000));
    }
    grid.setSamples(many, order);
    grid.show();
    QVERIFY(grid.verticalScrollBar()->maximum() > 20000);
    QImage picture(grid.size(), QImage::Format_ARGB32_Premultiplied);
    double best = INFINITY;
    for (int i = 0; i < 10; ++i) {
        grid.verticalScrollBar()->setValue(i * 2000);
        QElapsedTimer timer;
        timer.start();
        grid.render(&picture);
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("a page of %d cards of 10000: %.1f ms", (900 / grid.cardSize().width()) * (600 / grid.cardSize().height()), best);
    QVERIFY(best < 100); // all of them would take seconds
}

void TestGalleryView::aCellShowsItsSamples()
{
    Theme theme;
    ViewLab lab("digits", 60);
    ConfusionView view(&theme);
    view.resize(700, 400);
    lab.show(view);
    view.show();
    QVERIFY(!view.cellSamples()->isVisible());
    QTest::keyClick(&view, Qt::Key_Right); // marks the first cell
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(view.cellSamples()->isVisible());
    const std::vector<qint64> samples = view.samplesOf(0, 0);
    QVERIFY(samples.size() > 1);
    QCOMPARE(view.cellSamples()->order().size(), samples.size());
    QSignalSpy chosen(&view, &View::sampleChosen);
    QWidget *pictures = view.cellSamples()->viewport();
    const QSize card = view.cellSamples()->cardSize();
    QTest::mouseClick(pictures, Qt::LeftButton, {}, QPoint(card.width() / 2, card.height() / 2));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toLongLong(), samples[0]);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.cellSamples()->isVisible());
}

QTEST_MAIN(TestGalleryView)
#include "tst_gallery_view.moc"
