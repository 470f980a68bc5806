#include "core/probes/weight_story.h"

#include "core/probes/chain_rule.h"
#include "core/program/backpass.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibei {

int WeightStory::digits() const
{
    const double slope = measured.value(), largest = std::max(std::abs(gradient), std::abs(slope));
    // What rounding leaves: of two nearly equal losses in double, and of a sum in float whose parts cancel.
    double noise = 1e-15 * std::max(std::abs(measured.up), std::abs(measured.down)) / measured.step;
    for (const Use &use : uses)
        noise += 1e-6 * use.magnitude;
    const double gap = std::abs(gradient - slope);
    if (largest <= noise || gap <= noise)
        return 7;
    return std::clamp(int(std::floor(-std::log10(2 * gap / largest))), 0, 7);
}

std::optional<double> WeightStory::sum() const
{
    double sum = 0;
    for (const Use &use : uses) {
        if (!use.products)
            return std::nullopt;
        sum += std::accumulate(use.perSample.begin(), use.perSample.end(), 0.0) / double(batch);
    }
    return uses.empty() ? std::nullopt : std::optional(sum);
}

std::string WeightStoryProbe::key() const
{
    return "weight story " + m_parameter + " " + std::to_string(m_k) + " " + std::to_string(m_turn) + " " + std::to_string(m_shown);
}

std::shared_ptr<Answer> WeightStoryProbe::answer(const Moment &moment) const
{
    const auto &next = moment.snapshot->next;
    const Model &model = *moment.model();
    const auto view = std::find_if(model.parameters.begin(), model.parameters.end(), [&](const ParameterView &v) { return v.fullName() == m_parameter; });
    if (!next || next->samples.empty() || view == model.parameters.end() || m_k < 0 || m_k >= view->shape.count())
        return nullptr;
    const std::vector<Turn> turns = rehearse(model, *moment.data, *next);
    if (size_t(m_turn) >= turns.size())
        return nullptr;
    const Turn &turn = turns[size_t(m_turn)];
    const int64_t place = view->index(m_k);
    const Backpass::Mode mode{next->step, next->seed, true};
    auto found = std::make_shared<WeightStory>();
    found->parameter = m_parameter;
    found->k = m_k;
    found->shape = view->shape;
    found->batch = int64_t(next->samples.size());
    found->shown = std::clamp<int64_t>(m_shown, 0, found->batch - 1);
    Backpass &pass = moment.backpass(turn.objective, found->batch);
    pass.run(turn.before, *moment.data, next->samples, mode);
    found->gradient = double(pass.parameterGradients()[size_t(place)]);
    found->uses = ChainRule(pass, found->batch, found->shown).uses(place);
    DifferenceQuotient quotient(moment.model(), turn.objective, found->batch);
    found->measured = quotient.slope(turn.before, *moment.data, next->samples, mode, place);
    found->update = explain(turn, *view, place);
    found->moves = turn.moves;
    found->accumulates = turn.accumulates;
    found->clip = turn.clip;
    found->length = turn.length;
    found->before = double(turn.before[size_t(place)]);
    found->after = double(turn.after[size_t(place)]);
    return found;
}

} // namespace zhibei
