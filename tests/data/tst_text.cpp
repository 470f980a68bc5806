#include "core/data/poems.h"
#include "core/data/text_windows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

std::string joined(const Dataset &data, std::span<const float> row)
{
    std::string text;
    for (float index : row)
        text += data.classNames[size_t(index)];
    return text;
}

} // namespace

class TestText : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const QByteArray &bytes, const QString &name = "text.txt") const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }

    static DataSpec specOf(const std::string &path, Attributes options = {})
    {
        DataSpec spec;
        spec.source = "text";
        spec.options = std::move(options);
        spec.options["path"] = path;
        return spec;
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
    void targetsFollowFeatures()
    {
        const QByteArray line = "床前明月光，疑是地上霜。\r\n";
        const auto data = makeDataset(specOf(write(line.repeated(20)), {{"length", int64_t(8)}}), resources);
        QVERIFY(data->featureShape == Shape({8}));
        QCOMPARE(data->targetCount, 8);
        QCOMPARE(data->featureClasses, int(data->classNames.size()));
        QCOMPARE(data->type().featureClasses, 13); // 12 characters and the end of a line
        QCOMPARE(joined(*data, data->features.row(0)), std::string("床前明月光，疑是"));
        QCOMPARE(joined(*data, data->targets.row(0)), std::string("前明月光，疑是地"));
        QCOMPARE(joined(*data, data->features.row(1)), std::string("地上霜。\n床前明"));
        QCOMPARE(data->trainCount, 29);  // 234 of 260 units
        QCOMPARE(data->testCount(), 3);  // 26 units
        QCOMPARE(joined(*data, data->features.row(29)), std::string("床前明月光，疑是"));
    }

    void windowsMayOverlap()
    {
        const std::string path = write(QByteArray("abcdefghij").repeated(10));
        const auto data = makeDataset(specOf(path, {{"length", int64_t(4)}, {"stride", int64_t(1)}}), resources);
        QCOMPARE(data->trainCount, 86);
        QCOMPARE(joined(*data, data->features.row(3)), std::string("defg"));
        QCOMPARE(data->testCount(), 6);
    }

    void rareUnitsBecomeABox()
    {
        const auto data = makeDataset(specOf(write("aaaabbbc" "aaaabbbd"), {{"length", int64_t(7)}, {"vocabulary", int64_t(3)}}), resources);
        QVERIFY(data->classNames == (std::vector<std::string>{"a", "b", "□"}));
        QCOMPARE(joined(*data, data->targets.row(0)), std::string("aaabbb□"));
        QCOMPARE(data->featureClasses, 3);
    }

    void cutsWords()
    {
        const std::string text = "It's a café, 你好!\nNo 3.5\xE3\x80\x80x";
        std::vector<std::string> words;
        for (std::string_view unit : textUnits(text, true))
            words.emplace_back(unit);
        QVERIFY(words == (std::vector<std::string>{"It's", "a", "café", ",", "你", "好", "!", "\n", "No", "3", ".", "5", "x"}));
        QCOMPARE(textUnits("a b\r\n", false).size(), size_t(4));
    }

    void readsTheEncodingsOfChina()
    {
        const QByteArray gb("\xb4\xb2\xc7\xb0\xc3\xf7\xd4\xc2\xb9\xe2"); // 床前明月光
        const auto data = makeDataset(specOf(write(gb.repeated(8)), {{"length", int64_t(5)}}), resources);
        QCOMPARE(joined(*data, data->features.row(0)), std::string("床前明月光"));
    }

    void refuses()
    {
        QVERIFY(refusal(specOf("")).find("chosen") != std::string::npos);
        QVERIFY(refusal(specOf(m_folder.filePath("absent").toStdString())).find("no file") != std::string::npos);
        QVERIFY(refusal(specOf(m_folder.path().toStdString())).find("not a file") != std::string::npos);
        QVERIFY(refusal(specOf("/dev/zero")).find("not a file") != std::string::npos);
        QVERIFY(refusal(specOf(write(""))).find("too short") != std::string::npos);
        QVERIFY(refusal(specOf(write("short"))).find("too short") != std::string::npos);
        QVERIFY(refusal(specOf(write(QByteArray("a\0b", 3)))).find("not a text file") != std::string::npos);
        QVERIFY(refusal(specOf(write("\xff\xff\xff"))).find("not a text file") != std::string::npos);
        const std::string path = write(QByteArray(10'000'000, 'a'));
        QVERIFY(refusal(specOf(path, {{"stride", int64_t(1)}})).find("larger stride") != std::string::npos);
        const auto data = makeDataset(specOf(path, {{"length", int64_t(1024)}}), resources);
        QCOMPARE(data->classNames.size(), size_t(2));
    }

    void stripsWhatIsNotThePoem()
    {
        const std::string path = write("\x1b[32m《静夜思》\x1b[m\n\x1b[33m作者：李白\x1b[m\n床前明月光，\n疑是地上霜。\n%\n\x1b[32m《鹿柴》\x1b[m\n空山不见人，\n%\n");
        Text note;
        QCOMPARE(poemText(path, "", false, note), std::string("床前明月光，\n疑是地上霜。\n\n空山不见人，\n"));
        QCOMPARE(poemText(path, "", true, note), std::string("《静夜思》\n作者：李白\n床前明月光，\n疑是地上霜。\n\n《鹿柴》\n空山不见人，\n"));
        QVERIFY(note.empty());
        QCOMPARE(poemText(write("a\x1b[31"), "", true, note), std::string("a\n"));
        QCOMPARE(poemText(write("a\x1b"), "", true, note), std::string("a\n"));
    }

    void ownPoemsStandIn()
    {
        Text note;
        const std::string text = poemText("/nowhere", resources + "/datasets/poems/poems.txt", false, note);
        QVERIFY(text.size() > 2000);
        QVERIFY(text.find('%') == std::string::npos);
        QVERIFY(note.english().find("sudo apt install fortunes-zh") != std::string::npos);
        DataSpec spec;
        spec.source = "poems";
        const Dataset data = textDataset(text, *findDataSource("poems"), spec);
        QVERIFY(data.trainCount > 10 && data.testCount() > 0);
        QCOMPARE(data.featureShape[0], 64);
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
