#include "core/program/backpass.h"

#include "core/ops/ops.h"
#include "core/program/feed.h"
#include "core/program/loss_terms.h"

#include <algorithm>

namespace zhibei {

struct Backpass::Private {
    Private(std::shared_ptr<const Model> m, size_t objective, int64_t n)
        : model(std::move(m)), capacity(n), terms(lossTerms(*model, model->objectives.at(objective))),
          all(differentiate(model->program, terms, model->objectives[objective].fixed, Reach::Features)),
          plan(all.program, tilesFor(n), everything(), Keep::All, model->parameterCount) {}

    Private(std::shared_ptr<const Model> m, const OneNumber &of, int64_t n)
        : model(std::move(m)), capacity(n), all(slopes(of)),
          plan(all.program, tilesFor(n), everything(), Keep::All, model->parameterCount) {}

    Differentiated slopes(const OneNumber &of)
    {
        Program forward = model->program;
        const NodeId node = forward.values[size_t(of.value)].node;
        const ValueId row = forward.add(viewOp, {of.value}, "numbers", node, viewIntegers(Shape({forward.count(of.value)})));
        terms = {{forward.add(sliceOp, {row}, "number", node, {of.number, 1}), 1}};
        return differentiate(forward, terms, {}, Reach::Features);
    }

    /// What the plan must reach: every value of a sample that the objective needs or that flows back.
    std::vector<ValueId> everything()
    {
        std::vector<ValueId> results;
        for (const LossTerm &term : terms)
            results.push_back(means.emplace_back(all.program.add(meanLossOp, {term.loss}, "mean", {})));
        for (const OpInstance &op : all.program.ops)
            for (const ValueId out : op.outputs)
                if (all.program.values[size_t(out)].space == Space::Sample)
                    results.push_back(out);
        return results;
    }

    std::vector<float> read(ValueId value, int64_t sample) const
    {
        if (!plan.has(value) || all.program.values[size_t(value)].space != Space::Sample)
            return {};
        std::vector<float> numbers(size_t(all.program.count(value)));
        readSample(plan.tile(value, sample / lanes), int64_t(numbers.size()), sample % lanes, numbers.data());
        return numbers;
    }

    std::shared_ptr<const Model> model;
    int64_t capacity;
    std::vector<LossTerm> terms;
    std::vector<ValueId> means;
    Differentiated all;
    Plan<float> plan;
};

Backpass::Backpass(std::shared_ptr<const Model> model, size_t objective, int64_t capacity)
    : d(std::make_unique<Private>(std::move(model), objective, capacity)) {}

Backpass::Backpass(std::shared_ptr<const Model> model, const OneNumber &of, int64_t capacity)
    : d(std::make_unique<Private>(std::move(model), of, capacity)) {}

Backpass::~Backpass() = default;

const Model &Backpass::model() const { return *d->model; }
int64_t Backpass::capacity() const { return d->capacity; }
const Program &Backpass::program() const { return d->all.program; }

void Backpass::run(std::span<const float> parameters, const Dataset &data, std::span<const int64_t> samples, const Mode &mode)
{
    const auto count = std::min<int64_t>(int64_t(samples.size()), d->capacity);
    if (count == 0)
        return;
    const std::span<const int64_t> batch = samples.first(size_t(count));
    const auto feed = [&](int64_t tile) { feedTile(d->plan, data, batch, tile); };
    const StepContext context{mode.seed, mode.step, count, mode.training};
    d->plan.runBatch(context, parameters, feed, false);
    std::fill(d->plan.gradients().begin(), d->plan.gradients().end(), 0.0f);
    for (const auto &task : d->plan.rowTasks())
        d->plan.runRows(task, context);
}

double Backpass::loss() const
{
    double sum = 0;
    for (size_t i = 0; i < d->means.size(); ++i)
        sum += d->terms[i].weight * double(d->plan.batchValue(d->means[i]));
    return sum;
}

std::vector<float> Backpass::value(ValueId value, int64_t i) const { return d->read(value, i); }

std::vector<float> Backpass::gradient(ValueId value, int64_t i) const
{
    const ValueId gradient = gradientOf(value);
    return gradient == noValue ? std::vector<float>{} : d->read(gradient, i);
}

std::span<const float> Backpass::parameterGradients() const
{
    return d->plan.gradients();
}

ValueId Backpass::gradientOf(ValueId value) const
{
    const auto found = d->all.flows.find(value);
    return found == d->all.flows.end() ? noValue : found->second;
}

} // namespace zhibei
