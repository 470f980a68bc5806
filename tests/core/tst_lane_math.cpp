#include "core/ops/lane_math.h"
#include "core/ops/philox.h"

#include <QtTest>

#include <cmath>

using namespace zhibei;

/// The elementary functions against libm in double, over the ranges that networks meet.
class TestLaneMath : public QObject {
    Q_OBJECT

    template <class F, class G>
    void compare(F ours, G theirs, double from, double to, double relative, double absolute)
    {
        for (int i = 0; i <= 4000; ++i) {
            const float x = float(from + (to - from) * i / 4000);
            const double expected = theirs(double(x));
            const float got = ours(splat(x))[0];
            const QString where = QStringLiteral("at %1: %2, expected %3").arg(double(x)).arg(double(got)).arg(expected);
            QVERIFY2(std::abs(double(got) - expected) <= absolute + relative * std::abs(expected), qPrintable(where));
        }
    }

private slots:
    void philoxIsThePublishedOne()
    {
        // known answers of the generator's authors (Random123, kat_vectors)
        QVERIFY((Philox::at(0, 0, 0) == std::array<uint32_t, 4>{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QVERIFY((Philox::at(~0ull, ~0ull, ~0ull) == std::array<uint32_t, 4>{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        const PhiloxRow row(7, 11, 1ull << 40, 3);
        for (uint64_t c = 0; c < PhiloxRow::width; ++c)
            for (size_t i = 0; i < 4; ++i)
                QCOMPARE(row.numbers[i][c], Philox::at(7, 11, (1ull << 40) + 3 * c)[i]);
    }
    void exponential() { compare([](Vec<float> x) { return laneExp(x); }, [](double x) { return std::exp(x); }, -80, 80, 3e-7, 0); }
    void logarithm() { compare([](Vec<float> x) { return laneLog(x); }, [](double x) { return std::log(x); }, 1e-6, 100, 3e-7, 1e-7); }
    void tanh() { compare([](Vec<float> x) { return laneTanh(x); }, [](double x) { return std::tanh(x); }, -20, 20, 4e-7, 0); }
    void sigmoid() { compare([](Vec<float> x) { return laneSigmoid<float>(x); }, [](double x) { return 1 / (1 + std::exp(-x)); }, -60, 60, 6e-7, 0); }
    void softplus() { compare([](Vec<float> x) { return laneSoftplus<float>(x); }, [](double x) { return std::log1p(std::exp(x)); }, -20, 60, 4e-7, 1e-7); }
    void erf() { compare([](Vec<float> x) { return laneErf(x); }, [](double x) { return std::erf(x); }, -5, 5, 0, 5e-7); }
    void edges()
    {
        const float infinity = std::numeric_limits<float>::infinity();
        QVERIFY(std::isnan(laneExp(splat(std::nanf("")))[0]));
        QVERIFY(std::isinf(laneLog(splat(0.0f))[0]));
        QVERIFY(std::isnan(laneLog(splat(-1.0f))[0]));
        QCOMPARE(laneTanh(splat(infinity))[0], 1.0f);
        QCOMPARE(laneTanh(splat(-infinity))[0], -1.0f);
    }
};

QTEST_GUILESS_MAIN(TestLaneMath)
#include "tst_lane_math.moc"
