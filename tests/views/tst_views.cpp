#include "tests/views/view_lab.h"
#include "widgets/views/view_catalogue.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace zhibei;

/// What every view of the catalogue must be able to do.
class TestViews : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyKindHasWords();
    void standsEverything_data();
    void standsEverything();
};

void TestViews::initTestCase() { QVERIFY(registerFonts()); }

void TestViews::everyKindHasWords()
{
    for (const ViewKind &kind : viewKinds()) {
        QVERIFY2(!kind.name().isEmpty() && !kind.sentence().isEmpty(), kind.id);
        QCOMPARE(findViewKind(QLatin1String(kind.id)), &kind);
        QVERIFY2(QFile::exists(QStringLiteral(ZHIBEI_RESOURCES "/icons/%1.svg").arg(QLatin1String(kind.icon))), kind.icon);
    }
}

void TestViews::standsEverything_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    for (const ViewKind &kind : viewKinds())
        for (const char *name : {"digits", "spiral", "line", "char-lstm"})
            QTest::addRow("%s of %s", kind.id, name) << QString::fromLatin1(kind.id) << QString::fromLatin1(name);
}

/// Nothing yet, a fresh network, a trained one, weights that are no numbers; every node; large and tiny; light and dark.
/// It paints and exports each, and closes at any moment.
void TestViews::standsEverything()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    Theme theme;
    theme.setReduceMotion(true);
    ViewLab lab(name.toStdString(), 2);
    std::unique_ptr<View> view(findViewKind(kind)->make(&theme));
    const auto look = [&] {
        for (const QSize &size : {QSize(700, 500), QSize(120, 90)}) {
            view->resize(size);
            QVERIFY(!view->grab().isNull());
        }
        const Figure figure = view->figure();
        QVERIFY(!figure.name.isEmpty());
        QImage picture(640, 360, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        figure.paint(picture, picture.size());
        QVERIFY(figure.csv().contains(u','));
    };
    look(); // nothing was told yet
    lab.show(*view);
    look();
    for (const Node &node : lab.project().network.nodes) {
        lab.show(*view, node.id, lab.data()->count() - 1);
        QVERIFY(!view->grab().isNull());
    }
    theme.setMode(Theme::Mode::Dark);
    theme.setTextScale(2);
    look();
    for (float &number : lab.training().parameters())
        number = std::nanf("");
    lab.train(0);
    lab.show(*view, lab.project().network.nodes[1].id);
    look();
    const QJsonObject choices = view->choices();
    view->setChoices(choices);
    QCOMPARE(view->choices(), choices);
    view->setAnswer(QStringLiteral("of nobody"), nullptr);
    view->setData(nullptr);
    look();
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
