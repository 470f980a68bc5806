#pragma once

#include "core/probes/probe.h"

#include <vector>

namespace zhibei {

/// What the network says about every test sample, by the first objective.
struct Judgement : Answer {
    int64_t first = 0;               ///< the dataset's index of the first judged sample
    int classes = 0;                 ///< 0: numbers are predicted
    Decision decision = Decision::None; ///< how a prediction becomes a verdict
    int64_t outputs = 0;             ///< numbers in a prediction
    std::vector<float> predictions;  ///< [samples, outputs]: a probability per class (one of two), or predicted numbers
    std::vector<int> truth, verdict; ///< classes only
    std::vector<float> loss;         ///< per sample

    int64_t count() const { return int64_t(loss.size()); }
    std::span<const float> prediction(int64_t i) const { return std::span(predictions).subspan(size_t(i * outputs), size_t(outputs)); }
    /// How sure it is of class `c` for sample `i`, 0 to 1; two classes may share one number. From one half on, a class of
    /// two is the verdict. Networks that end in no probability may leave 0 to 1.
    float probability(int64_t i, int c) const;
    /// [truth, verdict] as counts, row by row.
    std::vector<int64_t> confusion() const;
    double accuracy() const;
};

/// Judges the test samples, or the training ones where nothing is kept for testing; the first `limit` of them.
/// Sequences judged step by step, and networks without an objective, have no answer.
class JudgementProbe : public Probe {
public:
    using Answer = Judgement;
    explicit JudgementProbe(int64_t limit = 10000) : m_limit(limit) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    int64_t m_limit;
};

} // namespace zhibei
