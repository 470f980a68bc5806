#include "tests/views/view_lab.h"
#include "widgets/views/micro_scene.h"
#include "widgets/views/microscope_view.h"
#include "widgets/views/short_number.h"
#include "widgets/views/weight_page.h"
#include "widgets/views/weight_text.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace zhibei;

class TestMicroscopeView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void stepsThereAndBackEndWhereTheyBegan();
    void playsToTheEndAndStops();
    void lightFollowsTheStep();
    void takingTheStepGoesOnToTheNextBatch();
    void clickInTheBatchShowsThatSample();
    void tellsTheStoryOfAnyWeight();
    void restsOnlyWhileTheTrainingDoes();
    void numbersAreShort();
    void nothingIsCutOffWhereItIsNarrow();
};

void TestMicroscopeView::nothingIsCutOffWhereItIsNarrow()
{
    Theme theme;
    ViewLab lab("spiral", 5);
    MicroscopeView view(&theme);
    view.resize(420, 300);
    lab.show(view);
    view.show();
    for (const auto *button : view.findChildren<QPushButton *>())
        if (button->isVisible())
            QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
}

void TestMicroscopeView::stepsThereAndBackEndWhereTheyBegan()
{
    Theme theme;
    ViewLab lab("spiral", 20);
    MicroscopeView view(&theme);
    view.resize(900, 500);
    lab.show(view);
    view.show();
    QVERIFY(view.seen());
    const int last = int(view.seen()->steps.size()) - 1;
    QVERIFY(last > 8);
    const NetworkPart begin = view.spotlight();
    std::vector<NetworkPart> there, back;
    for (int i = 0; i < last; ++i) {
        there.push_back(view.spotlight());
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.position(), i + 1);
    }
    QTest::keyClick(&view, Qt::Key_Right); // there is nothing behind the end
    QCOMPARE(view.position(), last);
    for (int i = last; i > 0; --i) {
        QTest::keyClick(&view, Qt::Key_Left);
        back.insert(back.begin(), view.spotlight());
    }
    QCOMPARE(view.position(), 0);
    QVERIFY(view.spotlight() == begin);
    QVERIFY(there == back);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.position(), last);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.position(), 0);
    // Looking changes nothing.
    const AlignedVector<float> weights(lab.training().parameters().begin(), lab.training().parameters().end());
    QVERIFY(weights == *lab.snapshot()->parameters);
}

void TestMicroscopeView::playsToTheEndAndStops()
{
    Theme theme;
    ViewLab lab("xor", 5);
    MicroscopeView view(&theme);
    lab.show(view);
    view.show();
    view.setChoices({{QStringLiteral("speed"), 2}});
    view.setPosition(int(view.seen()->steps.size()) - 3);
    view.setPlaying(true);
    QVERIFY(view.isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(view.position(), int(view.seen()->steps.size()) - 1, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isPlaying(), 10000);
}

void TestMicroscopeView::lightFollowsTheStep()
{
    Theme theme;
    ViewLab lab("spiral", 5);
    MicroscopeView view(&theme);
    QVERIFY(view.spotlight().empty());
    lab.show(view);
    QSignalSpy light(&view, &View::spotlightChanged);
    view.setPosition(2);
    QCOMPARE(light.size(), 1);
    const NodeId &node = view.seen()->station(view.seen()->steps[2])->node;
    QCOMPARE(view.spotlight().nodes, std::set<NodeId>{node});
    view.setNode("dense2"); // chosen on the canvas: the microscope goes there
    QCOMPARE(view.seen()->station(view.seen()->steps[size_t(view.position())])->node, NodeId("dense2"));
    view.setData(nullptr);
    QVERIFY(view.spotlight().empty());
}

void TestMicroscopeView::takingTheStepGoesOnToTheNextBatch()
{
    Theme theme;
    ViewLab lab("spiral", 5);
    MicroscopeView view(&theme);
    lab.show(view);
    view.show();
    view.setPosition(5);
    const auto before = view.seen();
    QSignalSpy wanted(&view, &View::stepWanted);
    QPushButton *take = nullptr;
    for (QPushButton *button : view.findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == QStringLiteral("Take this step"))
            take = button;
    QVERIFY(take);
    take->click();
    QCOMPARE(wanted.size(), 1);
    lab.train(1); // what the application does then
    lab.show(view);
    QVERIFY(view.seen() != before);
    QCOMPARE(view.position(), 0);
    QCOMPARE(view.seen()->next->step, before->next->step + 1);
    QVERIFY(view.seen()->next->samples != before->next->samples);
    QCOMPARE(view.seen()->turns[0].turn.before, before->turns[0].turn.after);
}

void TestMicroscopeView::clickInTheBatchShowsThatSample()
{
    Theme theme;
    ViewLab lab("digits", 3);
    MicroscopeView view(&theme);
    view.resize(900, 600);
    lab.show(view);
    view.show();
    QSignalSpy chosen(&view, &View::sampleChosen), asked(&view, &View::probesChanged);
    // Somewhere in the middle of the stage there is a picture.
    for (QWidget *child : view.findChildren<QWidget *>())
        if (child->inherits("zhibei::MicroscopeStage"))
            QTest::mouseClick(child, Qt::LeftButton, {}, {child->width() / 2 + 3, child->height() / 2});
    QCOMPARE(chosen.size(), 1);
    QVERIFY(asked.size() >= 1);
    const qint64 sample = chosen[0][0].toLongLong();
    lab.show(view);
    QCOMPARE(view.seen()->shownSample(), sample);
    // Forward from there, the first picture is that sample.
    const std::span<const float> row = lab.data()->features.row(sample);
    const MicroScene scene = MicroSceneMaker(*view.seen(), lab.data()).make(view.seen()->steps[1]);
    QCOMPARE(scene.columns[0][0].picture.numbers(), std::vector<float>(row.begin(), row.end()));
}

void TestMicroscopeView::tellsTheStoryOfAnyWeight()
{
    Theme theme;
    ViewLab lab("spiral", 20);
    MicroscopeView view(&theme);
    view.resize(1000, 600);
    lab.show(view);
    view.show();
    view.chooseWeight(QStringLiteral("dense1.weights"), 3);
    lab.show(view);
    const auto story = view.weightPage()->story();
    QVERIFY(story);
    QCOMPARE(story->k, int64_t(3));
    const QString text = view.weightPage()->storyText();
    const WeightStory::Use &use = story->uses.front();
    for (const double number : {use.factors[0].product(), story->gradient, story->after, use.origin->z})
        QVERIFY2(text.contains(shortNumber(number)), qPrintable(shortNumber(number) + text));
    QVERIFY(text.contains(shortNumber(story->measured.value(), 4)));
    QVERIFY(text.contains(QStringLiteral("✓")));
    QVERIFY(story->digits() >= 3);
    QVERIFY(!text.contains(u'{') && !text.contains(u'^'));
    // The page goes along to the node whose weights are being changed.
    for (size_t i = 0; i < view.seen()->steps.size(); ++i)
        if (view.seen()->steps[i].phase == MicroPhase::Update && view.seen()->station(view.seen()->steps[i])->node == "dense2")
            view.setPosition(int(i));
    QVERIFY(view.weightPage()->parameter().startsWith(QStringLiteral("dense2.")));
    QVERIFY(!view.weightPage()->story()); // and does not tell the old story of another weight
}

void TestMicroscopeView::restsOnlyWhileTheTrainingDoes()
{
    Theme theme;
    ViewLab lab("spiral", 3);
    MicroscopeView view(&theme);
    QSignalSpy pause(&view, &View::pauseWanted);
    lab.show(view);
    view.show();
    QCOMPARE(pause.size(), 1);
    QVERIFY(view.seen());
    auto running = std::make_shared<Snapshot>(*lab.snapshot());
    running->state = TrainerState::Playing;
    running->next.reset();
    view.setSnapshot(running);
    QVERIFY(!view.seen());
    QVERIFY(view.spotlight().empty());
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("running")));
}

void TestMicroscopeView::numbersAreShort()
{
    QCOMPARE(shortNumber(0), QStringLiteral("0"));
    QCOMPARE(shortNumber(-0.031234), QStringLiteral("−0.0312"));
    QCOMPARE(shortNumber(12345.6), QStringLiteral("12346"));
    QCOMPARE(shortNumber(3.1e-7), QStringLiteral("3.1×10⁻⁷"));
    QCOMPARE(shortNumber(std::nan("")), QStringLiteral("–"));
}

QTEST_MAIN(TestMicroscopeView)
#include "tst_microscope_view.moc"
