#include "core/io/archive.h"
#include "core/io/project_file.h"
#include "core/io/safetensors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

#include <algorithm>
#include <limits>

using namespace zhibei;

namespace {

/// JSON is easier to read with single quotes here.
std::string quoted(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

Project sample()
{
    Project project;
    const NodeId in = project.network.addNode("input"), dense = project.network.addNode("dense");
    project.network.connect({in, 0}, {dense, 0});
    project.weights["dense1.weights"] = Tensor({2, 8}, 0.5f);
    project.weights["dense1.bias"] = Tensor({8}, -1.0f);
    project.steps = 77;
    return project;
}

Bytes bytesOf(const std::string &text)
{
    return Bytes(text.begin(), text.end());
}

} // namespace

class TestProjectFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const char *name = "a.zhibei") const { return m_folder.filePath(name).toStdString(); }

    std::string write(const Bytes &bytes) const
    {
        QFile file(QString::fromStdString(path()));
        if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(bytes.data()), qint64(bytes.size())) < 0)
            qFatal("cannot write");
        return path();
    }

    static Bytes read(const std::string &name)
    {
        QFile file(QString::fromStdString(name));
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return Bytes(bytes.begin(), bytes.end());
    }

    static std::string refusal(const std::string &name)
    {
        try {
            loadProject(name);
        } catch (const FileError &error) {
            return error.what();
        }
        return {};
    }

private slots:
    void roundTrip()
    {
        const Project project = sample();
        saveProject(project, path(), {1, 2, 3});
        const Project again = loadProject(path());
        QVERIFY(again == project);
        QCOMPARE(again.steps, 77);
        QCOMPARE(again.weights.size(), size_t(2));
        QVERIFY(again.weights.at("dense1.weights").shape() == Shape({2, 8}));
        QCOMPARE(again.weights.at("dense1.bias")[7], -1.0f);
        const auto entries = readArchive(path(), {{"preview.png", 100}, {"project.json", 100000}, {"weights.safetensors", 100000}});
        QCOMPARE(entries.size(), size_t(3));
        QVERIFY(entries.at("preview.png") == (Bytes{1, 2, 3}));
    }

    void sameProjectSameBytes()
    {
        saveProject(sample(), path("one"));
        saveProject(sample(), path("two"));
        QVERIFY(read(path("one")) == read(path("two")));
    }

    void opensBareJson()
    {
        Project project = sample();
        QVERIFY(loadProject(write(bytesOf("\n " + projectToJson(project)))) == project);
    }

    void divergedWeightsAreLeftOut()
    {
        Project project = sample();
        project.weights["dense1.bias"][0] = std::numeric_limits<float>::quiet_NaN();
        saveProject(project, path());
        const Project again = loadProject(path());
        QVERIFY(again == project);
        QVERIFY(again.weights.empty());
        QCOMPARE(again.steps, 0);
    }

    void refusesWhatIsNoProject()
    {
        QVERIFY(refusal(path("absent")).find("absent") != std::string::npos);
        QVERIFY(!refusal(m_folder.path().toStdString()).empty());
        QVERIFY(!refusal("/dev/zero").empty());
        for (const char *text : {"", "   ", "PK", "PK\3\4 and so on", "\x89PNG", "hello"})
            QVERIFY2(refusal(write(bytesOf(text))).find("a.zhibei") != std::string::npos, text);
        QVERIFY(refusal(write(makeArchive({{"other.txt", bytesOf("x")}}))).find("not a Zhibei project") != std::string::npos);
    }

    void refusesEveryCut()
    {
        saveProject(sample(), path("whole"));
        const Bytes whole = read(path("whole"));
        for (size_t size = 0; size < whole.size(); size += 7)
            QVERIFY(!refusal(write(Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(size)))).empty());
    }

    void refusesOrSurvivesEveryDamage()
    {
        saveProject(sample(), path("whole"));
        const Bytes whole = read(path("whole"));
        int refused = 0;
        for (size_t i = 0; i < whole.size(); ++i) {
            Bytes damaged = whole;
            damaged[i] ^= 0x41;
            refused += !refusal(write(damaged)).empty();
        }
        QVERIFY(refused > int(whole.size()) / 2); // the rest are dates and the like
    }

    void refusesHostileNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"../evil", "/etc/passwd", "a/../../evil", "..", "a\\..\\evil", "C:/evil"})
            QTest::newRow(name) << QString(name);
    }
    void refusesHostileNames()
    {
        QFETCH(QString, name);
        const auto archive = makeArchive({{"project.json", bytesOf(projectToJson(sample()))}, {name.toStdString(), bytesOf("x")}});
        QVERIFY(refusal(write(archive)).find(name.toStdString()) != std::string::npos);
    }

    void refusesNamesGivenTwice()
    {
        // libzip does not write such a file, so one name is patched into the other in both its places.
        const std::string json = projectToJson(sample());
        Bytes archive = makeArchive({{"project.json", bytesOf(json)}, {"project.jsoX", bytesOf(json)}});
        const std::string odd = "project.jsoX";
        int patched = 0;
        for (auto at = archive.begin(); (at = std::search(at, archive.end(), odd.begin(), odd.end())) != archive.end(); ++patched)
            *(at + 11) = 'n';
        QCOMPARE(patched, 2);
        QVERIFY(!refusal(write(archive)).empty());
    }

    void refusesBombs()
    {
        const auto archive = makeArchive({{"project.json", Bytes(40'000'000, ' ')}});
        QVERIFY(archive.size() < 100'000);
        QVERIFY(refusal(write(archive)).find("impossible size") != std::string::npos);
    }

    void refusesBrokenParts()
    {
        const Bytes json = bytesOf(projectToJson(sample()));
        QVERIFY(!refusal(write(makeArchive({{"project.json", json}, {"weights.safetensors", bytesOf("nothing")}}))).empty());
        std::map<std::string, Tensor> weights{{"a", Tensor({1}, std::numeric_limits<float>::infinity())}};
        QVERIFY(refusal(write(makeArchive({{"project.json", json}, {"weights.safetensors", toSafetensors(weights)}}))).find("finite") != std::string::npos);
        QVERIFY(refusal(write(makeArchive({{"project.json", bytesOf(quoted("{'zhibei':9}"))}}))).find("newer") != std::string::npos);
    }

    void refusesEncryptedEntries()
    {
        saveProject(sample(), path());
        zip_t *archive = zip_open(path().c_str(), 0, nullptr);
        QVERIFY(archive);
        const bool encrypts = zip_file_set_encryption(archive, 0, ZIP_EM_AES_256, "secret") == 0;
        QCOMPARE(zip_close(archive), 0);
        QVERIFY(encrypts);
        QVERIFY(!refusal(path()).empty());
    }

    void aFailedSaveKeepsTheOldFile()
    {
        saveProject(sample(), path());
        const Bytes before = read(path());
        Project bad = sample();
        bad.view = "{not JSON";
        QVERIFY_THROWS_EXCEPTION(FileError, saveProject(bad, path()));
        QVERIFY(read(path()) == before);
        QVERIFY_THROWS_EXCEPTION(FileError, saveProject(sample(), path("absent/a.zhibei")));
    }
};

QTEST_APPLESS_MAIN(TestProjectFile)
#include "tst_project_file.moc"
