#include "core/io/project_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// A training that is killed in the middle of its work goes on from the project it last wrote, and ends with the very bits
/// of one that nobody disturbed.
class TestCrash : public QObject {
    Q_OBJECT

private slots:
    void goesOnAsIfNothingHadHappened_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<int>("every");
        QTest::newRow("Adam") << "spiral" << QStringList{} << 50;
        QTest::newRow("between two updates of an average") // 50 is no multiple of 3: half-added gradients are saved too
            << "spiral" << QStringList{"--set", "squared1.accumulate=3", "--set", "squared1.average=0.99"} << 50;
        QTest::newRow("momentum, schedule, partial batches")
            << "digits" << QStringList{"--set", "cross_entropy1.optimizer=momentum", "--set", "cross_entropy1.schedule=cosine", "--set", "training.batch=50"} << 7;
        QTest::newRow("two objectives, noise, batch normalisation") << "dcgan" << QStringList{} << 1;
    }
    void goesOnAsIfNothingHadHappened()
    {
        QFETCH(QString, project);
        QFETCH(QStringList, settings);
        QFETCH(int, every);
        const QTemporaryDir folder;
        const QString saved = folder.filePath(QStringLiteral("saved.zhibei"));
        QProcess process;
        process.start(QStringLiteral(ZHIBEI_PROGRAM), QStringList{"train", project, "--steps", "1000000000", "--threads", "2", "--save", saved, "--every", QString::number(every)} + settings);
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(saved) || process.state() == QProcess::NotRunning, 120'000);
        QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
        process.kill(); // SIGKILL: no chance to say goodbye
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);

        const int64_t before = zhibei::loadProject(saved.toStdString()).steps;
        QVERIFY(before > 0 && before % every == 0);
        const int64_t after = 2 * every;
        const QString disturbed = weightsAfter({saved, "--threads", "1"}, after);
        const QString undisturbed = weightsAfter(QStringList{project, "--threads", "2"} + settings, before + after);
        QVERIFY(!disturbed.isEmpty());
        QCOMPARE(disturbed, undisturbed);
        QVERIFY(weightsAfter({saved}, after + every) != disturbed); // it is not that nothing moves
    }

private:
    /// SHA-256 of the weights after so many further steps; empty if the program fails.
    static QString weightsAfter(const QStringList &arguments, int64_t steps)
    {
        QProcess process;
        process.start(QStringLiteral(ZHIBEI_PROGRAM), QStringList{"train", "--json", "--steps", QString::number(steps)} + arguments);
        process.waitForFinished(240'000);
        const QByteArray last = process.readAllStandardOutput().trimmed().split('\n').last();
        return QJsonDocument::fromJson(last).object()[QStringLiteral("weights_sha256")].toString();
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
