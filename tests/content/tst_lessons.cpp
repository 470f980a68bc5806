#include "core/lesson/glossary.h"
#include "core/lesson/lesson_text.h"
#include "core/lesson/scene_project.h"
#include "tests/content/shipped_lessons.h"

#include <cmath>
#include <set>

using namespace zhibei;

namespace {

int count(const QString &text, const QRegularExpression &what)
{
    int found = 0;
    for (auto matches = what.globalMatch(text); matches.hasNext(); matches.next())
        ++found;
    return found;
}

/// What a reader sees: without formulas and the targets of links.
QString readable(const std::string &markdown)
{
    std::string text = markdown;
    const std::vector<Formula> formulas = formulasIn(text);
    for (auto formula = formulas.rbegin(); formula != formulas.rend(); ++formula)
        text.replace(formula->at, formula->length, " ");
    static const QRegularExpression target(QStringLiteral("\\]\\([^)]*\\)"));
    return QString::fromStdString(text).remove(target);
}

} // namespace

/// Every shipped lesson opens, in both languages, is short enough to be read from the back row, and every scene trains.
class TestLessons : public QObject {
    Q_OBJECT
private slots:
    void thereAreLessons();
    void opens_data() { addShippedLessons(); }
    void opens();
    void isShort_data() { addShippedLessons(); }
    void isShort();
    void isSetAsChinese_data() { addShippedLessons(); }
    void isSetAsChinese();
    void everySceneTrains_data() { addShippedLessons(); }
    void everySceneTrains();
    void everyPictureIsUsed_data() { addShippedLessons(); }
    void everyPictureIsUsed();
    void glossary();

private:
    const std::vector<std::string> m_views = viewsOfTheCatalogue();
    Lesson lesson(const QString &folder) const { return readLesson(folder.toStdString(), ZHIBEI_RESOURCES, m_views); }
};

void TestLessons::thereAreLessons()
{
    QVERIFY(m_views.size() >= 15);
    QVERIFY(!lessonsIn(shippedLessons(ZHIBEI_RESOURCES), ZHIBEI_RESOURCES, m_views).empty());
}

void TestLessons::opens()
{
    QFETCH(QString, folder);
    try {
        const Lesson read = lesson(folder);
        QVERIFY(read.scenes.size() >= 2);
    } catch (const FileError &error) {
        QFAIL(error.what());
    }
}

void TestLessons::isShort()
{
    QFETCH(QString, folder);
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z’'-]*|[0-9][0-9.,]*")), character(QStringLiteral("\\p{Han}"));
    for (const Scene &scene : lesson(folder).scenes) {
        const int words = count(readable(scene.texts.at("en").body), word), characters = count(readable(scene.texts.at("zh").body), character);
        QVERIFY2(words >= 20 && words <= 80, qPrintable(QString::fromStdString(scene.id) + QStringLiteral(": %1 words").arg(words)));
        QVERIFY2(characters >= 25 && characters <= 160, qPrintable(QString::fromStdString(scene.id) + QStringLiteral(": %1 characters").arg(characters)));
    }
}

void TestLessons::isSetAsChinese()
{
    QFETCH(QString, folder);
    static const QRegularExpression gap(QStringLiteral("\\p{Han} [A-Za-z]|[A-Za-z] \\p{Han}")), latin(QStringLiteral("\\p{Han}[,;!?](?:\\s|$)|\\p{Han}\\.(?:\\s|$)"));
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    for (const Scene &scene : lesson(folder).scenes) {
        for (const auto &[field, text] : textsOf(scene.texts.at("zh"))) {
            QVERIFY2(!readable(text).contains(gap) && !readable(text).contains(latin), text.c_str());
        }
        for (const auto &[field, text] : textsOf(scene.texts.at("en")))
            QVERIFY2(!QString::fromStdString(text).contains(han), text.c_str());
    }
}

void TestLessons::everySceneTrains()
{
    QFETCH(QString, folder);
    const Lesson read = lesson(folder);
    for (const Scene &scene : read.scenes) {
        if (scene.start.from == SceneStart::From::Nothing)
            continue;
        try {
            const Project project = pretrained(sceneProject(read, scene, ZHIBEI_RESOURCES), 3, ZHIBEI_RESOURCES);
            QVERIFY2(project.steps == 3, scene.id.c_str());
            for (const auto &[name, tensor] : project.weights)
                QVERIFY2(std::ranges::all_of(tensor.values(), [](float number) { return std::isfinite(number); }), name.c_str());
        } catch (const std::exception &error) {
            QFAIL((scene.id + ": " + error.what()).c_str());
        }
    }
}

void TestLessons::everyPictureIsUsed()
{
    QFETCH(QString, folder);
    std::set<std::string> named;
    for (const Scene &scene : lesson(folder).scenes)
        for (const auto &[language, words] : scene.texts)
            for (const auto &[field, text] : textsOf(words))
                for (const Formula &formula : formulasIn(text))
                    named.insert(formulaFile(formula.tex));
    const QDir formulas(folder + QStringLiteral("/formulas"));
    for (const QString &file : formulas.entryList(QDir::Files))
        QVERIFY2(named.contains("formulas/" + file.toStdString()), qPrintable(file + QStringLiteral(": run tools/formulas.py")));
}

void TestLessons::glossary()
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    const std::vector<GlossaryTerm> terms = readGlossary(ZHIBEI_RESOURCES);
    for (const GlossaryTerm &term : terms) {
        QVERIFY2(QString::fromStdString(term.zhText).contains(han) && term.zhText.ends_with("。"), term.id.c_str());
        QVERIFY2(!QString::fromStdString(term.enText).contains(han) && term.enText.ends_with('.'), term.id.c_str());
        QCOMPARE(findTerm(terms, term.id), &term);
        QVERIFY2(findTerm(terms, term.en) && findTerm(terms, term.zh), term.id.c_str());
    }
}

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"
