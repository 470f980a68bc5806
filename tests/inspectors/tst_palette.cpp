#include "widgets/palette/palette.h"
#include "widgets/palette/palette_card.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace zhibei;

namespace {

class Chinese : public QTranslator {
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return qstrcmp(context, "core") == 0 && qstrcmp(text, "Dense") == 0 ? QStringLiteral("稠密甲") : QString();
    }
    bool isEmpty() const override { return false; }
};

PaletteCard *card(Palette &palette, const QString &payload)
{
    for (PaletteCard *card : palette.findChildren<PaletteCard *>())
        if (card->entry().payload == payload && !card->isHidden())
            return card;
    return nullptr;
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT
private slots:
    void listsEveryKindOnce();
    void searchFinds_data();
    void searchFinds();
    void searchFindsTheTranslatedName();
    void nothingFoundSaysSo();
    void enterAndDoubleClickChoose();
    void arrowsWalkThroughTheCards();
    void escapeClearsTheSearch();
    void dragCarriesThePayload();

private:
    Theme m_theme;
};

void TestPalette::listsEveryKindOnce()
{
    Palette palette(&m_theme);
    const QStringList payloads = palette.visiblePayloads();
    for (const LayerKind *kind : layerKinds())
        if (kind->id != "input")
            QCOMPARE(payloads.count(QString::fromStdString(kind->id)), 1);
    QVERIFY(payloads.contains("data:digits"));
    QVERIFY(payloads.contains("data:points"));
    QVERIFY2(payloads.size() < qsizetype(layerKinds().size() + dataSources().size() - 5), "plane sets share one entry");
}

void TestPalette::searchFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("payload");
    QTest::newRow("name") << "dense" << "dense";
    QTest::newRow("case") << "DENSE" << "dense";
    QTest::newRow("keyword") << "fully connected" << "dense";
    QTest::newRow("Chinese keyword") << QStringLiteral("全连接") << "dense";
    QTest::newRow("one of many sets") << "spiral" << "data:spiral";
    QTest::newRow("Chinese set") << QStringLiteral("螺旋") << "data:spiral";
    QTest::newRow("dropout in Chinese") << QStringLiteral("暂退法") << "dropout";
}

void TestPalette::searchFinds()
{
    QFETCH(QString, query);
    QFETCH(QString, payload);
    Palette palette(&m_theme);
    palette.setQuery(query);
    QVERIFY2(palette.visiblePayloads().contains(payload), qPrintable(palette.visiblePayloads().join(' ')));
    QVERIFY(palette.visiblePayloads().size() < 8);
}

void TestPalette::searchFindsTheTranslatedName()
{
    Palette palette(&m_theme);
    palette.setQuery(QStringLiteral("稠密甲"));
    QVERIFY(palette.visiblePayloads().isEmpty());
    Chinese chinese;
    QCoreApplication::installTranslator(&chinese);
    QCoreApplication::sendPostedEvents();
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&palette, &change);
    QCOMPARE(palette.visiblePayloads(), QStringList{"dense"});
    QCOMPARE(card(palette, "dense")->accessibleName(), QStringLiteral("稠密甲"));
    QCoreApplication::removeTranslator(&chinese);
}

void TestPalette::nothingFoundSaysSo()
{
    Palette palette(&m_theme);
    palette.setQuery("qqqq");
    QVERIFY(palette.visiblePayloads().isEmpty());
    palette.setQuery({});
    QVERIFY(!palette.visiblePayloads().isEmpty());
}

void TestPalette::enterAndDoubleClickChoose()
{
    Palette palette(&m_theme);
    palette.show();
    QSignalSpy chosen(&palette, &Palette::chosen);
    QTest::mouseDClick(card(palette, "dense"), Qt::LeftButton);
    QCOMPARE(chosen.takeFirst().at(0).toString(), QString("dense"));
    QTest::keyClick(card(palette, "dropout"), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().at(0).toString(), QString("dropout"));
    palette.setQuery("spiral");
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().at(0).toString(), QString("data:spiral"));
}

void TestPalette::arrowsWalkThroughTheCards()
{
    Palette palette(&m_theme);
    palette.show();
    palette.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&palette));
    const QStringList payloads = palette.visiblePayloads();
    palette.focusSearch();
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Down);
    QTRY_VERIFY(card(palette, payloads[0])->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(card(palette, payloads[1])->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QVERIFY(palette.findChild<QLineEdit *>()->hasFocus());
}

void TestPalette::escapeClearsTheSearch()
{
    Palette palette(&m_theme);
    const qsizetype all = palette.visiblePayloads().size();
    palette.setQuery("spiral");
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Escape);
    QCOMPARE(palette.visiblePayloads().size(), all);
}

void TestPalette::dragCarriesThePayload()
{
    const std::unique_ptr<QMimeData> data(nodeMimeData("data:xor"));
    QVERIFY(data->hasFormat("application/x-zhibei-node;version=1"));
    QCOMPARE(data->data(nodeMimeType()), QByteArray("data:xor"));
    Palette palette(&m_theme);
    palette.resize(palette.sizeHint());
    palette.show();
    const PaletteCard *dense = card(palette, "dense");
    QCOMPARE(dense->dragPicture().deviceIndependentSize().toSize(), dense->size());
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
