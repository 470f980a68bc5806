#include "app/application.h"
#include "app/lecture/lecture.h"
#include "app/lecture/lecture_hall.h"
#include "app/lesson_shelf.h"
#include "app/main_window.h"
#include "app/session.h"
#include "widgets/lesson/lesson_panel.h"
#include "widgets/lesson/scene_title.h"
#include "widgets/lesson/scene_words.h"
#include "widgets/lesson/try_button.h"

#include <QLabel>
#include <QTest>

using namespace zhibei;

/// Every scene of every shipped lesson has room for its words: in both languages, beside the scene and on a strip below
/// it, on a small screen and a large one, with text of normal and of double size.
class TestLessonRooms : public QObject {
    Q_OBJECT
private slots:
    void noTextIsClipped_data();
    void noTextIsClipped();
    void findsClippedText();

private:
    void checkRoom(MainWindow &window, const QSize &size);
};

namespace {

QStringList clipped(const QWidget *room)
{
    QStringList found;
    for (const SceneWords *words : room->findChildren<SceneWords *>())
        if (words->isVisible() && (words->document()->size().height() > words->height() + 0.5 || words->document()->idealWidth() > words->width() + 1))
            found += words->words().left(40);
    for (const TryButton *button : room->findChildren<TryButton *>())
        if (button->isVisible() && (button->height() < button->heightForWidth(button->width()) || button->geometry().right() > button->parentWidget()->width()))
            found += button->text();
    for (const QLabel *label : room->findChildren<QLabel *>())
        if (label->isVisible() && !label->text().isEmpty() && label->height() < label->heightForWidth(label->width()))
            found += label->text();
    return found;
}

} // namespace

void TestLessonRooms::noTextIsClipped_data()
{
    QTest::addColumn<QString>("folder");
    for (const LessonInfo &lesson : lessonsIn(shippedLessons(ZHIBEI_RESOURCES), ZHIBEI_RESOURCES, viewIds()))
        QTest::addRow("%s", lesson.id.c_str()) << QString::fromStdString(lesson.folder);
}

void TestLessonRooms::noTextIsClipped()
{
    QFETCH(const QString, folder);
    Application application(Preferences::Kind::Forgetful);
    application.setReduceMotion(true);
    MainWindow window(&application);
    window.show();
    LectureHall *hall = window.lectureHall();
    QVERIFY(hall->open(folder));
    const int scenes = static_cast<int>(hall->lecture()->lesson()->scenes.size());
    for (int i = 0; i < scenes; ++i) {
        hall->lecture()->go(i);
        window.session()->pause();
        for (const char *place : {"beside", "under"}) {
            hall->setPlacement(QLatin1String(place));
            for (const double scale : {1.0, 2.0}) {
                application.setTextScale(scale);
                for (const QSize size : {QSize(1024, 768), QSize(1920, 1080)}) {
                    // A strip of text of double size does not leave a small window room for the scene: there it stands beside.
                    const bool tight = scale > 1 && size.height() < 1000 && QLatin1String(place) == QLatin1String("under");
                    if (!tight)
                        checkRoom(window, size);
                }
            }
        }
    }
}

/// The current scene in all languages, in a window of that size.
void TestLessonRooms::checkRoom(MainWindow &window, const QSize &size)
{
    LectureHall *hall = window.lectureHall();
    const QString scene = QString::fromStdString(hall->lecture()->scene()->id);
    for (const SceneBar::Speech speech : {SceneBar::Speech::Chinese, SceneBar::Speech::English, SceneBar::Speech::Both}) {
        hall->setSpeech(speech);
        hall->panel()->showNextHint();
        const auto pulled = [&] { // what larger text took gives way step by step
            window.resize(size);
            return window.width() <= size.width() && window.height() <= size.height();
        };
        const bool fits = QTest::qWaitFor(pulled, 500);
        const QString where = QStringLiteral("%1 %2 %3 speech %4: %5x%6").arg(scene).arg(window.theme()->textScale()).arg(size.height()).arg(int(speech)).arg(window.width()).arg(window.height());
        QVERIFY2(fits, qPrintable(where));
        QStringList found;
        const auto hasRoom = [&] {
            found = clipped(hall->panel()) + clipped(hall->title());
            return found.isEmpty();
        };
        QVERIFY2(QTest::qWaitFor(hasRoom, 500), qPrintable(where + u' ' + found.join(QStringLiteral(" | "))));
    }
}

void TestLessonRooms::findsClippedText()
{
    Theme theme;
    QWidget room;
    SceneWords words(&theme, &room);
    words.setWords(QStringLiteral("A text that takes several lines where there is not much room for it."), {});
    words.resize(100, 20);
    room.show();
    QCOMPARE(clipped(&room).size(), 1);
    words.resize(100, 300);
    QCOMPARE(clipped(&room).size(), 0);
}

QTEST_MAIN(TestLessonRooms)
#include "tst_lesson_rooms.moc"
