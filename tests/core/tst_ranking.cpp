#include "core/probes/ranking.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace zhibei;

/// Curves over thresholds against counting by hand.
class TestRanking : public QObject {
    Q_OBJECT
private slots:
    void areaIsTheShareOfPairsInOrder();
    void countsAtEveryThreshold();
    void knownCurve();
    void withoutPairs();
    void noNumbersNeverCount();
    void countsOfClasses();
};

namespace {

/// Scores with many ties, and which samples are positive.
std::pair<std::vector<float>, std::vector<bool>> drawn(size_t count)
{
    std::mt19937 random(7);
    std::vector<float> scores;
    std::vector<bool> positive;
    for (size_t i = 0; i < count; ++i) {
        positive.push_back(random() % 3 == 0);
        scores.push_back(float(random() % 12 + (positive.back() ? 3 : 0)) / 15);
    }
    return {scores, positive};
}

} // namespace

void TestRanking::areaIsTheShareOfPairsInOrder()
{
    const auto [scores, positive] = drawn(300);
    double inOrder = 0, pairs = 0;
    for (size_t i = 0; i < scores.size(); ++i)
        for (size_t j = 0; j < scores.size(); ++j)
            if (positive[i] && !positive[j]) {
                ++pairs;
                inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            }
    const double area = Ranking(scores, positive).areaUnderCurve();
    QVERIFY(std::abs(area - inOrder / pairs) < 1e-12);
    QVERIFY(area > 0.6 && area < 0.95);
}

void TestRanking::countsAtEveryThreshold()
{
    const auto [scores, positive] = drawn(200);
    const Ranking ranking(scores, positive);
    QCOMPARE(ranking.steps().size(), size_t(16)); // 15 distinct scores and the step that lets none through
    for (const double threshold : {-1.0, 0.0, 0.1, double(4.0f / 15), 0.5, double(14.0f / 15), 1.0, 2.0}) {
        Counts expected;
        for (size_t i = 0; i < scores.size(); ++i) {
            const bool said = double(scores[i]) >= threshold;
            expected.truePositives += said && positive[i];
            expected.falsePositives += said && !positive[i];
            expected.falseNegatives += !said && positive[i];
            expected.trueNegatives += !said && !positive[i];
        }
        QCOMPARE(ranking.at(threshold), expected);
    }
}

void TestRanking::knownCurve()
{
    const Ranking ranking(std::vector<float>{0.9f, 0.4f, 0.2f}, {true, false, true});
    QCOMPARE(ranking.areaUnderCurve(), 0.5);
    QCOMPARE(ranking.averagePrecision(), (1.0 + 2.0 / 3.0) / 2);
    const Counts counts = ranking.at(0.3);
    QCOMPARE(counts, (Counts{1, 1, 1, 0}));
    QCOMPARE(counts.precision(), 0.5);
    QCOMPARE(counts.recall(), 0.5);
    QCOMPARE(counts.f1(), 0.5);
    QCOMPARE(counts.falseAlarms(), 1.0);
}

void TestRanking::withoutPairs()
{
    QVERIFY(std::isnan(Ranking(std::vector<float>{0.1f, 0.3f}, {true, true}).areaUnderCurve()));
    QVERIFY(std::isnan(Ranking({}, {}).averagePrecision()));
    QVERIFY(std::isnan(Ranking({}, {}).at(0.5).precision()));
    QCOMPARE(Ranking().at(0.5), Counts{});
}

void TestRanking::noNumbersNeverCount()
{
    const Ranking ranking(std::vector<float>{std::nanf(""), 0.5f}, {true, false});
    QCOMPARE(ranking.at(-1e9), (Counts{0, 1, 1, 0}));
    QCOMPARE(ranking.areaUnderCurve(), 0.0);
}

void TestRanking::countsOfClasses()
{
    Judgement judgement;
    judgement.classes = 3;
    judgement.truth = {0, 0, 1, 2, 2, 2};
    judgement.verdict = {0, 1, 1, 2, 0, 2};
    judgement.loss.assign(6, 0.0f);
    const std::vector<Counts> counts = countsPerClass(judgement);
    QCOMPARE(counts[0], (Counts{1, 1, 1, 3}));
    QCOMPARE(counts[1], (Counts{1, 1, 0, 4}));
    QCOMPARE(counts[2], (Counts{2, 0, 1, 3}));
}

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
