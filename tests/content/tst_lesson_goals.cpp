#include "core/lesson/attempt.h"
#include "tests/content/shipped_lessons.h"

using namespace zhibei;

/// What a lesson promises comes true: every goal that the lab can check without a person is not reached at the start, and is
/// reached by the scene's own solution with its own seed.
class TestLessonGoals : public QObject {
    Q_OBJECT
private slots:
    void comeTrue_data();
    void comeTrue();
};

void TestLessonGoals::comeTrue_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("scene");
    for (const LessonInfo &info : lessonsIn(shippedLessons(ZHIBEI_RESOURCES), ZHIBEI_RESOURCES, viewsOfTheCatalogue())) {
        if (!info.problem.empty())
            continue; // tst_lessons says so
        for (const Scene &scene : readLesson(info.folder, ZHIBEI_RESOURCES, viewsOfTheCatalogue()).scenes)
            if (canAttempt(scene))
                QTest::newRow((info.id + " " + scene.id).c_str()) << QString::fromStdString(info.folder) << QString::fromStdString(scene.id);
    }
}

void TestLessonGoals::comeTrue()
{
    QFETCH(QString, folder);
    QFETCH(QString, scene);
    const Lesson lesson = readLesson(folder.toStdString(), ZHIBEI_RESOURCES, viewsOfTheCatalogue());
    const Attempt outcome = attempt(lesson, *lesson.find(scene.toStdString()), ZHIBEI_RESOURCES, 60);
    QString values;
    for (const std::string &value : outcome.values)
        values += QString::fromStdString(value) + u' ';
    QVERIFY2(!outcome.atStart, "the goal holds before anything is done");
    QVERIFY2(outcome.reached, qPrintable(values + QStringLiteral("after %1 steps, %2 s").arg(outcome.steps).arg(outcome.seconds)));
}

QTEST_GUILESS_MAIN(TestLessonGoals)
#include "tst_lesson_goals.moc"
