#include "core/data/data_source.h"
#include "core/layers/layer_kind.h"
#include "tests/content/translation_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace zhibei;

namespace {

QString page(const QString &kind, const char *language)
{
    QFile file(QStringLiteral(ZHIBEI_RESOURCES "/help/%1.%2.md").arg(kind, QLatin1String(language)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
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

void addKinds()
{
    QTest::addColumn<QString>("id");
    for (const LayerKind *kind : layerKinds())
        QTest::newRow(kind->id.c_str()) << QString::fromStdString(kind->id);
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
    void boldTextIsClosed_data() { addKinds(); }
    void boldTextIsClosed();
    void kindHasIconAndSamples_data() { addKinds(); }
    void kindHasIconAndSamples();
    void dataSourceHasIcon();

private:
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
    const QString english = page(id, "en"), translated = page(id, "zh");
    for (const AttributeSpec &spec : findKind(id.toStdString())->attributes) {
        const QString name = QStringLiteral("**%1**");
        QVERIFY2(english.contains(name.arg(QString::fromStdString(spec.text))), spec.text.c_str());
        QVERIFY2(translated.contains(name.arg(chinese(spec.text))), spec.text.c_str());
    }
}

void TestHelpPages::pageIsShort()
{
    QFETCH(QString, id);
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z’'-]*")), character(QStringLiteral("\\p{Han}"));
    const auto count = [](const QString &text, const QRegularExpression &what) {
        int found = 0;
        for (auto matches = what.globalMatch(text); matches.hasNext(); matches.next())
            ++found;
        return found;
    };
    const int words = count(page(id, "en"), word), characters = count(page(id, "zh"), character);
    QVERIFY2(words >= 60 && words <= 160, qPrintable(QString::number(words)));
    QVERIFY2(characters >= 100 && characters <= 300, qPrintable(QString::number(characters)));
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

QTEST_GUILESS_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
