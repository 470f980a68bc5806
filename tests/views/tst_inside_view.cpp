#include "core/program/inference.h"
#include "tests/views/view_lab.h"
#include "widgets/views/inside/attention_page.h"
#include "widgets/views/inside/gates_page.h"
#include "widgets/views/inside/inside_view.h"
#include "widgets/views/inside/neuron_page.h"
#include "widgets/views/inside/steps_page.h"
#include "widgets/views/inside/window_page.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace zhibei;

/// Opening layers of real networks: what is on show is what a run of the network says.
class TestInsideView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void flashlightShowsTheNetworksNumber();
    void neuronOpensIntoItsSum();
    void gatesOfAStep();
    void goesBackLevelByLevel();
    void everyNodeOfEveryTemplateHasArithmetic();
    void paintsFast();

private:
    static std::vector<float> networkSays(ViewLab &lab, const NodeId &node, int64_t sample)
    {
        Inference network(lab.snapshot()->model);
        network.run(*lab.snapshot()->parameters, lab.data()->features.row(sample).data(), 1);
        return network.output({node, 0}, 0);
    }
};

void TestInsideView::flashlightShowsTheNetworksNumber()
{
    Theme theme;
    ViewLab lab("lenet", 3);
    InsideView view(&theme);
    view.resize(900, 600);
    lab.show(view, "conv2", 5);
    QCOMPARE(view.pageId(), QStringLiteral("window"));
    auto *page = qobject_cast<WindowPage *>(view.page());
    const std::vector<float> output = networkSays(lab, "conv2", 5);
    const Shape shape = lab.snapshot()->model->analysis.type({"conv2", 0})->shape;
    page->choose(3, 2, 4);
    const int64_t index = (3 * shape[1] + 2) * shape[2] + 4;
    QCOMPARE(page->sum().output, output[size_t(index)]);
    QVERIFY(std::abs(page->sum().sum() - double(page->sum().engine)) < 1e-5 * std::max(1.0, std::abs(page->sum().sum())));
    QVERIFY2(page->reading().endsWith(shortNumber(double(output[size_t(index)]))), qPrintable(page->reading()));
    QTest::keyClick(page, Qt::Key_Right);
    QCOMPARE(page->sum().output, output[size_t(index + 1)]);
    QTest::keyClick(page, Qt::Key_PageDown);
    QCOMPARE(page->sum().output, output[size_t(index + 1 + shape[1] * shape[2])]);
    QTest::keyClick(page, Qt::Key_Up);
    QCOMPARE(page->row(), 1);
    // The same place stays lit when training goes on.
    lab.train(2);
    lab.show(view, "conv2", 5);
    QCOMPARE(page->row(), 1);
    QCOMPARE(page->map(), 4);
}

void TestInsideView::neuronOpensIntoItsSum()
{
    Theme theme;
    ViewLab lab("digits", 20);
    InsideView view(&theme);
    view.resize(900, 600);
    const NodeId node = [&] {
        for (const Node &n : lab.project().network.nodes)
            if (n.kind == "dense")
                return n.id;
        return NodeId();
    }();
    lab.show(view, node, 7);
    QCOMPARE(view.pageId(), QStringLiteral("neurons"));
    auto *page = qobject_cast<NeuronPage *>(view.page());
    QTest::keyClick(page, Qt::Key_Right);
    QTest::keyClick(page, Qt::Key_Return);
    QVERIFY(page->isOpen());
    QCOMPARE(page->unit(), 1);
    QCOMPARE(page->sum().output, networkSays(lab, node, 7)[1]);
    double sum = double(page->sum().bias);
    const ParameterView *weights = lab.snapshot()->model->parameter(node, "weights");
    const int64_t units = weights->shape[1];
    for (int64_t i = 0; i < weights->shape[0]; ++i)
        sum += double(lab.data()->features.row(7)[size_t(i)]) * double((*lab.snapshot()->parameters)[size_t(weights->index(i * units + 1))]);
    QVERIFY(std::abs(sum - page->sum().sum()) < 1e-5 * std::max(1.0, std::abs(sum)));
    QVERIFY(view.figure().csv().count(u'\n') == weights->shape[0] + 1);
}

void TestInsideView::gatesOfAStep()
{
    Theme theme;
    ViewLab lab("char-lstm", 1);
    InsideView view(&theme);
    view.resize(900, 600);
    lab.show(view, "lstm1", 2);
    QCOMPARE(view.pageId(), QStringLiteral("gates"));
    auto *page = qobject_cast<GatesPage *>(view.page());
    const std::vector<float> output = networkSays(lab, "lstm1", 2);
    page->choose(0, 17, 9);
    QCOMPARE(page->layer()->value(RecurrentLayer::Strip::State, 9, 17), output[size_t(9 * page->layer()->units() + 17)]);
    QVERIFY2(page->arithmetic().last().endsWith(shortNumber(double(output[size_t(9 * page->layer()->units() + 17)]))), qPrintable(page->arithmetic().last()));
    QTest::keyClick(page, Qt::Key_Left);
    QTest::keyClick(page, Qt::Key_Down);
    QCOMPARE(page->step(), 8);
    QCOMPARE(page->unit(), 18);
    QVERIFY(page->place().contains(QStringLiteral("19")));
}

void TestInsideView::goesBackLevelByLevel()
{
    Theme theme;
    ViewLab lab("digits", 1);
    InsideView view(&theme);
    view.resize(900, 600);
    view.setHome(true);
    const NodeId node = lab.project().network.nodes.back().kind == "dense" ? lab.project().network.nodes.back().id : "dense1";
    lab.show(view, node);
    QSignalSpy left(&view, &InsideView::left);
    QVERIFY(view.trail().endsWith(QString::fromStdString(node)));
    auto *page = qobject_cast<NeuronPage *>(view.page());
    QVERIFY(page);
    page->open(2);
    QVERIFY2(view.trail().contains(QStringLiteral("3")), qPrintable(view.trail()));
    view.goBack();
    QVERIFY(!page->isOpen());
    QCOMPARE(left.size(), 0);
    view.goBack();
    QCOMPARE(left.size(), 1);
    // What was chosen is kept, page by page.
    page->open(4);
    const QJsonObject choices = view.choices();
    InsideView other(&theme);
    other.resize(900, 600);
    other.setChoices(choices);
    lab.show(other, node);
    QCOMPARE(qobject_cast<NeuronPage *>(other.page())->unit(), 4);
    QVERIFY(qobject_cast<NeuronPage *>(other.page())->isOpen());
}

void TestInsideView::everyNodeOfEveryTemplateHasArithmetic()
{
    Theme theme;
    for (const char *name : {"spiral", "xor", "lenet", "autoencoder", "capsnet", "char-lstm"}) {
        ViewLab lab(name, 0);
        InsideView view(&theme);
        view.resize(700, 450);
        for (const Node &node : lab.project().network.nodes) {
            lab.show(view, node.id);
            view.showPage(QStringLiteral("steps"));
            auto *page = qobject_cast<StepsPage *>(view.page());
            QVERIFY2(page && page->rowCount() > 0, (std::string(name) + " " + node.id).c_str());
            QVERIFY(!view.grab().isNull());
            QVERIFY(!page->reading().isEmpty());
        }
    }
}

void TestInsideView::paintsFast()
{
    Theme theme;
    ViewLab lab("lenet", 1);
    InsideView view(&theme);
    view.resize(1200, 800);
    lab.show(view, "conv2");
    QPixmap paper(view.page()->size());
    QBENCHMARK { view.page()->render(&paper); }
}

QTEST_MAIN(TestInsideView)
#include "tst_inside_view.moc"
