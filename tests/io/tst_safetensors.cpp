#include "core/io/file_error.h"
#include "core/io/safetensors.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <limits>

using namespace zhibei;

namespace {

/// JSON is easier to read with single quotes here.
std::string quoted(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

using Bytes = std::vector<unsigned char>;

Bytes file(const std::string &header, const Bytes &data, int64_t claimedLength = -1)
{
    const uint64_t length = claimedLength < 0 ? header.size() : uint64_t(claimedLength);
    Bytes bytes(8 + header.size() + data.size());
    std::memcpy(bytes.data(), &length, 8);
    std::copy(header.begin(), header.end(), bytes.begin() + 8);
    std::copy(data.begin(), data.end(), bytes.begin() + 8 + std::ptrdiff_t(header.size()));
    return bytes;
}

template <class T>
Bytes numbers(std::initializer_list<T> values)
{
    Bytes bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), values.begin(), bytes.size());
    return bytes;
}

Bytes fromArray(const QByteArray &array)
{
    return Bytes(array.begin(), array.end());
}

} // namespace

Q_DECLARE_METATYPE(Bytes)

class TestSafetensors : public QObject {
    Q_OBJECT
private slots:
    void roundTrip()
    {
        std::map<std::string, Tensor> tensors;
        tensors["dense1.weights"] = Tensor({2, 3});
        tensors["dense1.bias"] = Tensor({3}, 0.25f);
        tensors["empty"] = Tensor({0, 4});
        for (int64_t i = 0; i < 6; ++i)
            tensors["dense1.weights"][i] = float(i) * 1.1f - 3;
        const auto read = fromSafetensors(toSafetensors(tensors));
        QCOMPARE(read.size(), size_t(3));
        for (const auto &[name, tensor] : tensors) {
            const Tensor &other = read.at(name);
            QVERIFY(other.shape() == tensor.shape());
            QVERIFY(std::equal(tensor.values().begin(), tensor.values().end(), other.values().begin()));
        }
        QVERIFY(fromSafetensors(toSafetensors({})).empty());
    }

    void readsDoublesAndMetadata()
    {
        const auto read = fromSafetensors(file(
            quoted("{'__metadata__':{'format':'pt'},'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16]}}"), numbers({1.5, -2.0})));
        QCOMPARE(read.size(), size_t(1));
        QCOMPARE(read.at("a")[0], 1.5f);
        QCOMPARE(read.at("a")[1], -2.0f);
    }

    void refuses_data()
    {
        QTest::addColumn<Bytes>("bytes");
        const Bytes one = numbers({1.0f});
        const auto about = [](const char *shape, const char *offsets, const char *type = "F32") {
            return std::string(quoted("{'a':{'dtype':'")) + type + quoted("','shape':") + shape + quoted(",'data_offsets':") + offsets + "}}";
        };
        QTest::newRow("empty") << Bytes();
        QTest::newRow("seven bytes") << Bytes(7);
        QTest::newRow("header beyond the end") << file("{}", {}, 100);
        QTest::newRow("absurd header") << file("{}", {}, INT64_MAX);
        QTest::newRow("header overflow") << file("{}", {}, INT64_MAX - 7);
        QTest::newRow("not JSON") << file("{nothing}", {});
        QTest::newRow("a list") << file("[]", {});
        QTest::newRow("trailing bytes") << file("{}", one);
        QTest::newRow("no members") << file(quoted("{'a':{}}"), {});
        QTest::newRow("a number") << file(quoted("{'a':5}"), {});
        QTest::newRow("unknown type") << file(about("[1]", "[0,4]", "I32"), one);
        QTest::newRow("type is a number") << file(quoted("{'a':{'dtype':1,'shape':[1],'data_offsets':[0,4]}}"), one);
        QTest::newRow("beyond the end") << file(about("[2]", "[0,8]"), one);
        QTest::newRow("backwards") << file(about("[1]", "[4,0]"), one);
        QTest::newRow("negative offset") << file(about("[1]", "[-4,0]"), one);
        QTest::newRow("shape does not fit") << file(about("[3]", "[0,4]"), one);
        QTest::newRow("negative shape") << file(about("[-1]", "[0,4]"), one);
        QTest::newRow("shape overflows") << file(about("[4294967296,4294967296]", "[0,4]"), one);
        QTest::newRow("shape overflows to nothing") << file(about("[9223372036854775807,9223372036854775807,0]", "[0,0]"), {});
        QTest::newRow("fractional shape") << file(about("[1.0]", "[0,4]"), one);
        QTest::newRow("overlap") << file(
            quoted("{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}"), one);
        QTest::newRow("gap") << file(about("[1]", "[4,8]"), numbers({1.0f, 2.0f}));
        QTest::newRow("twice") << file(
            quoted("{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"), numbers({1.0f, 2.0f}));
        QTest::newRow("NaN") << file(about("[1]", "[0,4]"), numbers({std::numeric_limits<float>::quiet_NaN()}));
        QTest::newRow("infinite") << file(about("[1]", "[0,4]"), numbers({std::numeric_limits<float>::infinity()}));
        QTest::newRow("too large for float") << file(about("[1]", "[0,8]", "F64"), numbers({1e300}));
        QTest::newRow("deep") << file("{\"a\":" + std::string(100000, '[') + std::string(100000, ']') + "}", {});
        QTest::newRow("noise") << fromArray(QByteArray(4000, '\x2a'));
    }
    void refuses()
    {
        QFETCH(Bytes, bytes);
        try {
            fromSafetensors(bytes);
            QFAIL("accepted");
        } catch (const FileError &error) {
            QVERIFY(!error.text.empty());
        }
    }

    void everyCutIsRefused()
    {
        std::map<std::string, Tensor> tensors{{"a", Tensor({2, 2}, 1.0f)}, {"b", Tensor({3}, 2.0f)}};
        const Bytes whole = toSafetensors(tensors);
        for (size_t size = 0; size < whole.size(); ++size)
            QVERIFY_THROWS_EXCEPTION(FileError, fromSafetensors(Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(size))));
    }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
