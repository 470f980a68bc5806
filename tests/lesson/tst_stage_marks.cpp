#include "widgets/lesson/stage_marks.h"

#include <QPushButton>
#include <QTest>

using namespace zhibei;

class TestStageMarks : public QObject {
    Q_OBJECT
private slots:
    void thePenDrawsAndIsWipedAway();
    void nothingInTheHandLetsTheMouseThrough();
    void theGlassCoversTheWindow();
};

void TestStageMarks::thePenDrawsAndIsWipedAway()
{
    Theme theme;
    QWidget window;
    window.resize(300, 200);
    StageMarks marks(&theme, &window);
    window.show();
    QVERIFY(!marks.isVisible());
    marks.setTool(StageMarks::Tool::Pen);
    QVERIFY(marks.isVisible());
    QTest::mousePress(&marks, Qt::LeftButton, {}, {10, 10});
    QTest::mouseMove(&marks, {60, 40});
    QTest::mouseRelease(&marks, Qt::LeftButton, {}, {60, 40});
    QCOMPARE(marks.strokes().size(), size_t(1));
    QCOMPARE(marks.grab().toImage().pixelColor(10, 10), theme.color(Ink::Mark));
    marks.setTool(StageMarks::Tool::None);
    QVERIFY(marks.isVisible()); // marks stay
    marks.erase();
    QVERIFY(!marks.isVisible());
}

void TestStageMarks::nothingInTheHandLetsTheMouseThrough()
{
    Theme theme;
    QWidget window;
    window.resize(300, 200);
    StageMarks marks(&theme, &window);
    marks.setTool(StageMarks::Tool::Pen);
    QVERIFY(!marks.testAttribute(Qt::WA_TransparentForMouseEvents));
    QTest::mouseClick(&marks, Qt::RightButton, {}, {10, 10});
    QCOMPARE(marks.tool(), StageMarks::Tool::None);
    QVERIFY(marks.testAttribute(Qt::WA_TransparentForMouseEvents));
}

void TestStageMarks::theGlassCoversTheWindow()
{
    Theme theme;
    QWidget window;
    window.resize(300, 200);
    StageMarks marks(&theme, &window);
    window.show();
    marks.setTool(StageMarks::Tool::Laser);
    window.resize(500, 400);
    QTRY_COMPARE(marks.size(), QSize(500, 400));
}

QTEST_MAIN(TestStageMarks)
#include "tst_stage_marks.moc"
