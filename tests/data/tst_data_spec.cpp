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
                                 "csv:", "csv:a.csv?goal=x", "builtin:spiral?noise=much", "builtin:spiral?noise", "builtin:spiral?noise=9",
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
