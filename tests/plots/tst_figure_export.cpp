#include "widgets/plots/curve_view.h"
#include "widgets/plots/figure_export.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace zhibei;

namespace {

Figure figure()
{
    return {QStringLiteral("损失"), QSize(300, 100),
            [](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                painter.fillRect(QRect(QPoint(), size), Qt::red);
                painter.drawText(10, 50, QStringLiteral("训练损失"));
            },
            [] { return QStringLiteral("step,类\n1,甲\n"); }};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstFigureExport : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(registerFonts() && m_folder.isValid()); }

    void png()
    {
        const QString path = m_folder.filePath("a.png");
        QVERIFY(FigureExport::writePng(figure(), path, QSize(960, 540), 2));
        const QImage image(path);
        QCOMPARE(image.size(), QSize(1920, 1080));
        QCOMPARE(image.pixelColor(1900, 1070), QColor(Qt::red));
        QVERIFY(FigureExport::write(figure(), m_folder.filePath("b.PNG")));
        QCOMPARE(QImage(m_folder.filePath("b.PNG")).size(), QSize(600, 200));
    }

    void svgKeepsItsChinese()
    {
        const QString path = m_folder.filePath("a.svg");
        QVERIFY(FigureExport::write(figure(), path));
        QXmlStreamReader reader(contents(path));
        QString text;
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::Characters)
                text += reader.text();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(text.contains(QStringLiteral("训练损失")));
        QVERIFY(text.contains(QStringLiteral("损失")));
    }

    void pdf()
    {
        const QString path = m_folder.filePath("a.pdf");
        QVERIFY(FigureExport::write(figure(), path));
        const QByteArray bytes = contents(path);
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("%%EOF"));
        QVERIFY(bytes.contains("/MediaBox [0 0 225"));
    }

    void csv()
    {
        const QString path = m_folder.filePath("a.csv");
        QVERIFY(FigureExport::write(figure(), path));
        QCOMPARE(QString::fromUtf8(contents(path)), QStringLiteral("step,类\n1,甲\n"));
    }

    void refusesWhatItCannotWrite()
    {
        QString error;
        QVERIFY(!FigureExport::write(figure(), m_folder.filePath("a.xyz"), &error));
        QVERIFY(error.contains(".svg"));
        error.clear();
        QVERIFY(!FigureExport::write(figure(), m_folder.filePath("no/such/folder/a.png"), &error));
        QVERIFY(!error.isEmpty());
    }

    void curvesInEveryFormat()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(700, 240);
        History history;
        history.append({{1, 2.0, 1}, {1000, 1.0, 1}, {2000, 0.5, 1}}, {});
        view.setHistory(&history);
        for (const char *suffix : {"png", "svg", "pdf", "csv"})
            QVERIFY(view.exportTo(m_folder.filePath(QStringLiteral("curves.") + suffix)));
        const QImage image(m_folder.filePath("curves.png"));
        QVERIFY(!image.isNull());
        int inked = 0;
        const QRgb train = theme.color(Ink::Negative).rgb();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixel(x, y) == train;
        QVERIFY2(inked > 500, qPrintable(QString::number(inked)));
        const QString svg = QString::fromUtf8(contents(m_folder.filePath("curves.svg")));
        QVERIFY(svg.contains("Loss") && svg.contains("2,000") && svg.contains("step"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TstFigureExport)
#include "tst_figure_export.moc"
