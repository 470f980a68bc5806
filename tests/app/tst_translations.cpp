#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// Every text of the program has a Chinese translation, and the file has no text the program has not.
class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void nothingIsUnfinished();
    void nothingIsOutdated();
    void everyTextIsInTheFile();
    void placeholdersAreKept();
    void accessKeysAreKept();

private:
    struct Message {
        QString context, source, translation, type;
    };
    static QList<Message> read(const QString &path);

    const QString m_file = QStringLiteral(ZHIBEI_SOURCE "/translations/zhibei_zh_CN.ts");
    QList<Message> m_messages;
};

QList<TestTranslations::Message> TestTranslations::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    Message message;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message")
            messages += message;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message")
            message = {context, {}, {}, {}};
        else if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            message.source = xml.readElementText();
        else if (xml.name() == u"translation") {
            message.type = xml.attributes().value(QStringLiteral("type")).toString();
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

void TestTranslations::initTestCase()
{
    m_messages = read(m_file);
    QVERIFY2(m_messages.size() > 200, "the translation file is missing or nearly empty");
}

void TestTranslations::nothingIsUnfinished()
{
    for (const Message &message : m_messages)
        QVERIFY2(message.type != QLatin1String("unfinished") && !message.translation.isEmpty(),
                 qPrintable(message.context + QStringLiteral(": ") + message.source));
}

void TestTranslations::nothingIsOutdated()
{
    for (const Message &message : m_messages)
        QVERIFY2(message.type != QLatin1String("vanished") && message.type != QLatin1String("obsolete"), qPrintable(message.source));
}

void TestTranslations::everyTextIsInTheFile()
{
    QTemporaryDir folder;
    const QString marked = folder.filePath(QStringLiteral("marked")), ts = folder.filePath(QStringLiteral("zhibei_zh_CN.ts"));
    QVERIFY(QFile::copy(m_file, ts));
    QFile::setPermissions(ts, QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(QProcess::execute(QStringLiteral(CMAKE_PROGRAM), {QStringLiteral("-DSOURCE=" ZHIBEI_SOURCE), QStringLiteral("-DOUT=") + marked,
                               QStringLiteral("-P"), QStringLiteral(ZHIBEI_SOURCE "/translations/spell_out_core_texts.cmake")}), 0);
    QCOMPARE(QProcess::execute(QStringLiteral(LUPDATE_PROGRAM), {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"),
                               QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"), marked, marked, QStringLiteral("-ts"), ts}), 0);
    const QList<Message> now = read(ts);
    QStringList known, wanted, missing, surplus;
    for (const Message &message : m_messages)
        known += message.context + u'|' + message.source;
    for (const Message &message : now)
        wanted += message.context + u'|' + message.source;
    for (const QString &text : wanted) {
        if (!known.contains(text))
            missing += text;
    }
    for (const QString &text : known) {
        if (!wanted.contains(text))
            surplus += text;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("run the target update_translations and translate: ") + missing.join(QStringLiteral("\n"))));
    QVERIFY2(surplus.isEmpty(), qPrintable(QStringLiteral("run the target update_translations; gone: ") + surplus.join(QStringLiteral("\n"))));
}

void TestTranslations::placeholdersAreKept()
{
    static const QRegularExpression placeholder(QStringLiteral("%[0-9n]"));
    const auto placeholders = [](const QString &text) {
        QStringList found;
        for (auto matches = placeholder.globalMatch(text); matches.hasNext();)
            found += matches.next().captured();
        found.sort();
        found.removeDuplicates();
        return found;
    };
    for (const Message &message : m_messages)
        QVERIFY2(placeholders(message.source) == placeholders(message.translation),
                 qPrintable(message.source + QStringLiteral(" -> ") + message.translation));
}

void TestTranslations::accessKeysAreKept()
{
    for (const Message &message : m_messages) {
        if (message.context != QLatin1String("zhibei::Actions") || !message.source.contains(u'&'))
            continue;
        QVERIFY2(message.translation.count(u'&') == 1, qPrintable(message.source + QStringLiteral(" -> ") + message.translation));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
