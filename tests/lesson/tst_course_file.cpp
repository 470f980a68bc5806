#include "core/io/archive.h"
#include "core/lesson/course_file.h"
#include "core/lesson/read_lesson.h"
#include "tests/lesson/lesson_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace zhibei;

namespace {

Bytes bytesOf(const QByteArray &text) { return Bytes(text.begin(), text.end()); }

} // namespace

/// Lessons go into one file and come out of it; a file that is not good leaves no trace.
class TestCourseFile : public QObject {
    Q_OBJECT
private slots:
    void roundTrip();
    void severalLessons();
    void leavesOutWhatIsNoLesson();
    void theSameBytes();
    void takesThePlaceOfAnOlderOne();
    void hostile_data();
    void hostile();
    void aBomb();
    void damaged();
    void noLesson();

private:
    const LessonFolder m_lesson;
    QTemporaryDir m_folder;

    std::string file() const { return m_folder.filePath(QStringLiteral("a.zhicourse")).toStdString(); }
    std::string into() const { return m_folder.filePath(QStringLiteral("lessons")).toStdString(); }
    std::vector<std::string> unpack() const { return unpackCourse(file(), into(), ZHIBEI_RESOURCES, someViews()); }
    std::string problem() const
    {
        try {
            unpack();
        } catch (const FileError &error) {
            return error.what();
        }
        return "";
    }
    void write(const std::vector<NewEntry> &entries) const { write(makeArchive(entries)); }
    void write(const Bytes &bytes) const
    {
        QFile out(QString::fromStdString(file()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size()));
    }
    std::vector<NewEntry> goodEntries(const std::string &id = "08-deep") const
    {
        std::vector<NewEntry> entries;
        for (const char *name : {"lesson.json", "en.md", "zh.md"})
            entries.push_back({id + "/" + name, bytesOf(m_lesson.read(QLatin1String(name)))});
        return entries;
    }
    QStringList unpacked() const { return QDir(QString::fromStdString(into())).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
};

void TestCourseFile::roundTrip()
{
    m_lesson.write(QStringLiteral("formulas/0123456789ab.svg"), "<svg/>");
    QCOMPARE(packCourse(m_lesson.path(), file()), (std::vector<std::string>{"08-deep"}));
    const std::vector<std::string> made = unpack();
    QCOMPARE(made, (std::vector<std::string>{into() + "/08-deep"}));
    for (const char *name : {"lesson.json", "en.md", "zh.md", "formulas/0123456789ab.svg"}) {
        QFile copy(QString::fromStdString(made[0]) + u'/' + QLatin1String(name));
        QVERIFY2(copy.open(QIODevice::ReadOnly), name);
        QCOMPARE(copy.readAll(), m_lesson.read(QLatin1String(name)));
    }
    QCOMPARE(readLesson(made[0], ZHIBEI_RESOURCES, someViews()).scenes.size(), size_t(2));
    QCOMPARE(unpacked(), (QStringList{QStringLiteral("08-deep")})); // nothing else is left
}

void TestCourseFile::severalLessons()
{
    std::vector<NewEntry> entries = goodEntries("08-deep"), more = goodEntries("09-deeper");
    entries.insert(entries.end(), more.begin(), more.end());
    write(entries);
    QCOMPARE(unpack().size(), size_t(2));
    QCOMPARE(packCourse(into(), file()), (std::vector<std::string>{"08-deep", "09-deeper"}));
    QVERIFY(QDir(QString::fromStdString(into())).removeRecursively());
    QCOMPARE(unpack().size(), size_t(2));
    QVERIFY(QDir(QString::fromStdString(into())).removeRecursively());
}

void TestCourseFile::leavesOutWhatIsNoLesson()
{
    const LessonFolder lesson;
    lesson.write(QStringLiteral("run.sh"), "#!/bin/sh");
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), QString::fromStdString(lesson.path() + "/passwd.md")));
    packCourse(lesson.path(), file());
    QCOMPARE(archiveNames(file()), (std::vector<std::string>{"08-deep/en.md", "08-deep/lesson.json", "08-deep/zh.md"}));
}

void TestCourseFile::theSameBytes()
{
    const LessonFolder lesson;
    const auto bytes = [&] {
        packCourse(lesson.path(), file());
        QFile course(QString::fromStdString(file()));
        return course.open(QIODevice::ReadOnly) ? course.readAll() : QByteArray();
    };
    const QByteArray first = bytes();
    QVERIFY(first.size() > 100);
    QCOMPARE(bytes(), first);
}

void TestCourseFile::takesThePlaceOfAnOlderOne()
{
    write(goodEntries());
    unpack();
    QFile stale(QString::fromStdString(into() + "/08-deep/old.md"));
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    unpack();
    QVERIFY(!stale.exists());
    QCOMPARE(unpacked(), (QStringList{QStringLiteral("08-deep")}));
    // A bad one leaves the older one alone.
    std::vector<NewEntry> entries = goodEntries();
    entries[1].bytes = bytesOf("# no summary");
    write(entries);
    QCOMPARE(problem(), std::string("en.md: a sentence about the lesson is missing below its title."));
    QCOMPARE(unpacked(), (QStringList{QStringLiteral("08-deep")}));
    QCOMPARE(readLesson(into() + "/08-deep", ZHIBEI_RESOURCES, someViews()).texts.at("en").title, std::string("Deeper"));
    QVERIFY(QDir(QString::fromStdString(into())).removeRecursively());
}

void TestCourseFile::hostile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    const QString outside = QStringLiteral("“%1” holds the file name “%2”, which points outside it: do not trust this file.");
    const QString stranger = QStringLiteral("“%1” holds “%2”, which belongs to no lesson: do not trust this file.");
    for (const char *name : {"../evil.md", "08-deep/../../evil.md", "/etc/evil.md", "C:\\evil.md", "08-deep/..\\evil.md"})
        QTest::newRow(name) << QString::fromLatin1(name) << outside;
    for (const char *name : {"evil.md", "08-deep/run.sh", "08-deep/.so", "08 deep/en.md", ".ssh/keys.md", "08-deep/library.so"})
        QTest::newRow(name) << QString::fromLatin1(name) << stranger;
}

void TestCourseFile::hostile()
{
    QFETCH(QString, name);
    QFETCH(QString, message);
    std::vector<NewEntry> entries = goodEntries();
    entries.push_back({name.toStdString(), bytesOf("evil")});
    write(entries);
    QCOMPARE(QString::fromStdString(problem()), message.arg(QString::fromStdString(file()), name));
    QVERIFY(!QFile::exists(QString::fromStdString(into())) || unpacked().isEmpty());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("evil.md"))));
}

/// Much out of little: one large file, then many files that are large together.
void TestCourseFile::aBomb()
{
    std::vector<NewEntry> entries = goodEntries();
    entries.push_back({"08-deep/large.md", Bytes((size_t(16) << 20) + 1, 'a')});
    write(entries);
    QCOMPARE(problem(), "“" + file() + "” holds “08-deep/large.md” of an impossible size: do not trust this file.");
    entries.pop_back();
    for (int i = 0; i < 9; ++i)
        entries.push_back({"08-deep/part" + std::to_string(i) + ".md", Bytes(size_t(16) << 20, 'a')});
    write(entries);
    QVERIFY(QString::fromStdString(problem()).contains(QStringLiteral("of an impossible size")));
    entries.resize(3);
    for (int i = 0; i < 1000; ++i)
        entries.push_back({"08-deep/part" + std::to_string(i) + ".md", {}});
    write(entries);
    QVERIFY(!problem().empty());
    QVERIFY(unpacked().isEmpty());
}

void TestCourseFile::damaged()
{
    Bytes bytes = makeArchive(goodEntries());
    bytes.resize(bytes.size() / 2);
    write(bytes);
    QVERIFY(QString::fromStdString(problem()).contains(QStringLiteral("is damaged")));
    write(bytesOf("not a zip file"));
    QVERIFY(!problem().empty());
    QVERIFY(QFile::remove(QString::fromStdString(file())));
    QCOMPARE(problem(), "There is no file “" + file() + "”.");
}

void TestCourseFile::noLesson()
{
    QTemporaryDir empty;
    QVERIFY_THROWS_EXCEPTION(FileError, packCourse(empty.path().toStdString(), file()));
    QVERIFY_THROWS_EXCEPTION(FileError, packCourse(empty.path().toStdString() + "/none", file()));
    write(bytesOf("PK\5\6" + QByteArray(18, '\0'))); // a zip file of nothing
    QCOMPARE(problem(), "“" + file() + "” holds no lesson: there is no lesson.json in it.");
}

QTEST_GUILESS_MAIN(TestCourseFile)
#include "tst_course_file.moc"
