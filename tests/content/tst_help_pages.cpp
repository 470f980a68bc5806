#include "core/data/data_source.h"
#include "core/layers/activations.h"
#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"
#include "core/io/project_file.h"
#include "tests/content/translation_file.h"
#include "widgets/help/help_page.h"
#include "widgets/help/help_topics.h"
#include "widgets/help/help_window.h"
#include "widgets/theme/theme.h"
#include "widgets/views/view_catalogue.h"

#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace zhibei;

namespace {

QString page(const QString &kind, const char *language)
{
    return pageText(QStringLiteral(ZHIBEI_RESOURCES), kind, QLatin1String(language));
}

/// The headings with their # signs, in order.
QStringList headings(const QString &markdown)
{
    QStringList found;
    for (const QString &line : markdown.split(u'\n')) {
        if (line.startsWith(u'#'))
            found += line;
    }
    return found;
}

QList<qsizetype> levels(const QStringList &headings)
{
    QList<qsizetype> found;
    for (const QString &heading : headings)
        found += heading.indexOf(u' ');
    return found;
}

int count(const QString &text, const QRegularExpression &what)
{
    int found = 0;
    for (auto matches = what.globalMatch(text); matches.hasNext(); matches.next())
        ++found;
    return found;
}

int words(const QString &kind)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z’'-]*"));
    return count(page(kind, "en"), word);
}

int characters(const QString &kind)
{
    static const QRegularExpression character(QStringLiteral("\\p{Han}"));
    return count(page(kind, "zh"), character);
}

void addKinds()
{
    QTest::addColumn<QString>("id");
    for (const LayerKind *kind : layerKinds())
        QTest::newRow(kind->id.c_str()) << QString::fromStdString(kind->id);
}

void addSharedPages()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(sharedPages().size()); ++i)
        QTest::newRow(qPrintable(sharedPages()[size_t(i)].id)) << i;
}

/// Pages of this folder, by id, whether or not the program knows what they are about.
QStringList pagesIn(const QString &folder)
{
    QSet<QString> ids;
    QDirIterator pages(QStringLiteral(ZHIBEI_RESOURCES "/help/") + folder, {QStringLiteral("*.md")}, QDir::Files);
    while (pages.hasNext())
        ids.insert(folder + u'/' + QFileInfo(pages.next()).fileName().section(u'.', 0, 0));
    return QStringList(ids.begin(), ids.end());
}

} // namespace

/// What belongs to a layer kind beside its code: a help page in both languages, an icon, samples for the tests.
class TestHelpPages : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(layerKinds().size() >= 14); }
    void pagesOfBothLanguagesAgree_data() { addKinds(); }
    void pagesOfBothLanguagesAgree();
    void pageExplainsEverySetting_data() { addKinds(); }
    void pageExplainsEverySetting();
    void pageIsShort_data() { addKinds(); }
    void pageIsShort();
    void boldTextIsClosed_data();
    void boldTextIsClosed();
    void sharedPageExplainsEverySetting_data() { addSharedPages(); }
    void sharedPageExplainsEverySetting();
    void sharedPageIsShort_data() { addSharedPages(); }
    void sharedPageIsShort();
    void everyPageHasItsKind();
    void viewHasItsPage_data();
    void viewHasItsPage();
    void partOfTheWindowHasItsPage();
    void pageOfViewOrPart_data();
    void pageOfViewOrPart();
    void trainingPageExplainsEverySetting();
    void kindHasIconAndSamples_data() { addKinds(); }
    void kindHasIconAndSamples();
    void dataSourceHasIcon();
    void theWindowShowsEveryPage();
    void theWindowFindsViewsAndLayers();
    void theWindowScrollsToASetting();

private:
    void explains(const QString &id, const AttributeSpec &spec);
    const TranslationFile m_chinese{QStringLiteral(ZHIBEI_SOURCE "/translations/zhibei_zh_CN.ts")};
    /// The titles of the templates in “quotes”.
    QStringList templates(bool inChinese) const;
    QString chinese(const std::string &text) const { return m_chinese.translation(QStringLiteral("core"), QString::fromStdString(text)); }
};

void TestHelpPages::pagesOfBothLanguagesAgree()
{
    QFETCH(QString, id);
    const LayerKind *kind = findKind(id.toStdString());
    const QStringList english = headings(page(id, "en")), translated = headings(page(id, "zh"));
    QCOMPARE(english.size(), qsizetype(6));
    QCOMPARE(levels(translated), levels(english));
    QCOMPARE(english.first(), QStringLiteral("# ") + QString::fromStdString(kind->text));
    QCOMPARE(translated.first(), QStringLiteral("# ") + chinese(kind->text));
    const QStringList sections{QStringLiteral("## Formula"), QStringLiteral("## Shapes"), QStringLiteral("## Settings"),
                               QStringLiteral("## When to use it"), QStringLiteral("## Try it")};
    QCOMPARE(english.mid(1), sections);
    QCOMPARE(translated.mid(1), headings(page(QStringLiteral("dense"), "zh")).mid(1));
}

void TestHelpPages::pageExplainsEverySetting()
{
    QFETCH(QString, id);
    for (const AttributeSpec &spec : findKind(id.toStdString())->attributes)
        if (!sharedPageOf(spec))
            explains(id, spec);
}

void TestHelpPages::explains(const QString &id, const AttributeSpec &spec)
{
    const QString name = QStringLiteral("**%1**");
    QVERIFY2(page(id, "en").contains(name.arg(QString::fromStdString(spec.text))), spec.text.c_str());
    QVERIFY2(page(id, "zh").contains(name.arg(chinese(spec.text))), spec.text.c_str());
}

void TestHelpPages::sharedPageExplainsEverySetting()
{
    QFETCH(int, index);
    const SharedPage &shared = sharedPages()[size_t(index)];
    const QStringList english = headings(page(shared.id, "en")), translated = headings(page(shared.id, "zh"));
    QVERIFY(english.size() > 2);
    QCOMPARE(levels(translated), levels(english));
    QCOMPARE(english.last(), QStringLiteral("## Try it"));
    QCOMPARE(translated.last(), headings(page(QStringLiteral("dense"), "zh")).last());
    for (const AttributeSpec &spec : shared.attributes)
        explains(shared.id, spec);
}

/// It stands below a kind's own page.
void TestHelpPages::sharedPageIsShort()
{
    QFETCH(int, index);
    const QString id = sharedPages()[size_t(index)].id;
    QVERIFY2(words(id) >= 100 && words(id) <= 400, qPrintable(QString::number(words(id))));
    QVERIFY2(characters(id) >= 200 && characters(id) <= 700, qPrintable(QString::number(characters(id))));
}

void TestHelpPages::everyPageHasItsKind()
{
    QDirIterator pages(QStringLiteral(ZHIBEI_RESOURCES "/help"), {QStringLiteral("*.md")}, QDir::Files);
    while (pages.hasNext()) {
        const QString id = QFileInfo(pages.next()).fileName().section(u'.', 0, 0);
        const bool shared = std::ranges::any_of(sharedPages(), [&](const SharedPage &page) { return page.id == id; });
        QVERIFY2(shared || findKind(id.toStdString()), qPrintable(id));
    }
}

void TestHelpPages::pageIsShort()
{
    QFETCH(QString, id);
    QVERIFY2(words(id) >= 60 && words(id) <= 200, qPrintable(QString::number(words(id))));
    QVERIFY2(characters(id) >= 100 && characters(id) <= 340, qPrintable(QString::number(characters(id))));
}

void TestHelpPages::boldTextIsClosed_data()
{
    addKinds();
    for (const SharedPage &shared : sharedPages())
        QTest::newRow(qPrintable(shared.id)) << shared.id;
    for (const QString &id : pagesIn(QStringLiteral("views")) + pagesIn(QStringLiteral("window")))
        QTest::newRow(qPrintable(id)) << id;
}

/// Markdown does not close **bold：** before a Chinese character.
void TestHelpPages::boldTextIsClosed()
{
    QFETCH(QString, id);
    const QString text = page(id, "zh");
    for (const QString &line : text.split(u'\n'))
        QCOMPARE(line.count(QStringLiteral("**")) % 2, 0);
    static const QRegularExpression bold(QStringLiteral("\\*\\*([^*\n]+)\\*\\*"));
    for (auto found = bold.globalMatch(text); found.hasNext();) {
        const QString inside = found.next().captured(1);
        QVERIFY2(!inside.back().isPunct() && !inside.front().isPunct(), qPrintable(inside));
    }
}

void TestHelpPages::kindHasIconAndSamples()
{
    QFETCH(QString, id);
    const LayerKind *kind = findKind(id.toStdString());
    QVERIFY(QFile::exists(QStringLiteral(ZHIBEI_RESOURCES "/icons/%1.svg").arg(QString::fromStdString(kind->icon))));
    QVERIFY(!kind->samples.empty());
}

void TestHelpPages::dataSourceHasIcon()
{
    for (const DataSource *source : dataSources())
        QVERIFY2(QFile::exists(QStringLiteral(ZHIBEI_RESOURCES "/icons/%1.svg").arg(QString::fromStdString(source->icon))), source->id.c_str());
}

void TestHelpPages::viewHasItsPage_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    for (const ViewKind &kind : viewKinds())
        QTest::newRow(kind.id) << QString::fromLatin1(kind.id) << QString::fromUtf8(kind.text);
}

void TestHelpPages::viewHasItsPage()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    const QString at = QStringLiteral("views/") + id;
    QCOMPARE(headings(page(at, "en")).value(0), QStringLiteral("# ") + name);
    QCOMPARE(headings(page(at, "zh")).value(0), QStringLiteral("# ") + m_chinese.translation(QStringLiteral("View"), name));
}

void TestHelpPages::partOfTheWindowHasItsPage()
{
    const Theme theme;
    int parts = 0;
    for (const HelpTopic &topic : helpTopics(theme)) {
        if (topic.group != HelpGroup::Window)
            continue;
        ++parts;
        QCOMPARE(headings(page(topic.id, "en")).value(0), QStringLiteral("# ") + topic.name);
        QCOMPARE(headings(page(topic.id, "zh")).value(0), QStringLiteral("# ") + m_chinese.translation(QStringLiteral("HelpTopics"), topic.name));
    }
    QVERIFY(parts >= 6);
    QCOMPARE(pagesIn(QStringLiteral("window")).size(), parts);
}

QStringList TestHelpPages::templates(bool inChinese) const
{
    QStringList titles;
    for (const TemplateInfo &info : templateInfos(ZHIBEI_RESOURCES))
        titles += u'“' + (inChinese ? chinese(info.title) : QString::fromStdString(info.title)) + u'”';
    return titles;
}

void TestHelpPages::pageOfViewOrPart_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("sections");
    QTest::addColumn<QStringList>("chineseSections");
    const QStringList view{QStringLiteral("## How to read it"), QStringLiteral("## Try it"), QStringLiteral("## What it does not show")};
    const QStringList chineseView{QStringLiteral("## 怎样看"), QStringLiteral("## 动手试试"), QStringLiteral("## 看不到什么")};
    const QStringList part{QStringLiteral("## How to use it"), QStringLiteral("## Try it"), QStringLiteral("## Good to know")};
    const QStringList chinesePart{QStringLiteral("## 怎样用"), QStringLiteral("## 动手试试"), QStringLiteral("## 须知")};
    for (const QString &id : pagesIn(QStringLiteral("views")))
        QTest::newRow(qPrintable(id)) << id << view << chineseView;
    for (const QString &id : pagesIn(QStringLiteral("window")))
        QTest::newRow(qPrintable(id)) << id << part << chinesePart;
}

/// It is there in both languages, short, built like the others, and sends its reader to a template.
void TestHelpPages::pageOfViewOrPart()
{
    QFETCH(QString, id);
    QFETCH(QStringList, sections);
    QFETCH(QStringList, chineseSections);
    QCOMPARE(headings(page(id, "en")).mid(1), sections);
    QCOMPARE(headings(page(id, "zh")).mid(1), chineseSections);
    QVERIFY2(words(id) >= 80 && words(id) <= 165, qPrintable(QString::number(words(id))));
    QVERIFY2(characters(id) >= 130 && characters(id) <= 300, qPrintable(QString::number(characters(id))));
    for (const bool inChinese : {false, true}) {
        const QString experiment = page(id, inChinese ? "zh" : "en").section(inChinese ? chineseSections[1] : sections[1], 1).section(QStringLiteral("## "), 0, 0);
        QVERIFY2(std::ranges::any_of(templates(inChinese), [&](const QString &title) { return experiment.contains(title); }), qPrintable(experiment));
    }
}

void TestHelpPages::trainingPageExplainsEverySetting()
{
    for (const AttributeSpec &spec : trainingSchema())
        explains(QStringLiteral("window/training"), spec);
}

void TestHelpPages::theWindowShowsEveryPage()
{
    Theme theme;
    HelpWindow window(&theme, QStringLiteral(ZHIBEI_RESOURCES), nullptr);
    for (const char *language : {"en", "zh"}) {
        window.setLanguage(QLatin1String(language));
        for (const HelpTopic &topic : helpTopics(theme)) {
            window.showTopic(topic.id);
            QCOMPARE(window.topic(), topic.id);
            const QString shown = window.page()->toPlainText();
            QVERIFY2(!page(topic.id, language).isEmpty(), qPrintable(topic.id));
            QVERIFY(shown.startsWith(headings(page(topic.id, language)).front().mid(2)));
            const LayerKind *kind = findKind(topic.id.toStdString());
            for (const AttributeSpec &spec : kind ? kind->attributes : std::vector<AttributeSpec>()) // those of the shared pages too
                QVERIFY2(shown.contains(QLatin1String(language) == QLatin1String("en") ? QString::fromStdString(spec.text) : chinese(spec.text)), spec.text.c_str());
        }
    }
}

void TestHelpPages::theWindowFindsViewsAndLayers()
{
    Theme theme;
    HelpWindow window(&theme, QStringLiteral(ZHIBEI_RESOURCES), nullptr);
    const auto shown = [&] {
        QStringList rows;
        for (int row = 0; row < window.list()->count(); ++row)
            if (!window.list()->item(row)->isHidden())
                rows += window.list()->item(row)->text();
        return rows;
    };
    window.search()->setText(QStringLiteral("confusion"));
    QCOMPARE(shown(), (QStringList{QStringLiteral("Views"), QStringLiteral("Confusion matrix")}));
    QCOMPARE(window.topic(), QStringLiteral("views/confusion"));
    window.search()->setText(QStringLiteral("暂退"));
    QCOMPARE(shown(), (QStringList{QStringLiteral("Layers"), QStringLiteral("Dropout")}));
    QCOMPARE(window.topic(), QStringLiteral("dropout"));
    window.search()->setText(QStringLiteral("no such thing"));
    QVERIFY(shown().isEmpty());
    window.search()->clear();
    QCOMPARE(shown().size(), qsizetype(helpTopics(theme).size() + 3));
}

void TestHelpPages::theWindowScrollsToASetting()
{
    Theme theme;
    HelpWindow window(&theme, QStringLiteral(ZHIBEI_RESOURCES), nullptr);
    window.show();
    const auto inSight = [&] { return window.page()->viewport()->rect().contains(window.page()->cursorRect()); };
    for (const char *language : {"en", "zh"}) {
        window.setLanguage(QLatin1String(language));
        // Far down, on the page that all losses share.
        const QString name = QLatin1String(language) == QLatin1String("en") ? QStringLiteral("Gradient clipping") : QStringLiteral("梯度裁剪");
        window.showTopic(QStringLiteral("cross_entropy"), name);
        QCOMPARE(window.setting(), name);
        QVERIFY(window.page()->verticalScrollBar()->value() > 0);
        QVERIFY(inSight());
        window.showTopic(QStringLiteral("cross_entropy"));
        QCOMPARE(window.setting(), QString());
        QCOMPARE(window.page()->verticalScrollBar()->value(), 0);
        window.showTopic(QStringLiteral("dropout"), QStringLiteral("no such setting"));
        QCOMPARE(window.setting(), QString());
        QCOMPARE(window.page()->verticalScrollBar()->value(), 0);
    }
}

QTEST_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
