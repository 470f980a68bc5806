#include "core/data/data_source.h"
#include "core/data/sine.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

using namespace zhibei;

namespace {

const std::string resources = ZHIBEI_RESOURCES;

DataSpec specOf(const std::string &source)
{
    DataSpec spec;
    spec.source = source;
    return spec;
}

/// Sources that need a file chosen, or a package installed, first.
bool needsFile(const DataSource &source)
{
    for (const char *id : {"csv", "idx", "text", "folder", "npy", "wav"})
        if (source.id == id)
            return true;
    return source.id == "fashion" && !QFile::exists("/usr/share/datasets/fashion-mnist");
}

bool equalBits(const Tensor &a, const Tensor &b)
{
    return a.shape() == b.shape() && (a.empty() || std::memcmp(a.data(), b.data(), size_t(a.count()) * sizeof(float)) == 0);
}

} // namespace

class TestDataSources : public QObject {
    Q_OBJECT

    static void eachSource()
    {
        QTest::addColumn<QString>("id");
        for (const DataSource *source : dataSources())
            if (!needsFile(*source))
                QTest::newRow(source->id.c_str()) << QString::fromStdString(source->id);
    }

private slots:
    void describesItself()
    {
        std::set<std::string> ids;
        for (const DataSource *source : dataSources()) {
            QVERIFY2(ids.insert(source->id).second, source->id.c_str());
            QVERIFY(!source->text.empty() && !source->help.empty() && !source->keywords.empty());
            QVERIFY2(QFile::exists(QString::fromStdString(resources + "/icons/" + source->icon + ".svg")), source->icon.c_str());
            QCOMPARE(findDataSource(source->id), source);
            for (const AttributeSpec &option : source->options)
                QVERIFY2(checkValue(option, option.defaultValue).empty(), option.id.c_str());
        }
        QCOMPARE(findDataSource("nothing"), nullptr);
    }

    void sameRecipeSameBits_data() { eachSource(); }
    void sameRecipeSameBits()
    {
        QFETCH(QString, id);
        const DataSpec spec = specOf(id.toStdString());
        const auto a = makeDataset(spec, resources), b = makeDataset(spec, resources);
        QVERIFY(equalBits(a->features, b->features));
        QVERIFY(equalBits(a->targets, b->targets));
        DataSpec other = spec;
        other.seed = 2;
        const bool drawn = a->count() > 2 && !findDataSource(spec.source)->hasSplit;
        QCOMPARE(!equalBits(a->features, makeDataset(other, resources)->features), drawn);
    }

    void isWellFormed_data() { eachSource(); }
    void isWellFormed()
    {
        QFETCH(QString, id);
        const auto data = makeDataset(specOf(id.toStdString()), resources);
        QCOMPARE(data->targets.shape()[0], data->features.shape()[0]);
        QCOMPARE(data->targetCount, data->targets.shape()[1]);
        if (data->featureShape.rank() == 1 && !data->featureClasses)
            QCOMPARE(int64_t(data->featureNames.size()), data->featureShape[0]);
        for (float v : data->features.values())
            QVERIFY(std::isfinite(v));
        for (float v : data->targets.values()) {
            QVERIFY(std::isfinite(v));
            if (data->classification())
                QVERIFY(v >= 0 && v < float(data->classNames.size()) && v == std::floor(v));
        }
        QCOMPARE(data->type().target.classes, int(data->classNames.size()));
    }

    void planeSetsFillThePlane_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"circle", "xor", "gauss", "spiral", "moons", "rings"})
            QTest::newRow(id) << QString(id);
    }
    void planeSetsFillThePlane()
    {
        QFETCH(QString, id);
        const auto data = makeDataset(specOf(id.toStdString()), resources);
        QVERIFY(data->planar && !data->curve);
        QCOMPARE(data->count(), 500);
        QCOMPARE(data->trainCount, 250);
        for (int axis : {0, 1}) {
            const auto [low, high] = data->featureRange(axis);
            QVERIFY2(low > -9 && low < -2.4f && high > 2.4f && high < 9, qPrintable(QString("%1 %2").arg(double(low)).arg(double(high))));
        }
        std::vector<int> counts(data->classNames.size());
        for (int64_t i = 0; i < data->count(); ++i)
            ++counts[size_t(data->target(i))];
        for (int count : counts)
            QVERIFY(count >= data->count() / int64_t(counts.size()) - 1);
    }

    void withoutNoiseClassesAreApart()
    {
        DataSpec spec = specOf("circle");
        spec.options["noise"] = 0.0;
        const auto circle = makeDataset(spec, resources);
        spec.source = "xor";
        const auto squares = makeDataset(spec, resources);
        for (int64_t i = 0; i < circle->count(); ++i) {
            const float x = circle->feature(i, 0), y = circle->feature(i, 1);
            QCOMPARE(circle->target(i) == 1.0f, x * x + y * y < 9.0f);
            QCOMPARE(squares->target(i) == 1.0f, squares->feature(i, 0) * squares->feature(i, 1) > 0);
        }
    }

    void classesOption_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"gauss", "spiral", "rings", "points"})
            QTest::newRow(id) << QString(id);
    }
    void classesOption()
    {
        QFETCH(QString, id);
        DataSpec spec = specOf(id.toStdString());
        spec.options["classes"] = int64_t(6);
        QCOMPARE(makeDataset(spec, resources)->classNames.size(), size_t(6));
        spec.options["classes"] = int64_t(7);
        QVERIFY_THROWS_EXCEPTION(DataError, makeDataset(spec, resources));
    }

    void digitsAreTheShippedOnes()
    {
        const auto data = makeDataset(specOf("digits"), resources);
        QCOMPARE(data->trainCount, 8000);
        QCOMPARE(data->testCount(), 1000);
        QVERIFY(data->featureShape == Shape({1, 28, 28}));
        QCOMPARE(data->classNames.size(), size_t(10));
        QCOMPARE(data->target(0), 5.0f); // the first labels of both files
        QCOMPARE(data->target(8000), 1.0f);
        QCOMPARE(data->target(8001), 9.0f);
        const auto [low, high] = std::minmax_element(data->features.values().begin(), data->features.values().end());
        QCOMPARE(*low, 0.0f);
        QCOMPARE(*high, 1.0f);

        DataSpec few = specOf("digits");
        few.options["samples"] = int64_t(100);
        const auto part = makeDataset(few, resources);
        QCOMPARE(part->trainCount, 100);
        QCOMPARE(part->testCount(), 1000);
        QCOMPARE(part->target(100), 1.0f);
    }

    void fashionIsThatOfTheLesson()
    {
        if (needsFile(*findDataSource("fashion"))) {
            try {
                makeDataset(specOf("fashion"), resources);
                QFAIL("made without its files");
            } catch (const DataError &error) {
                QVERIFY(std::string(error.what()).find("sudo apt install dataset-fashion-mnist") != std::string::npos);
            }
            return;
        }
        DataSpec spec = specOf("fashion");
        spec.options["samples"] = int64_t(1000);
        const auto data = makeDataset(spec, resources);
        QCOMPARE(data->trainCount, 1000);
        QCOMPARE(data->testCount(), 10000);
        QVERIFY(data->featureShape == Shape({1, 28, 28}));
        QCOMPARE(data->classNames.size(), size_t(10));
        QCOMPARE(data->classNames[size_t(data->target(0))], std::string("Ankle boot")); // the first labels of both files
        QCOMPARE(data->classNames[size_t(data->target(1000))], std::string("Ankle boot"));
        QCOMPARE(data->classNames[size_t(data->target(1001))], std::string("Pullover"));
    }

    void inkIsThatOfTheDigits()
    {
        DataSpec spec = specOf("ink");
        spec.options["standardise"] = false;
        const auto ink = makeDataset(spec, resources), digits = makeDataset(specOf("digits"), resources);
        QCOMPARE(ink->trainCount, digits->trainCount);
        QCOMPARE(ink->count(), digits->count());
        QVERIFY(ink->featureShape == Shape({13}));
        QVERIFY(equalBits(ink->targets, digits->targets));
        const auto mean = [&](int64_t sample, int top, int left, int bottom, int right) {
            double sum = 0;
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x)
                    sum += double(digits->features.row(sample)[size_t(28 * y + x)]);
            return float(sum / ((bottom - top) * (right - left)));
        };
        for (int64_t sample : {0, 1, 8500}) {
            QCOMPARE(ink->feature(sample, 0), mean(sample, 0, 0, 9, 9));     // thirds of 28: 9, 10 and 9 pixels
            QCOMPARE(ink->feature(sample, 4), mean(sample, 9, 9, 19, 19));
            QCOMPARE(ink->feature(sample, 6), mean(sample, 19, 0, 28, 9));
            QCOMPARE(ink->feature(sample, 10), mean(sample, 9, 0, 19, 28));
            QCOMPARE(ink->feature(sample, 12), mean(sample, 0, 0, 28, 28));
        }
    }

    void starsMoveInHalfOfThePairs()
    {
        DataSpec spec = specOf("stars");
        spec.options["size"] = int64_t(400);
        spec.options["noise"] = 0.0;
        const auto data = makeDataset(spec, resources);
        QVERIFY(data->featureShape == Shape({3, 24, 24}));
        constexpr size_t pixels = 24 * 24;
        int64_t moved = 0, told = 0;
        for (int64_t i = 0; i < data->count(); ++i) {
            const auto row = data->features.row(i);
            QVERIFY(std::equal(row.begin() + pixels, row.begin() + 2 * pixels, row.begin() + 2 * pixels)); // green is blue
            // Over 3×3 pixels a cosmic ray counts for little: a point that came or went counts for more.
            float most = 0;
            for (size_t y = 1; y < 23; ++y)
                for (size_t x = 1; x < 23; ++x) {
                    std::vector<float> change;
                    for (size_t k = 0; k < 9; ++k) {
                        const size_t at = 24 * (y + k / 3 - 1) + x + k % 3 - 1;
                        change.push_back(std::abs(row[at] - row[pixels + at]));
                    }
                    std::sort(change.begin(), change.end());
                    most = std::max(most, change[4]);
                }
            moved += data->target(i) == 1.0f;
            told += (most > 0.15f) == (data->target(i) == 1.0f);
        }
        QCOMPARE(moved, 200);
        QVERIFY2(told >= 360, qPrintable(QString::number(told)));
    }

    void curvesAreThoseOfTheLesson_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("square");
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("noise");
        QTest::newRow("line") << "line_noise" << 0.0 << 10.0 << 120.0;
        QTest::newRow("parabola") << "parabola" << 3.0 << 0.0 << 160.0;
        QTest::newRow("tilted") << "tilted_parabola" << 2.0 << 10.0 << 250.0;
    }
    void curvesAreThoseOfTheLesson()
    {
        QFETCH(QString, id);
        QFETCH(double, square);
        QFETCH(double, slope);
        QFETCH(double, noise);
        const auto data = makeDataset(specOf(id.toStdString()), resources);
        QVERIFY(data->curve && !data->planar && !data->classification());
        QCOMPARE(data->count(), 100);
        const auto [low, high] = data->featureRange(0);
        QVERIFY(std::abs(low + 15) < 1e-3f && std::abs(high - 20) < 1e-3f);
        double least = 1e9, most = -1e9;
        for (int64_t i = 0; i < data->count(); ++i) {
            const double x = double(data->feature(i, 0)), rest = double(data->target(i)) - square * x * x - slope * x;
            least = std::min(least, rest);
            most = std::max(most, rest);
        }
        QVERIFY(least > -0.01 && least < noise * 0.1 && most < noise + 0.01 && most > noise * 0.9);
    }

    void twoPointsAllTrainAndCanBeMoved()
    {
        DataSpec spec = specOf("two_points");
        auto data = makeDataset(spec, resources);
        QCOMPARE(data->count(), 2);
        QCOMPARE(data->trainCount, 2);
        QCOMPARE(data->feature(0, 0), 10.0f);
        QCOMPARE(data->target(0), 2.0f);
        QCOMPARE(data->feature(1, 0), 3.0f);
        QCOMPARE(data->target(1), 4.0f);
        QVERIFY(data->targetScaling.empty());
        spec.points = asPoints(*data);
        spec.points[1].y = 7;
        data = makeDataset(spec, resources);
        QCOMPARE(data->count(), 2);
        QCOMPARE(data->target(1), 7.0f);
    }

    void sineIsSine()
    {
        for (int i = -4000; i < 4000; ++i) {
            const double x = i * 0.0251;
            QVERIFY(std::abs(sine(x) - std::sin(x)) < 1e-12);
            QVERIFY(std::abs(cosine(x) - std::cos(x)) < 1e-12);
        }
    }
};

QTEST_APPLESS_MAIN(TestDataSources)
#include "tst_data_sources.moc"
