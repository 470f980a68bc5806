#pragma once

#include "core/data/dataset.h"
#include "core/program/plan.h"
#include "core/program/model.h"
#include "core/train/metrics.h"

#include <algorithm>

namespace zhibei {

/// The class that a prediction stands for; -1 where it stands for none.
int decide(Decision decision, std::span<const float> prediction);

/// Measures a model on samples: loss, and accuracy or R² by its first objective.
class Evaluator {
public:
    explicit Evaluator(const Model &model);

    /// Samples [begin, end) of `data`; nothing at all for an empty range.
    Metrics evaluate(std::span<const float> parameters, const Dataset &data, int64_t begin, int64_t end);
    /// Rough multiply-adds for sixteen samples.
    int64_t cost() const { return std::max<int64_t>(1, m_plan.tileCost()); }

private:
    struct Sums;
    void addSample(Sums &sums, int64_t sample);

    std::vector<Objective> m_objectives;
    int64_t m_chunk;
    Plan<float> m_plan;
    std::vector<float> m_prediction, m_target;
};

} // namespace zhibei
