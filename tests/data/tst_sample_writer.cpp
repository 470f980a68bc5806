#include "core/data/sample_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

Tensor countedUp(int64_t rows, int64_t limit)
{
    SampleWriter writer(limit);
    std::vector<float> row(1000);
    for (int64_t i = 0; i < rows; ++i) {
        std::iota(row.begin(), row.end(), float(i));
        writer.append(row);
    }
    return writer.finish({rows, 1000});
}

} // namespace

class TestSampleWriter : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { qunsetenv("ZHIBEI_SAMPLES_IN_MEMORY"); }

    void sameNumbersFromMemoryAndDisk()
    {
        const Tensor small = countedUp(3000, 1 << 30), large = countedUp(3000, 5000);
        QVERIFY(!small.mapped() && large.mapped());
        QCOMPARE(large.count(), 3'000'000);
        QVERIFY(std::equal(small.values().begin(), small.values().end(), large.values().begin()));
        QCOMPARE(large.row(2999)[999], 3998.0f);
        QCOMPARE(reinterpret_cast<uintptr_t>(large.data()) % 64, uintptr_t(0));
    }

    void mappedTensorsAreValues()
    {
        Tensor a = countedUp(20, 0);
        Tensor b = a;
        QVERIFY(b.mapped());
        b[5] = -1;
        QCOMPARE(a[5], 5.0f);
        QCOMPARE(b[5], -1.0f);
        a = b;
        QCOMPARE(a[5], -1.0f);
        const Tensor moved = std::move(a);
        QVERIFY(moved.mapped() && moved[5] == -1.0f);
        QVERIFY(a.empty());
        b = Tensor({2}, 3.0f);
        QVERIFY(!b.mapped() && b[1] == 3.0f);
        b = moved;
        QVERIFY(b.mapped());
        QCOMPARE(b.count(), 20'000);
    }

    void emptyWritersMakeEmptyTensors()
    {
        QVERIFY(SampleWriter(0).finish({0, 3}).empty());
        SampleWriter writer;
        writer.append({});
        QCOMPARE(writer.count(), 0);
        QVERIFY(writer.finish({0, 3}).empty());
    }

    void leavesNoFile()
    {
        QTemporaryDir folder;
        qputenv("TMPDIR", folder.path().toUtf8());
        {
            const Tensor tensor = countedUp(10, 0);
            QVERIFY(tensor.mapped());
            QVERIFY(QDir(folder.path()).isEmpty());
        }
        qputenv("TMPDIR", "/nonexistent"); // falls back on /var/tmp
        QVERIFY(countedUp(10, 0).mapped());
        qunsetenv("TMPDIR");
    }

    void datasetsPageInWhenTheyAreLarge_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("paged");
        QTest::newRow("digits") << "digits" << true;
        QTest::newRow("spiral") << "spiral" << false;
    }
    void datasetsPageInWhenTheyAreLarge()
    {
        QFETCH(QString, id);
        QFETCH(bool, paged);
        DataSpec spec;
        spec.source = id.toStdString();
        const auto usual = makeDataset(spec, resources);
        qputenv("ZHIBEI_SAMPLES_IN_MEMORY", "100000");
        const auto large = makeDataset(spec, resources);
        QVERIFY(!usual->features.mapped());
        QCOMPARE(large->features.mapped(), paged);
        QVERIFY(usual->features.shape() == large->features.shape());
        QVERIFY(std::equal(usual->features.values().begin(), usual->features.values().end(), large->features.values().begin()));
        QVERIFY(std::equal(usual->targets.values().begin(), usual->targets.values().end(), large->targets.values().begin()));
    }

    void readsTheLimit()
    {
        const int64_t usual = SampleWriter::inMemory();
        QCOMPARE(usual, int64_t(512) << 20);
        for (const char *bad : {"", "much", "-1", "12x"}) {
            qputenv("ZHIBEI_SAMPLES_IN_MEMORY", bad);
            QCOMPARE(SampleWriter::inMemory(), usual);
        }
        qputenv("ZHIBEI_SAMPLES_IN_MEMORY", "0");
        QCOMPARE(SampleWriter::inMemory(), 0);
    }
};

QTEST_APPLESS_MAIN(TestSampleWriter)
#include "tst_sample_writer.moc"
