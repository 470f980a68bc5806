#include "core/train/training.h"

#include "core/layers/layer_kind.h"
#include "core/ops/ops.h"
#include "core/program/feed.h"
#include "core/train/batches.h"
#include "core/train/evaluator.h"
#include "core/train/objective_step.h"
#include "core/train/training_settings.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhibei {

namespace {

/// Work below this many multiply-adds is done before another thread has woken up.
constexpr int64_t sharingPays = 400'000;

int64_t integerSetting(const Attributes &settings, const char *id)
{
    return std::get<int64_t>(attributeValue(trainingSchema(), settings, id));
}

bool keepsBest(const Attributes &settings)
{
    return std::get<bool>(attributeValue(trainingSchema(), settings, "keep_best"));
}

} // namespace

struct Training::Private {
    Private(std::shared_ptr<const Model> m, std::shared_ptr<const Dataset> data_, Attributes settings_, int threads)
        : model(std::move(m)), network(model->network), data(std::move(data_)), settings(std::move(settings_)),
          seed(uint64_t(integerSetting(settings, "seed"))),
          batches(data->trainCount, integerSetting(settings, "batch"), seed), parameters(size_t(model->parameterCount)),
          arena(threads > 0 ? threads : tbb::task_arena::automatic), evaluator(*model)
    {
        for (const Objective &objective : model->objectives)
            if (objective.joins.empty())
                objectives.emplace_back(*model, objective, batches.size());
        prepareAverage();
    }

    /// An average is kept while some objective wants one; a new one begins at the weights.
    void prepareAverage()
    {
        const bool wanted = std::any_of(objectives.begin(), objectives.end(), [](const ObjectiveStep &o) { return o.averaging() > 0; });
        if (wanted && average.empty())
            average = parameters;
        else if (!wanted)
            average.clear();
    }

    std::span<const float> shown() const { return average.empty() ? parameters : average; }

    void forgetBest()
    {
        best.clear();
        bestLoss.reset();
    }

    Metrics measure(std::span<const float> numbers, const Dataset &samples, int64_t begin, int64_t end)
    {
        Metrics metrics;
        arena.execute([&] { metrics = evaluator.evaluate(numbers, samples, begin, end); });
        return metrics;
    }

    /// Forward, backward, update for one objective. False if the loss is not finite; then nothing was updated.
    bool run(ObjectiveStep &o, std::span<const int32_t> batch)
    {
        const StepContext context{seed, steps, int64_t(batch.size()), true};
        Plan<float> &plan = o.plan();
        const auto body = [&](bool parallel) {
            plan.runBatch(context, parameters, [&](int64_t tile) { feedTile(plan, *data, batch, tile); }, parallel);
            loss += o.loss();
            if (std::isfinite(loss))
                o.update(parameters, average, context, parallel);
        };
        if (plan.tileCost() * tilesFor(context.batch) + plan.rowCost() < sharingPays)
            body(false);
        else
            arena.execute([&] { body(true); });
        return std::isfinite(loss);
    }

    /// Finds the first op whose result is not finite, by running the batch again with every value kept.
    void explainFailure(std::span<const int32_t> batch)
    {
        const auto count = int64_t(batch.size());
        for (const ParameterView &view : model->parameters)
            for (int64_t k = 0; k < view.shape.count(); ++k)
                if (!std::isfinite(parameters[size_t(view.index(k))])) {
                    failure = Failure{view.node, {ZB_TEXT("At step %1 the %2 of %3 grew beyond all bounds. Try a smaller learning rate."),
                                                  {std::to_string(steps), view.name, view.node}}};
                    return;
                }
        std::vector<ValueId> all;
        for (const OpInstance &op : model->program.ops)
            all.insert(all.end(), op.outputs.begin(), op.outputs.end());
        Plan<float> plan(model->program, tilesFor(count), all, Keep::All, model->parameterCount);
        plan.runBatch({seed, steps, count, true}, parameters, [&](int64_t tile) { feedTile(plan, *data, batch, tile); }, false);
        for (const OpInstance &op : plan.program().ops)
            for (int64_t tile = 0; tile < tilesFor(count); ++tile) {
                const float *values = plan.tile(op.outputs[0], tile);
                for (int64_t i = 0; i < plan.program().count(op.outputs[0]) * lanes; ++i)
                    if (!std::isfinite(values[i])) {
                        failure = Failure{op.node, {ZB_TEXT("At step %1 the result of %2 (%3) was no longer a finite number. Try a smaller learning rate."),
                                                    {std::to_string(steps), op.node, op.op->id}}};
                        return;
                    }
            }
        failure = Failure{{}, {ZB_TEXT("At step %1 the loss was no longer a finite number. Try a smaller learning rate."), {std::to_string(steps)}}};
    }

    std::shared_ptr<const Model> model;
    Network network; ///< the model's, with loss attributes as they have been changed since
    std::shared_ptr<const Dataset> data;
    Attributes settings;
    uint64_t seed;
    Batches batches;
    AlignedVector<float> best; ///< kept where the setting asks for it; else empty
    std::optional<double> bestLoss; ///< of `best`; measured when first asked for where `best` came from elsewhere
    AlignedVector<float> parameters, average; ///< average: empty unless an objective wants one
    tbb::task_arena arena;
    Evaluator evaluator;
    std::vector<ObjectiveStep> objectives;
    int64_t steps = 0, samples = 0;
    double loss = std::numeric_limits<double>::quiet_NaN(); // none before the first step
    std::optional<Failure> failure;
};

Training::Training(std::shared_ptr<const Model> model, std::shared_ptr<const Dataset> data, Attributes settings, int threads)
    : d(std::make_unique<Private>(std::move(model), std::move(data), std::move(settings), threads))
{
    reset();
}

Training::~Training() = default;

std::shared_ptr<const Model> Training::model() const { return d->model; }
const Dataset &Training::data() const { return *d->data; }
int64_t Training::steps() const { return d->steps; }
int64_t Training::samples() const { return d->samples; }
int64_t Training::stepsPerEpoch() const { return d->batches.perEpoch(); }
int64_t Training::batchSize() const { return d->batches.size(); }
double Training::batchLoss() const { return d->loss; }
double Training::epoch() const { return double(d->steps) / double(d->batches.perEpoch()); }
const std::optional<Training::Failure> &Training::failure() const { return d->failure; }
void Training::clearFailure() { d->failure.reset(); }
std::span<float> Training::parameters() { return d->parameters; }
std::span<const float> Training::parameters() const { return d->parameters; }
std::span<const float> Training::shown() const { return d->shown(); }

void Training::reset()
{
    initialiseParameters(*d->model, d->settings, d->seed, d->parameters);
    for (ObjectiveStep &objective : d->objectives)
        objective.clear();
    d->average.clear();
    d->prepareAverage();
    d->forgetBest();
    d->steps = d->samples = 0;
    d->failure.reset();
}

void Training::resume(const Training &earlier)
{
    d->steps = earlier.d->steps;
    d->loss = earlier.d->loss;
    d->samples = earlier.d->samples;
    importState(earlier.exportState());
}

namespace {

/// Prefixes of what a checkpoint keeps beside the weights. No node's name holds a colon.
constexpr const char *rawPrefix = "raw:", *memoryPrefix = "memory:", *bestPrefix = "best:";

/// What a state holds under a prefix, without it.
std::map<std::string, Tensor> partOf(const std::map<std::string, Tensor> &state, const std::string &prefix)
{
    std::map<std::string, Tensor> part;
    for (auto found = state.lower_bound(prefix); found != state.end() && found->first.starts_with(prefix); ++found)
        part.emplace(found->first.substr(prefix.size()), found->second);
    return part;
}

/// Whether there are numbers for every parameter, in its very shape.
bool isWhole(const Model &model, const std::map<std::string, Tensor> &numbers)
{
    return std::all_of(model.parameters.begin(), model.parameters.end(), [&](const ParameterView &view) {
        const auto found = numbers.find(view.fullName());
        return found != numbers.end() && found->second.shape() == view.shape;
    });
}

} // namespace

std::map<std::string, Tensor> Training::exportState() const
{
    std::map<std::string, Tensor> state = exportParameters(*d->model, d->shown());
    const auto keep = [&](const std::string &prefix, std::span<const float> arena) {
        for (auto &[name, tensor] : exportParameters(*d->model, arena))
            state.emplace(prefix + name, std::move(tensor));
    };
    if (!d->average.empty())
        keep(rawPrefix, d->parameters);
    if (!d->best.empty())
        keep(bestPrefix, d->best);
    for (ObjectiveStep &objective : d->objectives)
        for (const auto &[name, numbers] : objective.memory())
            keep(memoryPrefix + name + "." + objective.chosen().id + ":", *numbers);
    return state;
}

void Training::importState(const std::map<std::string, Tensor> &state)
{
    const auto take = [&](const std::string &prefix, std::span<float> arena) {
        importParameters(*d->model, partOf(state, prefix), arena);
    };
    importParameters(*d->model, state, d->parameters);
    if (!d->average.empty())
        d->average = d->parameters;
    take(rawPrefix, d->parameters);
    for (ObjectiveStep &objective : d->objectives)
        for (const auto &[name, numbers] : objective.memory())
            take(memoryPrefix + name + "." + objective.chosen().id + ":", *numbers);
    // Half a best is none: with other numbers in the gaps it was never measured. And network or data may be others now,
    // so what it is worth is measured anew.
    const std::map<std::string, Tensor> best = partOf(state, bestPrefix);
    if (!keepsBest(d->settings) || best.empty() || !isWhole(*d->model, best))
        return;
    d->best.assign(d->parameters.size(), 0);
    d->bestLoss.reset();
    importParameters(*d->model, best, d->best);
}

const Network &Training::network() const { return d->network; }

size_t Training::stateCount() const
{
    size_t count = d->average.size() + d->parameters.size();
    for (ObjectiveStep &objective : d->objectives)
        for (const auto &[name, numbers] : objective.memory())
            count += numbers->size();
    return count;
}

void Training::copyState(std::span<float> row) const
{
    float *next = std::copy(d->average.begin(), d->average.end(), row.data());
    next = std::copy(d->parameters.begin(), d->parameters.end(), next);
    for (ObjectiveStep &objective : d->objectives)
        for (const auto &[name, numbers] : objective.memory())
            next = std::copy(numbers->begin(), numbers->end(), next);
}

void Training::takeState(std::span<const float> row, int64_t steps)
{
    const float *next = row.data();
    const auto take = [&next](AlignedVector<float> &numbers) {
        std::copy(next, next + numbers.size(), numbers.begin());
        next += numbers.size();
    };
    take(d->average);
    take(d->parameters);
    for (ObjectiveStep &objective : d->objectives)
        for (const auto &[name, numbers] : objective.memory())
            take(*numbers);
    setSteps(steps);
    d->failure.reset();
    d->best.clear(); // it may lie ahead
    d->bestLoss.reset();
}

std::shared_ptr<const NextStep> Training::next() const
{
    auto next = std::make_shared<NextStep>();
    next->step = d->steps;
    next->seed = d->seed;
    next->batchSize = d->batches.size();
    if (d->data->trainCount > 0) {
        const std::span<const int32_t> batch = d->batches.after(d->steps);
        next->samples.assign(batch.begin(), batch.end());
    }
    next->parameters = d->parameters;
    next->network = d->network;
    for (ObjectiveStep &objective : d->objectives)
        for (const auto &[name, numbers] : objective.memory())
            next->memory.emplace(name, *numbers);
    return next;
}

void Training::keepBest(const Evaluation &evaluation)
{
    if (!keepsBest(d->settings) || !evaluation.test.loss)
        return;
    if (const std::optional<double> before = bestLoss(); before && *evaluation.test.loss >= *before)
        return;
    d->bestLoss = evaluation.test.loss;
    d->best.assign(d->shown().begin(), d->shown().end());
}

std::optional<double> Training::bestLoss()
{
    if (!d->best.empty() && !d->bestLoss)
        d->bestLoss = d->measure(d->best, *d->data, d->data->trainCount, d->data->count()).loss;
    return d->bestLoss;
}

bool Training::restoreBest()
{
    if (d->best.empty())
        return false;
    d->parameters = d->best;
    if (!d->average.empty())
        d->average = d->best;
    return true;
}

std::vector<Plan<float> *> Training::plans()
{
    std::vector<Plan<float> *> all;
    for (ObjectiveStep &objective : d->objectives)
        all.push_back(&objective.plan());
    return all;
}

void Training::setSteps(int64_t steps)
{
    d->steps = steps;
    d->samples = steps * d->batches.size();
}

int64_t Training::step()
{
    if (d->failure || d->data->trainCount == 0)
        return d->steps;
    const std::span<const int32_t> batch = d->batches.after(d->steps);
    d->loss = 0;
    for (ObjectiveStep &objective : d->objectives)
        if (objective.isDue(d->steps) && !d->run(objective, batch)) {
            d->explainFailure(batch);
            return d->steps;
        }
    d->samples += int64_t(batch.size());
    return ++d->steps;
}

void Training::setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value)
{
    Node *node = d->network.find(lossNode);
    if (!node)
        return;
    node->attributes[attribute] = value;
    for (ObjectiveStep &objective : d->objectives)
        if (objective.node() == lossNode)
            objective.configure(*node);
    d->prepareAverage();
}

Evaluation Training::evaluate(int64_t trainSamples)
{
    const int64_t train = trainSamples < 0 ? d->data->trainCount : std::min(trainSamples, d->data->trainCount);
    Evaluation evaluation;
    evaluation.step = d->steps;
    evaluation.train = d->measure(d->shown(), *d->data, 0, train);
    evaluation.test = d->measure(d->shown(), *d->data, d->data->trainCount, d->data->count());
    return evaluation;
}

Metrics Training::evaluate(const Dataset &data)
{
    return d->measure(d->shown(), data, 0, data.count());
}

} // namespace zhibei
