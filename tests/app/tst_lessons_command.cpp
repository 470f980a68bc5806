#include "tests/lesson/lesson_folder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// `zhibei lessons` as a shell sees it: output, JSON and exit status.
class TestLessonsCommand : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void lists();
    void listsDamagedOnes();
    void checks();
    void saysWhatIsWrong();
    void doesTheSolutions();
    void saysThatAGoalIsNotReached();
    void findsALessonByNumber();
    void packs();
    void reference();

private:
    struct Outcome {
        int status = -1;
        QString out, error;
        QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
    };
    Outcome run(const QStringList &arguments, const QString &language = QStringLiteral("C")) const;
    QString lessons() const { return m_home.filePath(QStringLiteral("zhibei/lessons")); }
    static QString path(const LessonFolder &folder) { return QString::fromStdString(folder.path()); }
    QTemporaryDir m_home;
};

TestLessonsCommand::Outcome TestLessonsCommand::run(const QStringList &arguments, const QString &language) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "ZHIBEI_RESOURCES"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LANG"), language);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.path());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home.path());
    process.start(QStringLiteral(ZHIBEI_PROGRAM), QStringList{QStringLiteral("lessons")} + arguments);
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A lesson of the user's, beside those that are shipped.
void TestLessonsCommand::initTestCase()
{
    const LessonFolder lesson;
    QVERIFY(QDir().mkpath(lessons() + QStringLiteral("/77-mine")));
    for (const char *file : {"lesson.json", "en.md", "zh.md"})
        QVERIFY(QFile::copy(path(lesson) + u'/' + QLatin1String(file), lessons() + QStringLiteral("/77-mine/") + QLatin1String(file)));
}

void TestLessonsCommand::lists()
{
    for (const bool chinese : {false, true}) {
        const Outcome outcome = run({QStringLiteral("--json")}, chinese ? QStringLiteral("zh_CN.UTF-8") : QStringLiteral("C"));
        QCOMPARE(outcome.status, 0);
        const QJsonArray list = outcome.json().array();
        QVERIFY(!list.isEmpty());
        const QJsonObject mine = list.last().toObject(); // by id
        QCOMPARE(mine[QStringLiteral("id")].toString(), QStringLiteral("77-mine"));
        QCOMPARE(mine[QStringLiteral("name")].toString(), chinese ? QStringLiteral("更深") : QStringLiteral("Deeper"));
        QCOMPARE(mine[QStringLiteral("scenes")].toInt(), 2);
        QVERIFY(!mine.contains(QStringLiteral("problem")));
    }
    QVERIFY(run({}).out.contains(QStringLiteral("2 scenes")));
    QVERIFY(run({}, QStringLiteral("zh_CN.UTF-8")).out.contains(QStringLiteral("2幕")));
}

void TestLessonsCommand::listsDamagedOnes()
{
    QVERIFY(QDir().mkpath(lessons() + QStringLiteral("/99-empty")));
    const Outcome outcome = run({QStringLiteral("--json")});
    QVERIFY(QDir().rmdir(lessons() + QStringLiteral("/99-empty")));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.json().array().last()[QStringLiteral("problem")].toString(), QStringLiteral("lesson.json: there is no file “lesson.json” in the lesson's folder."));
}

void TestLessonsCommand::checks()
{
    const LessonFolder lesson;
    const Outcome outcome = run({QStringLiteral("check"), path(lesson)});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, QStringLiteral("08-deep is in order: 2 scenes.\n"));
}

void TestLessonsCommand::saysWhatIsWrong()
{
    const LessonFolder lesson;
    lesson.replace(QStringLiteral("lesson.json"), "spiral-mlp", "spirale");
    const Outcome outcome = run({QStringLiteral("check"), path(lesson)});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error, QStringLiteral("zhibei: lesson.json › first › start: there is no template “spirale”; `zhibei templates` lists them.\n"));
    QVERIFY(run({QStringLiteral("check"), path(lesson)}, QStringLiteral("zh_CN.UTF-8")).error.contains(QStringLiteral("没有模板“spirale”")));
    QCOMPARE(run({QStringLiteral("check"), QStringLiteral("no-such-lesson")}).status, 1);
}

void TestLessonsCommand::doesTheSolutions()
{
    const LessonFolder lesson;
    const Outcome outcome = run({QStringLiteral("check"), path(lesson), QStringLiteral("--train"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonArray results = outcome.json()[QStringLiteral("results")].toArray();
    QCOMPARE(results.size(), 2);
    QVERIFY(results[0][QStringLiteral("reached")].toBool() && !results[0][QStringLiteral("at_start")].toBool());
    QVERIFY(results[0][QStringLiteral("values")][0].toString().toDouble() >= 0.9);
    QVERIFY(results[0][QStringLiteral("steps")].toInt() > 0);
    QCOMPARE(results[1][QStringLiteral("checked")].toBool(), false);
    const QString table = run({QStringLiteral("check"), path(lesson), QStringLiteral("--train")}).out;
    QCOMPARE(table.trimmed().split(u'\n').size(), 3);
    QVERIFY(table.contains(QStringLiteral("test_accuracy >= 0.9, visited landscape")) && table.contains(QStringLiteral("no goal")));
}

void TestLessonsCommand::saysThatAGoalIsNotReached()
{
    const LessonFolder lesson;
    lesson.replace(QStringLiteral("lesson.json"), "[[\"view\", \"landscape\"], [\"set\", \"dense1.units\", 8], [\"play\"]]", "[[\"step\", 1]]");
    const Outcome outcome = run({QStringLiteral("check"), path(lesson), QStringLiteral("--train")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.contains(QStringLiteral("not reached")));
}

void TestLessonsCommand::findsALessonByNumber()
{
    QCOMPARE(run({QStringLiteral("check"), QStringLiteral("77")}).out, QStringLiteral("77-mine is in order: 2 scenes.\n"));
    QCOMPARE(run({QStringLiteral("check"), QStringLiteral("77-mine")}).status, 0);
}

void TestLessonsCommand::packs()
{
    const LessonFolder lesson;
    const QString file = m_home.filePath(QStringLiteral("a.zhicourse"));
    const Outcome outcome = run({QStringLiteral("pack"), path(lesson), file, QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()[QStringLiteral("lessons")].toArray(), QJsonArray({QStringLiteral("08-deep")}));
    QVERIFY(QFile::remove(file));
    lesson.replace(QStringLiteral("en.md"), "# Deeper\n", "");
    QCOMPARE(run({QStringLiteral("pack"), path(lesson), file}).status, 1);
    QCOMPARE(run({QStringLiteral("pack"), QString::fromStdString(lesson.outside()), file}).status, 1);
    QVERIFY(!QFile::exists(file));
}

void TestLessonsCommand::reference()
{
    const Outcome english = run({QStringLiteral("reference")}), chinese = run({QStringLiteral("reference")}, QStringLiteral("zh_CN.UTF-8"));
    QCOMPARE(english.status, 0);
    for (const char *word : {"`insert KIND AFTER_NODE {ATTRIBUTES}`", "`test_accuracy`", "`visited VIEW`", "`landscape`", "`new_seed`", "\"pretrain\"", "- notice:"}) {
        QVERIFY2(english.out.contains(QLatin1String(word)), word);
        QVERIFY2(chinese.out.contains(QLatin1String(word)), word);
    }
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    QVERIFY(!english.out.contains(han) && chinese.out.contains(han));
    for (const QString &line : chinese.out.split(u'\n')) // every row is translated
        if (line.startsWith(QLatin1String("| `")))
            QVERIFY2(line.contains(han), qPrintable(line));
}

QTEST_GUILESS_MAIN(TestLessonsCommand)
#include "tst_lessons_command.moc"
