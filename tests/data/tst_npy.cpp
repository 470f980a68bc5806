#include "core/data/data_source.h"
#include "core/data/npy_file.h"
#include "core/io/archive.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <sstream>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

QByteArray npy(const QByteArray &header, const QByteArray &numbers, char version = 1)
{
    QByteArray bytes("\x93NUMPY");
    bytes += version;
    bytes += '\0';
    for (int i = 0; i < (version == 1 ? 2 : 4); ++i)
        bytes += char(header.size() >> 8 * i);
    return bytes + header + numbers;
}

QByteArray dict(const char *type, const char *shape, const char *fortran = "False")
{
    return QByteArray("{'descr': '") + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }   \n";
}

template <class T>
QByteArray raw(std::initializer_list<T> values)
{
    return QByteArray(reinterpret_cast<const char *>(std::data(values)), qsizetype(values.size() * sizeof(T)));
}

} // namespace

class TestNpy : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

    std::string writeArchive(const std::vector<std::pair<std::string, QByteArray>> &arrays) const
    {
        std::vector<NewEntry> entries;
        for (const auto &[name, bytes] : arrays)
            entries.push_back({name, Bytes(bytes.begin(), bytes.end()), true});
        const Bytes zip = makeArchive(entries);
        return write("a.npz", QByteArray(reinterpret_cast<const char *>(zip.data()), qsizetype(zip.size())));
    }

    static DataSpec specOf(const std::string &features, const std::string &targets = {}, Attributes options = {})
    {
        DataSpec spec;
        spec.source = "npy";
        spec.options = std::move(options);
        spec.options["features"] = features;
        if (!targets.empty())
            spec.options["targets"] = targets;
        spec.testShare = 0;
        return spec;
    }

    /// The rows of the features in the order of their targets.
    static std::vector<std::vector<float>> byTarget(const Dataset &data)
    {
        std::vector<std::vector<float>> rows(size_t(data.count()));
        for (int64_t i = 0; i < data.count(); ++i)
            rows[size_t(data.target(i))].assign(data.features.row(i).begin(), data.features.row(i).end());
        return rows;
    }

    static std::string refusal(const DataSpec &spec)
    {
        try {
            makeDataset(spec, resources);
        } catch (const DataError &error) {
            return error.what();
        }
        return {};
    }

private slots:
    void readsWhatItWrites()
    {
        Tensor tensor(Shape({2, 3}));
        for (size_t i = 0; i < 6; ++i)
            tensor.values()[i] = float(i) - 2.5f;
        const std::vector<unsigned char> bytes = npyBytes(tensor);
        QCOMPARE((bytes.size() - 6 * sizeof(float)) % 64, size_t(0)); // the numbers start aligned
        std::istringstream stream(std::string(bytes.begin(), bytes.end()));
        NpyFile file(stream, int64_t(bytes.size()), "x.npy");
        QCOMPARE(file.shape(), (std::vector<int64_t>{2, 3}));
        const Tensor read = file.read();
        QVERIFY(std::equal(read.values().begin(), read.values().end(), tensor.values().begin(), tensor.values().end()));
    }

    void readsEveryType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("numbers");
        QTest::newRow("f4") << QByteArray("<f4") << raw<float>({1, 0, 0, 1});
        QTest::newRow("f8") << QByteArray("<f8") << raw<double>({1, 0, 0, 1});
        QTest::newRow("u1") << QByteArray("|u1") << raw<uint8_t>({1, 0, 0, 1});
        QTest::newRow("i1") << QByteArray("|i1") << raw<int8_t>({1, 0, 0, 1});
        QTest::newRow("i2") << QByteArray("<i2") << raw<int16_t>({1, 0, 0, 1});
        QTest::newRow("i4") << QByteArray("<i4") << raw<int32_t>({1, 0, 0, 1});
        QTest::newRow("i8") << QByteArray("<i8") << raw<int64_t>({1, 0, 0, 1});
        QTest::newRow("u2") << QByteArray("<u2") << raw<uint16_t>({1, 0, 0, 1});
        QTest::newRow("b1") << QByteArray("|b1") << raw<uint8_t>({1, 0, 0, 1});
    }
    void readsEveryType()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, numbers);
        const std::string targets = write("y", npy(dict("<i8", "(2,)"), raw<int64_t>({0, 1})));
        for (char version : {'\1', '\2', '\3'}) {
            const auto data = makeDataset(specOf(write("x", npy(dict(type, "(2, 2)"), numbers, version)), targets), resources);
            QVERIFY(data->featureShape == Shape({2}));
            QVERIFY(data->planar);
            QVERIFY(byTarget(*data) == (std::vector<std::vector<float>>{{1, 0}, {0, 1}}));
        }
    }

    void readsColumnMajor()
    {
        const std::string targets = write("y", npy(dict("<i8", "(2,)"), raw<int64_t>({0, 1})));
        // a[i][j][k] = 100 i + 10 j + k, shape (2, 3, 2), first index fastest
        const QByteArray numbers = raw<float>({0, 100, 10, 110, 20, 120, 1, 101, 11, 111, 21, 121});
        const auto data = makeDataset(specOf(write("x", npy(dict("<f4", "(2, 3, 2)", "True"), numbers)), targets), resources);
        QVERIFY(data->featureShape == Shape({1, 3, 2}));
        QVERIFY(byTarget(*data) == (std::vector<std::vector<float>>{{0, 1, 10, 11, 20, 21}, {100, 101, 110, 111, 120, 121}}));
        const auto plain = makeDataset(specOf(m_folder.filePath("x").toStdString(), targets, {{"layout", std::string("plain")}}), resources);
        QVERIFY(plain->featureShape == Shape({3, 2}));
    }

    void picturesOfBytesComeChannelsFirst()
    {
        const std::string targets = write("y", npy(dict("|u1", "(2,)"), raw<uint8_t>({0, 1})));
        QByteArray numbers;
        for (int i = 0; i < 2 * 5 * 5 * 3; ++i)
            numbers += char(i % 3 == 0 ? 255 : 0); // red
        const std::string path = write("x", npy(dict("|u1", "(2, 5, 5, 3)"), numbers));
        const auto data = makeDataset(specOf(path, targets), resources);
        QVERIFY(data->featureShape == Shape({3, 5, 5}));
        QCOMPARE(data->features.row(0)[24], 1.0f);
        QCOMPARE(data->features.row(0)[25], 0.0f);
        const auto first = makeDataset(specOf(path, targets, {{"layout", std::string("channels_first")}}), resources);
        QVERIFY(first->featureShape == Shape({5, 5, 3}));
    }

    void fractionsArePredicted()
    {
        const std::string x = write("x", npy(dict("<f4", "(3,)"), raw<float>({1, 2, 3})));
        const auto data = makeDataset(specOf(x, write("y", npy(dict("<f8", "(3, 2)"), raw<double>({1, 10, 2, 20, 3, 30})))), resources);
        QVERIFY(!data->classification());
        QCOMPARE(data->targetCount, 2);
        for (int64_t i = 0; i < 3; ++i)
            QCOMPARE(data->target(i, 1), 10 * data->feature(i, 0));
    }

    void wholeNumbersAreClasses()
    {
        const std::string x = write("x", npy(dict("<f4", "(4,)"), raw<float>({-1, 1, 7, std::numeric_limits<float>::quiet_NaN()})));
        const auto data = makeDataset(specOf(x, write("y", npy(dict("<i4", "(4, 1)"), raw<int32_t>({-1, 1, 7, 7})))), resources);
        QVERIFY(data->classNames == (std::vector<std::string>{"-1", "1", "7"}));
        for (float v : data->features.values())
            QVERIFY(std::isfinite(v)); // the missing one became the mean
    }

    void readsArchives()
    {
        const QByteArray x = npy(dict("<f4", "(2, 1)"), raw<float>({5, 6})), y = npy(dict("<i8", "(2,)"), raw<int64_t>({3, 4}));
        const auto guessed = makeDataset(specOf(writeArchive({{"x_test.npy", y}, {"x_train.npy", x}, {"y_train.npy", y}})), resources);
        QVERIFY(guessed->classNames == (std::vector<std::string>{"3", "4"}));
        const std::string path = writeArchive({{"甲.npy", x}, {"b.npy", y}});
        QVERIFY(refusal(specOf(path)).find("b, 甲") != std::string::npos || refusal(specOf(path)).find("甲, b") != std::string::npos);
        QVERIFY(refusal(specOf(path, {}, {{"features_array", std::string("c")}})).find("no array") != std::string::npos);
        const auto named = makeDataset(specOf(path, {}, {{"features_array", std::string("甲")}, {"targets_array", std::string("b")}}), resources);
        QCOMPARE(named->count(), 2);
        QVERIFY(refusal(specOf(write("bad.npz", "PK\x03\x04 and no more"))).find("NPZ") != std::string::npos);
        QVERIFY(!refusal(specOf(writeArchive({{"x.npy", "text"}, {"y.npy", y}}))).empty());
        QVERIFY(!refusal(specOf(writeArchive({{"x.npy", x.chopped(1)}, {"y.npy", y}}))).empty());
    }

    void refusesHeaders_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, world: no array here");
        QTest::newRow("version 9") << npy(dict("<f4", "(2,)"), raw<float>({1, 2}), 9);
        QTest::newRow("cut header") << npy(dict("<f4", "(2,)"), {}).left(30);
        QTest::newRow("no header") << npy("", raw<float>({1, 2}));
        QTest::newRow("long header") << QByteArray("\x93NUMPY\2\0\xff\xff\xff\x7f", 12);
        for (const char *type : {">f4", "<f2", "<c8", "<U4", "|O", "<i3", "|S1", "=f4", "|f4", "<M8[ns]"})
            QTest::newRow(type) << npy(dict(type, "(2,)"), raw<float>({1, 2}));
        QTest::newRow("record") << npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", raw<float>({1, 2}));
        for (const char *shape : {"()", "2", "(2", "(0,)", "(-2,)", "(2, 1e3)", "(9999999999999999999,)", "(1,1,1,1,1,1,1,1,2)",
                                  "(4294967295, 4294967295, 4294967295)", "(1000000000,)", "(3,)", "(1,)", "(2 2)"})
            QTest::newRow(shape) << npy(dict("<f4", shape), raw<float>({1, 2}));
        QTest::newRow("no order") << npy("{'descr': '<f4', 'shape': (2,), }", raw<float>({1, 2}));
        QTest::newRow("cut short") << npy(dict("<f4", "(2,)"), raw<float>({1, 2})).chopped(1);
        QTest::newRow("too long") << npy(dict("<f4", "(2,)"), raw<float>({1, 2})) + "a";
        QTest::newRow("infinite") << npy(dict("<f4", "(2,)"), raw<float>({1, std::numeric_limits<float>::infinity()}));
        QTest::newRow("five axes") << npy(dict("<f4", "(2,1,1,1,1)"), raw<float>({1, 2}));
    }
    void refusesHeaders()
    {
        QFETCH(QByteArray, bytes);
        const std::string targets = write("y", npy(dict("<i8", "(2,)"), raw<int64_t>({0, 1})));
        QVERIFY(!refusal(specOf(write("bad", bytes), targets)).empty());
    }

    void refusesTargets()
    {
        const std::string x = write("x", npy(dict("<f4", "(2,)"), raw<float>({1, 2})));
        QVERIFY(refusal(specOf(x)).find("chosen") != std::string::npos);
        QVERIFY(refusal(specOf("")).find("chosen") != std::string::npos);
        QVERIFY(refusal(specOf("/dev/zero")).find("not a file") != std::string::npos);
        QVERIFY(refusal(specOf(x, write("y", npy(dict("<i8", "(3,)"), raw<int64_t>({0, 1, 1}))))).find("2 samples but 3") != std::string::npos);
        QVERIFY(refusal(specOf(x, write("y", npy(dict("<i8", "(2,)"), raw<int64_t>({1, 1}))))).find("same class") != std::string::npos);
        QVERIFY(refusal(specOf(x, write("y", npy(dict("<f4", "(2,)"), raw<float>({1, NAN}))))).find("finite") != std::string::npos);
        QByteArray many;
        for (int64_t i = 0; i < 1500; ++i)
            many += raw<int64_t>({i});
        const std::string big = write("big", npy(dict("<i8", "(1500,)"), many));
        QVERIFY(refusal(specOf(big, big)).find("too many for classes") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestNpy)
#include "tst_npy.moc"
