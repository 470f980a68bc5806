#include "core/data/data_source.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

DataSpec specOf(const std::string &source)
{
    DataSpec spec;
    spec.source = source;
    return spec;
}

} // namespace

class TestMakeDataset : public QObject {
    Q_OBJECT
private slots:
    void splitsByShare_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("train");
        QTest::newRow("none") << 0.0 << 500;
        QTest::newRow("third") << 0.3 << 350;
        QTest::newRow("most") << 0.95 << 25;
    }
    void splitsByShare()
    {
        QFETCH(double, share);
        QFETCH(int, train);
        DataSpec spec = specOf("xor");
        spec.testShare = share;
        QCOMPARE(makeDataset(spec, resources)->trainCount, train);
    }

    void splitKeepsEverySample()
    {
        DataSpec spec = specOf("parabola");
        spec.options["noise"] = 0.0;
        const auto data = makeDataset(spec, resources);
        std::vector<float> xs;
        for (int64_t i = 0; i < data->count(); ++i)
            xs.push_back(data->feature(i, 0));
        QVERIFY(!std::is_sorted(xs.begin(), xs.end()));
        std::sort(xs.begin(), xs.end());
        for (size_t i = 0; i < xs.size(); ++i)
            QVERIFY(std::abs(xs[i] - (-15.0f + 35.0f * float(i) / 99.0f)) < 1e-3f);
    }

    void paintingMoreMovesNoneToTheOtherPart()
    {
        DataSpec spec = specOf("points");
        for (int i = 0; i < 40; ++i)
            spec.points.push_back({float(i), float(-i), i % 2});
        const auto trains = [&](const Dataset &data, float x) {
            for (int64_t i = 0; i < data.trainCount; ++i)
                if (data.feature(i, 0) == x)
                    return true;
            return false;
        };
        const auto before = makeDataset(spec, resources);
        QVERIFY(before->trainCount > 8 && before->testCount() > 8);
        spec.points.push_back({100, 100, 0});
        const auto after = makeDataset(spec, resources);
        QCOMPARE(after->count(), 41);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(trains(*before, float(i)), trains(*after, float(i)));
    }

    void nothingPaintedIsAnEmptyDataset_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("plane") << "points";
        QTest::newRow("curve") << "curve_points";
    }
    void nothingPaintedIsAnEmptyDataset()
    {
        QFETCH(QString, id);
        DataSpec spec = specOf(id.toStdString());
        spec.derived = {"x2"};
        const auto data = makeDataset(spec, resources);
        QCOMPARE(data->count(), 0);
        QCOMPARE(data->trainCount, 0);
        QVERIFY(!data->note.empty());
        QCOMPARE(data->featureNames.size(), id == "points" ? size_t(3) : size_t(2));
        QCOMPARE(data->featureShape[0], int64_t(data->featureNames.size()));
        QVERIFY(data->featureRange(0) == (std::pair{0.0f, 0.0f}));
    }

    void onePaintedPointTrains()
    {
        DataSpec spec = specOf("curve_points");
        spec.points = {{2, 3, 0}};
        const auto data = makeDataset(spec, resources);
        QCOMPARE(data->trainCount, 1);
        QVERIFY(std::isfinite(data->features[0]) && std::isfinite(data->targets[0]));
        QCOMPARE(data->feature(0, 0), 2.0f);
        QCOMPARE(data->target(0), 3.0f);
    }

    void standardisesByTheTrainingPart()
    {
        const auto data = makeDataset(specOf("tilted_parabola"), resources);
        QCOMPARE(data->featureScaling.size(), size_t(1));
        QCOMPARE(data->targetScaling.size(), size_t(1));
        double sum = 0, squares = 0, targetSum = 0;
        for (int64_t i = 0; i < data->trainCount; ++i) {
            sum += double(data->features[i]);
            squares += double(data->features[i]) * double(data->features[i]);
            targetSum += double(data->targets[i]);
        }
        const double n = double(data->trainCount);
        QVERIFY(std::abs(sum / n) < 1e-5 && std::abs(squares / n - 1) < 1e-4 && std::abs(targetSum / n) < 1e-5);
        QVERIFY(data->targetRange().second > 500);
        QCOMPARE(data->targetInUnits(data->targets[3]), data->target(3));

        DataSpec raw = specOf("tilted_parabola");
        raw.options["standardise"] = false;
        const auto plain = makeDataset(raw, resources);
        QVERIFY(plain->featureScaling.empty() && plain->targetScaling.empty());
        QVERIFY(std::abs(plain->feature(7, 0) - data->feature(7, 0)) < 1e-3f);
    }

    void inputsAtAreWhatSamplesHave_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("derived");
        QTest::addColumn<bool>("standardise");
        QTest::newRow("plane") << "spiral" << QStringList{} << false;
        QTest::newRow("plane derived") << "spiral" << QStringList{"sinx", "x2", "xy", "y2", "siny"} << false;
        QTest::newRow("curve") << "parabola" << QStringList{"x2", "x3", "sinx"} << true;
        QTest::newRow("raw curve") << "parabola" << QStringList{"x2", "x3", "sinx"} << false;
    }
    void inputsAtAreWhatSamplesHave()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, derived);
        QFETCH(bool, standardise);
        DataSpec spec = specOf(id.toStdString());
        for (const QString &d : derived)
            spec.derived.push_back(d.toStdString());
        if (findAttribute(findDataSource(spec.source)->options, "standardise"))
            spec.options["standardise"] = standardise;
        const auto data = makeDataset(spec, resources);
        QCOMPARE(data->featureShape[0], int64_t(derived.size()) + (data->planar ? 2 : 1));
        for (int64_t i = 0; i < data->count(); ++i) {
            const auto inputs = inputsAt(spec, *data, data->feature(i, 0), data->planar ? data->feature(i, 1) : 0.0f);
            const auto row = data->features.row(i);
            QCOMPARE(inputs.size(), row.size());
            for (size_t k = 0; k < inputs.size(); ++k)
                QVERIFY2(std::abs(inputs[k] - row[k]) <= 2e-4f * (1 + std::abs(row[k])),
                         qPrintable(QString("%1: %2 %3").arg(k).arg(double(inputs[k])).arg(double(row[k]))));
        }
        for (float v : data->features.values())
            QVERIFY(std::abs(v) <= 20.001f); // no derived input is far larger than the base inputs
    }

    void refusesBadSpecs_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"source", "option", "value", "type", "derived", "share", "share nan", "point"})
            QTest::newRow(what) << QString(what);
    }
    void refusesBadSpecs()
    {
        QFETCH(QString, what);
        DataSpec spec = specOf("spiral");
        if (what == "source")
            spec.source = "spirals";
        else if (what == "option")
            spec.options["wings"] = int64_t(2);
        else if (what == "value")
            spec.options["noise"] = 0.6;
        else if (what == "type")
            spec.options["size"] = 100.0;
        else if (what == "derived")
            spec.derived = {"x3"};
        else if (what == "share")
            spec.testShare = 1.0;
        else if (what == "share nan")
            spec.testShare = std::numeric_limits<double>::quiet_NaN();
        else
            spec.points.push_back({std::numeric_limits<float>::infinity(), 0, 0});
        try {
            makeDataset(spec, resources);
            QFAIL("accepted");
        } catch (const DataError &error) {
            QVERIFY(!error.text.empty() && std::string(error.what()).find('%') == std::string::npos);
        }
    }

    void asPointsGivesThePictureBack()
    {
        DataSpec spec = specOf("rings");
        const auto rings = makeDataset(spec, resources);
        DataSpec painted = specOf("points");
        painted.options["classes"] = int64_t(3);
        painted.points = asPoints(*rings);
        const auto points = makeDataset(painted, resources);
        QCOMPARE(points->count(), rings->count());
        QVERIFY(points->featureRange(0) == rings->featureRange(0));
        QCOMPARE(asPoints(*makeDataset(specOf("digits"), resources)).size(), size_t(0));
    }

    void paintedPointsJoinDrawnOnes()
    {
        DataSpec spec = specOf("moons");
        spec.points = {{5.5f, 5.5f, 1}, {5.5f, 5.5f, 9}};
        const auto data = makeDataset(spec, resources);
        QCOMPARE(data->count(), 502);
        QCOMPARE(data->featureRange(0).second, 5.5f);
    }
};

QTEST_APPLESS_MAIN(TestMakeDataset)
#include "tst_make_dataset.moc"
