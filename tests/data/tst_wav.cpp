#include "core/data/sine.h"
#include "core/data/sound.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

QByteArray number(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += char(value >> 8 * i);
    return out;
}

QByteArray wav(const QByteArray &samples, int rate, int channels = 1)
{
    return "RIFF" + number(quint32(36 + samples.size()), 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(quint32(channels), 2)
           + number(quint32(rate), 4) + number(quint32(rate * channels * 2), 4) + number(quint32(channels * 2), 2) + number(16, 2) + "data"
           + number(quint32(samples.size()), 4) + samples;
}

QByteArray tone(double frequency, int rate, double seconds, int channels = 1)
{
    QByteArray samples;
    for (int i = 0; i < int(rate * seconds); ++i)
        for (int c = 0; c < channels; ++c)
            samples += number(quint32(qint32(16000 * std::sin(2 * M_PI * frequency * i / rate))), 2);
    return wav(samples, rate, channels);
}

} // namespace

class TestWav : public QObject {
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

private slots:
    void seesTheFrequency_data()
    {
        QTest::addColumn<double>("frequency");
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("channels");
        QTest::newRow("same rate") << 1000.0 << 8000 << 1;
        QTest::newRow("stereo") << 500.0 << 8000 << 2;
        QTest::newRow("from 44100") << 1000.0 << 44100 << 2;
        QTest::newRow("from 4000") << 500.0 << 4000 << 1;
    }
    void seesTheFrequency()
    {
        QFETCH(double, frequency);
        QFETCH(int, rate);
        QFETCH(int, channels);
        QTemporaryDir folder;
        write(folder.filePath("a.wav"), tone(frequency, rate, 1, channels));
        const auto sound = readSound(folder.filePath("a.wav").toStdString(), 8000, 8000);
        QVERIFY(sound && sound->size() == 8000);
        const SpectrogramSize size = spectrogramSize(8000, 8000);
        QCOMPARE(size.window, 256);
        QCOMPARE(size.frames, 61);
        const auto picture = spectrogram(*sound, size);
        QCOMPARE(int64_t(picture.size()), size.frequencies * size.frames);
        int64_t loudest = 0;
        for (int64_t row = 0; row < size.frequencies; ++row)
            if (picture[size_t(row * size.frames + 30)] > picture[size_t(loudest * size.frames + 30)])
                loudest = row;
        QCOMPARE(size.frequencies - 1 - loudest, int64_t(std::lround(frequency * 256 / 8000)));
        const float most = picture[size_t(loudest * size.frames + 30)]; // −6.2 dB
        QVERIFY2(std::abs(most - (1 - 6.23f / 80)) < 0.02f, qPrintable(QString::number(double(most))));
    }

    void agreesWithTheSum()
    {
        std::vector<float> sound(64);
        for (size_t i = 0; i < sound.size(); ++i)
            sound[i] = float((i * 37) % 64) / 64 - 0.5f;
        const SpectrogramSize size{64, 32, 1};
        const auto picture = spectrogram(sound, size);
        for (int k = 0; k < 32; ++k) {
            double re = 0, im = 0;
            for (int n = 0; n < 64; ++n) {
                const double x = (0.5 - 0.5 * std::cos(2 * M_PI * n / 64)) * double(sound[size_t(n)]);
                re += x * std::cos(2 * M_PI * k * n / 64);
                im -= x * std::sin(2 * M_PI * k * n / 64);
            }
            const double expected = std::clamp(1 + std::log10(std::hypot(re, im) / 16) / 4, 0.0, 1.0);
            QVERIFY(std::abs(double(picture[size_t(31 - k)]) - expected) < 1e-6);
        }
    }

    void readsFolders()
    {
        QTemporaryDir folder;
        const QDir dir(folder.path());
        dir.mkdir("high");
        dir.mkdir("low");
        write(dir.filePath("high/1.wav"), tone(3000, 16000, 0.3));
        write(dir.filePath("low/1.wav"), tone(300, 8000, 2));
        write(dir.filePath("low/2.wav"), "RIFF but no more");
        DataSpec spec;
        spec.source = "wav";
        spec.options["folder"] = folder.path().toStdString();
        const auto data = makeDataset(spec, resources);
        QVERIFY(data->featureShape == Shape({1, 128, 61}));
        QVERIFY(data->classNames == (std::vector<std::string>{"high", "low"}));
        QCOMPARE(data->count(), 2);
        QVERIFY(data->note.english().find("not be read: 1") != std::string::npos);
        for (float v : data->features.values())
            QVERIFY(v >= 0 && v <= 1);
        spec.options["rate"] = int64_t(48000);
        spec.options["seconds"] = 10.0;
        QVERIFY(makeDataset(spec, resources)->featureShape.rank() == 3);
        spec.options["seconds"] = 0.1;
        spec.options["rate"] = int64_t(2000);
        QVERIFY(makeDataset(spec, resources)->featureShape == Shape({1, 32, 5}));
    }

    void leavesHostileSoundsOut()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("a.wav");
        const auto read = [&](const QByteArray &bytes) {
            write(path, bytes);
            return readSound(path.toStdString(), 8000, 8000).has_value();
        };
        const QByteArray good = tone(440, 8000, 0.1);
        QVERIFY(read(good));
        QVERIFY(!read(""));
        QVERIFY(!read("RIFF"));
        QVERIFY(!read(tone(440, 500000, 0.01)));
        QVERIFY(!read(tone(440, 8000, 0.01, 9)));
        for (qsizetype i = 0; i < 44; ++i)
            for (char flip : {'\x01', '\x5a', '\xff'}) {
                QByteArray damaged = good;
                damaged[i] = char(damaged[i] ^ flip);
                read(damaged); // no crash, whatever it gives
                read(damaged.left(i));
            }
        QVERIFY(!readSound("/dev/zero", 8000, 8000));
        QVERIFY(!readSound(folder.path().toStdString(), 8000, 8000));
    }
};

QTEST_APPLESS_MAIN(TestWav)
#include "tst_wav.moc"
