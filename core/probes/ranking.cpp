#include "core/probes/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace zhibei {

double Counts::share(int64_t part, int64_t whole)
{
    return whole > 0 ? double(part) / double(whole) : std::numeric_limits<double>::quiet_NaN();
}

Ranking::Ranking(std::span<const float> scores, const std::vector<bool> &positive)
{
    constexpr double never = -std::numeric_limits<double>::infinity();
    const auto score = [&](size_t i) { return std::isnan(scores[i]) ? never : double(scores[i]); };
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return score(a) > score(b); });
    m_steps.push_back({std::numeric_limits<double>::infinity(), 0, 0});
    for (const size_t i : order) {
        ++(positive[i] ? m_positives : m_negatives);
        if (score(i) == never)
            continue;
        if (m_steps.size() == 1 || score(i) != m_steps.back().threshold)
            m_steps.push_back({score(i), 0, 0});
        m_steps.back().truePositives = m_positives;
        m_steps.back().falsePositives = m_negatives;
    }
    if (m_steps.back().truePositives < m_positives || m_steps.back().falsePositives < m_negatives)
        m_steps.push_back({never, m_positives, m_negatives});
}

Counts Ranking::counts(const Step &step) const
{
    return {step.truePositives, step.falsePositives, m_positives - step.truePositives, m_negatives - step.falsePositives};
}

Counts Ranking::at(double threshold) const
{
    if (m_steps.empty())
        return {};
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), threshold, [](double t, const Step &step) { return step.threshold < t; });
    return counts(after == m_steps.begin() ? m_steps.front() : *(after - 1));
}

double Ranking::areaUnderCurve() const
{
    double pairs = 0;
    for (size_t i = 1; i < m_steps.size(); ++i)
        pairs += double(m_steps[i].falsePositives - m_steps[i - 1].falsePositives) * double(m_steps[i].truePositives + m_steps[i - 1].truePositives) / 2;
    return pairs / (double(m_positives) * double(m_negatives));
}

double Ranking::averagePrecision() const
{
    double sum = 0;
    for (size_t i = 1; i < m_steps.size(); ++i)
        if (const int64_t more = m_steps[i].truePositives - m_steps[i - 1].truePositives; more > 0)
            sum += double(more) * counts(m_steps[i]).precision();
    return sum / double(m_positives);
}

Ranking rankingOf(const Judgement &judgement, int c)
{
    std::vector<float> scores;
    std::vector<bool> positive;
    for (int64_t i = 0; i < judgement.count(); ++i) {
        scores.push_back(judgement.probability(i, c));
        positive.push_back(judgement.truth[size_t(i)] == c);
    }
    return {scores, positive};
}

std::vector<Counts> countsPerClass(const Judgement &judgement)
{
    std::vector<Counts> classes(size_t(judgement.classes), Counts{});
    for (size_t i = 0; i < judgement.truth.size(); ++i)
        for (int c = 0; c < judgement.classes; ++c) {
            const bool is = judgement.truth[i] == c, said = judgement.verdict[i] == c;
            Counts &counts = classes[size_t(c)];
            ++(is ? said ? counts.truePositives : counts.falseNegatives : said ? counts.falsePositives : counts.trueNegatives);
        }
    return classes;
}

} // namespace zhibei
