#include "core/program/inference.h"
#include "core/train/evaluator.h"
#include "tests/views/view_lab.h"
#include "widgets/views/contours.h"
#include "widgets/views/grid_view.h"
#include "widgets/views/landscape_view.h"
#include "widgets/views/latent_view.h"
#include "widgets/views/section_view.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace zhibei;

namespace {

NodeId layerOf(const Model &model, int64_t outputs)
{
    for (const Node &node : model.network.nodes)
        if (const ValueId value = numbersOf(model, node.id); value != noValue && model.program.count(value) == outputs && node.kind != "input")
            return node.id;
    return {};
}

} // namespace

class TestSpaceViews : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void contourOfACircle();
    void bordersOfThreeClasses();
    void dotsLieAsTheLayerPutsThem();
    void dotsDoNotTurnOver();
    void clickOnADotChoosesTheSample();
    void sectionReadsTheNetwork();
    void sectionOfANeuron();
    void bentGridFlat();
    void landscapeOnDemand();
    void theWayIsDrawn();
};

void TestSpaceViews::contourOfACircle()
{
    const auto pieces = contour(41, 41, 100, [](int row, int column) { return double((row - 20) * (row - 20) + (column - 20) * (column - 20)); });
    double length = 0;
    for (const QLineF &piece : pieces) {
        length += piece.length();
        for (const QPointF &at : {piece.p1(), piece.p2()})
            QVERIFY(std::abs(std::hypot(at.x() - 20, at.y() - 20) - 10) < 0.05);
    }
    QVERIFY(std::abs(length - 2 * M_PI * 10) < 0.5); // once around, nothing missing
}

void TestSpaceViews::bordersOfThreeClasses()
{
    // Stripes: class 0 left of column 10, class 1 left of 20, class 2 behind.
    const auto score = [](int k, int, int column) { return k == 0 ? 10.0 - column : k == 1 ? 0.0 : column - 20.0; };
    QSet<double> columns;
    for (const QLineF &piece : verdictBorders(5, 31, 3, 0, score))
        columns += piece.x1();
    QCOMPARE(columns, (QSet<double>{10, 20}));
    QVERIFY(verdictBorders(5, 31, 1, 0.5, [](int, int, int) { return 0.2; }).isEmpty());
}

void TestSpaceViews::dotsLieAsTheLayerPutsThem()
{
    Theme theme;
    ViewLab lab("spiral", 30);
    LatentView view(&theme);
    view.resize(600, 500);
    lab.show(view, lab.project().network.nodes[0].id);
    QVERIFY(view.latent() && view.latent()->direct);
    const QList<QPointF> dots = view.dots();
    QCOMPARE(dots.size(), lab.data()->testCount());
    // One scale on both axes, y upwards.
    const auto feature = [&](int dot, int k) { return double(lab.data()->features.row(lab.data()->trainCount + dot)[size_t(k)]); };
    const double scale = (dots[1].x() - dots[0].x()) / (feature(1, 0) - feature(0, 0));
    QVERIFY(scale > 0);
    for (int i = 1; i < dots.size(); ++i) {
        QVERIFY(std::abs(dots[i].x() - dots[0].x() - scale * (feature(i, 0) - feature(0, 0))) < 0.01);
        QVERIFY(std::abs(dots[i].y() - dots[0].y() + scale * (feature(i, 1) - feature(0, 1))) < 0.01);
    }
    QVERIFY(view.accessibleDescription().contains(QString::number(100 * view.latent()->neighbours, 'f', 1)));
}

void TestSpaceViews::dotsDoNotTurnOver()
{
    Theme theme;
    ViewLab lab("digits", 20);
    const NodeId layer = layerOf(*lab.snapshot()->model, 10);
    LatentView view(&theme);
    lab.show(view, layer);
    QVERIFY(view.latent());
    const std::vector<PlanePoint> before = view.latent()->points;
    auto mirrored = std::make_shared<Latent>(*view.latent());
    for (PlanePoint &at : mirrored->points)
        at = {-at[0], at[1]};
    view.setAnswer(QString::fromStdString(view.probes().front()->key()), mirrored);
    QCOMPARE(view.latent()->points, before);
}

void TestSpaceViews::clickOnADotChoosesTheSample()
{
    Theme theme;
    ViewLab lab("digits", 20);
    LatentView view(&theme);
    view.resize(700, 600);
    lab.show(view, layerOf(*lab.snapshot()->model, 10));
    view.show();
    QSignalSpy chosen(&view, &View::sampleChosen);
    const QList<QPointF> dots = view.dots();
    QTest::mouseClick(&view, Qt::LeftButton, {}, dots[17].toPoint());
    QCOMPARE(chosen.size(), 1);
    const qint64 sample = chosen[0][0].toLongLong();
    QVERIFY(QLineF(dots[sample - lab.data()->trainCount], dots[17]).length() < 2); // itself, or one that lies on it
    view.setSample(sample);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QVERIFY(dots[chosen[1][0].toLongLong() - lab.data()->trainCount].x() > dots[17].x() - 2);
    view.setProjection(Projection::Neighbours);
    QVERIFY(!view.latent()); // until t-SNE has its answer
}

void TestSpaceViews::sectionReadsTheNetwork()
{
    Theme theme;
    ViewLab lab("spiral", 200);
    SectionView view(&theme);
    lab.show(view);
    QVERIFY(view.section());
    const auto &plane = view.section()->plane;
    const double cell = double(plane.right - plane.left) / plane.resolution;
    const QPointF at(double(plane.left) + 12.5 * cell, double(plane.top) - 30.5 * double(plane.top - plane.bottom) / plane.resolution);
    Inference network(lab.snapshot()->model, 1);
    network.run(*lab.snapshot()->parameters, inputsAt(lab.project().data, *lab.data(), float(at.x()), float(at.y())).data(), 1);
    const std::vector<float> says = network.prediction(0);
    const double second = says.size() > 1 ? double(says[1]) : lab.snapshot()->model->objectives[0].decision == Decision::Sign ? (1 + double(says[0])) / 2 : double(says[0]);
    const QString share = QString::number(std::round(1000 * second) / 10).replace(u'-', QStringLiteral("−"));
    QVERIFY2(view.readingAt(at).contains(share + QStringLiteral(" %")), qPrintable(view.readingAt(at) + u' ' + share));
}

void TestSpaceViews::sectionOfANeuron()
{
    Theme theme;
    ViewLab lab("digits", 20);
    const NodeId layer = layerOf(*lab.snapshot()->model, 10);
    SectionView view(&theme);
    lab.show(view, layer);
    QVERIFY(view.section() && view.section()->question.node.empty());
    QSignalSpy asked(&view, &View::probesChanged);
    view.setOfNeuron(true, 4);
    view.setFeatures(300, 301);
    QCOMPARE(asked.size(), 2);
    lab.show(view, layer, lab.data()->trainCount);
    QCOMPARE(view.section()->question.node, layer);
    QCOMPARE(view.section()->question.number, int64_t(4));
    QCOMPARE(view.section()->question.across, int64_t(300));
    const QJsonObject choices = view.choices();
    SectionView twin(&theme);
    lab.show(twin, layer);
    twin.setChoices(choices);
    QCOMPARE(twin.choices(), choices);
}

void TestSpaceViews::bentGridFlat()
{
    Theme theme;
    ViewLab lab("spiral", 50);
    GridView view(&theme);
    view.resize(500, 500);
    const NodeId input = lab.project().network.nodes[0].id;
    lab.show(view, input);
    QVERIFY(view.grid() && view.grid()->direct);
    for (size_t i = 0; i < view.grid()->samples.size(); ++i) {
        const int64_t sample = view.grid()->samples[i];
        QCOMPARE(view.grid()->points[i], (PlanePoint{lab.data()->features.row(sample)[0], lab.data()->features.row(sample)[1]}));
    }
    view.show();
    QSignalSpy chosen(&view, &View::sampleChosen);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toLongLong(), qint64(view.grid()->samples[0]));
    const QImage bent = view.grab().toImage();
    lab.show(view, layerOf(*lab.snapshot()->model, 8));
    QVERIFY(view.grid() && !view.grid()->direct);
    QVERIFY(view.grab().toImage() != bent);
    ViewLab digits("digits", 1);
    digits.show(view, digits.project().network.nodes[0].id);
    QVERIFY(!view.grid());
}

void TestSpaceViews::landscapeOnDemand()
{
    Theme theme;
    ViewLab lab("spiral", 50);
    LandscapeView view(&theme);
    view.resize(600, 400);
    lab.show(view);
    QVERIFY(view.probes().empty() && !view.landscape());
    view.show();
    QTest::mouseClick(view.findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(view.isComputing());
    QCOMPARE(view.probes().size(), size_t(1));
    QTest::mouseClick(view.findChild<QPushButton *>(), Qt::LeftButton); // takes it back
    QVERIFY(!view.isComputing() && view.probes().empty());
    view.compute();
    lab.show(view);
    QVERIFY(view.landscape());
    const int64_t samples = std::min<int64_t>(256, lab.data()->trainCount);
    Evaluator evaluator(*lab.snapshot()->model);
    const double loss = evaluator.evaluate(*lab.snapshot()->parameters, *lab.data(), 0, samples).loss.value();
    QVERIFY(std::abs(view.lossAt({0, 0}) - loss) < 1e-5 * (1 + loss));
    QVERIFY(view.accessibleDescription().contains(QString::number(loss, 'g', 3)));
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.accessibleDescription().contains(QString::number(loss, 'g', 3)));
}

void TestSpaceViews::theWayIsDrawn()
{
    Theme theme;
    ViewLab lab("spiral", 0);
    LandscapeView view(&theme);
    view.resize(600, 400);
    view.setDirections(LandscapeQuestion::Directions::Walked);
    lab.show(view);
    view.show();
    view.compute();
    lab.show(view);
    QVERIFY(!view.landscape() && !view.isComputing()); // nowhere to go yet
    for (int i = 0; i < 6; ++i) {
        lab.train(10);
        view.setSnapshot(lab.snapshot());
    }
    QCOMPARE(view.walk().stops().size(), size_t(7));
    view.compute();
    lab.show(view);
    QVERIFY(view.landscape());
    QCOMPARE(view.figure().csv().count(QStringLiteral("\nway,")), 7);
}

QTEST_MAIN(TestSpaceViews)
#include "tst_space_views.moc"
