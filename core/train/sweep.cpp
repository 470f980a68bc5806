#include "core/train/sweep.h"

#include "core/layers/layer_kind.h"
#include "core/network/diagnostics.h"
#include "core/program/model.h"
#include "core/train/measured_run.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <thread>

namespace zhibei {

namespace {

const char *const wholeTraining = "training";
constexpr size_t pointsKept = 2048;
constexpr size_t pointsAtOnce = 64; // the curves of one job are appended in handfuls: a step takes a microsecond or a second

Text mistakeOf(const Network &network, const Dataset &data)
{
    if (data.trainCount == 0)
        return {ZB_TEXT("There are no samples to train on."), {}};
    const Analysis analysis = analyse(network, data.type());
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        if (diagnostic.blocks)
            return diagnostic.text;
    return analysis.trainable() ? Text{} : Text{ZB_TEXT("The network has no loss, so there is nothing to train."), {}};
}

RunLimits limitsOf(const SweepLimits &limits, int64_t stepsPerEpoch)
{
    RunLimits run;
    if (limits.steps > 0)
        run.steps = limits.steps;
    if (limits.epochs > 0)
        run.steps = std::min(run.steps, limits.epochs * stepsPerEpoch);
    if (limits.seconds > 0)
        run.seconds = limits.seconds;
    return run;
}

} // namespace

const AttributeSpec *sweepAttribute(const Network &network, const NodeId &node, const std::string &attribute)
{
    if (const Node *found = network.find(node)) {
        const LayerKind *kind = findKind(found->kind);
        return kind ? findAttribute(kind->attributes, attribute) : nullptr;
    }
    return node == wholeTraining ? findAttribute(trainingSchema(), attribute) : nullptr;
}

void applySetting(const SweepSetting &setting, Network &network, Attributes &training)
{
    if (Node *node = network.find(setting.node))
        node->attributes[setting.attribute] = setting.value;
    else if (setting.node == wholeTraining)
        training[setting.attribute] = setting.value;
}

std::vector<SweepVariant> sweepVariants(const std::vector<SweepAxis> &axes, int64_t firstSeed, int repeat)
{
    std::vector<SweepVariant> combinations(1);
    for (const SweepAxis &axis : axes) {
        std::vector<SweepVariant> longer;
        for (const SweepVariant &begin : combinations)
            for (const Value &value : axis.values) {
                longer.push_back(begin);
                longer.back().settings.push_back({axis.node, axis.attribute, value});
            }
        combinations = std::move(longer);
    }
    std::vector<SweepVariant> variants;
    for (size_t c = 0; c < combinations.size(); ++c)
        for (int r = 0; r < std::max(1, repeat); ++r) {
            SweepVariant variant = combinations[c];
            variant.combination = c;
            variant.seed = firstSeed + r;
            for (const SweepSetting &setting : variant.settings)
                if (setting.node == wholeTraining && setting.attribute == "seed")
                    variant.seed = std::get<int64_t>(setting.value) + r;
            variants.push_back(std::move(variant));
        }
    return variants;
}

/// What belongs to one variant. The history guards itself; the result is guarded by the sweep.
struct Sweep::Lane {
    History history{pointsKept};
    SweepResult result;
};

Sweep::Sweep(Network network, std::shared_ptr<const Dataset> data, Attributes training, std::vector<SweepVariant> variants, SweepLimits limits)
    : m_network(std::move(network)), m_data(std::move(data)), m_training(std::move(training)), m_variants(std::move(variants)), m_limits(limits)
{
    for (size_t i = 0; i < m_variants.size(); ++i)
        m_lanes.push_back(std::make_unique<Lane>());
}

Sweep::~Sweep() = default;

const History &Sweep::history(size_t variant) const { return m_lanes[variant]->history; }

SweepResult Sweep::result(size_t variant) const
{
    const std::lock_guard lock(m_mutex);
    return m_lanes[variant]->result;
}

void Sweep::set(size_t variant, SweepResult result)
{
    const std::lock_guard lock(m_mutex);
    m_lanes[variant]->result = std::move(result);
}

void Sweep::run(const How &how, const std::stop_token &stop)
{
    std::atomic<size_t> next = 0;
    std::mutex telling;
    const auto work = [&] {
        if (how.threadBegins)
            how.threadBegins();
        for (size_t variant = next++; variant < m_variants.size() && !stop.stop_requested(); variant = next++) {
            train(variant, how.threads, stop);
            const std::lock_guard lock(telling);
            if (how.done)
                how.done(variant);
        }
    };
    std::vector<std::jthread> jobs;
    for (size_t job = 0; job < std::min<size_t>(size_t(std::max(1, how.jobs)), m_variants.size()); ++job)
        jobs.emplace_back(work);
}

void Sweep::train(size_t variant, int threads, const std::stop_token &stop)
{
    Network network = m_network;
    Attributes settings = m_training;
    for (const SweepSetting &setting : m_variants[variant].settings)
        applySetting(setting, network, settings);
    settings["seed"] = m_variants[variant].seed;
    SweepResult result;
    result.problem = mistakeOf(network, *m_data);
    if (!result.problem.empty())
        return set(variant, std::move(result));

    Training training(buildModel(network, m_data->type()), m_data, settings, threads);
    MeasuredRun run(training, limitsOf(m_limits, training.stepsPerEpoch()));
    History &history = m_lanes[variant]->history;
    std::vector<CurvePoint> points;
    const auto flush = [&](const std::vector<Evaluation> &evaluations) {
        history.append(points, evaluations);
        points.clear();
    };
    run.afterStep = [&] {
        points.push_back({training.steps(), training.batchLoss(), 1});
        if (points.size() >= pointsAtOnce)
            flush({});
    };
    run.afterMeasurement = [&] {
        flush({run.evaluations.back()});
        SweepResult now;
        now.result = run.evaluations.back();
        now.steps = training.steps();
        now.epochs = training.epoch();
        now.seconds = run.elapsed();
        set(variant, std::move(now));
    };
    run.train(stop);
    flush({});
    if (training.failure())
        result.problem = training.failure()->text;
    result.finished = !stop.stop_requested() && !training.failure();
    result.result = run.result;
    result.steps = training.steps();
    result.epochs = training.epoch();
    result.seconds = run.seconds;
    result.weightsSha256 = parametersSha256(*training.model(), training.shown());
    set(variant, std::move(result));
}

} // namespace zhibei
