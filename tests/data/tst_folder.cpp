#include "core/data/picture_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include <cmath>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

/// 2 × 2 pixels, palette black, white: white, black / black, white.
const QByteArray gif = QByteArray::fromHex("47494638396102000200800000000000ffffff2c00000000020002000002030c0e0500" "3b");

std::vector<unsigned char> plain(int width, int height, std::array<unsigned char, 3> colour)
{
    std::vector<unsigned char> bytes;
    for (int i = 0; i < width * height; ++i)
        bytes.insert(bytes.end(), colour.begin(), colour.end());
    return bytes;
}

} // namespace

class TestFolder : public QObject {
    Q_OBJECT

    static DataSpec specOf(const QString &folder, Attributes options = {})
    {
        DataSpec spec;
        spec.source = "folder";
        spec.options = std::move(options);
        spec.options["folder"] = folder.toStdString();
        spec.testShare = 0;
        return spec;
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

    static std::string refusal(const DataSpec &spec)
    {
        try {
            makeDataset(spec, resources);
        } catch (const DataError &error) {
            return error.what();
        }
        return {};
    }

private slots:
    void readsEveryFormat()
    {
        QTemporaryDir folder;
        const QDir dir(folder.path());
        dir.mkdir("red");
        dir.mkdir("blue");
        const auto red = plain(8, 4, {255, 0, 0}), blue = plain(3, 5, {0, 0, 255});
        QVERIFY(stbi_write_png(qPrintable(dir.filePath("red/1.png")), 8, 4, 3, red.data(), 24));
        QVERIFY(stbi_write_bmp(qPrintable(dir.filePath("red/2.bmp")), 8, 4, 3, red.data()));
        QVERIFY(stbi_write_jpg(qPrintable(dir.filePath("blue/3.jpg")), 3, 5, 3, blue.data(), 100));
        write(dir.filePath("blue/.hidden"), "not counted");
        write(dir.filePath("blue/notes.txt"), "not a picture");
        write(dir.filePath("beside.png"), "not in a class");
        const auto data = makeDataset(specOf(folder.path(), {{"width", int64_t(6)}, {"height", int64_t(4)}}), resources);
        QVERIFY(data->featureShape == Shape({3, 4, 6}));
        QVERIFY(data->classNames == (std::vector<std::string>{"blue", "red"}));
        QCOMPARE(data->count(), 3);
        QCOMPARE(data->note.english(), std::string("Files that could not be read: 1. Files read: 3."));
        for (int64_t i = 0; i < data->count(); ++i) {
            const auto row = data->features.row(i);
            const bool isRed = data->target(i) == 1.0f;
            for (size_t p = 0; p < 24; ++p) {
                QVERIFY(std::abs(row[p] - (isRed ? 1.0f : 0.0f)) < 0.02f);
                QVERIFY(std::abs(row[48 + p] - (isRed ? 0.0f : 1.0f)) < 0.02f);
            }
        }
        const auto grey = makeDataset(specOf(folder.path(), {{"colour", false}}), resources);
        QVERIFY(grey->featureShape == Shape({1, 32, 32}));
        for (int64_t i = 0; i < grey->count(); ++i)
            QVERIFY(std::abs(grey->features.row(i)[500] - (grey->target(i) == 1.0f ? 0.299f : 0.114f)) < 0.02f);
    }

    void readsGif()
    {
        QTemporaryDir folder;
        write(folder.filePath("a.gif"), gif);
        const auto picture = readPicture(folder.filePath("a.gif").toStdString());
        QVERIFY(picture && picture->width == 2 && picture->height == 2);
    }

    void transparencyIsPaper()
    {
        QTemporaryDir folder;
        const unsigned char clear[8] = {0, 0, 0, 0, 0, 0, 0, 255};
        const QString path = folder.filePath("a.png");
        QVERIFY(stbi_write_png(qPrintable(path), 2, 1, 4, clear, 8));
        const auto picture = readPicture(path.toStdString());
        QVERIFY(picture.has_value());
        QVERIFY(picture->rgb == (std::vector<unsigned char>{255, 255, 255, 0, 0, 0}));
    }

    void averagesAreas()
    {
        Picture picture{4, 2, {}};
        for (int y : {0, 1})
            for (int x = 0; x < 4; ++x)
                for (int c = 0; c < 3; ++c)
                    picture.rgb.push_back(static_cast<unsigned char>(51 * x + 51 * y));
        const auto half = resized(picture, 2, 1, true);
        QCOMPARE(half.size(), size_t(6));
        QVERIFY(std::abs(half[0] - 0.2f) < 1e-5f && std::abs(half[1] - 0.6f) < 1e-5f);
        const auto same = resized(picture, 4, 2, true);
        for (size_t i = 0; i < 8; ++i)
            QVERIFY(std::abs(same[i] - float(picture.rgb[3 * i]) / 255.0f) < 1e-5f);
        const auto three = resized(picture, 3, 2, false); // 4/3 of a column each
        QVERIFY(std::abs(three[0] - 0.25f * 0.2f) < 1e-5f);
        const auto large = resized(picture, 512, 512, false);
        QCOMPARE(large.size(), size_t(512 * 512));
        QVERIFY(std::abs(large.front() - 0.0f) < 1e-5f && std::abs(large.back() - 0.8f) < 1e-5f);
    }

    void refuses()
    {
        QTemporaryDir folder;
        const QDir dir(folder.path());
        QVERIFY(refusal(specOf("")).find("chosen") != std::string::npos);
        QVERIFY(refusal(specOf(dir.filePath("absent"))).find("no folder") != std::string::npos);
        write(dir.filePath("file"), "a");
        QVERIFY(refusal(specOf(dir.filePath("file"))).find("not a folder") != std::string::npos);
        QVERIFY(refusal(specOf("/dev/null")).find("not a folder") != std::string::npos);
        QVERIFY(refusal(specOf(folder.path())).find("two at least") != std::string::npos);
        dir.mkdir("a");
        dir.mkdir("b");
        QVERIFY(refusal(specOf(folder.path())).find("0 cannot be read") != std::string::npos);
        write(dir.filePath("a/1.png"), "\x89PNG\r\n\x1a\n and no more");
        QVERIFY(refusal(specOf(folder.path())).find("1 cannot be read") != std::string::npos);
        QVERIFY(!refusal(specOf(folder.path(), {{"width", int64_t(100000)}})).empty());
    }

    void leavesHostilePicturesOut()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("a");
        const auto grey = plain(40, 40, {10, 200, 30});
        QVERIFY(stbi_write_png(qPrintable(path), 40, 40, 3, grey.data(), 120));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray png = file.readAll();
        file.close();
        QByteArray huge = png; // claims 4,294,967,295 × 4,294,967,295 pixels
        huge.replace(16, 8, QByteArray(8, '\xff'));
        write(path, huge);
        QVERIFY(!readPicture(path.toStdString()));
        huge.replace(16, 8, QByteArray::fromHex("0000400000004000")); // 16384 × 16384
        write(path, huge);
        QVERIFY(!readPicture(path.toStdString()));
        for (qsizetype cut = 0; cut < png.size(); cut += 3) {
            write(path, png.left(cut));
            readPicture(path.toStdString()); // no crash, whatever it gives
        }
        for (const QByteArray &good : {png, gif})
            for (qsizetype i = 0; i < good.size(); ++i) {
                QByteArray damaged = good;
                damaged[i] = char(damaged[i] ^ 0x5a);
                write(path, damaged);
                if (const auto picture = readPicture(path.toStdString()))
                    QCOMPARE(int64_t(picture->rgb.size()), picture->width * picture->height * 3);
            }
        QVERIFY(stbi_write_jpg(qPrintable(path), 40, 40, 3, grey.data(), 90));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray jpeg = file.readAll();
        file.close();
        const QByteArray wild = QByteArray::fromHex("ffc41010") + QByteArray(400, '\xff'); // a table of 4,080 codes
        const QByteArray harmless = QByteArray::fromHex("ffe10196") + wild;                 // within what only programs read
        write(path, jpeg.left(2) + harmless + jpeg.mid(2));
        QVERIFY(readPicture(path.toStdString()).has_value());
        write(path, jpeg.left(2) + wild + jpeg.mid(2));
        QVERIFY(!readPicture(path.toStdString()));
        write(path, jpeg.left(2) + QByteArray::fromHex("ffff") + wild + jpeg.mid(2));
        QVERIFY(!readPicture(path.toStdString()));
        write(path, jpeg.chopped(2) + wild + jpeg.right(2)); // behind the scan
        QVERIFY(!readPicture(path.toStdString()));
        QVERIFY(!readPicture("/dev/zero"));
        QVERIFY(!readPicture(folder.path().toStdString()));
    }
};

QTEST_APPLESS_MAIN(TestFolder)
#include "tst_folder.moc"
