#include "core/data/data_source.h"
#include "core/layers/activations.h"
#include "core/layers/layer_kind.h"
#include "tests/content/translation_file.h"
#include "widgets/help/help_page.h"
#include "widgets/help/help_window.h"
#include "widgets/theme/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
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
    void kindHasIconAndSamples_data() { addKinds(); }
    void kindHasIconAndSamples();
    void dataSourceHasIcon();
    void theWindowShowsEveryPage();

private:
    void explains(const QString &id, const AttributeSpec &spec);
    const TranslationFile m_chinese{QStringLiteral(ZHIBEI_SOURCE "/translations/zhibei_zh_CN.ts")};
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

void TestHelpPages::theWindowShowsEveryPage()
{
    Theme theme;
    HelpWindow window(&theme, QStringLiteral(ZHIBEI_RESOURCES), nullptr);
    for (const LayerKind *kind : layerKinds())
        for (const char *language : {"en", "zh"}) {
            window.setLanguage(QLatin1String(language));
            window.showKind(QString::fromStdString(kind->id));
            QCOMPARE(window.kind(), QString::fromStdString(kind->id));
            const QString shown = window.page()->toPlainText();
            QVERIFY(shown.startsWith(headings(page(QString::fromStdString(kind->id), language)).front().mid(2)));
            for (const AttributeSpec &spec : kind->attributes) // those of the shared pages too
                QVERIFY2(shown.contains(QLatin1String(language) == QLatin1String("en") ? QString::fromStdString(spec.text) : chinese(spec.text)), spec.text.c_str());
        }
}

QTEST_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
