#include "tests/views/view_lab.h"
#include "widgets/views/activations_view.h"
#include "widgets/views/doctor_view.h"
#include "widgets/views/finding_card.h"
#include "widgets/views/gradients_view.h"
#include "widgets/views/weights_view.h"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace zhibei;

/// The views of the deep inspector show the engine's numbers.
class TestInspectorViews : public QObject {
    Q_OBJECT
private slots:
    void everyNumberHasItsCell_data();
    void everyNumberHasItsCell();
    void manyKernelsComeInPages();
    void strengthsAreMonotonic();
    void activationsReadTheOutputs();
    void weightsReadValueAndGradient();
    void weightsGatherTheirHistory();
    void gradientsShowTheFlow();
    void gradientsGatherAndForget();
    void doctorSaysAllIsWell();
    void doctorPointsAtTheNode();
};

void TestInspectorViews::everyNumberHasItsCell_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("maps") << 0;
    QTest::newRow("sequence") << 1;
    QTest::newRow("vector") << 2;
    QTest::newRow("one") << 3;
    QTest::newRow("kernels") << 4;
    QTest::newRow("matrix") << 5;
    QTest::newRow("matrix of pictures") << 6;
    QTest::newRow("capsules") << 7;
    QTest::newRow("kernels over time") << 8;
}

void TestInspectorViews::everyNumberHasItsCell()
{
    QFETCH(int, form);
    NumberPicture picture = std::vector<NumberPicture>{
        NumberPicture::ofOutput(Shape({3, 4, 5})), NumberPicture::ofOutput(Shape({7, 3})), NumberPicture::ofOutput(Shape({37})), NumberPicture::ofOutput(Shape({1})),
        NumberPicture::ofParameter(Shape({4, 2, 3, 5}), {}), NumberPicture::ofParameter(Shape({6, 4}), {}),
        NumberPicture::ofParameter(Shape({24, 5}), Shape({2, 3, 4})), NumberPicture::ofOutput(Shape({2, 2, 2, 2})), NumberPicture::ofParameter(Shape({4, 3, 5}), {})}[size_t(form)];
    const int64_t counts[] = {60, 21, 37, 1, 120, 24, 120, 16, 60};
    Theme theme;
    std::vector<float> numbers(size_t(counts[form]), 0.5f);
    picture.setNumbers(numbers, [](int64_t) { return 1.0; }, false, false, theme);
    const QRectF area(10, 20, 300, 200);
    std::set<std::pair<double, double>> corners;
    for (int64_t k = 0; k < counts[form]; ++k) {
        const QRectF cell = picture.cell(area, k);
        QVERIFY2(!cell.isEmpty() && area.adjusted(-1, -1, 1, 1).contains(cell), qPrintable(QString::number(k)));
        QCOMPARE(picture.at(area, cell.center()), k);
        QVERIFY(corners.insert({cell.left(), cell.top()}).second);
    }
    QCOMPARE(picture.at(area, QPointF(0, 0)), int64_t(-1));
    QVERIFY(picture.pageText().isEmpty());
    // Arrow keys reach a neighbour and stop at the edge.
    int64_t at = picture.neighbour(area, -1, 1, 0);
    for (int i = 0; i < 200; ++i) {
        const int64_t next = picture.neighbour(area, at, 1, 0);
        QVERIFY(next == at || picture.cell(area, next).left() > picture.cell(area, at).left());
        at = next;
    }
}

void TestInspectorViews::manyKernelsComeInPages()
{
    NumberPicture picture = NumberPicture::ofParameter(Shape({64, 40, 3, 3}), {});
    Theme theme;
    picture.setNumbers(std::vector<float>(64 * 40 * 9, 1), [](int64_t) { return 1.0; }, false, false, theme);
    const QRectF area(0, 0, 900, 700);
    QCOMPARE(picture.shownTiles(), int64_t(1024));
    QVERIFY(picture.pageText().contains(QStringLiteral("2,560")) || picture.pageText().contains(QStringLiteral("2560")));
    QVERIFY(picture.cell(area, 1024 * 9).isEmpty());
    QVERIFY(picture.turnPage(1) && picture.turnPage(1) && !picture.turnPage(1));
    QCOMPARE(picture.shownTiles(), int64_t(512));
    QCOMPARE(picture.at(area, picture.cell(area, 2048 * 9 + 4).center()), int64_t(2048 * 9 + 4));
}

void TestInspectorViews::strengthsAreMonotonic()
{
    for (const bool logarithmic : {false, true}) {
        QCOMPARE(NumberPicture::strength(0, 2, logarithmic), 0.0);
        QCOMPARE(NumberPicture::strength(2, 2, logarithmic), 1.0);
        QCOMPARE(NumberPicture::strength(-5, 2, logarithmic), -1.0);
        QVERIFY(NumberPicture::strength(0.1, 2, logarithmic) < NumberPicture::strength(0.2, 2, logarithmic));
    }
    QVERIFY(NumberPicture::strength(0.01, 1, true) > 0.3);
}

void TestInspectorViews::activationsReadTheOutputs()
{
    Theme theme;
    ViewLab lab("lenet", 3);
    ActivationsView view(&theme);
    view.resize(700, 420);
    const int64_t sample = lab.data()->count() - 5;
    lab.show(view, "conv1", sample);
    Observer observer;
    ObservationRequest request;
    request.sample = sample;
    const auto seen = observer.observe(lab.snapshot(), *lab.data(), lab.project().data, request);
    const Tensor &output = seen->outputs.at({"conv1", 0});
    view.mark(1000);
    QVERIFY2(view.reading().join(u'|').contains(numberText(double(output[1000]))), qPrintable(view.reading().join(u'|')));
    QVERIFY(view.facts().contains(QStringLiteral("samples 64")));
    QVERIFY(view.figure().csv().contains(QStringLiteral("\n1000,%1,").arg(QString::number(double(output[1000])))));
    view.setChoices({{QStringLiteral("scale"), QStringLiteral("unit")}, {QStringLiteral("of"), QStringLiteral("batch")}, {QStringLiteral("log"), QStringLiteral("on")}});
    QCOMPARE(view.choices()[QStringLiteral("scale")].toString(), QStringLiteral("unit"));
    QVERIFY(view.bar()->isOn(QStringLiteral("log")));
    lab.show(view, "", sample);
    QCOMPARE(view.figure().csv().count(u'\n'), 1); // nothing but the heading is left
}

void TestInspectorViews::weightsReadValueAndGradient()
{
    Theme theme;
    ViewLab lab("digits", 10);
    NodeId node;
    for (const ParameterView &parameter : lab.training().model()->parameters)
        if (parameter.name == "weights")
            node = parameter.node;
    WeightsView view(&theme);
    view.resize(700, 420);
    lab.show(view, node);
    const ParameterView *weights = lab.training().model()->parameter(node, "weights");
    const int64_t k = weights->shape.count() / 3;
    view.mark(k);
    const auto found = std::dynamic_pointer_cast<const NodeParameters>(lab.answer(NodeParametersProbe(node)));
    const QString text = view.reading().join(u'|');
    QVERIFY2(text.contains(QString::fromStdString(node) + QStringLiteral(".weights")), qPrintable(text));
    QVERIFY2(text.contains(numberText(double(lab.training().parameters()[size_t(weights->index(k))]))), qPrintable(text));
    QVERIFY2(text.contains(numberText(double(found->part("weights")->gradients[size_t(k)]))), qPrintable(text));
    view.setChoices({{QStringLiteral("parameter"), QStringLiteral("bias")}});
    QVERIFY(view.facts().contains(QStringLiteral("count %1").arg(found->part("bias")->values.size())));
    QVERIFY(view.reading().isEmpty());
}

void TestInspectorViews::weightsGatherTheirHistory()
{
    Theme theme;
    ViewLab lab("spiral", 1);
    const NodeId node = lab.training().model()->parameters.front().node, other = lab.training().model()->parameters.back().node;
    WeightsView view(&theme);
    view.resize(600, 400);
    for (int i = 0; i < 5; ++i) {
        lab.show(view, node);
        lab.train(20);
    }
    QCOMPARE(view.history().entries().size(), size_t(5));
    QCOMPARE(view.history().entries()[3].step, int64_t(61));
    QCOMPARE(view.history().at(70)->step, int64_t(61));
    view.setChoices({{QStringLiteral("when"), QStringLiteral("time")}});
    QVERIFY(!view.grab().isNull());
    QCOMPARE(view.figure().csv().count(u'\n'), 6);
    lab.show(view, other);
    QCOMPARE(view.history().entries().size(), size_t(1));
}

void TestInspectorViews::gradientsShowTheFlow()
{
    Theme theme;
    ViewLab lab("lenet", 2);
    GradientsView view(&theme);
    view.resize(440, 280);
    lab.show(view);
    const auto flow = std::dynamic_pointer_cast<const GradientFlow>(lab.answer(GradientFlowProbe()));
    for (const GradientsView::Bar &bar : view.bars())
        QCOMPARE(bar.norm, flow->layer(bar.node)->gradient.value());
    const size_t learned = view.bars().size();
    QVERIFY(learned >= 4);
    view.setChoices({{QStringLiteral("of"), QStringLiteral("outputs")}});
    QVERIFY(view.bars().size() > learned); // pooling too
    view.show();
    QSignalSpy chosen(&view, &View::nodeChosen);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString().toStdString(), view.bars()[1].node);
}

void TestInspectorViews::gradientsGatherAndForget()
{
    Theme theme;
    ViewLab lab("spiral", 1);
    GradientsView view(&theme);
    view.resize(900, 400);
    for (int i = 0; i < 3; ++i) {
        lab.show(view);
        lab.train(10);
    }
    QCOMPARE(view.gatheredSteps(), qsizetype(3));
    QVERIFY(view.bars().front().change.value_or(0) > 0);
    QVERIFY(view.reading().join(u'|').contains(numberText(*view.bars().front().change)));
    lab.show(view); // another step
    lab.show(view); // the same one again
    QCOMPARE(view.gatheredSteps(), qsizetype(4));
    lab.training().reset();
    lab.train(0);
    lab.show(view);
    QCOMPARE(view.gatheredSteps(), qsizetype(1));
}

void TestInspectorViews::doctorSaysAllIsWell()
{
    Theme theme;
    ViewLab lab("digits-mlp", 150);
    DoctorView view(&theme);
    lab.show(view);
    QVERIFY2(view.findings().empty(), qPrintable(view.accessibleDescription()));
    QCOMPARE(view.verdict(), QStringLiteral("All is well."));
}

void TestInspectorViews::doctorPointsAtTheNode()
{
    Theme theme;
    ViewLab lab("digits-mlp", 1);
    const ParameterView *bias = lab.training().model()->parameter("dense2", "bias");
    for (int64_t k = 0; k < bias->shape.count(); ++k)
        lab.training().parameters()[size_t(bias->index(k))] = -1000;
    lab.train(0);
    DoctorView view(&theme);
    view.resize(440, 280);
    History history;
    std::vector<Evaluation> flat(12);
    for (size_t i = 0; i < flat.size(); ++i) {
        flat[i].step = int64_t(100 * i);
        flat[i].train.loss = 2.3;
    }
    history.append({}, flat);
    view.setHistory(&history);
    lab.show(view);
    view.show();
    QCOMPARE(view.findings().size(), size_t(2));
    QCOMPARE(view.findings()[0].rule, std::string("flat_loss"));
    QCOMPARE(view.findings()[1].rule, std::string("dead_relu"));
    QCOMPARE(view.findings()[1].measured, 1.0);
    QSignalSpy chosen(&view, &View::nodeChosen);
    const QList<FindingCard *> cards = view.findChildren<FindingCard *>();
    QCOMPARE(cards.size(), 2);
    QTest::mouseClick(cards[1], Qt::LeftButton);
    QTest::keyClick(cards[0], Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("dense2"));
    QCOMPARE(chosen[1][0].toString(), QStringLiteral("cross_entropy1"));
    QVERIFY(view.figure().csv().contains(QStringLiteral("dead_relu,dense2,1,")));
}

QTEST_MAIN(TestInspectorViews)
#include "tst_inspector_views.moc"
