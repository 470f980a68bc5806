#include "core/probes/activations.h"

#include "core/layers/layer_kind.h"
#include "core/ops/ops.h"
#include "core/probes/training_batch.h"
#include "core/program/inference.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// No more numbers than this are kept at a time: of large layers, fewer samples are looked at.
constexpr int64_t mostNumbers = 4 << 20;
constexpr int64_t globalSamples = 16;

float larger(float most, float number) { return std::isfinite(number) ? std::max(most, std::abs(number)) : most; }

float largest(const Inference &network, int64_t count)
{
    const Model &model = network.model();
    float most = 0;
    for (const auto &[port, value] : model.program.ports) {
        const Node *node = model.network.find(port.node);
        const LayerKind *kind = node ? findKind(node->kind) : nullptr;
        if (port.port != 0 || !kind || kind->category == Category::Data)
            continue;
        for (int64_t i = 0; i < std::min(count, globalSamples); ++i)
            for (const float number : network.value(value, i))
                most = larger(most, number);
    }
    return most;
}

/// Mean, spread and ends of each number over the batch; `batch` is [samples, numbers].
void describeNumbers(Activations &found, const std::vector<float> &batch)
{
    const size_t numbers = size_t(found.units.shape.count()), samples = size_t(found.samples);
    for (auto *row : {&found.mean, &found.deviation, &found.least, &found.greatest})
        row->assign(numbers, 0);
    for (size_t k = 0; k < numbers; ++k) {
        double sum = 0, squares = 0;
        found.least[k] = found.greatest[k] = batch[k];
        for (size_t i = 0; i < samples; ++i) {
            const float number = batch[i * numbers + k];
            sum += double(number);
            found.least[k] = std::min(found.least[k], number);
            found.greatest[k] = std::max(found.greatest[k], number);
        }
        const double mean = sum / double(samples);
        for (size_t i = 0; i < samples; ++i)
            squares += (double(batch[i * numbers + k]) - mean) * (double(batch[i * numbers + k]) - mean);
        found.mean[k] = float(mean);
        found.deviation[k] = float(std::sqrt(squares / double(samples)));
    }
}

void describeUnits(Activations &found, const std::vector<float> &batch)
{
    found.unitMagnitude.assign(size_t(found.units.count()), 0);
    found.dead.assign(size_t(found.units.count()), true);
    const int64_t numbers = found.units.shape.count();
    for (int64_t i = 0; i < int64_t(batch.size()); ++i) {
        const size_t unit = size_t(found.units.of(i % numbers));
        found.unitMagnitude[unit] = larger(found.unitMagnitude[unit], batch[size_t(i)]);
        if (batch[size_t(i)] != 0)
            found.dead[unit] = false;
    }
    for (int64_t k = 0; k < int64_t(found.sample.size()); ++k) {
        const size_t unit = size_t(found.units.of(k));
        found.unitMagnitude[unit] = larger(found.unitMagnitude[unit], found.sample[size_t(k)]);
    }
    for (const float unit : found.unitMagnitude)
        found.layerMagnitude = std::max(found.layerMagnitude, unit);
}

} // namespace

std::optional<Ends> endsOf(const Program &program, ValueId value)
{
    for (auto op = program.ops.rbegin(); op != program.ops.rend(); ++op) {
        if (std::find(op->outputs.begin(), op->outputs.end(), value) == op->outputs.end())
            continue;
        if (op->op == &sigmoidOp || op->op == &softmaxOp)
            return Ends{};
        if (op->op == &tanhOp)
            return Ends{-1, 1, 0.05f};
        if (!op->op->view)
            return {};
        value = op->inputs[0];
    }
    return {};
}

double Activations::deadShare() const
{
    return dead.empty() ? 0 : double(std::count(dead.begin(), dead.end(), true)) / double(dead.size());
}

std::string ActivationsProbe::key() const { return "activations " + std::to_string(m_sample) + " " + m_node; }

std::shared_ptr<Answer> ActivationsProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const auto port = model.program.ports.find({m_node, 0});
    const std::vector<int64_t> all = trainingBatch(*moment.data);
    if (port == model.program.ports.end() || all.empty())
        return nullptr;
    const ValueId value = port->second;
    auto found = std::make_shared<Activations>();
    found->units.shape = model.program.shape(value);
    found->samples = std::clamp<int64_t>(mostNumbers / std::max<int64_t>(1, model.program.count(value)), 1, int64_t(all.size()));
    const std::vector<int64_t> samples = trainingBatch(*moment.data, found->samples);
    std::vector<float> batch;
    const bool whole = forEachRun(moment, samples, [&](const Inference &network, int64_t first, int64_t count) {
        for (int64_t i = 0; i < count; ++i) {
            const std::vector<float> numbers = network.value(value, i);
            batch.insert(batch.end(), numbers.begin(), numbers.end());
        }
        if (first == 0)
            found->globalMagnitude = largest(network, count);
    });
    if (!whole || int64_t(batch.size()) != found->samples * model.program.count(value))
        return nullptr;
    if (m_sample >= 0 && m_sample < moment.data->count())
        forEachRun(moment, {m_sample}, [&](const Inference &network, int64_t, int64_t) { found->sample = network.value(value, 0); });
    found->all = distributionOf(batch);
    describeNumbers(*found, batch);
    describeUnits(*found, batch);
    if (const auto ends = endsOf(model.program, value))
        found->saturated = double(std::count_if(batch.begin(), batch.end(), [&](float y) { return ends->reached(y); })) / double(batch.size());
    return found;
}

} // namespace zhibei
