#include "core/data/data_source.h"
#include "core/layers/layer_kind.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace zhibei;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void everyIconExists();
    void iconsTakeTheColour();
    void signedColorsRunFromNegativeToPositive();
    void changesAreTold();
    void styleSheetIsFilledIn();
    void chineseCanBeDrawn();
};

void TestTheme::contrastIsEnough_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::addColumn<Ink>("text");
    QTest::addColumn<Ink>("paper");
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const QByteArray name = mode == Theme::Mode::Light ? "light" : "dark";
        QTest::newRow(name + " text on surface") << mode << Ink::Text << Ink::Surface;
        QTest::newRow(name + " text on raised") << mode << Ink::Text << Ink::Raised;
        QTest::newRow(name + " text on background") << mode << Ink::Text << Ink::Background;
        QTest::newRow(name + " text on accent background") << mode << Ink::Text << Ink::AccentBackground;
        QTest::newRow(name + " muted on surface") << mode << Ink::Muted << Ink::Surface;
        QTest::newRow(name + " on accent") << mode << Ink::OnAccent << Ink::Accent;
        QTest::newRow(name + " bad on surface") << mode << Ink::Bad << Ink::Surface;
        QTest::newRow(name + " good on surface") << mode << Ink::Good << Ink::Surface;
    }
}

void TestTheme::contrastIsEnough()
{
    QFETCH(Theme::Mode, mode);
    QFETCH(Ink, text);
    QFETCH(Ink, paper);
    Theme theme;
    theme.setMode(mode);
    const double measured = contrast(theme.color(text), theme.color(paper));
    QVERIFY2(measured >= 4.5, qPrintable(QString::number(measured)));
}

void TestTheme::everyIconExists()
{
    Theme theme;
    QVERIFY(!layerKinds().empty());
    for (const LayerKind *kind : layerKinds())
        QVERIFY2(!theme.pixmap(QString::fromStdString(kind->icon), 16, Qt::black, 1).isNull(), kind->icon.c_str());
    for (const DataSource *source : dataSources())
        QVERIFY2(!theme.pixmap(QString::fromStdString(source->icon), 16, Qt::black, 1).isNull(), source->icon.c_str());
    QVERIFY(theme.pixmap("no-such-icon", 16, Qt::black, 1).isNull());
}

void TestTheme::iconsTakeTheColour()
{
    Theme theme;
    const QPixmap pixmap = theme.pixmap("plus", 24, QColor(200, 10, 20), 2);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    const QColor middle = pixmap.toImage().pixelColor(24, 24);
    QCOMPARE(middle, QColor(200, 10, 20));
    QVERIFY(!theme.icon("plus").pixmap(16, QIcon::Disabled).isNull());
    QVERIFY(theme.icon("plus").pixmap(16, QIcon::Disabled).toImage() != theme.icon("plus").pixmap(16, QIcon::Normal).toImage());
}

void TestTheme::signedColorsRunFromNegativeToPositive()
{
    Theme theme;
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        QCOMPARE(QColor(theme.signedColor(-1)), theme.color(Ink::Negative));
        QCOMPARE(QColor(theme.signedColor(0)), theme.color(Ink::Middle));
        QCOMPARE(QColor(theme.signedColor(1)), theme.color(Ink::Positive));
        QCOMPARE(theme.signedColor(7), theme.signedColor(1));
        QCOMPARE(theme.signedColor(std::nan("")), theme.signedColor(0));
        QCOMPARE(QColor(theme.magnitudeColor(0)), theme.color(Ink::Raised));
        QCOMPARE(QColor(theme.magnitudeColor(1)), theme.color(Ink::Text));
    }
    QVERIFY(theme.classColor(0, 2) != theme.classColor(1, 2));
    for (int i = 0; i < 10; ++i)
        for (int j = 0; j < i; ++j)
            QVERIFY(theme.classColor(i, 10) != theme.classColor(j, 10));
}

void TestTheme::changesAreTold()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setTextScale(2);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(theme.space(2), 16);
    QCOMPARE(theme.font(Type::Text).pixelSize(), 28);
    theme.setTextScale(50);
    QCOMPARE(theme.textScale(), 3.0);
}

void TestTheme::styleSheetIsFilledIn()
{
    Theme theme;
    theme.setMode(Theme::Mode::Dark);
    const QString sheet = theme.styleSheet();
    QVERIFY(sheet.contains(theme.color(Ink::Accent).name()));
    QVERIFY2(!sheet.contains('@'), "a word of the sheet is unknown");
}

void TestTheme::chineseCanBeDrawn()
{
    QVERIFY(registerFonts());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
