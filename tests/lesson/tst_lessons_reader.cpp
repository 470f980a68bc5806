#include "core/lesson/actions.h"
#include "core/lesson/lesson_text.h"
#include "core/lesson/predicates.h"
#include "core/lesson/read_lesson.h"
#include "tests/lesson/lesson_folder.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace zhibei;

/// A lesson that is in order is read as it was meant; one that is not is refused with a message that says where and what.
class TestLessonsReader : public QObject {
    Q_OBJECT
private slots:
    void readsEverything();
    void mistakes_data();
    void mistakes();
    void aMillionScenes();
    void deepNesting();
    void largeFile();
    void linkOutOfTheFolder();
    void links_data();
    void links();
    void pictures();
    void formulas();
    void ownProject();
    void randomDamage_data();
    void randomDamage();
    void notAFolder();
    void lists();
    void aLessonByNumber_data();
    void aLessonByNumber();

private:
    static std::string problem(const LessonFolder &folder)
    {
        try {
            readLesson(folder.path(), ZHIBEI_RESOURCES, someViews());
        } catch (const FileError &error) {
            return error.what();
        }
        return "";
    }
};

void TestLessonsReader::readsEverything()
{
    const LessonFolder folder;
    const Lesson lesson = readLesson(folder.path(), ZHIBEI_RESOURCES, someViews());
    QCOMPARE(lesson.id, std::string("08-deep"));
    QCOMPARE(lesson.texts.at("en").title, std::string("Deeper"));
    QCOMPARE(lesson.texts.at("zh").summary, std::string("层数越多，折得越多。"));
    QCOMPARE(lesson.scenes.size(), size_t(2));
    const Scene &first = lesson.scenes[0], &second = lesson.scenes[1];
    QCOMPARE(first.start.name, std::string("spiral-mlp"));
    QCOMPARE(first.changes.size(), size_t(3));
    QCOMPARE(first.changes[1], (LessonAction{"data", {std::string("moons")}, {{"noise", 0.2}}}));
    QCOMPARE(first.show, (std::vector<std::string>{"canvas", "curves", "inside:dense1"}));
    QCOMPARE(first.tries.size(), size_t(2)); // in the order of the file, which is not that of the alphabet
    QCOMPARE(first.tries[0].first, std::string("more"));
    QCOMPARE(first.tries[0].second[0], (LessonAction{"set", {std::string("dense1.units"), 8.0}, {}}));
    QCOMPARE(first.tries[1].first, std::string("look"));
    QCOMPARE(first.goal.size(), size_t(2));
    QCOMPARE(predicateText(first.goal[0]), std::string("test_accuracy >= 0.9"));
    QCOMPARE(first.texts.at("en").title, std::string("Two layers"));
    QVERIFY(first.texts.at("en").body.starts_with("The first layer has four neurons."));
    QCOMPARE(first.texts.at("zh").tries.at("look"), std::string("损失曲面"));
    QCOMPARE(first.texts.at("en").hints, (std::vector<std::string>{"Press the button.", "Wait."}));
    QCOMPARE(first.texts.at("zh").notes, std::string("先提问。"));
    QVERIFY(second.start.from == SceneStart::From::Scene);
    QCOMPARE(second.pretrain, int64_t(20));
    QCOMPARE(second.speed, 60);
    QVERIFY(second.playing && !first.playing);
    QCOMPARE(lesson.find("second"), &second);
    QVERIFY(!lesson.find("third"));
}

void TestLessonsReader::mistakes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QString>("message");
    const auto json = [](const char *name, const char *what, const char *with, const char *message) {
        QTest::newRow(name) << QStringLiteral("lesson.json") << QByteArray(what) << QByteArray(with) << QString::fromUtf8(message);
    };
    const auto words = [](const char *name, const char *file, const char *what, const char *with, const char *message) {
        QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(what) << QByteArray(with) << QString::fromUtf8(message);
    };
    json("not JSON", "\"playing\": true", "\"playing\": yes", "lesson.json");
    json("unknown key", "\"pretrain\"", "\"pretrane\"", "lesson.json › second holds “pretrane”, which is unknown here.");
    json("unknown key above", "\"lesson\": 1", "\"lesson\": 1, \"author\": \"me\"", "lesson.json holds “author”, which is unknown here.");
    json("key twice", "\"pretrain\": 20", "\"pretrain\": 20, \"pretrain\": 21", "lesson.json gives “pretrain” twice: remove one.");
    json("no number", "\"lesson\": 1, ", "", "lesson.json is not that of a lesson: “lesson” and its number are missing.");
    json("number as a text", "\"lesson\": 1", "\"lesson\": \"1\"", "lesson.json › lesson should be a whole number from 0 to 10 million.");
    json("newer format", "\"lesson\": 1", "\"lesson\": 1, \"format\": 2", "lesson.json: this lesson was made for a newer Zhibei (format 2; this one reads up to 1): update Zhibei to open it.");
    json("no id", "\"id\": \"second\", ", "", "lesson.json › scenes[2] › id is missing.");
    json("bad id", "\"id\": \"second\"", "\"id\": \"the second\"", "lesson.json › scenes[2] › id: “the second” cannot be an id: use letters, digits, - and _ only.");
    json("same id twice", "\"id\": \"second\"", "\"id\": \"first\"", "lesson.json › first: this scene is there twice.");
    json("text for a number", "\"pretrain\": 20", "\"pretrain\": \"20\"", "lesson.json › second › pretrain should be a whole number from 0 to 10 million.");
    json("negative number", "\"pretrain\": 20", "\"pretrain\": -1", "lesson.json › second › pretrain should be a whole number from 0 to 10 million.");
    json("huge number", "\"pretrain\": 20", "\"pretrain\": 1e300", "lesson.json › second › pretrain should be a whole number from 0 to 10 million.");
    json("number for a switch", "\"playing\": true", "\"playing\": 1", "lesson.json › second › playing should be true or false.");
    json("text for a list", "\"show\": [\"canvas\"]", "\"show\": \"canvas\"", "lesson.json › second › show should be a list.");
    json("number in a list", "\"highlight\": [\"dense1\"]", "\"highlight\": [1]", "lesson.json › first › highlight should be a text.");
    json("tries as a list", "\"tries\": {\"more\": [[\"set\", \"dense1.units\", 8], [\"play\"]], \"look\": [[\"view\", \"landscape\"]]}", "\"tries\": []", "lesson.json › first › tries should be an object of at most 20 buttons.");
    json("unknown template", "spiral-mlp", "spirale", "lesson.json › first › start: there is no template “spirale”; `zhibei templates` lists them.");
    json("two starts", "{\"template\": \"spiral-mlp\"}", "{\"template\": \"spiral-mlp\", \"scene\": \"x\"}", "lesson.json › first › start should be one of template, file and scene.");
    json("missing project", "{\"template\": \"spiral-mlp\"}", "{\"file\": \"own.json\"}", "lesson.json › first › start: there is no file “own.json” in the lesson's folder.");
    json("project outside", "{\"template\": \"spiral-mlp\"}", "{\"file\": \"../own.json\"}", "lesson.json › first › start: “../own.json” leaves the lesson's folder.");
    json("project at the root", "{\"template\": \"spiral-mlp\"}", "{\"file\": \"/etc/passwd\"}", "lesson.json › first › start: “/etc/passwd” leaves the lesson's folder.");
    json("cycle of itself", "{\"scene\": \"first\"}", "{\"scene\": \"second\"}", "lesson.json › second › start: no scene “second” comes before this one.");
    json("cycle of two", "{\"template\": \"spiral-mlp\"}", "{\"scene\": \"second\"}", "lesson.json › first › start: no scene “second” comes before this one.");
    json("words only with training", "\"start\": {\"scene\": \"first\"}, ", "", "lesson.json › second: a scene without a start has nothing to train and no goal.");
    json("unknown action", "[\"training\", \"seed\", 3]", "[\"train\", \"seed\", 3]", "lesson.json › first › changes[3]: there is no action “train”; `zhibei lessons reference` lists them.");
    json("missing argument", "[\"training\", \"seed\", 3]", "[\"training\", \"seed\"]", "lesson.json › first › changes[3]: the action should read “training ATTRIBUTE VALUE”.");
    json("argument too many", "[\"training\", \"seed\", 3]", "[\"training\", \"seed\", 3, 4]", "lesson.json › first › changes[3]: the action should read “training ATTRIBUTE VALUE”.");
    json("empty action", "[\"training\", \"seed\", 3]", "[]", "lesson.json › first › changes[3] should be an action and its arguments.");
    json("no change", "[\"training\", \"seed\", 3]", "[\"play\"]", "lesson.json › first › changes[3] › [\"play\"]: this changes nothing in a project.");
    json("unknown node", "\"set\", \"dense1.units\", 4", "\"set\", \"dense9.units\", 4", "lesson.json › first › changes[1] › [\"set\",\"dense9.units\",4]: there is no node “dense9” in this network.");
    json("unknown setting", "\"set\", \"dense1.units\", 4", "\"set\", \"dense1.size\", 4", "lesson.json › first › changes[1] › [\"set\",\"dense1.size\",4]: “dense1” has no setting “size”.");
    json("value out of range", "\"set\", \"dense1.units\", 4", "\"set\", \"dense1.units\", 0", "lesson.json › first › changes[1] › [\"set\",\"dense1.units\",0] › units must be a whole number from 1 to 16384, not “0”.");
    json("value of another type", "\"set\", \"dense1.units\", 4", "\"set\", \"dense1.units\", \"many\"", "lesson.json › first › changes[1] › [\"set\",\"dense1.units\",\"many\"] › units must be a whole number from 1 to 16384, not “many”.");
    json("unknown data", "\"moons\"", "\"suns\"", "lesson.json › first › changes[2] › [\"data\",\"suns\",{\"noise\":0.2}]: there are no data “suns”; `zhibei data` lists them.");
    json("unknown option", "\"noise\": 0.2", "\"noize\": 0.2", "lesson.json › first › changes[2] › [\"data\",\"moons\",{\"noize\":0.2}]: “moons” has no setting “noize”.");
    json("unknown kind", "[\"training\", \"seed\", 3]", "[\"insert\", \"dens\", \"dense1\"]", "lesson.json › first › changes[3] › [\"insert\",\"dens\",\"dense1\"]: there is no kind of layer “dens”; `zhibei layers` lists them.");
    json("data file outside", "[\"data\", \"moons\", {\"noise\": 0.2}]", "[\"data\", \"csv\", {\"path\": \"../../secret.csv\"}]", "lesson.json › first › changes[2] › [\"data\",\"csv\",{\"path\":\"../../secret.csv\"}]: “../../secret.csv” leaves the lesson's folder.");
    json("data file outside in a try", "\"look\": [[\"view\", \"landscape\"]]", "\"look\": [[\"data\", \"csv\", {\"path\": \"/etc/passwd\"}]]", "lesson.json › first › tries › look[1] › [\"data\",\"csv\",{\"path\":\"/etc/passwd\"}]: “/etc/passwd” leaves the lesson's folder.");
    json("unknown part", "\"curves\"", "\"curve\"", "lesson.json › first › show: there is no view “curve”; `zhibei views` lists them.");
    json("view of an unknown node", "inside:dense1", "inside:conv1", "lesson.json › first › show: there is no node “conv1” in this network.");
    json("unknown control", "\"new_seed\"", "\"newseed\"", "lesson.json › first › hide: there is no part and no control “newseed” of the window.");
    json("unknown lock", "\"lock\": [\"data\"]", "\"lock\": [\"door\"]", "lesson.json › first › lock: “door” is none of network, data and training.");
    json("light on an unknown node", "\"highlight\": [\"dense1\"]", "\"highlight\": [\"dense7\"]", "lesson.json › first › highlight: there is no node “dense7” in this network.");
    json("unknown view in a try", "\"look\": [[\"view\", \"landscape\"]]", "\"look\": [[\"view\", \"seascape\"]]", "lesson.json › first › tries › look[1]: there is no view “seascape”; `zhibei views` lists them.");
    json("unknown node in a try", "\"look\": [[\"view\", \"landscape\"]]", "\"look\": [[\"select\", \"dense5\"]]", "lesson.json › first › tries › look[1]: there is no node “dense5” in this network.");
    json("unknown scene in a try", "\"look\": [[\"view\", \"landscape\"]]", "\"look\": [[\"scene\", \"third\"]]", "lesson.json › first › tries › look[1]: there is no scene “third” in this lesson.");
    json("unknown measure", "test_accuracy >= 0.9", "accuracy >= 0.9", "lesson.json › first › goal › accuracy >= 0.9: there is no measure and no event “accuracy”; `zhibei lessons reference` lists them.");
    json("wrong comparison", "test_accuracy >= 0.9", "test_accuracy > 0.9", "lesson.json › first › goal › test_accuracy > 0.9: it should read “test_accuracy >= X”, “test_accuracy <= X” or “test_accuracy = X +- T”.");
    json("wrong number", "test_accuracy >= 0.9", "test_accuracy >= 90%", "lesson.json › first › goal › test_accuracy >= 90%: “90%” is not a number.");
    json("goal without an object", "\"visited landscape\"", "\"visited\"", "lesson.json › first › goal › visited: it should read “visited VIEW”.");
    json("goal of an unknown view", "\"visited landscape\"", "\"visited moon\"", "lesson.json › first › goal › visited moon: there is no view “moon”; `zhibei views` lists them.");
    json("goal of an unknown button", "\"visited landscape\"", "\"did less\"", "lesson.json › first › goal › did less: the scene has no button “less”.");
    json("goal of an unknown node", "\"visited landscape\"", "\"dense9.weights[0] >= 1\"", "lesson.json › first › goal › dense9.weights[0] >= 1: there is no node “dense9” in this network.");
    json("goal of an unknown setting", "\"visited landscape\"", "\"changed dense1.size\"", "lesson.json › first › goal › changed dense1.size: “dense1” has no setting “size”.");
    json("solution to an unknown view", "\"solution\": [[\"view\", \"landscape\"]", "\"solution\": [[\"view\", \"sea\"]", "lesson.json › first › solution[1]: there is no view “sea”; `zhibei views` lists them.");

    words("no title", "en.md", "# Deeper\n", "", "en.md must begin with “# Title”.");
    words("no summary", "en.md", "More layers, more folds.\n", "", "en.md: a sentence about the lesson is missing below its title.");
    words("second title", "en.md", "## second: Watch", "# Watch", "en.md › first: there is a second title “Watch”; scenes begin with “## id: title”.");
    words("heading without an id", "en.md", "## second: Watch", "## Watch", "en.md: the heading “Watch” should read “## id: title”.");
    words("missing section", "zh.md", "## second：看着\n它继续学。回到[第一幕](scene:first)。\n", "", "zh.md: the section “## second: …” is missing.");
    words("section of no scene", "en.md", "## second: Watch", "## third: Watch", "en.md: lesson.json has no scene “third”.");
    words("section twice", "en.md", "## second: Watch", "## first: Watch", "en.md › first: this section is there twice.");
    words("empty section", "en.md", "It goes on. Back to [the first](scene:first).\n", "", "en.md › second: there is no text below the heading.");
    words("unknown line", "en.md", "- notice: There it is.", "- remark: There it is.", "en.md › first: “remark” is none of try, goal, notice, hint and notes.");
    words("empty line", "en.md", "- notice: There it is.", "- notice:", "en.md › first › notice: there is no text behind the colon.");
    words("line twice", "en.md", "- notice: There it is.", "- notice: There it is.\n- notice: There.", "en.md › first › notice is there twice.");
    words("missing button", "zh.md", "- try more: 八个神经元\n", "", "zh.md › first: “- try more: …” is missing.");
    words("unknown button", "en.md", "- try look: The landscape", "- try look: The landscape\n- try less: Fewer", "en.md › first: lesson.json has no button “less”.");
    words("missing goal", "en.md", "- goal: Reach 90 %\n", "", "en.md › first: “- goal: …” is missing.");
    words("goal too many", "en.md", "(scene:first).\n", "(scene:first).\n\n- goal: Wait\n", "en.md › second: lesson.json has no goal for this scene.");
    words("hint in one language", "zh.md", "- hint: 等一等。\n", "", "zh.md › first: the lines with a key are not the same, or not in the same order, as in en.md.");
    words("link in one language", "zh.md", "[看这里](show:dense1)", "看这里", "zh.md › first: the link “show:dense1” of en.md is missing.");
    words("link too many", "zh.md", "它继续学。", "[它](https://zhibei.example)继续学。", "en.md › second: the link “:https://zhibei.example” of zh.md is missing.");
    words("open formula", "en.md", "Wait.", "Wait for $5.", "en.md › first › hint 2: a formula begins with $ and does not end; a dollar that is none needs a backslash before it.");
    words("formula without a picture", "en.md", "Wait.", "Wait for $y = x$.", "en.md › first › hint 2: the formula “y = x” has no picture “formulas/93048ab71606.svg”: run tools/formulas.py.");
    words("not UTF-8", "en.md", "Wait.", "Wait\xff.", "en.md is not text in UTF-8.");
}

void TestLessonsReader::mistakes()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, with);
    QFETCH(QString, message);
    const LessonFolder folder;
    QCOMPARE(problem(folder), std::string());
    folder.replace(file, what, with);
    const QString said = QString::fromStdString(problem(folder));
    if (message == file) // the parser says more
        QVERIFY2(said.startsWith(file), qPrintable(said));
    else
        QCOMPARE(said, message);
}

void TestLessonsReader::aMillionScenes()
{
    const LessonFolder folder;
    QByteArray scenes;
    for (int i = 0; i < 101; ++i)
        scenes += (i ? ",{\"id\":\"s" : "{\"id\":\"s") + QByteArray::number(i) + "\"}";
    folder.write(QStringLiteral("lesson.json"), "{\"lesson\":1,\"scenes\":[" + scenes + "]}");
    QCOMPARE(problem(folder), std::string("lesson.json has too many scenes: at most 100."));
    QByteArray many = "{\"lesson\":1,\"scenes\":[{}";
    for (int i = 0; i < 60'000; ++i)
        many += ",{}";
    folder.write(QStringLiteral("lesson.json"), many + "]}");
    QVERIFY(QString::fromStdString(problem(folder)).startsWith(QStringLiteral("lesson.json is too large")));
    folder.write(QStringLiteral("lesson.json"), "{\"lesson\":1,\"scenes\":[{}" + QByteArray(",{}").repeated(1'000'000) + "]}");
    QCOMPARE(problem(folder), std::string("lesson.json is larger than 1048576 bytes."));
}

void TestLessonsReader::deepNesting()
{
    const LessonFolder folder;
    folder.write(QStringLiteral("lesson.json"), QByteArray("[").repeated(100'000));
    QVERIFY(QString::fromStdString(problem(folder)).startsWith(QStringLiteral("lesson.json is nested more than 10 levels deep")));
}

void TestLessonsReader::largeFile()
{
    const LessonFolder folder;
    folder.write(QStringLiteral("zh.md"), QByteArray("# 更深\n") + QByteArray(1 << 20, 'x'));
    QCOMPARE(problem(folder), std::string("zh.md is larger than 1048576 bytes."));
    QVERIFY(QFile::remove(QString::fromStdString(folder.path() + "/zh.md")));
    QCOMPARE(problem(folder), std::string("zh.md: there is no file “zh.md” in the lesson's folder."));
}

void TestLessonsReader::linkOutOfTheFolder()
{
    const LessonFolder folder;
    folder.write(QStringLiteral("../secret.md"), folder.read(QStringLiteral("en.md")));
    QVERIFY(QFile::remove(QString::fromStdString(folder.path() + "/en.md")));
    QVERIFY(QFile::link(QStringLiteral("../secret.md"), QString::fromStdString(folder.path() + "/en.md")));
    QCOMPARE(problem(folder), std::string("en.md: “en.md” leaves the lesson's folder."));
}

void TestLessonsReader::links_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("message");
    QTest::newRow("button") << QByteArray("do:less") << QStringLiteral("the scene has no button “less”.");
    QTest::newRow("node") << QByteArray("show:dense9") << QStringLiteral("there is no node “dense9” in this network.");
    QTest::newRow("view") << QByteArray("view:moon") << QStringLiteral("there is no view “moon”; `zhibei views` lists them.");
    QTest::newRow("node of a view") << QByteArray("view:inside:conv1") << QStringLiteral("there is no node “conv1” in this network.");
    QTest::newRow("term") << QByteArray("term:unicorn") << QStringLiteral("the glossary has no term “unicorn”.");
    QTest::newRow("scene") << QByteArray("scene:third") << QStringLiteral("there is no scene “third” in this lesson.");
    QTest::newRow("other") << QByteArray("page.html") << QStringLiteral("the link “page.html” leads nowhere; links are do:, show:, view:, term:, scene: and https://.");
}

void TestLessonsReader::links()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, message);
    const LessonFolder folder;
    for (const char *file : {"en.md", "zh.md"})
        folder.replace(QLatin1String(file), "(view:landscape)", "(" + target + ")");
    QCOMPARE(QString::fromStdString(problem(folder)), QStringLiteral("zh.md › first › body: ") + message);
}

void TestLessonsReader::pictures()
{
    const LessonFolder folder;
    const auto show = [&](const QByteArray &name) {
        for (const char *file : {"en.md", "zh.md"}) {
            QByteArray text = folder.read(QLatin1String(file));
            text.truncate(text.lastIndexOf("(scene:first)") + 13);
            folder.write(QLatin1String(file), text + "\n\n![a net](" + name + ")\n");
        }
    };
    show("net.png");
    QCOMPARE(problem(folder), std::string("zh.md › second › body: there is no file “net.png” in the lesson's folder."));
    folder.write(QStringLiteral("net.png"), "PNG");
    QCOMPARE(problem(folder), std::string());
    show("../net.png");
    QCOMPARE(problem(folder), std::string("zh.md › second › body: “../net.png” leaves the lesson's folder."));
    show("net.gif");
    QCOMPARE(problem(folder), std::string("zh.md › second › body: the picture “net.gif” is neither a PNG nor an SVG file."));
}

void TestLessonsReader::formulas()
{
    const std::vector<Formula> found = formulasIn("a $x$ b \\$5 `$c` $$ y = 2 $$ end");
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].tex, std::string("x"));
    QCOMPARE(found[0].at, size_t(2));
    QCOMPARE(found[0].length, size_t(3));
    QVERIFY(!found[0].display && found[1].display);
    QCOMPARE(found[1].tex, std::string("y = 2"));
    QCOMPARE(formulaFile("y = x"), std::string("formulas/93048ab71606.svg"));
    QCOMPARE(lessonLinks("$a_[0](do:x)$ [t](term:relu) ![p](p.png) [w](https://a.b)"), (std::vector<LessonLink>{{"term", "relu"}, {"", "https://a.b"}}));

    const LessonFolder folder;
    folder.replace(QStringLiteral("en.md"), "Wait.", "Wait for $y = x$.");
    folder.write(QStringLiteral("formulas/93048ab71606.svg"), "<svg/>");
    QCOMPARE(problem(folder), std::string());
}

/// A project of the lesson's own, good and damaged.
void TestLessonsReader::ownProject()
{
    const LessonFolder folder;
    QFile spiral(QStringLiteral(ZHIBEI_RESOURCES "/templates/spiral-mlp.json"));
    QVERIFY(spiral.open(QIODevice::ReadOnly));
    const QByteArray project = spiral.readAll();
    folder.write(QStringLiteral("own.json"), project);
    folder.replace(QStringLiteral("lesson.json"), "{\"template\": \"spiral-mlp\"}", "{\"file\": \"own.json\"}");
    QCOMPARE(problem(folder), std::string());
    folder.write(QStringLiteral("own.json"), QByteArray(project).replace("\"kind\": \"dense\"", "\"kind\": \"dance\""));
    QCOMPARE(problem(folder), std::string("lesson.json › first › start: “own.json” cannot be opened. Node “dense1” is of the unknown kind “dance”: update Zhibei, or remove the node."));
}

void TestLessonsReader::randomDamage_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"lesson.json", "en.md", "zh.md"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

/// Bytes changed, cut out and doubled: there is a lesson or a FileError, and never anything else.
void TestLessonsReader::randomDamage()
{
    QFETCH(QString, file);
    const LessonFolder folder;
    const QByteArray good = folder.read(file);
    std::mt19937 random(7);
    const auto upTo = [&](qsizetype most) { return qsizetype(random() % uint32_t(most)); };
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        QByteArray bad = good;
        for (int change = 0; change < 1 + i % 3; ++change) {
            const qsizetype at = upTo(bad.size()), length = 1 + upTo(30);
            switch (random() % 4) {
            case 0: bad[at] = char(random()); break;
            case 1: bad.remove(at, length); break;
            case 2: bad.insert(at, bad.mid(upTo(bad.size()), length)); break;
            default: bad[at] = "[]{}\",:$0-#"[random() % 11]; break;
            }
        }
        folder.write(file, bad);
        try {
            readLesson(folder.path(), ZHIBEI_RESOURCES, someViews());
        } catch (const FileError &error) {
            QVERIFY(!error.text.english().empty());
            ++refused;
        }
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
}

void TestLessonsReader::notAFolder()
{
    const LessonFolder folder;
    QVERIFY_THROWS_EXCEPTION(FileError, readLesson(folder.path() + "/lesson.json", ZHIBEI_RESOURCES, someViews()));
    QVERIFY_THROWS_EXCEPTION(FileError, readLesson(folder.outside() + "/none", ZHIBEI_RESOURCES, someViews()));
}

/// A damaged lesson is in the list, too, with what is wrong.
void TestLessonsReader::lists()
{
    const LessonFolder folder;
    folder.write(QStringLiteral("../03-broken/lesson.json"), "{}");
    const std::vector<LessonInfo> lessons = lessonsIn(folder.outside(), ZHIBEI_RESOURCES, someViews());
    QCOMPARE(lessons.size(), size_t(2));
    QCOMPARE(lessons[0].id, std::string("03-broken"));
    QCOMPARE(lessons[0].problem.english(), std::string("lesson.json is not that of a lesson: “lesson” and its number are missing."));
    QVERIFY(lessons[1].problem.empty());
    QCOMPARE(lessons[1].scenes, size_t(2));
    QCOMPARE(lessons[1].texts.at("zh").title, std::string("更深"));
    QVERIFY(lessonsIn(folder.outside() + "/none", ZHIBEI_RESOURCES, someViews()).empty());
}

void TestLessonsReader::aLessonByNumber_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << "08-deep" << "08-deep";
    QTest::newRow("number") << "8" << "08-deep";
    QTest::newRow("number of two digits") << "08" << "08-deep";
    QTest::newRow("zero") << "0" << "00-what";
    QTest::newRow("number without a lesson") << "9" << "";
    QTest::newRow("word") << "deep" << "";
    QTest::newRow("nothing") << "" << "";
}

void TestLessonsReader::aLessonByNumber()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    std::vector<LessonInfo> lessons(3);
    lessons[0].id = "00-what";
    lessons[1].id = "08-deep";
    lessons[2].id = "mine";
    const LessonInfo *found = findLesson(lessons, name.toStdString());
    QCOMPARE(found ? QString::fromStdString(found->id) : QString(), id);
}

QTEST_GUILESS_MAIN(TestLessonsReader)
#include "tst_lessons_reader.moc"
