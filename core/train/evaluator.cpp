#include "core/train/evaluator.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Samples measured at a time: as many as keep the plan's memory small.
int64_t chunkFor(const Program &program)
{
    int64_t bytes = 0;
    for (const ValueInfo &value : program.values)
        bytes += value.space == Space::Sample ? value.shape.count() * lanes * int64_t(sizeof(float)) : 0;
    return std::clamp<int64_t>((int64_t(64) << 20) / std::max<int64_t>(1, bytes), 2, 32) * lanes;
}

std::vector<ValueId> measured(const Model &model)
{
    std::vector<ValueId> values;
    for (const Objective &objective : model.objectives)
        for (ValueId value : {objective.loss, objective.prediction, objective.target})
            values.push_back(value);
    return values;
}

} // namespace

struct Evaluator::Sums {
    double loss = 0, error = 0;
    int64_t correct = 0;
    std::vector<double> target, targetSquare; ///< per output, for the variance
};

Evaluator::Evaluator(const Model &model)
    : m_objectives(model.objectives), m_chunk(chunkFor(model.program)), m_plan(model.program, tilesFor(m_chunk), measured(model), Keep::Needed, model.parameterCount) {}

Metrics Evaluator::evaluate(std::span<const float> parameters, const Dataset &data, int64_t begin, int64_t end)
{
    Metrics metrics;
    if (end <= begin || m_objectives.empty())
        return metrics;
    const Program &program = m_plan.program();
    const Objective &objective = m_objectives.front();
    m_prediction.resize(size_t(program.count(objective.prediction)));
    m_target.resize(size_t(program.count(objective.target)));
    Sums sums;
    sums.target.resize(m_target.size());
    sums.targetSquare.resize(m_target.size());
    for (int64_t first = begin; first < end; first += m_chunk) {
        const int64_t count = std::min(m_chunk, end - first);
        const auto feed = [&](int64_t tile) {
            const float *rows[lanes];
            const auto gather = [&](ValueId value, const Tensor &table) {
                if (!m_plan.has(value))
                    return;
                for (int64_t l = 0; l < lanes; ++l)
                    rows[l] = table.row(first + std::min(tile * lanes + l, count - 1)).data();
                gatherTile(rows, program.count(value), m_plan.tile(value, tile));
            };
            gather(program.features, data.features);
            gather(program.target, data.targets);
        };
        m_plan.runBatch({0, 0, count, false}, parameters, feed, m_plan.tileCost() * tilesFor(count) > 400'000);
        for (int64_t i = 0; i < count; ++i)
            addSample(sums, i);
    }
    const double n = double(end - begin);
    metrics.loss = sums.loss / n;
    if (objective.decision != Decision::None) {
        metrics.accuracy = double(sums.correct) / (n * double(m_target.size()));
    } else if (objective.classes == 0) {
        double variance = 0;
        for (size_t i = 0; i < m_target.size(); ++i)
            variance += sums.targetSquare[i] - sums.target[i] * sums.target[i] / n;
        if (variance > 0)
            metrics.r2 = 1 - sums.error / variance;
    }
    return metrics;
}

void Evaluator::addSample(Sums &sums, int64_t sample)
{
    const int64_t tile = sample / lanes, lane = sample % lanes;
    for (const Objective &objective : m_objectives)
        sums.loss += objective.weight * double(m_plan.tile(objective.loss, tile)[lane]);
    const Objective &objective = m_objectives.front();
    readSample(m_plan.tile(objective.prediction, tile), int64_t(m_prediction.size()), lane, m_prediction.data());
    readSample(m_plan.tile(objective.target, tile), int64_t(m_target.size()), lane, m_target.data());
    if (objective.decision != Decision::None) {
        const size_t width = m_prediction.size() / m_target.size(); // a sequence is judged step by step
        for (size_t row = 0; row < m_target.size(); ++row)
            sums.correct += decide(objective.decision, std::span(m_prediction).subspan(row * width, width)) == int(m_target[row]);
        return;
    }
    for (size_t i = 0; i < m_target.size() && i < m_prediction.size(); ++i) {
        const double t = double(m_target[i]), error = double(m_prediction[i]) - t;
        sums.error += error * error;
        sums.target[i] += t;
        sums.targetSquare[i] += t * t;
    }
}

int decide(Decision decision, std::span<const float> prediction)
{
    switch (decision) {
    case Decision::Sign: return prediction[0] > 0 ? 1 : 0;
    case Decision::Half: return prediction[0] > 0.5f ? 1 : 0;
    case Decision::Largest: return int(std::max_element(prediction.begin(), prediction.end()) - prediction.begin());
    case Decision::None: break;
    }
    return -1;
}

} // namespace zhibei
