#include "core/io/project_file.h"
#include "widgets/runs/run_shelf.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace zhibei;
using namespace std::string_literals;

/// The runs survive: a second opening, other programs, and a file that is broken or held by somebody else.
class TestRunStore : public QObject {
    Q_OBJECT
private slots:
    void comesBackWhole();
    void goesOnAsOneRun();
    void starNoteAndDelete();
    void curvesAreThinned();
    void oldPlainRunsAreThinned();
    void manyAtOnce();
    void aBrokenFileIsTold();
    void aNewerFileIsTold();
    void aLockedFileIsTold();
    void shelfGoesOnWithABrokenFile();
    void shelfKeepsOneRunAndItsCurves();

private:
    QString file() const { return m_folder.filePath(QStringLiteral("%1/runs.sqlite").arg(QString::fromLatin1(QTest::currentTestFunction()))); }
    QTemporaryDir m_folder;
};

static RunRecord record(const std::string &name = "spiral")
{
    RunRecord run;
    run.when = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123);
    run.title = QStringLiteral("螺旋 'spiral'");
    run.project = openProject(name, ZHIBEI_RESOURCES);
    run.project.training["seed"] = int64_t(42);
    run.steps = 1234;
    run.epochs = 12.25;
    run.seconds = 3.5;
    run.result.step = 1234;
    run.result.train.loss = 0.1;
    run.result.test = {0.30000000000000004, 0.9, std::nullopt};
    run.bestLoss = 0.25;
    run.weightsSha256 = QStringLiteral("abc");
    run.repeatable = false;
    return run;
}

static History::Curves curves(int points)
{
    History::Curves curves;
    for (int i = 1; i <= points; ++i)
        curves.points.push_back({i, 1.0 / i, 1});
    curves.evaluations.push_back({0, {2.5, 0.5, std::nullopt}, {2.75, 0.25, std::nullopt}});
    curves.evaluations.push_back({points, {1.5, {}, 0.75}, {std::nullopt, 0.125, -3.0}});
    return curves;
}

void TestRunStore::comesBackWhole()
{
    const RunRecord run = record();
    const History::Curves drawn = curves(50);
    const qint64 id = RunStore(file()).put(run, drawn);
    QVERIFY(id > 0);
    const std::vector<RunRecord> list = RunStore(file()).list(); // opened anew
    QCOMPARE(list.size(), size_t(1));
    const RunRecord &back = list.front();
    QCOMPARE(back.id, id);
    QCOMPARE(back.when, run.when);
    QCOMPARE(back.title, run.title);
    QVERIFY(back.project == run.project);
    QCOMPARE(back.steps, run.steps);
    QCOMPARE(back.epochs, run.epochs);
    QCOMPARE(back.seconds, run.seconds);
    QCOMPARE(back.result.step, run.result.step);
    QVERIFY(back.result.test.loss == run.result.test.loss && back.result.test.accuracy == run.result.test.accuracy && !back.result.test.r2);
    QVERIFY(back.result.train.loss == run.result.train.loss && !back.result.train.accuracy);
    QVERIFY(back.bestLoss == run.bestLoss && !back.bestAccuracy);
    QCOMPARE(back.weightsSha256, run.weightsSha256);
    QCOMPARE(back.repeatable, false);
    const History::Curves read = RunStore(file()).curves(id);
    QCOMPARE(read.points.size(), drawn.points.size());
    for (size_t i = 0; i < drawn.points.size(); ++i)
        QVERIFY(read.points[i].step == drawn.points[i].step && read.points[i].loss == drawn.points[i].loss);
    QCOMPARE(read.evaluations.size(), size_t(2));
    QVERIFY(read.evaluations[0].test.loss == 2.75 && read.evaluations[1].train.r2 == 0.75 && !read.evaluations[1].test.loss && read.evaluations[1].test.r2 == -3.0);
    QVERIFY(RunStore(file()).curves(id + 1).points.empty());
}

void TestRunStore::goesOnAsOneRun()
{
    const RunStore store(file());
    RunRecord run = record();
    run.id = store.put(run, curves(5));
    store.setNote(run.id, QStringLiteral("mine"));
    run.steps = 9999;
    QCOMPARE(store.put(run, curves(7)), run.id);
    const auto list = store.list();
    QCOMPARE(list.size(), size_t(1));
    QCOMPARE(list.front().steps, qint64(9999));
    QCOMPARE(list.front().note, QStringLiteral("mine"));
    QCOMPARE(store.curves(run.id).points.size(), size_t(7));
}

void TestRunStore::starNoteAndDelete()
{
    const RunStore store(file());
    const qint64 a = store.put(record(), {}), b = store.put(record(), {}), c = store.put(record(), {});
    store.setStar(b, true);
    store.setNote(c, QStringLiteral("第 3 次；\"quoted\" -- DROP TABLE runs"));
    store.remove({a});
    const auto list = store.list();
    QCOMPARE(list.size(), size_t(2));
    QCOMPARE(list[0].id, c); // newest first
    QCOMPARE(list[0].note, QStringLiteral("第 3 次；\"quoted\" -- DROP TABLE runs"));
    QVERIFY(list[1].star && !list[0].star);
}

void TestRunStore::curvesAreThinned()
{
    const RunStore store(file());
    const qint64 id = store.put(record(), curves(60000));
    const History::Curves read = store.curves(id);
    QVERIFY(read.points.size() <= 2048 && read.points.size() > 500);
    QCOMPARE(read.points.back().step, int64_t(60000));
    QVERIFY(QFile(file()).size() < 200'000);
}

void TestRunStore::oldPlainRunsAreThinned()
{
    const RunStore store(file());
    RunRecord run = record("line");
    const qint64 starred = store.put(run, {}), noted = store.put(run, {}), plain = store.put(run, {});
    store.setStar(starred, true);
    store.setNote(noted, QStringLiteral("kept"));
    for (int i = 0; i < RunStore::mostPlainRuns; ++i) {
        run.when = run.when.addSecs(1);
        store.put(run, {});
    }
    const auto list = store.list();
    QCOMPARE(list.size(), size_t(RunStore::mostPlainRuns + 2));
    const auto has = [&](qint64 id) { return std::any_of(list.begin(), list.end(), [&](const RunRecord &r) { return r.id == id; }); };
    QVERIFY(has(starred) && has(noted) && !has(plain));
}

void TestRunStore::manyAtOnce()
{
    // Connections of their own, as several programs have them.
    constexpr int writers = 4, each = 10;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < writers; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < each; ++i) {
                    try {
                        RunStore(file()).put(record("line"), curves(20));
                        RunStore(file()).list();
                    } catch (const RunStoreError &) {
                        ++failures;
                    }
                }
            });
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(RunStore(file()).list().size(), size_t(writers * each));
}

static void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

void TestRunStore::aBrokenFileIsTold()
{
    writeFile(file(), QByteArray(5000, 'x'));
    QVERIFY_THROWS_EXCEPTION(RunStoreError, RunStore(file()).list());
    QVERIFY_THROWS_EXCEPTION(RunStoreError, RunStore(file()).put(record(), {}));
    QFile broken(file());
    QVERIFY(broken.open(QIODevice::ReadOnly));
    QCOMPARE(broken.readAll(), QByteArray(5000, 'x')); // left as it is
}

void TestRunStore::aNewerFileIsTold()
{
    RunStore(file()).put(record(), {});
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
        database.setDatabaseName(file());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    QVERIFY_THROWS_EXCEPTION(RunStoreError, RunStore(file()).list());
}

void TestRunStore::aLockedFileIsTold()
{
    RunStore(file()).put(record(), {});
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("holder"));
        database.setDatabaseName(file());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("BEGIN EXCLUSIVE")));
        QVERIFY_THROWS_EXCEPTION(RunStoreError, RunStore(file()).put(record(), {}));
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("COMMIT")));
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("holder"));
    QCOMPARE(RunStore(file()).list().size(), size_t(1));
}

void TestRunStore::shelfGoesOnWithABrokenFile()
{
    writeFile(file(), QByteArray(5000, 'x'));
    RunShelf shelf(file());
    QSignalSpy failed(&shelf, &RunShelf::failed);
    shelf.put(record(), curves(3));
    shelf.put(record(), curves(3));
    QTRY_VERIFY_WITH_TIMEOUT(shelf.isIdle(), 30000);
    QCOMPARE(failed.size(), 1); // told once
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("runs.sqlite")));
    QVERIFY(shelf.runs().empty());
}

void TestRunStore::shelfKeepsOneRunAndItsCurves()
{
    RunShelf shelf(file());
    auto id = std::make_shared<std::atomic<qint64>>(0);
    shelf.put(record(), curves(3), id);
    shelf.put(record(), curves(9), id, [](RunRecord &run) { run.weightsSha256 = QStringLiteral("later"); });
    QTRY_VERIFY_WITH_TIMEOUT(shelf.isIdle(), 30000);
    QCOMPARE(shelf.runs().size(), size_t(1));
    QCOMPARE(shelf.runs()[0].id, qint64(*id));
    QCOMPARE(shelf.runs()[0].weightsSha256, QStringLiteral("later"));
    QVERIFY(!shelf.curves(*id));
    QTRY_VERIFY_WITH_TIMEOUT(shelf.curves(*id), 30000);
    QCOMPARE(shelf.curves(*id)->points.size(), size_t(9));
}

QTEST_GUILESS_MAIN(TestRunStore)
#include "tst_run_store.moc"
