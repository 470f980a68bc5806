#include "core/data/data_source.h"

#include <QTest>

using namespace zhibei;

class TestDataSpec : public QObject {
    Q_OBJECT
private slots:
    void reads()
    {
        QCOMPARE(parseDataSpec("builtin:spiral").source, std::string("spiral"));
        const DataSpec spiral = parseDataSpec("builtin:spiral?noise=0.1&size=200&test_share=0.25");
        QCOMPARE(std::get<double>(spiral.options.at("noise")), 0.1);
        QCOMPARE(std::get<int64_t>(spiral.options.at("size")), 200);
        QCOMPARE(spiral.testShare, 0.25);

        const DataSpec idx = parseDataSpec("idx:/a/images.gz,/a/labels");
        QCOMPARE(idx.source, std::string("idx"));
        QCOMPARE(std::get<std::string>(idx.options.at("images")), std::string("/a/images.gz"));
        QCOMPARE(std::get<std::string>(idx.options.at("labels")), std::string("/a/labels"));

        const DataSpec csv = parseDataSpec("csv:my data.csv?target=价格");
        QCOMPARE(csv.source, std::string("csv"));
        QCOMPARE(std::get<std::string>(csv.options.at("path")), std::string("my data.csv"));
        QCOMPARE(std::get<std::string>(csv.options.at("target")), std::string("价格"));
        QCOMPARE(parseDataSpec("csv:a.csv").options.count("target"), size_t(0));
    }

    void readsFilesOfEveryKind()
    {
        const DataSpec text = parseDataSpec("text:a,b.txt?unit=words&length=32");
        QCOMPARE(text.source, std::string("text"));
        QCOMPARE(std::get<std::string>(text.options.at("path")), std::string("a,b.txt"));
        QCOMPARE(std::get<std::string>(text.options.at("unit")), std::string("words"));
        QCOMPARE(std::get<int64_t>(text.options.at("length")), 32);
        const DataSpec folder = parseDataSpec("folder:/my pictures?colour=off&width=64");
        QCOMPARE(std::get<std::string>(folder.options.at("folder")), std::string("/my pictures"));
        QCOMPARE(std::get<bool>(folder.options.at("colour")), false);
        const DataSpec npy = parseDataSpec("npy:x.npy,y.npy");
        QCOMPARE(npy.source, std::string("npy"));
        QCOMPARE(std::get<std::string>(npy.options.at("features")), std::string("x.npy"));
        QCOMPARE(std::get<std::string>(npy.options.at("targets")), std::string("y.npy"));
        const DataSpec npz = parseDataSpec("npz:all.npz?features_array=a");
        QCOMPARE(npz.source, std::string("npy"));
        QCOMPARE(std::get<std::string>(npz.options.at("features")), std::string("all.npz"));
        QCOMPARE(parseDataSpec("builtin:fashion?samples=100").source, std::string("fashion"));
        QCOMPARE(parseDataSpec("builtin:poems").source, std::string("poems"));
    }

    void anAmpersandMayBelongToAName()
    {
        const DataSpec csv = parseDataSpec("csv:a.csv?target=Q&A&header=no");
        QCOMPARE(std::get<std::string>(csv.options.at("target")), std::string("Q&A"));
        QCOMPARE(std::get<std::string>(csv.options.at("header")), std::string("no"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "spiral", "builtin:", "builtin:nothing", "idx:only", "idx:,labels", "idx:images,", "png:a",
                                 "csv:", "text:", "folder:", "npy:one", "npy:,y", "npz:", "wav", "csv:a.csv?goal=x", "builtin:spiral?noise=much", "builtin:spiral?noise", "builtin:spiral?noise=9",
                                 "builtin:spiral?test_share=half"})
            QTest::newRow(text) << QString(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        try {
            parseDataSpec(text.toStdString());
            QFAIL("accepted");
        } catch (const DataError &error) {
            QVERIFY(!std::string(error.what()).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestDataSpec)
#include "tst_data_spec.moc"
