#include "core/probes/judgement.h"

#include "core/program/inference.h"
#include "core/train/evaluator.h"

#include <algorithm>

namespace zhibei {

namespace {
constexpr int64_t mostNumbers = 2'000'000; ///< predictions that are whole pictures are kept for fewer samples
}

float Judgement::probability(int64_t i, int c) const
{
    const std::span<const float> says = prediction(i);
    if (outputs >= classes)
        return says[size_t(c)];
    const float second = decision == Decision::Sign ? (1 + says[0]) / 2 : says[0];
    return c == 1 ? second : 1 - second;
}

std::vector<int64_t> Judgement::confusion() const
{
    std::vector<int64_t> counts(size_t(classes * classes), 0);
    for (int64_t i = 0; i < count(); ++i)
        if (truth[size_t(i)] < classes && verdict[size_t(i)] >= 0)
            ++counts[size_t(truth[size_t(i)] * classes + verdict[size_t(i)])];
    return counts;
}

double Judgement::accuracy() const
{
    int64_t right = 0;
    for (size_t i = 0; i < truth.size(); ++i)
        right += truth[i] == verdict[i];
    return truth.empty() ? 0 : double(right) / double(truth.size());
}

std::string JudgementProbe::key() const { return "judgement " + std::to_string(m_limit); }

std::shared_ptr<Answer> JudgementProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    if (model.objectives.empty())
        return nullptr;
    const Objective &objective = model.objectives.front();
    const Dataset &data = *moment.data;
    if (objective.classes > 0 && model.program.count(objective.target) != 1)
        return nullptr;
    auto found = std::make_shared<Judgement>();
    found->classes = objective.classes;
    found->decision = objective.decision;
    found->outputs = model.program.count(objective.prediction);
    found->first = data.testCount() > 0 ? data.trainCount : 0;
    const int64_t held = std::max<int64_t>(1000, mostNumbers / std::max<int64_t>(1, found->outputs));
    const int64_t count = std::min({m_limit, held, data.count() - found->first});
    Inference &network = moment.inference();
    for (int64_t begin = 0; begin < count && !moment.stop.stop_requested(); begin += network.capacity()) {
        const int64_t first = found->first + begin, chunk = std::min(network.capacity(), count - begin);
        network.run(moment.parameters(), data.features.row(first).data(), chunk, data.targets.row(first).data());
        for (int64_t i = 0; i < chunk; ++i) {
            const std::vector<float> says = network.prediction(i);
            found->predictions.insert(found->predictions.end(), says.begin(), says.end());
            found->loss.push_back(network.value(objective.loss, i).front());
            if (objective.classes == 0)
                continue;
            found->truth.push_back(int(data.targets.row(first + i)[0]));
            found->verdict.push_back(decide(objective.decision, says));
        }
    }
    return found;
}

} // namespace zhibei
