#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// `zhibei sweep` as a shell sees it.
class TestSweepCommand : public QObject {
    Q_OBJECT
private slots:
    void theSameForAnyJobs();
    void equalsTrain();
    void tableMarksTheBest();
    void wrongUsage_data();
    void wrongUsage();

private:
    struct Outcome {
        int status = -1;
        QByteArray out, error;
    };
    static Outcome run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(ZHIBEI_PROGRAM), arguments + QStringList{QStringLiteral("--lang"), QStringLiteral("en")});
        process.waitForFinished(300000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QList<QJsonObject> objects(const QByteArray &lines)
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : lines.trimmed().split('\n'))
            objects += QJsonDocument::fromJson(line).object();
        return objects;
    }
};

static const QStringList spiral{"sweep", "spiral", "--over", "squared1.optimizer=sgd,adam", "--repeat", "2", "--steps", "300", "--json"};

void TestSweepCommand::theSameForAnyJobs()
{
    const Outcome one = run(spiral + QStringList{"--jobs", "1"}), three = run(spiral + QStringList{"--jobs", "3"});
    QCOMPARE(one.status, 0);
    QCOMPARE(one.out, three.out);
    QCOMPARE(objects(one.out).size(), 4 + 2);
}

void TestSweepCommand::equalsTrain()
{
    const QList<QJsonObject> lines = objects(run(spiral).out);
    QCOMPARE(lines[3]["settings"].toObject()["squared1.optimizer"].toString(), QStringLiteral("adam"));
    QCOMPARE(lines[3]["seed"].toInt(), lines[2]["seed"].toInt() + 1);
    const Outcome train = run({"train", "spiral", "--set", "squared1.optimizer=adam", "--seed", QString::number(lines[3]["seed"].toInt()), "--steps", "300", "--json"});
    const QJsonObject alone = objects(train.out).back();
    for (const char *key : {"weights_sha256", "test_loss", "test_accuracy", "steps"})
        QCOMPARE(lines[3][QLatin1String(key)], alone[QLatin1String(key)]);
    const double mean = (lines[2]["test_loss"].toDouble() + lines[3]["test_loss"].toDouble()) / 2;
    QVERIFY(qAbs(lines[5]["test_loss_mean"].toDouble() - mean) < 1e-12);
    QVERIFY(lines[4]["best"].toBool() != lines[5]["best"].toBool());
}

void TestSweepCommand::tableMarksTheBest()
{
    const Outcome table = run({"sweep", "line", "--over", "training.seed=1,2,3", "--epochs", "2"});
    QCOMPARE(table.status, 0);
    const QList<QByteArray> lines = table.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(table.out.count('*'), 1);
    QVERIFY(lines[1].contains("training.seed=1"));
}

void TestSweepCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing to compare") << QStringList{};
    QTest::newRow("no values") << QStringList{"--over", "training.seed"};
    QTest::newRow("unknown node") << QStringList{"--over", "nobody.rate=1,2"};
    QTest::newRow("unknown setting") << QStringList{"--over", "training.speed=1,2"};
    QTest::newRow("bad value") << QStringList{"--over", "training.batch=4,many"};
}

void TestSweepCommand::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(QStringList{"sweep", "spiral"} + arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.error.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestSweepCommand)
#include "tst_sweep_command.moc"
