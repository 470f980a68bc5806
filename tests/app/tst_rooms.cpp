#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

/// app -> widgets -> core, and no arrow returns.
class TestRooms : public QObject {
    Q_OBJECT
private slots:
    void coreKnowsNoQt();
    void widgetsKnowNoApp();
    void coreKnowsNoWidgets();
    void findsAForbiddenInclude();
};

namespace {

QStringList includes(const QString &source, const QRegularExpression &forbidden)
{
    QStringList found;
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    for (auto matches = include.globalMatch(source); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        if (forbidden.match(name).hasMatch())
            found += name;
    }
    return found;
}

void checkFolder(const QString &room, const QRegularExpression &forbidden)
{
    int files = 0;
    QDirIterator iterator(QStringLiteral(ZHIBEI_SOURCE "/") + room, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        const QStringList found = includes(QString::fromUtf8(file.readAll()), forbidden);
        QVERIFY2(found.isEmpty(), qPrintable(file.fileName() + QStringLiteral(" includes ") + found.join(u' ')));
    }
    QVERIFY(files > 10);
}

const QRegularExpression qt(QStringLiteral("^(Q[A-Z]|Qt|qt|q[a-z]+\\.h)"));

} // namespace

void TestRooms::coreKnowsNoQt() { checkFolder(QStringLiteral("core"), qt); }
void TestRooms::coreKnowsNoWidgets() { checkFolder(QStringLiteral("core"), QRegularExpression(QStringLiteral("^(widgets|app)/"))); }
void TestRooms::widgetsKnowNoApp() { checkFolder(QStringLiteral("widgets"), QRegularExpression(QStringLiteral("^app/"))); }

void TestRooms::findsAForbiddenInclude()
{
    QCOMPARE(includes(QStringLiteral("#include <QString>\n#include <string>\n"), qt), QStringList{QStringLiteral("QString")});
    QCOMPARE(includes(QStringLiteral("# include \"QtCore/qobject.h\"\n"), qt).size(), 1);
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
