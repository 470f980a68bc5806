#include "widgets/lesson/lesson_panel.h"
#include "widgets/lesson/scene_bar.h"
#include "widgets/lesson/scene_segments.h"
#include "widgets/lesson/scene_words.h"
#include "widgets/lesson/try_button.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace zhibei;

namespace {

Scene exampleScene()
{
    Scene scene;
    scene.id = "one";
    scene.start = {SceneStart::From::Template, "line"};
    scene.tries = {{"solve", {{"play", {}, {}}}}, {"flat", {{"pause", {}, {}}}}};
    scene.goal = {Predicate{"steps", "", Predicate::Comparison::AtLeast, 10, 0}};
    scene.solution = {{"play", {}, {}}};
    SceneText zh{"两个点", "看[权重](term:weight)，[算出来](do:solve)，$y = w x + b$。", {{"solve", "算"}, {"flat", "放平"}}, "走十步", "到了！", {"提示一", "提示二"}, "备注"};
    SceneText en{"Two points", "See the [weight](term:weight), [solve it](do:solve), [look](view:landscape), $y = w x + b$.", {{"solve", "Solve"}, {"flat", "Flat"}}, "Ten steps", "Done!", {"First", "Second"}, "Notes"};
    scene.texts = {{"zh", zh}, {"en", en}};
    return scene;
}

} // namespace

class TestLessonPanel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void saysOneLanguageOrBoth();
    void buttonsAreInTheOrderOfTheScene();
    void linksArePressed();
    void theGoalGetsItsTickAndTheNotice();
    void hintsComeOneAfterAnother();
    void otherLanguagesKeepHintsAndButtons();
    void textIsNeverClipped_data();
    void textIsNeverClipped();
    void largerTextGetsItsRoomAtOnce();
    void formulasStandInTheText();
    void aDamagedLessonSaysWhy();
    void segmentsLeadToScenes();
    void theBarKnowsItsEnds();

private:
    Theme m_theme;
    std::unique_ptr<LessonPanel> m_panel;
    Scene m_scene = exampleScene();
    const QStringList m_both{QStringLiteral("zh"), QStringLiteral("en")};
};

void TestLessonPanel::init()
{
    m_theme.setTextScale(1);
    m_panel = std::make_unique<LessonPanel>(&m_theme);
    m_panel->resize(400, 700);
    m_panel->setScene(&m_scene, {QStringLiteral("en")}, {});
    m_panel->show();
}

void TestLessonPanel::saysOneLanguageOrBoth()
{
    QCOMPARE(m_panel->words().front()->toPlainText().left(14), QStringLiteral("See the weight"));
    const size_t one = m_panel->words().size();
    m_panel->setLanguages(m_both);
    QCOMPARE(m_panel->words().size(), 2 * one);
    QVERIFY(m_panel->words()[0]->toPlainText().startsWith(QStringLiteral("看权重")));
    QVERIFY(m_panel->words()[1]->toPlainText().startsWith(QStringLiteral("See the weight")));
    QVERIFY(m_panel->words()[0]->y() < m_panel->words()[1]->y() || m_panel->words()[0]->isVisible());
}

void TestLessonPanel::buttonsAreInTheOrderOfTheScene()
{
    QCOMPARE(m_panel->tryButtons().size(), size_t(2));
    QCOMPARE(m_panel->tryButtons()[0]->text(), QStringLiteral("Solve"));
    QCOMPARE(m_panel->tryButtons()[1]->text(), QStringLiteral("Flat"));
    m_panel->setLanguages(m_both);
    QCOMPARE(m_panel->tryButtons()[0]->text(), QStringLiteral("算 · Solve"));
    QSignalSpy tried(m_panel.get(), &LessonPanel::tryWanted);
    QTest::mouseClick(m_panel->tryButtons()[1], Qt::LeftButton);
    QCOMPARE(tried.size(), 1);
    QCOMPARE(tried[0][0].toString(), QStringLiteral("flat"));
}

void TestLessonPanel::linksArePressed()
{
    QSignalSpy tried(m_panel.get(), &LessonPanel::tryWanted), linked(m_panel.get(), &LessonPanel::linkActivated);
    SceneWords *words = m_panel->words().front();
    emit words->anchorClicked(QUrl(QStringLiteral("do:solve")));
    QCOMPARE(tried.size(), 1);
    QCOMPARE(tried[0][0].toString(), QStringLiteral("solve"));
    emit words->anchorClicked(QUrl(QStringLiteral("view:inside:conv1")));
    QCOMPARE(linked.size(), 1);
    QCOMPARE(linked[0][0].toUrl().path(), QStringLiteral("inside:conv1"));
    emit words->anchorClicked(QUrl(QStringLiteral("term:weight"))); // only explains itself
    QCOMPARE(linked.size(), 1);
    QCOMPARE(tried.size(), 1);
}

void TestLessonPanel::theGoalGetsItsTickAndTheNotice()
{
    const auto says = [&](const QString &text) {
        const auto words = m_panel->words();
        return std::any_of(words.begin(), words.end(), [&](const SceneWords *one) { return one->toPlainText() == text; });
    };
    QVERIFY(says(QStringLiteral("Ten steps")));
    QVERIFY(!says(QStringLiteral("Done!")));
    m_panel->setGoalReached(true);
    QVERIFY(says(QStringLiteral("Done!")));
    m_panel->setScene(&m_scene, {QStringLiteral("en")}, {});
    QVERIFY(!says(QStringLiteral("Done!")));
}

void TestLessonPanel::hintsComeOneAfterAnother()
{
    const size_t before = m_panel->words().size();
    QTest::mouseClick(m_panel->hintButton(), Qt::LeftButton);
    QCOMPARE(m_panel->words().size(), before + 1);
    QVERIFY(m_panel->hintButton()->isVisible());
    QTest::mouseClick(m_panel->hintButton(), Qt::LeftButton);
    QCOMPARE(m_panel->words().size(), before + 2);
    QVERIFY(!m_panel->hintButton()->isVisible());
}

void TestLessonPanel::otherLanguagesKeepHintsAndButtons()
{
    m_panel->showNextHint();
    TryButton *first = m_panel->tryButtons().front();
    m_panel->setGoalReached(true);
    m_panel->setLanguages({QStringLiteral("zh")});
    QCOMPARE(m_panel->hintsShown(), 1);
    QVERIFY(m_panel->isGoalReached());
    QCOMPARE(m_panel->tryButtons().front(), first);
    QCOMPARE(first->text(), QStringLiteral("算"));
}

void TestLessonPanel::textIsNeverClipped_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("broad");
    for (const bool broad : {false, true})
        for (const auto &[width, scale] : {std::pair{260, 1.0}, {400, 1.0}, {400, 2.0}, {640, 3.0}, {1000, 1.0}, {1000, 2.0}, {1000, 3.0}})
            QTest::addRow("%s %d %g", broad ? "broad" : "column", width, scale) << width << scale << broad;
}

void TestLessonPanel::textIsNeverClipped()
{
    QFETCH(const int, width);
    QFETCH(const double, scale);
    QFETCH(const bool, broad);
    m_scene.texts["en"].tries["solve"] = "A button with quite a long label that must break into lines where it is narrow";
    m_theme.setTextScale(scale);
    m_panel->setBroad(broad);
    m_panel->resize(width, 700);
    m_panel->setScene(&m_scene, m_both, {});
    m_panel->showNextHint();
    m_panel->setGoalReached(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QCoreApplication::processEvents();
    for (SceneWords *words : m_panel->words())
        QVERIFY2(words->height() >= words->document()->size().height(),
                 qPrintable(QStringLiteral("%1: %2x%3, text %4x%5").arg(words->words()).arg(words->width()).arg(words->height()).arg(words->document()->size().width()).arg(words->document()->size().height())));
    for (TryButton *button : m_panel->tryButtons()) {
        QVERIFY(button->height() >= button->heightForWidth(button->width()));
        QVERIFY(button->x() + button->width() <= button->parentWidget()->width());
        QVERIFY2(button->y() + button->height() <= button->parentWidget()->height(), qPrintable(QStringLiteral("%1 of %2").arg(button->y() + button->height()).arg(button->parentWidget()->height())));
    }
    QVERIFY(m_panel->widget()->width() <= m_panel->viewport()->width());
    m_scene = exampleScene();
}

void TestLessonPanel::largerTextGetsItsRoomAtOnce()
{
    m_panel->resize(1400, 300);
    m_panel->setScene(&m_scene, m_both, {});
    QCoreApplication::processEvents();
    m_theme.setTextScale(1.5);
    m_panel->setBroad(true);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    for (TryButton *button : m_panel->findChildren<TryButton *>())
        if (button->isVisible())
            QVERIFY2(button->y() + button->height() <= button->parentWidget()->height(), qPrintable(QStringLiteral("%1: %2 of %3").arg(button->text()).arg(button->y() + button->height()).arg(button->parentWidget()->height())));
}

void TestLessonPanel::formulasStandInTheText()
{
    // One object for the formula, and not a star or an underscore of it is left.
    const QString text = m_panel->words().front()->toPlainText();
    QCOMPARE(text.count(QChar::ObjectReplacementCharacter), 1);
    QVERIFY(!text.contains(u'$'));
}

void TestLessonPanel::aDamagedLessonSaysWhy()
{
    m_panel->setProblem(QStringLiteral("lesson.json: line 3"));
    QCOMPARE(m_panel->problem(), QStringLiteral("lesson.json: line 3"));
    QVERIFY(m_panel->words().front()->isVisible()); // the last good one stays
}

void TestLessonPanel::segmentsLeadToScenes()
{
    SceneSegments segments(&m_theme);
    segments.resize(400, 24);
    segments.setScenes({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, {true, false, false}, 0);
    segments.show();
    QSignalSpy chosen(&segments, &SceneSegments::chosen);
    QTest::mouseClick(&segments, Qt::LeftButton, {}, segments.segment(2).center().toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toInt(), 2);
}

void TestLessonPanel::theBarKnowsItsEnds()
{
    SceneBar bar(&m_theme);
    bar.setScenes({QStringLiteral("a"), QStringLiteral("b")}, {false, false}, 0);
    QVERIFY(!bar.back()->isEnabled());
    QVERIFY(bar.next()->isEnabled());
    bar.setScenes({QStringLiteral("a"), QStringLiteral("b")}, {false, false}, 1);
    QVERIFY(bar.back()->isEnabled());
    QVERIFY(!bar.next()->isEnabled());
}

QTEST_MAIN(TestLessonPanel)
#include "tst_lesson_panel.moc"
