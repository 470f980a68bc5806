#include "core/io/file_error.h"
#include "core/io/onnx/onnx_file.h"
#include "core/io/onnx/onnx_import.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

namespace {

/// Fields of a protobuf message, by hand.
QByteArray varint(uint64_t value)
{
    QByteArray bytes;
    for (; value >= 128; value >>= 7)
        bytes += char((value & 127) | 128);
    return bytes + char(value);
}
QByteArray number(int field, uint64_t value) { return varint(uint64_t(field) << 3) + varint(value); }
QByteArray bytes(int field, const QByteArray &value) { return varint(uint64_t(field) << 3 | 2) + varint(uint64_t(value.size())) + value; }

/// A model (graph = 7) with one initializer (5).
QByteArray withTensor(const QByteArray &tensor) { return number(1, 8) + bytes(7, bytes(5, tensor)) + bytes(8, number(2, 13)); }

OnnxModel small()
{
    OnnxModel model;
    model.inputs = {{"x", OnnxTensor::Type::Float, {-1, 3}}};
    model.outputs = {{"y", OnnxTensor::Type::Float, {-1, 2}}};
    model.constants["w"] = OnnxTensor::of({3, 2}, {1, 2, 3, 4, 5, 6});
    model.constants["b"] = OnnxTensor::of({2}, {1, 2});
    model.nodes = {{"Gemm", {"x", "w", "b"}, {"g"}, {}}, {"Softmax", {"g"}, {"y"}, {{"axis", int64_t(-1)}}}};
    return model;
}

} // namespace

/// Files that mean harm or are broken: one sentence, nothing allocated, nothing followed.
class TestOnnxHostile : public QObject {
    Q_OBJECT

private slots:
    void goodFileIsRead()
    {
        writeOnnx(small(), path());
        const OnnxNetwork made = importOnnx(readOnnx(path()));
        QCOMPARE(made.data.features, Shape({3}));
        QCOMPARE(made.outputs.size(), 1u);
    }

    void brokenBytes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        const QByteArray name = bytes(8, "big"), one = number(2, 1);
        const auto outside = [&](const char *location) {
            return withTensor(number(1, 1) + one + name + bytes(13, bytes(1, "location") + bytes(2, location)) + number(14, 1));
        };
        QTest::newRow("empty") << QByteArray() << "not an ONNX file";
        QTest::newRow("text") << QByteArray("hello, I am not a model") << "not an ONNX file";
        QTest::newRow("zip") << QByteArray("PK\3\4") + QByteArray(200, 'x') << "not an ONNX file";
        QTest::newRow("absurd size") << withTensor(number(1, uint64_t(1) << 62) + one + name + bytes(9, "1234")) << "big";
        QTest::newRow("overflowing size") << withTensor(number(1, uint64_t(1) << 28) + number(1, uint64_t(1) << 28) + number(1, uint64_t(1) << 28) + one + name) << "big";
        QTest::newRow("negative size") << withTensor(number(1, ~uint64_t(0)) + one + name) << "big";
        QTest::newRow("fewer numbers") << withTensor(number(1, 1000) + one + name + bytes(9, "1234")) << "big";
        QTest::newRow("unknown type") << withTensor(number(1, 1) + number(2, 99) + name + bytes(9, "1234")) << "type";
        QTest::newRow("above the folder") << outside("../../../../etc/passwd") << "outside its own folder";
        QTest::newRow("absolute") << outside("/etc/passwd") << "outside its own folder";
        QByteArray deep = "x";
        for (int depth = 0; depth < 200; ++depth)
            deep = bytes(1, bytes(5, bytes(6, deep))); // a graph in an attribute of a node of a graph …
        QTest::newRow("deep") << bytes(7, deep) << "not an ONNX file";
    }

    void brokenBytes()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        write(content);
        const QString message = refusal([&] { readOnnx(path()); });
        QVERIFY2(message.contains(says), qPrintable(message));
    }

    void truncated()
    {
        writeOnnx(small(), path());
        const QByteArray whole = content();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            write(whole.first(size));
            QVERIFY2(!refusal([&] { importOnnx(readOnnx(path())); }).isEmpty(), qPrintable(QString::number(size)));
        }
    }

    void cycle()
    {
        OnnxModel model = small();
        model.nodes = {{"Add", {"x", "b2"}, {"a"}, {}}, {"Relu", {"a"}, {"b2"}, {}}, {"Relu", {"a"}, {"y"}, {}}};
        writeOnnx(model, path());
        QVERIFY(refusal([&] { readOnnx(path()); }).contains("cycle"));
    }

    void unknownOperatorIsNamed()
    {
        OnnxModel model = small();
        model.nodes[1].op = "Mystery";
        QVERIFY(refusal([&] { importOnnx(model); }).contains("Mystery"));
    }

    void missingInputs()
    {
        OnnxModel model = small();
        model.nodes[0].inputs = {"x"};
        QVERIFY(refusal([&] { importOnnx(model); }).contains("Gemm"));
    }

    void hugeShapes()
    {
        OnnxModel model = small();
        model.constants["s"] = OnnxTensor::row({int64_t(1) << 40, 1, 3});
        model.nodes = {{"Expand", {"x", "s"}, {"y"}, {}}};
        QVERIFY(refusal([&] { importOnnx(model); }).contains("Expand"));
    }

    /// Whatever a few wrong bytes say, it is a network or a sentence.
    void flippedBytes()
    {
        writeOnnx(small(), path());
        const QByteArray whole = content();
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bad = whole;
            for (int k = 0; k < 1 + round % 4; ++k)
                bad[random.bounded(int(bad.size()))] = char(random.bounded(256));
            write(bad);
            refusal([&] { importOnnx(readOnnx(path())); });
        }
    }

private:
    std::string path() const { return m_folder.filePath("model.onnx").toStdString(); }
    void write(const QByteArray &bytes) const
    {
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray content() const
    {
        QFile file(QString::fromStdString(path()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What a FileError says; empty where there is none. Any other exception fails the test.
    template <class Work>
    static QString refusal(const Work &work)
    {
        try {
            work();
        } catch (const FileError &error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOnnxHostile)
#include "tst_onnx_hostile.moc"
