#include "core/data/idx_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

QByteArray header(int rank, std::initializer_list<quint32> extents, char type = 8)
{
    QByteArray bytes("\0\0", 2);
    bytes += type;
    bytes += char(rank);
    for (quint32 extent : extents)
        for (int shift : {24, 16, 8, 0})
            bytes += char(extent >> shift);
    return bytes;
}

} // namespace

class TestIdxFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

    std::string writePacked(const QString &name, const QByteArray &bytes) const
    {
        const std::string path = m_folder.filePath(name).toStdString();
        gzFile file = gzopen(path.c_str(), "wb");
        gzwrite(file, bytes.data(), unsigned(bytes.size()));
        gzclose(file);
        return path;
    }

    static DataSpec specOf(const std::string &images, const std::string &labels)
    {
        DataSpec spec;
        spec.source = "idx";
        spec.options = {{"images", images}, {"labels", labels}};
        return spec;
    }

    /// The message of the refusal; fails if there is none.
    static std::string refusal(const std::string &path)
    {
        try {
            readIdx(path);
        } catch (const DataError &error) {
            return error.what();
        }
        return {};
    }

private slots:
    void readsPlainAndPacked()
    {
        const QByteArray bytes = header(3, {2, 2, 3}) + QByteArray("\x00\x33\x66\x99\xcc\xff", 6) + QByteArray(6, '\xff');
        for (const std::string &path : {write("images", bytes), writePacked("images.gz", bytes)}) {
            const IdxFile idx = readIdx(path);
            QVERIFY(idx.extents == (std::vector<int64_t>{2, 2, 3}));
            QCOMPARE(idx.bytes.size(), size_t(12));
            QCOMPARE(idx.bytes[1], uchar(0x33));
        }
    }

    void makesPictures()
    {
        QByteArray images = header(3, {4, 2, 2});
        for (int i = 0; i < 16; ++i)
            images += char(i * 17);
        const auto spec = specOf(write("p", images), write("l", header(1, {4}) + QByteArray("\0\2\1\2", 4)));
        const auto data = makeDataset(spec, resources);
        QVERIFY(data->featureShape == Shape({1, 2, 2}));
        QCOMPARE(data->classNames.size(), size_t(3));
        QCOMPARE(data->trainCount, 2);
        for (int64_t i = 0; i < data->count(); ++i) {
            const auto row = data->features.row(i);
            const int sample = int(row[0] * 255.0f + 0.5f) / 17 / 4; // which of the four it was
            QCOMPARE(data->target(i), float("\0\2\1\2"[sample]));
            QCOMPARE(row[3], float((4 * sample + 3) * 17) / 255.0f);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, world");
        QTest::newRow("wrong magic") << QByteArray("\1\0\x08\1\0\0\0\1a", 9);
        QTest::newRow("floats") << header(1, {4}, 0x0D) + QByteArray(16, 'a');
        QTest::newRow("rank 0") << header(0, {}) + "a";
        QTest::newRow("rank 200") << header(200, {1, 1, 1, 1}) + "a";
        QTest::newRow("cut header") << header(3, {1});
        QTest::newRow("no samples") << header(1, {0});
        QTest::newRow("cut short") << header(1, {5}) + "abcd";
        QTest::newRow("too long") << header(1, {3}) + "abcd";
        QTest::newRow("absurd extent") << header(1, {0xFFFFFFFF}) + "abcd";
        QTest::newRow("absurd product") << header(3, {0x00010000, 0x00010000, 0x00010000}) + "abcd";
        QTest::newRow("product overflow") << header(4, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}) + "abcd";
        QTest::newRow("large claim") << header(1, {0x10000000}) + "abcd";
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const std::string plain = refusal(write("bad", bytes)), packed = refusal(writePacked("bad.gz", bytes));
        QVERIFY(plain.find("bad") != std::string::npos);
        QVERIFY(packed.find("bad.gz") != std::string::npos);
    }

    void refusesBrokenGzip()
    {
        QFile file(QString::fromStdString(resources + "/datasets/digits/t10k-images-idx3-ubyte.gz"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QVERIFY(!refusal(write("cut.gz", whole.left(whole.size() / 2))).empty());
        QVERIFY(!refusal(write("tail.gz", whole.left(whole.size() - 40))).empty());
        QByteArray damaged = whole;
        damaged[whole.size() / 2] = char(damaged[whole.size() / 2] ^ 0x55);
        QVERIFY(!refusal(write("damaged.gz", damaged)).empty());
        QVERIFY(refusal(write("whole.gz", whole)).empty());
    }

    void refusesWhatIsNoFile()
    {
        QVERIFY(refusal("").find("chosen") != std::string::npos);
        QVERIFY(refusal(m_folder.filePath("absent").toStdString()).find("no file") != std::string::npos);
        QVERIFY(!refusal(m_folder.path().toStdString()).empty());
        QVERIFY(!refusal("/dev/zero").empty());
    }

    void refusesPairsThatDoNotBelongTogether()
    {
        const std::string images = write("i", header(3, {2, 1, 1}) + "ab"), labels = write("l", header(1, {2}) + QByteArray("\0\1", 2));
        const std::string three = write("l3", header(1, {3}) + QByteArray("\0\1\1", 3));
        QCOMPARE(makeDataset(specOf(images, labels), resources)->count(), 2);
        QVERIFY_THROWS_EXCEPTION(DataError, makeDataset(specOf(images, three), resources));
        QVERIFY_THROWS_EXCEPTION(DataError, makeDataset(specOf(labels, images), resources));
        QVERIFY_THROWS_EXCEPTION(DataError, makeDataset(specOf(images, images), resources));
        QVERIFY_THROWS_EXCEPTION(DataError, makeDataset(specOf(images, ""), resources));
    }
};

QTEST_APPLESS_MAIN(TestIdxFile)
#include "tst_idx_file.moc"
