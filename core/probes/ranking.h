#pragma once

#include "core/probes/judgement.h"

namespace zhibei {

/// What a decision for or against comes to: positives are the samples of the class in question.
struct Counts {
    int64_t truePositives = 0, falsePositives = 0, falseNegatives = 0, trueNegatives = 0;

    /// Shares from 0 to 1; NaN where there is nothing to share: 0 of 0.
    double precision() const { return share(truePositives, truePositives + falsePositives); }
    double recall() const { return share(truePositives, truePositives + falseNegatives); }
    double falseAlarms() const { return share(falsePositives, falsePositives + trueNegatives); }
    double f1() const { return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives); }
    bool operator==(const Counts &) const = default;

private:
    static double share(int64_t part, int64_t whole);
};

/// How well a number per sample tells the positive samples from the others, at every threshold.
///
///     const Ranking ranking({0.9f, 0.4f, 0.2f}, {true, false, true});
///     ranking.at(0.3);           // one true, one false positive
///     ranking.areaUnderCurve();  // 0.5: of two pairs of a positive and a negative, one is in order
class Ranking {
public:
    Ranking() = default;
    /// A sample counts as positive from the threshold on. A score that is no number never does.
    Ranking(std::span<const float> scores, const std::vector<bool> &positive);

    /// From the strictest threshold, which lets none through, to the one that lets all through: one a distinct score.
    struct Step { double threshold; int64_t truePositives, falsePositives; };
    const std::vector<Step> &steps() const { return m_steps; }
    int64_t positives() const { return m_positives; }
    int64_t negatives() const { return m_negatives; }
    Counts at(double threshold) const;
    /// The share of pairs of a positive and a negative in which the positive scores higher; ties count half. NaN without pairs.
    double areaUnderCurve() const;
    /// Σ precision · growth of recall over the steps. NaN without positives.
    double averagePrecision() const;

private:
    Counts counts(const Step &step) const;

    std::vector<Step> m_steps;
    int64_t m_positives = 0, m_negatives = 0;
};

/// Class `c` against all others, by how sure the network is of it.
Ranking rankingOf(const Judgement &judgement, int c);
/// Per class, as the network decides.
std::vector<Counts> countsPerClass(const Judgement &judgement);

} // namespace zhibei
