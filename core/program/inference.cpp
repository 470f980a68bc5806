#include "core/program/inference.h"

#include "core/program/plan.h"

#include <algorithm>

namespace zhibei {

namespace {

std::vector<ValueId> everyValue(const Program &program)
{
    std::vector<ValueId> all;
    for (const OpInstance &op : program.ops)
        all.insert(all.end(), op.outputs.begin(), op.outputs.end());
    if (program.features != noValue)
        all.push_back(program.features);
    if (program.target != noValue)
        all.push_back(program.target);
    return all;
}

} // namespace

struct Inference::Private {
    Private(std::shared_ptr<const Model> m, int64_t capacity)
        : model(std::move(m)), plan(model->program, tilesFor(capacity), everyValue(model->program), Keep::All, model->parameterCount) {}

    std::vector<float> read(ValueId value, int64_t sample) const
    {
        if (!plan.has(value))
            return {};
        std::vector<float> numbers(size_t(model->program.count(value)));
        readSample(plan.tile(value, sample / lanes), int64_t(numbers.size()), sample % lanes, numbers.data());
        return numbers;
    }

    std::shared_ptr<const Model> model;
    Plan<float> plan;
};

Inference::Inference(std::shared_ptr<const Model> model, int64_t capacity)
    : d(std::make_unique<Private>(std::move(model), capacity)) {}

Inference::~Inference() = default;

const Model &Inference::model() const
{
    return *d->model;
}

int64_t Inference::capacity() const { return d->plan.tiles() * lanes; }

void Inference::run(std::span<const float> parameters, const float *features, int64_t count, const float *targets, int64_t draw)
{
    const Program &program = d->model->program;
    if (program.features == noValue || count == 0)
        return;
    const auto feed = [&](int64_t tile) {
        const float *rows[lanes];
        const auto gather = [&](ValueId value, const float *table) {
            const int64_t size = program.count(value);
            for (int64_t l = 0; l < lanes; ++l)
                rows[l] = table + std::min(tile * lanes + l, count - 1) * size;
            gatherTile(rows, size, d->plan.tile(value, tile));
        };
        gather(program.features, features);
        if (targets && d->plan.has(program.target))
            gather(program.target, targets);
    };
    d->plan.runBatch({0, draw, count, false}, parameters, feed, false);
}

std::vector<float> Inference::output(const PortRef &port, int64_t sample) const
{
    const auto found = d->model->program.ports.find(port);
    return found == d->model->program.ports.end() ? std::vector<float>{} : d->read(found->second, sample);
}

std::vector<float> Inference::value(ValueId value, int64_t sample) const
{
    return d->read(value, sample);
}

std::vector<float> Inference::prediction(int64_t sample, size_t objective) const
{
    return objective < d->model->objectives.size() ? d->read(d->model->objectives[objective].prediction, sample) : std::vector<float>{};
}

} // namespace zhibei
