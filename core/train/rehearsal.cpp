#include "core/train/rehearsal.h"

#include "core/program/feed.h"
#include "core/train/objective_step.h"

namespace zhibei {

namespace {

void recall(ObjectiveStep &step, const NextStep &next)
{
    for (const auto &[name, numbers] : step.memory())
        if (const auto kept = next.memory.find(name); kept != next.memory.end() && kept->second.size() == numbers->size())
            *numbers = kept->second;
}

std::array<AlignedVector<float>, 2> slotsOf(ObjectiveStep &step)
{
    std::array<AlignedVector<float>, 2> slots;
    const auto memory = step.memory();
    for (size_t i = 0; i < size_t(step.chosen().slotCount); ++i)
        slots[i] = *memory[i].second;
    return slots;
}

} // namespace

std::vector<Turn> rehearse(const Model &model, const Dataset &data, const NextStep &next)
{
    std::vector<Turn> turns;
    AlignedVector<float> parameters = next.parameters;
    for (size_t i = 0; i < model.objectives.size(); ++i) {
        if (!model.objectives[i].joins.empty())
            continue;
        ObjectiveStep step(model, model.objectives[i], int64_t(next.samples.size()));
        step.configure(*next.network.find(step.node()));
        if (!step.isDue(next.step) || next.samples.empty())
            continue;
        recall(step, next);
        Turn &turn = turns.emplace_back();
        turn.objective = i;
        turn.before = parameters;
        turn.memoryBefore = slotsOf(step);
        const StepContext context{next.seed, next.step, int64_t(next.samples.size()), true};
        const std::span<const int64_t> batch = next.samples;
        step.plan().runBatch(context, parameters, [&](int64_t tile) { feedTile(step.plan(), data, batch, tile); }, false);
        turn.loss = step.loss();
        step.update(parameters, {}, context, false);
        turn.after = parameters;
        turn.memoryAfter = slotsOf(step);
        turn.gradient.assign(step.plan().gradients().begin(), step.plan().gradients().end());
        turn.optimizer = &step.chosen();
        turn.settings = step.settings();
        turn.clip = step.clip();
        turn.length = step.length();
        turn.accumulates = step.accumulates();
        turn.moves = step.moved();
    }
    return turns;
}

std::vector<UpdateTerm> explain(const Turn &turn, const ParameterView &view, int64_t place)
{
    const auto at = [place](const AlignedVector<float> &numbers) { return numbers.empty() ? 0.0 : double(numbers[size_t(place)]); };
    UpdateSettings settings = turn.settings;
    if (!view.decays)
        settings.l1 = settings.l2 = settings.decay = 0;
    Move move{at(turn.gradient), at(turn.before), at(turn.after), {at(turn.memoryBefore[0]), at(turn.memoryBefore[1])},
              {at(turn.memoryAfter[0]), at(turn.memoryAfter[1])}};
    return explainUpdate(*turn.optimizer, settings, move);
}

} // namespace zhibei
