#include "core/train/objective_step.h"

#include "core/layers/layer_kind.h"
#include "core/ops/ops.h"
#include "core/program/loss_terms.h"
#include "core/program/parallel.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

ObjectiveStep::ObjectiveStep(const Model &model, const Objective &objective, int64_t batch)
    : m_node(objective.node)
{
    const std::vector<LossTerm> terms = lossTerms(model, objective);
    Differentiated all = differentiate(model.program, terms, objective.fixed);
    for (const LossTerm &term : terms) {
        m_means.push_back(all.program.add(meanLossOp, {term.loss}, objective.node + ".mean", objective.node));
        m_weights.push_back(term.weight);
    }
    m_plan = std::make_unique<Plan<float>>(all.program, tilesFor(batch), m_means, Keep::Needed, model.parameterCount);
    for (AlignedVector<float> &slot : m_slots)
        slot.assign(size_t(model.parameterCount), 0.0f);

    std::vector<int64_t> plain;
    for (const ParameterView &view : model.parameters)
        if (!view.decays)
            for (int64_t k = 0; k < view.shape.count(); ++k)
                plain.push_back(view.index(k));
    std::sort(plain.begin(), plain.end());
    for (int64_t place : plain) {
        if (m_plain.empty() || m_plain.back().end != place)
            m_plain.push_back({place, place});
        ++m_plain.back().end;
    }
    for (const auto &task : m_plan->rowTasks()) {
        double follows = 0;
        for (const ParameterView &view : model.parameters)
            if (model.program.values[size_t(view.value)].offset <= task.offset
                && task.offset < model.program.values[size_t(view.value)].offset + model.program.count(view.value))
                follows = view.follows;
        m_follows.push_back(follows);
    }
    m_squares.resize(m_follows.size());
    configure(*model.network.find(m_node));
}

bool ObjectiveStep::configure(const Node &lossNode)
{
    const LayerKind &kind = *findKind(lossNode.kind);
    const auto value = [&](const char *id) { return attributeValue(kind.attributes, lossNode.attributes, id); };
    const auto real = [&](const char *id) { return std::get<double>(value(id)); };
    const auto integer = [&](const char *id) { return std::get<int64_t>(value(id)); };
    m_settings = {0, float(real("momentum")), real("beta1"), real("beta2"), float(real("decay")), float(real("l1")), float(real("l2")), 1};
    m_rate = real("rate");
    m_schedule = {std::get<std::string>(value("schedule")), integer("period"), integer("warmup"), real("factor")};
    m_steady = m_schedule.shape == "constant" && m_schedule.warmup == 0;
    m_clip = real("clip");
    m_averaging = real("average");
    m_every = integer("every");
    m_accumulate = integer("accumulate");
    m_sum.resize(m_accumulate > 1 ? m_slots[0].size() : 0, 0.0f);
    const Optimizer *before = m_chosen;
    m_chosen = &optimizer(std::get<std::string>(value("optimizer")));
    if (before && before != m_chosen)
        for (AlignedVector<float> &slot : m_slots) // another optimizer's memory means nothing to it
            std::fill(slot.begin(), slot.end(), 0.0f);
    return !before || before == m_chosen;
}

void ObjectiveStep::clear()
{
    for (const auto &[name, numbers] : memory())
        std::fill(numbers->begin(), numbers->end(), 0.0f);
}

double ObjectiveStep::loss() const
{
    double sum = 0;
    for (size_t i = 0; i < m_means.size(); ++i)
        sum += m_weights[i] * double(m_plan->batchValue(m_means[i]));
    return sum;
}

std::vector<std::pair<std::string, AlignedVector<float> *>> ObjectiveStep::memory()
{
    std::vector<std::pair<std::string, AlignedVector<float> *>> all;
    for (int slot = 0; slot < m_chosen->slotCount; ++slot)
        all.emplace_back(m_node + ".slot" + std::to_string(slot), &m_slots[slot]);
    if (!m_sum.empty())
        all.emplace_back(m_node + ".sum", &m_sum);
    return all;
}

namespace {

template <class F>
void eachTask(size_t count, bool parallel, const F &run)
{
    if (parallel && count > 1)
        parallelFor(int64_t(count), [&](int64_t k) { run(size_t(k)); });
    else
        for (size_t k = 0; k < count; ++k)
            run(k);
}

} // namespace

void ObjectiveStep::update(std::span<float> parameters, std::span<float> average, const StepContext &context, bool parallel)
{
    const bool plain = m_every == 1 && m_accumulate == 1; // no division where a whole step takes half a microsecond
    m_settings.step = plain ? context.step + 1 : context.step / m_every / m_accumulate + 1;
    m_settings.rate = m_steady ? float(m_rate) : float(m_rate * m_schedule.at(m_settings.step));
    if (m_clip > 0 || m_accumulate > 1)
        return updateTogether(parameters, average, context, parallel);
    const auto &tasks = m_plan->rowTasks();
    eachTask(tasks.size(), parallel, [&](size_t k) {
        m_plan->runRows(tasks[k], context);
        if (m_follows[k] > 0)
            follow(parameters.data(), tasks[k].offset, tasks[k].count, m_follows[k]);
        else
            moveLearned(parameters.data(), tasks[k].offset, tasks[k].count);
        averageIn(parameters.data(), average.data(), tasks[k].offset, tasks[k].count);
    });
}

void ObjectiveStep::updateTogether(std::span<float> parameters, std::span<float> average, const StepContext &context, bool parallel)
{
    const auto &tasks = m_plan->rowTasks();
    float *gradient = m_plan->gradients().data();
    const bool last = (context.step / m_every + 1) % m_accumulate == 0;
    const float share = 1.0f / float(m_accumulate);
    eachTask(tasks.size(), parallel, [&](size_t k) {
        const auto &task = tasks[k];
        m_plan->runRows(task, context);
        m_squares[k] = 0;
        if (m_follows[k] > 0) // running means follow every batch
            return follow(parameters.data(), task.offset, task.count, m_follows[k]);
        double square = 0;
        for (int64_t i = task.offset; i < task.offset + task.count; ++i) {
            if (m_accumulate > 1) {
                m_sum[size_t(i)] += share * gradient[i];
                gradient[i] = m_sum[size_t(i)];
            }
            square += double(gradient[i]) * double(gradient[i]);
        }
        m_squares[k] = square;
    });
    m_moved = last;
    if (!last)
        return;
    double square = 0;
    for (double s : m_squares)
        square += s;
    m_length = std::sqrt(square);
    const float scale = m_clip > 0 && m_length > m_clip ? float(m_clip / m_length) : 1.0f;
    eachTask(tasks.size(), parallel, [&](size_t k) {
        const auto &task = tasks[k];
        if (m_follows[k] == 0) {
            for (int64_t i = task.offset; scale != 1 && i < task.offset + task.count; ++i)
                gradient[i] *= scale;
            moveLearned(parameters.data(), task.offset, task.count);
            if (m_accumulate > 1)
                std::fill_n(m_sum.data() + task.offset, task.count, 0.0f);
        }
        averageIn(parameters.data(), average.data(), task.offset, task.count);
    });
}

/// Moves a running mean: its gradient is the difference to the newest value.
void ObjectiveStep::follow(float *weights, int64_t begin, int64_t count, double share)
{
    const float *gradient = m_plan->gradients().data();
    for (int64_t i = begin; i < begin + count; ++i)
        weights[i] -= float(share) * gradient[i];
}

void ObjectiveStep::averageIn(const float *weights, float *average, int64_t begin, int64_t count)
{
    if (m_averaging <= 0 || !average)
        return;
    const double step = double(m_settings.step);
    const auto rest = float(1 - std::min(m_averaging, step / (step + 9))); // young averages move faster
    for (int64_t i = begin; i < begin + count; ++i)
        average[i] += rest * (weights[i] - average[i]);
}

/// Moves arena[begin, begin + count) along its gradient.
void ObjectiveStep::moveLearned(float *weights, int64_t begin, int64_t count)
{
    const float *gradient = m_plan->gradients().data();
    const auto run = [&](int64_t from, int64_t n, bool penalties) {
        UpdateSettings s = m_settings;
        if (!penalties)
            s.l1 = s.l2 = s.decay = 0;
        if (n > 0)
            m_chosen->update(s, n, weights + from, gradient + from, m_slots[0].data() + from, m_slots[1].data() + from);
    };
    if (m_settings.l1 == 0 && m_settings.l2 == 0 && m_settings.decay == 0)
        return run(begin, count, true);
    const int64_t end = begin + count;
    auto next = std::lower_bound(m_plain.begin(), m_plain.end(), begin, [](const Range &range, int64_t at) { return range.end <= at; });
    for (int64_t at = begin; at < end; ++next) {
        const int64_t stop = next == m_plain.end() ? end : std::min(end, std::max(at, next->begin));
        run(at, stop - at, true);
        if (stop == end)
            return;
        at = std::min(end, next->end);
        run(stop, at - stop, false);
    }
}

} // namespace zhibei
