#include "core/data/csv_column.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include <cmath>

using namespace zhibei;

class TestCsv : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath("table.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

    std::shared_ptr<const Dataset> make(const QByteArray &bytes, Attributes options = {}, double testShare = 0) const
    {
        DataSpec spec;
        spec.source = "csv";
        spec.options = std::move(options);
        spec.options["path"] = write(bytes);
        spec.testShare = testShare;
        return makeDataset(spec, "");
    }

    std::string refusal(const QByteArray &bytes, Attributes options = {}) const
    {
        try {
            make(bytes, std::move(options));
        } catch (const DataError &error) {
            return error.what();
        }
        return {};
    }

private slots:
    void guessesColumns()
    {
        const CsvSummary summary = inspectCsv(write("age,city,price\n31,Paris,1.5\n?,Bern,2e3\n40,,-1\n40,Bern,NA\n"));
        QVERIFY(summary.header);
        QCOMPARE(summary.delimiter, ',');
        QCOMPARE(summary.rowCount, 4);
        QCOMPARE(summary.columns.size(), size_t(3));
        QCOMPARE(summary.columns[0].name, std::string("age"));
        QVERIFY(summary.columns[0].numeric && !summary.columns[1].numeric && summary.columns[2].numeric);
        for (size_t i = 0; i < 3; ++i)
            QCOMPARE(summary.columns[i].missing, 1);
        QCOMPARE(summary.columns[0].distinct, 2);
        QCOMPARE(summary.columns[2].minimum, -1.0f);
        QCOMPARE(summary.columns[2].maximum, 2000.0f);
        QCOMPARE(summary.firstRows[1][1], std::string("Bern"));
    }

    void aSlipAmongNumbersIsMissing()
    {
        CsvTable table;
        table.columns = {"size", "name"};
        for (int i = 0; i < 40; ++i)
            table.rows.push_back({i == 7 ? "abc" : std::to_string(i), i % 4 ? "x" : "1"});
        const CsvColumn size = readColumn(table, 0), name = readColumn(table, 1);
        QVERIFY(size.numeric && !name.numeric);
        QCOMPARE(size.missing, 1);
        QVERIFY(std::isnan(size.numbers[7]) && size.codes[7] == -1);
        QCOMPARE(size.words.size(), size_t(39));
        QCOMPARE(name.missing, 0);
    }

    void guessesDelimiterAndHeader_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<bool>("header");
        QTest::addColumn<int>("columns");
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',' << true << 2;
        QTest::newRow("semicolon") << QByteArray("a;b;c\n1,5;2;3\n") << ';' << true << 3;
        QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << '\t' << true << 2;
        QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << '|' << true << 2;
        QTest::newRow("no header") << QByteArray("1,2\n3,4\n") << ',' << false << 2;
        QTest::newRow("index column") << QByteArray(",b\n1,2\n") << ',' << true << 2;
        QTest::newRow("repeated word") << QByteArray("yes,yes\nno,yes\n") << ',' << false << 2;
        QTest::newRow("quoted commas") << QByteArray("\"a,x\";b\n\"1,2\";3\n") << ';' << true << 2;
        QTest::newRow("windows") << QByteArray("\xEF\xBB\xBF" "a,b\r\n1,2\r\n\r\n") << ',' << true << 2;
        QTest::newRow("one column") << QByteArray("a\n1\n2\n") << ',' << true << 1;
    }
    void guessesDelimiterAndHeader()
    {
        QFETCH(QByteArray, text);
        QFETCH(char, delimiter);
        QFETCH(bool, header);
        QFETCH(int, columns);
        const CsvTable table = readCsv(write(text));
        QCOMPARE(table.delimiter, delimiter);
        QCOMPARE(table.header, header);
        QCOMPARE(int(table.columns.size()), columns);
        if (!header)
            QCOMPARE(table.columns[0], std::string("#1"));
        QVERIFY(table.columns[0].find('\xEF') == std::string::npos);
    }

    void readsQuotedCellsAndChineseEncodings()
    {
        const CsvTable quoted = readCsv(write("name,n\n\"a, \"\"b\"\"\nc\",1\n"));
        QCOMPARE(quoted.rows[0][0], std::string("a, \"b\"\nc"));
        const CsvTable gbk = readCsv(write("\xB3\xC7\xCA\xD0,n\n\xB1\xB1\xBE\xA9,1\n"));
        QCOMPARE(gbk.columns[0], std::string("城市"));
        QCOMPARE(gbk.rows[0][0], std::string("北京"));
        const CsvTable twins = readCsv(write("a,a\n1,2\n"), "yes");
        QCOMPARE(twins.columns[1], std::string("a (2)"));
    }

    void encodesForRegression()
    {
        const auto data = make("size,city,price\n1,x,10.5\n2,y,20\n3,x,30\n4,x,40\n5,y,50\n6,x,60\n", {{"standardise", false}});
        QVERIFY(!data->classification());
        QCOMPARE(data->targetName, std::string("price"));
        QVERIFY(data->featureNames == (std::vector<std::string>{"size", "city=x", "city=y"}));
        QVERIFY(data->note.empty());
        for (int64_t i = 0; i < data->count(); ++i) {
            const auto row = data->features.row(i);
            QCOMPARE(row[1] + row[2], 1.0f);
            QCOMPARE(data->target(i), row[0] == 1.0f ? 10.5f : row[0] * 10);
            QCOMPARE(row[2] == 1.0f, row[0] == 2.0f || row[0] == 5.0f);
        }
        QVERIFY(!data->planar && !data->curve);
    }

    void guessesTheTask()
    {
        QVERIFY(make("a,b\n1,cat\n2,dog\n3,cat\n")->classification());
        const auto few = make("a,b\n1,0\n2,1\n3,10\n4,2\n");
        QVERIFY(few->classNames == (std::vector<std::string>{"0", "1", "2", "10"}));
        QVERIFY(!make("a,b\n1,0.5\n2,1\n3,0\n")->classification());
        QVERIFY(!make("a,b\n1,0\n2,1\n3,0\n", {{"task", std::string("regression")}})->classification());
        QVERIFY(make("a,b\n1,0.5\n2,1\n3,0.5\n", {{"task", std::string("classification")}})->classification());
        QVERIFY(refusal("a,b\n1,x\n2,y\n", {{"task", std::string("regression")}}).find("b") != std::string::npos);
    }

    void choosesColumns()
    {
        const QByteArray text = "a,\"b, c\",d\n1,2,3.5\n2,4,6.5\n3,5,9.5\n";
        const auto one = make(text, {{"target", std::string("a")}, {"columns", std::string("\"b, c\"")}, {"task", std::string("regression")}});
        QVERIFY(one->featureNames == std::vector<std::string>{"b, c"});
        QVERIFY(one->curve);
        const auto two = make(text, {{"task", std::string("classification")}});
        QVERIFY(two->planar);
        QVERIFY(refusal(text, {{"target", std::string("z")}}).find("it has a") != std::string::npos);
        QVERIFY(!refusal(text, {{"columns", std::string("z")}}).empty());
    }

    void fillsMissingAndReports()
    {
        const auto data = make("n,w,y\n1,p,0.5\n3,p,1.5\n,q,2.5\n5,,3.5\n3,p,\n", {{"standardise", false}});
        QCOMPARE(data->count(), 4);
        for (int64_t i = 0; i < data->count(); ++i) {
            const auto row = data->features.row(i);
            if (data->target(i) == 2.5f)
                QCOMPARE(row[0], 3.0f); // the mean
            if (data->target(i) == 3.5f)
                QCOMPARE(row[1], 1.0f); // the most frequent word
        }
        const std::string note = data->note.english();
        QVERIFY2(note.find("n 1, w 1") != std::string::npos && note.find("target: 1") != std::string::npos, note.c_str());
    }

    void leavesOutUselessColumns()
    {
        QByteArray text = "id,constant,x,y\n";
        for (int i = 0; i < 60; ++i)
            text += "name" + QByteArray::number(i) + ",1," + QByteArray::number(i * 3) + "," + QByteArray::number(i * 0.5) + "\n";
        const auto data = make(text);
        QVERIFY(data->featureNames == std::vector<std::string>{"x"});
        QVERIFY(data->note.english().find("id, constant") != std::string::npos);
    }

    void standardisesNumbersOnly()
    {
        const auto data = make("x,w,y\n10,a,1.5\n20,b,2\n30,a,3\n40,b,9\n");
        for (int64_t i = 0; i < data->count(); ++i) {
            QVERIFY(std::abs(data->features.row(i)[0]) < 1.5f);
            QVERIFY(data->features.row(i)[1] == 0.0f || data->features.row(i)[1] == 1.0f);
        }
        QVERIFY(std::abs(data->targetRange().second - 9) < 1e-5f);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("\n\n\n");
        QTest::newRow("header only") << QByteArray("a,b\n");
        QTest::newRow("one row") << QByteArray("a,b\n1,2\n");
        QTest::newRow("one column") << QByteArray("a\n1\n2\n3\n");
        QTest::newRow("binary") << QByteArray("a,b\n1,\0\n", 8);
        QTest::newRow("no encoding") << QByteArray("a,b\n\xFF\xFF,1\n2,2\n");
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n3,4\n");
        QTest::newRow("long row") << QByteArray("a,b\n1,2\n1,2,3\n");
        QTest::newRow("no target") << QByteArray("a,b\n1,\n2,?\n");
        QTest::newRow("many columns") << QByteArray("1,").repeated(5000) + "1\n";
        QTest::newRow("many cells") << QByteArray("1,2,3,4,5,6,7,8,9,10\n").repeated(600000);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const std::string message = refusal(text);
        QVERIFY(!message.empty());
        QVERIFY(message.find("%1") == std::string::npos);
    }

    void refusesTooManyClasses()
    {
        QByteArray text = "x,y\n";
        for (int i = 0; i < 300; ++i)
            text += QByteArray::number(i) + ",w" + QByteArray::number(i) + "\n";
        QVERIFY(refusal(text).find("300") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
