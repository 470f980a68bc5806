#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

/// The program as a shell sees it: output, JSON and exit status.
class TestCommandLine : public QObject {
    Q_OBJECT
private slots:
    void help_data();
    void help();
    void helpIsInTheUsersLanguage();
    void version();
    void wrongUsage_data();
    void wrongUsage();
    void failures_data();
    void failures();
    void lists_data();
    void lists();
    void trainPrintsFigures();
    void trainIsTheSameForAnyThreads();
    void trainSetsAndSaves();
    void trainStopsAtTheTarget();
    void historyIsCsv();
    void evalMeasuresASavedProject();
    void predictWritesWhatTheNetworkSays();
    void theDoctorFindsDeadUnits();
    void onnxGoesOutAndComesBack();
    void regressionHasNoAccuracy();
    void bench();
    void benchShowsWhereTimeGoes();
    void memoryStaysTheSame();
    void shootDrawsTheWindow();

private:
    struct Outcome {
        int status = -1;
        QString out, error;
        QJsonObject lastObject() const
        {
            const QStringList lines = out.trimmed().split(u'\n');
            return QJsonDocument::fromJson(lines.last().toUtf8()).object();
        }
    };
    Outcome run(const QStringList &arguments, const QString &language = QStringLiteral("C")) const;
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

TestCommandLine::Outcome TestCommandLine::run(const QStringList &arguments, const QString &language) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "ZHIBEI_RESOURCES"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LANG"), language);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
    process.setProcessEnvironment(environment);
    // Resources are found from any folder.
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(ZHIBEI_PROGRAM), arguments);
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestCommandLine::help_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("train") << "train" << QStringList{"--epochs", "--steps", "--seconds", "--target", "--seed", "--threads", "--set",
                                                     "--data", "--save", "--history", "--json"};
    QTest::newRow("predict") << "predict" << QStringList{"--out", "--node", "--data", "--samples"};
    QTest::newRow("views") << "views" << QStringList{"--json"};
    QTest::newRow("lessons") << "lessons" << QStringList{"check", "pack", "reference", "--train", "--seconds", "--threads", "--json"};
    QTest::newRow("eval") << "eval" << QStringList{"--data", "--doctor", "--json"};
    QTest::newRow("bench") << "bench" << QStringList{"--threads", "--seconds", "--forward", "--peak", "--memory", "--json"};
    QTest::newRow("shoot") << "shoot" << QStringList{"--out", "--lang", "--theme", "--size", "--scale", "--steps", "--seed"};
    QTest::newRow("templates") << "templates" << QStringList{"--json"};
    QTest::newRow("layers") << "layers" << QStringList{"--json"};
    QTest::newRow("data") << "data" << QStringList{"--json"};
}

void TestCommandLine::help()
{
    QFETCH(QString, command);
    QFETCH(QStringList, options);
    QVERIFY(run({QStringLiteral("--help")}).out.contains(QStringLiteral("zhibei ") + command));
    const Outcome outcome = run({command, QStringLiteral("--help")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.error.isEmpty());
    for (const QString &option : options)
        QVERIFY2(outcome.out.contains(option), qPrintable(option));
}

void TestCommandLine::helpIsInTheUsersLanguage()
{
    const QString english = run({QStringLiteral("train"), QStringLiteral("--help")}).out;
    const QString chinese = run({QStringLiteral("train"), QStringLiteral("--help")}, QStringLiteral("zh_CN.UTF-8")).out;
    const QString asked = run({QStringLiteral("train"), QStringLiteral("--help"), QStringLiteral("--lang"), QStringLiteral("zh")}).out;
    QVERIFY(!english.isEmpty());
    QVERIFY(chinese != english);
    QCOMPARE(asked, chinese);
}

void TestCommandLine::version()
{
    const Outcome outcome = run({QStringLiteral("--version")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith(QStringLiteral("zhibei ")));
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no project") << QStringList{"train"};
    QTest::newRow("two projects") << QStringList{"train", "xor", "spiral"};
    QTest::newRow("unknown option") << QStringList{"train", "xor", "--wings"};
    QTest::newRow("bad number") << QStringList{"train", "xor", "--steps", "many"};
    QTest::newRow("negative") << QStringList{"train", "xor", "--steps", "-3"};
    QTest::newRow("bad seconds") << QStringList{"train", "xor", "--seconds", "nan"};
    QTest::newRow("bad target") << QStringList{"train", "xor", "--target", "beauty=1"};
    QTest::newRow("bad setting") << QStringList{"train", "xor", "--steps", "1", "--set", "nonsense"};
    QTest::newRow("unknown node") << QStringList{"train", "xor", "--steps", "1", "--set", "nobody.units=3"};
    QTest::newRow("unknown attribute") << QStringList{"train", "xor", "--steps", "1", "--set", "training.wings=3"};
    QTest::newRow("bad value") << QStringList{"train", "xor", "--steps", "1", "--set", "training.batch=few"};
    QTest::newRow("zero threads") << QStringList{"train", "xor", "--threads", "0"};
    QTest::newRow("saved every so often, but where") << QStringList{"train", "xor", "--every", "10"};
    QTest::newRow("unknown workload") << QStringList{"bench", "nothing"};
    QTest::newRow("no picture") << QStringList{"shoot", "xor"};
    QTest::newRow("bad size") << QStringList{"shoot", "xor", "--out", "a.png", "--size", "big"};
    QTest::newRow("bad theme") << QStringList{"shoot", "xor", "--out", "a.png", "--theme", "pink"};
    QTest::newRow("what about lessons") << QStringList{"lessons", "teach"};
    QTest::newRow("check what") << QStringList{"lessons", "check"};
    QTest::newRow("pack where") << QStringList{"lessons", "pack", "01"};
    QTest::newRow("check too much") << QStringList{"lessons", "check", "01", "02"};
    QTest::newRow("surplus") << QStringList{"layers", "dense"};
}

void TestCommandLine::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.error.count(u'\n'), 1);
    QVERIFY(outcome.error.startsWith(QStringLiteral("zhibei: ")));
}

void TestCommandLine::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such project") << QStringList{"train", "nowhere.zhibei", "--steps", "1"};
    QTest::newRow("no such data") << QStringList{"train", "xor", "--steps", "1", "--data", "builtin:nothing"};
    QTest::newRow("missing table") << QStringList{"train", "xor", "--steps", "1", "--data", "csv:nowhere.csv?target=y"};
    QTest::newRow("data that do not fit") << QStringList{"train", "xor", "--steps", "1", "--data", "builtin:sine_curve"};
    QTest::newRow("missing folder") << QStringList{"train", "xor", "--steps", "1", "--save", "no/such/folder/a.zhibei"};
    QTest::newRow("eval nowhere") << QStringList{"eval", "nowhere.zhibei"};
}

void TestCommandLine::failures()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error.count(u'\n'), 1);
    QVERIFY(outcome.error.startsWith(QStringLiteral("zhibei: ")));
}

void TestCommandLine::lists_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("entry");
    QTest::newRow("templates") << "templates" << "digits";
    QTest::newRow("layers") << "layers" << "dense";
    QTest::newRow("data") << "data" << "spiral";
}

void TestCommandLine::lists()
{
    QFETCH(QString, command);
    QFETCH(QString, entry);
    const Outcome lines = run({command});
    QCOMPARE(lines.status, 0);
    bool found = false;
    for (const QString &line : lines.out.split(u'\n'))
        found = found || line.section(u' ', 0, 0) == entry;
    QVERIFY(found);
    const QJsonArray array = QJsonDocument::fromJson(run({command, QStringLiteral("--json")}).out.toUtf8()).array();
    QCOMPARE(array.size(), lines.out.trimmed().split(u'\n').size());
    for (const QJsonValue &value : array)
        QVERIFY(!value[QStringLiteral("name")].toString().isEmpty());
}

void TestCommandLine::trainPrintsFigures()
{
    const Outcome outcome = run({"train", "xor", "--steps", "200", "--json"});
    QCOMPARE(outcome.status, 0);
    const QJsonObject figures = outcome.lastObject();
    for (const char *key : {"steps", "epochs", "seconds", "samples_per_s", "train_loss", "test_loss", "train_accuracy", "test_accuracy"})
        QVERIFY2(figures[QLatin1String(key)].isDouble(), key);
    QCOMPARE(figures[QStringLiteral("steps")].toInt(), 200);
    QCOMPARE(figures[QStringLiteral("weights_sha256")].toString().size(), 64);
    const Outcome plain = run({"train", "xor", "--epochs", "2"});
    QCOMPARE(plain.status, 0);
    QVERIFY(plain.out.contains(QStringLiteral("test accuracy")));
}

void TestCommandLine::trainIsTheSameForAnyThreads()
{
    QString first;
    for (const char *threads : {"1", "2", "3"}) {
        const QString sha = run({"train", "digits", "--steps", "30", "--threads", QLatin1String(threads), "--json"})
                                .lastObject()[QStringLiteral("weights_sha256")].toString();
        QCOMPARE(sha.size(), 64);
        if (first.isEmpty())
            first = sha;
        QCOMPARE(sha, first);
    }
    const QString other = run({"train", "digits", "--steps", "30", "--seed", "7", "--json"}).lastObject()[QStringLiteral("weights_sha256")].toString();
    QVERIFY(other != first);
}

void TestCommandLine::trainSetsAndSaves()
{
    const Outcome outcome = run({"train", "xor", "--steps", "20", "--set", "training.batch=5", "--save", path("xor.zhibei"), "--json"});
    QCOMPARE(outcome.status, 0);
    QVERIFY(QFile::exists(path("xor.zhibei")));
    // Trained on, it begins where it ended, with the same batch.
    const QJsonObject more = run({"train", path("xor.zhibei"), "--steps", "10", "--json"}).lastObject();
    QCOMPARE(more[QStringLiteral("steps")].toInt(), 30);
}

void TestCommandLine::trainStopsAtTheTarget()
{
    const QJsonObject figures = run({"train", "xor", "--target", "train_accuracy=0.9", "--seconds", "60", "--json"}).lastObject();
    QVERIFY(figures[QStringLiteral("train_accuracy")].toDouble() >= 0.9);
    QVERIFY(figures[QStringLiteral("seconds")].toDouble() < 60);
}

void TestCommandLine::historyIsCsv()
{
    QCOMPARE(run({"train", "xor", "--epochs", "3", "--history", path("history.csv")}).status, 0);
    QFile file(path("history.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(u'\n');
    QVERIFY(lines.size() >= 3);
    QVERIFY(lines.first().startsWith(QStringLiteral("step,epoch,train_loss,test_loss")));
    for (const QString &line : lines)
        QCOMPARE(line.count(u','), lines.first().count(u','));
    QVERIFY(lines.at(1).startsWith(QStringLiteral("0,0,")));
}

void TestCommandLine::evalMeasuresASavedProject()
{
    const QJsonObject trained = run({"train", "digits", "--steps", "150", "--save", path("digits.zhibei"), "--json"}).lastObject();
    const Outcome outcome = run({"eval", path("digits.zhibei"), "--data", "builtin:digits", "--json"});
    QCOMPARE(outcome.status, 0);
    const QJsonObject measured = outcome.lastObject();
    QCOMPARE(measured[QStringLiteral("samples")].toInt(), 1000);
    QCOMPARE(measured[QStringLiteral("accuracy")].toDouble(), trained[QStringLiteral("test_accuracy")].toDouble());
    const Outcome wrong = run({"eval", path("digits.zhibei"), "--data", "builtin:xor"});
    QCOMPARE(wrong.status, 1);
}

void TestCommandLine::predictWritesWhatTheNetworkSays()
{
    const QString project = m_folder.filePath(QStringLiteral("judge.zhibei")), numbers = m_folder.filePath(QStringLiteral("judge.npy"));
    QCOMPARE(run({QStringLiteral("train"), QStringLiteral("digits"), QStringLiteral("--steps"), QStringLiteral("40"), QStringLiteral("--save"), project}).status, 0);
    QCOMPARE(run({QStringLiteral("predict"), project, QStringLiteral("--part"), QStringLiteral("test"), QStringLiteral("--out"), numbers}).status, 0);
    QFile file(numbers);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("(1000, 10, )"));
    const auto *rows = reinterpret_cast<const float *>(bytes.constData() + bytes.size() - 1000 * 10 * qsizetype(sizeof(float)));
    for (int i = 0; i < 1000; ++i) {
        double sum = 0;
        for (int c = 0; c < 10; ++c)
            sum += double(rows[10 * i + c]);
        QVERIFY(std::abs(sum - 1) < 1e-4); // a probability per class
    }
    // A generator makes as many as are wanted, all different.
    QCOMPARE(run({QStringLiteral("predict"), QStringLiteral("dcgan"), QStringLiteral("--node"), QStringLiteral("noise1"), QStringLiteral("--samples"),
                  QStringLiteral("130"), QStringLiteral("--out"), numbers}).status, 0);
    file.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray noise = file.readAll();
    QVERIFY(noise.contains("(130, 64, )"));
    const qsizetype row = 64 * qsizetype(sizeof(float)), begin = noise.size() - 130 * row;
    QSet<QByteArray> different;
    for (int i = 0; i < 130; ++i)
        different.insert(noise.mid(begin + i * row, row));
    QCOMPARE(different.size(), 130);
    QVERIFY(run({QStringLiteral("predict"), QStringLiteral("digits"), QStringLiteral("--node"), QStringLiteral("nobody"), QStringLiteral("--out"), numbers}).status != 0);
}

void TestCommandLine::theDoctorFindsDeadUnits()
{
    const QStringList train{"train", "digits-mlp", "--steps", "120", "--set", "cross_entropy1.optimizer=sgd", "--save"};
    QCOMPARE(run(train + QStringList{path("well.zhibei"), "--set", "cross_entropy1.rate=0.1"}).status, 0);
    QCOMPARE(run(train + QStringList{path("ill.zhibei"), "--set", "cross_entropy1.rate=20"}).status, 0);
    QVERIFY(run({"eval", path("well.zhibei"), "--doctor"}).out.contains(QStringLiteral("all is well")));
    const Outcome ill = run({"eval", path("ill.zhibei"), "--doctor", "--json"});
    QCOMPARE(ill.status, 0);
    QStringList rules;
    for (const QJsonValue finding : ill.lastObject()[QStringLiteral("doctor")].toArray())
        rules += finding[QStringLiteral("rule")].toString() + u' ' + finding[QStringLiteral("node")].toString();
    QVERIFY2(rules.contains(QStringLiteral("dead_relu dense2")), qPrintable(rules.join(u',')));
}

void TestCommandLine::onnxGoesOutAndComesBack()
{
    const Outcome out = run({QStringLiteral("export"), QStringLiteral("spiral-mlp"), path("spiral.onnx"), QStringLiteral("--to"), QStringLiteral("onnx"),
                             QStringLiteral("--test-data"), path("spiral"), QStringLiteral("--json")});
    QCOMPARE(out.status, 0);
    QCOMPARE(out.lastObject().value(QStringLiteral("outputs")).toArray().size(), 1);
    const Outcome good = run({QStringLiteral("eval-onnx"), path("spiral"), QStringLiteral("--atol"), QStringLiteral("1e-5")});
    QCOMPARE(good.status, 0);
    QCOMPARE(good.out.trimmed(), QStringLiteral("test_data_set_0  pass"));
    const Outcome in = run({QStringLiteral("import"), path("spiral.onnx"), QStringLiteral("--save"), path("back.zhibei"), QStringLiteral("--data"), QStringLiteral("builtin:spiral")});
    QVERIFY2(in.status == 0, qPrintable(in.error));
    QCOMPARE(run({QStringLiteral("train"), path("back.zhibei"), QStringLiteral("--steps"), QStringLiteral("20")}).status, 0);
    const Outcome broken = run({QStringLiteral("import"), path("back.zhibei"), QStringLiteral("--save"), path("other.zhibei")});
    QCOMPARE(broken.status, 1);
    QCOMPARE(broken.error.trimmed().count(u'\n'), 0);
}

void TestCommandLine::regressionHasNoAccuracy()
{
    const QJsonObject figures = run({"train", "curve", "--steps", "100", "--json"}).lastObject();
    QVERIFY(figures.contains(QStringLiteral("test_accuracy")));
    QVERIFY(figures[QStringLiteral("test_accuracy")].isNull());
    QVERIFY(figures[QStringLiteral("test_r2")].isDouble());
}

void TestCommandLine::bench()
{
    const Outcome outcome = run({"bench", "spiral-mlp", "--seconds", "0.05", "--threads", "1", "--json"});
    QCOMPARE(outcome.status, 0);
    const QJsonObject figures = outcome.lastObject()[QStringLiteral("spiral-mlp")].toObject();
    QVERIFY(figures[QStringLiteral("steps_per_s")].toDouble() > 0);
    QVERIFY(figures[QStringLiteral("samples_per_s")].toDouble() > figures[QStringLiteral("steps_per_s")].toDouble());
    const QJsonObject waits = run({"bench", "spiral-mlp", "--latency", "--json"}).lastObject()[QStringLiteral("spiral-mlp")].toObject();
    QVERIFY(waits[QStringLiteral("planning_ms")].toDouble() > 0);
    QVERIFY(waits[QStringLiteral("one_sample_us")].toDouble() > 0);
}

void TestCommandLine::benchShowsWhereTimeGoes()
{
    const QJsonObject all = run({"bench", "spiral-mlp", "--peak", "--seconds", "0.05", "--json"}).lastObject();
    const double peak = all[QStringLiteral("machine")][QStringLiteral("one_thread_gflops")].toDouble();
    const QJsonObject profile = all[QStringLiteral("spiral-mlp")].toObject(), one = profile[QStringLiteral("one_thread")].toObject();
    QVERIFY(peak > 1);
    // ten samples through 2-8-8-1 with biases: forward and weights 105 each, back to the hidden layers 64 + 8
    QCOMPARE(profile[QStringLiteral("flop_per_step")].toDouble(), 2.0 * 10 * (105 + 105 + 72));
    const double gflops = one[QStringLiteral("gflops")].toDouble();
    QCOMPARE(gflops, one[QStringLiteral("steps_per_s")].toDouble() * 5640 / 1e9);
    QCOMPARE(one[QStringLiteral("share_of_peak")].toDouble(), gflops / peak);
    double operations = 0, microseconds = 0;
    QStringList ops;
    for (const QJsonValue op : profile[QStringLiteral("ops")].toArray()) {
        ops += op[QStringLiteral("op")].toString();
        operations += op[QStringLiteral("flop_per_step")].toDouble();
        microseconds += op[QStringLiteral("us_per_step")].toDouble();
    }
    QCOMPARE(operations, 5640.0);
    QVERIFY(microseconds > 0);
    QVERIFY2(ops.contains(QStringLiteral("dense")) && ops.contains(QStringLiteral("tanh_gradient")), qPrintable(ops.join(u' ')));
}

void TestCommandLine::memoryStaysTheSame()
{
    const QJsonObject memory = run({"bench", "spiral-mlp", "--memory", "--threads", "1", "--json"}).lastObject()[QStringLiteral("spiral-mlp")].toObject();
    const double early = memory[QStringLiteral("mib_after_1000_steps")].toDouble(), late = memory[QStringLiteral("mib_after_10000_steps")].toDouble();
    QVERIFY(early > 1);
    QVERIFY2(late - early < 0.1, qPrintable(QString::number(late - early)));
    QVERIFY(memory[QStringLiteral("mib_peak")].toDouble() >= late);
}

void TestCommandLine::shootDrawsTheWindow()
{
    const Outcome outcome = run({"shoot", "spiral", "--out", path("spiral.png"), "--lang", "en", "--size", "1280x800", "--scale", "1.5", "--steps", "50"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.error));
    const QImage picture(path("spiral.png"));
    QCOMPARE(picture.size(), QSize(1920, 1200));
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 50);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
