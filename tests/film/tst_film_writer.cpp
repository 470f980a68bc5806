#include "widgets/film/color_table.h"
#include "widgets/film/film_writer.h"

#include <QImageReader>
#include <QMovie>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <set>

using namespace zhibei;

/// Films can be read by others: every picture is there, for as long as it was meant to be, in its colours.
class TestFilmWriter : public QObject {
    Q_OBJECT

    static constexpr QSize size{160, 90};

    /// A smooth plane behind a bar that grows: what a decision surface and a curve look like.
    static QImage frame(int i)
    {
        QImage image(size, QImage::Format_RGB32);
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x)
                image.setPixel(x, y, qRgb(40 + x, 90 + y, 255 - x));
        QPainter painter(&image);
        painter.fillRect(0, 80, 10 + 10 * i, 10, QColor(224, 123, 26));
        painter.fillRect(0, 0, 160, 12, QColor(250, 251, 252));
        return image;
    }

    static int difference(QRgb a, QRgb b)
    {
        return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
    }

private slots:
    void gif()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("film.gif");
        constexpr int frames = 12;
        FilmWriter writer(path, 70);
        for (int i = 0; i < frames; ++i)
            QVERIFY(writer.add(frame(i)));
        QVERIFY(!QFile::exists(path));
        QVERIFY(writer.finish());

        QImageReader reader(path);
        QVERIFY(reader.supportsAnimation());
        QCOMPARE(reader.imageCount(), frames);
        QCOMPARE(reader.loopCount(), -1); // for ever
        int hundredths = 0;
        for (int i = 0; i < frames; ++i) {
            const QImage read = reader.read();
            QCOMPARE(read.size(), size);
            const QImage wished = frame(i);
            int worst = 0;
            for (int y = 0; y < size.height(); ++y)
                for (int x = 0; x < size.width(); ++x)
                    worst = std::max(worst, difference(read.pixel(x, y), wished.pixel(x, y)));
            QVERIFY2(worst < 14, qPrintable(QString("picture %1: a colour is off by %2").arg(i).arg(worst)));
            QCOMPARE(read.pixel(80, 5), wished.pixel(80, 5)); // what fills an area is exact
            QCOMPARE(read.pixel(5, 85), wished.pixel(5, 85));
            if (i + 1 < frames)
                hundredths += reader.nextImageDelay() / 10;
        }
        QCOMPARE(hundredths, 77);
        QMovie movie(path);
        QVERIFY(movie.isValid());
        QCOMPARE(movie.frameCount(), frames);
    }

    void pictures()
    {
        QTemporaryDir folder;
        FilmWriter writer(folder.filePath("film"), 50);
        for (int i = 0; i < 3; ++i)
            QVERIFY(writer.add(frame(i)));
        QVERIFY(writer.finish());
        QCOMPARE(QDir(folder.filePath("film")).entryList(QDir::Files), QStringList({"frame-0001.png", "frame-0002.png", "frame-0003.png"}));
        QCOMPARE(QImage(folder.filePath("film/frame-0002.png")).convertToFormat(QImage::Format_RGB32), frame(1));
    }

    void brokenOffLeavesNothing()
    {
        QTemporaryDir folder;
        FilmWriter writer(folder.filePath("film.gif"), 50);
        for (int i = 0; i < 5; ++i)
            writer.add(frame(i));
        int left = 7;
        QVERIFY(!writer.finish([&] { return --left > 0; }));
        QVERIFY(writer.error().isEmpty());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }

    void unwritable()
    {
        FilmWriter writer(QStringLiteral("/nowhere/film.gif"), 50);
        writer.add(frame(0));
        QVERIFY(!writer.finish());
        QVERIFY(writer.error().contains("/nowhere/film.gif"));
    }

    void fewColorsStayAsTheyAre()
    {
        QImage image(size, QImage::Format_RGB32);
        std::set<QRgb> wished;
        for (int i = 0; i < 12; ++i) {
            const QColor color = QColor::fromHsv(30 * i, 200, 230 - 5 * i);
            wished.insert(color.rgb());
            QPainter(&image).fillRect(i * 14, 0, 14, 90, color);
        }
        ColorTable table;
        table.count(image);
        table.choose(255);
        QCOMPARE(std::set<QRgb>(table.colors().begin(), table.colors().end()), wished);
        for (const QRgb color : wished)
            QCOMPARE(table.colors()[table.indexOf(color)], color);
        table.choose(4);
        QCOMPARE(table.colors().size(), size_t(4));
    }
};

QTEST_MAIN(TestFilmWriter)
#include "tst_film_writer.moc"
