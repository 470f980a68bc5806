#include "core/train/bench.h"

#include "core/ops/philox.h"
#include "core/program/plan.h"
#include "core/train/training.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace zhibei {

namespace {

using Numbers = std::vector<int64_t>;

/// One workload: layers, loss, optimizer, data of the right shape.
struct Workload {
    std::string name;
    Shape features;
    Numbers units;
    std::string hidden, last, loss, optimizer;
    double rate;
    int64_t samples, batch;
    int classes;      ///< > 0: random classes; 0: the features are the target
    bool signs = false; ///< the target is -1 or +1
};

const std::vector<Workload> &workloads()
{
    static const std::vector<Workload> all{
        {"spiral-mlp", Shape({2}), {8, 8, 1}, "tanh", "tanh", "squared", "sgd", 0.03, 500, 10, 2, true},
        {"digits-mlp", Shape({1, 28, 28}), {128, 64, 10}, "relu", "identity", "cross_entropy", "adam", 0.001, 8192, 64, 10},
        {"autoencoder", Shape({784}), {256, 64, 2, 64, 256, 784}, "relu", "sigmoid", "squared", "adam", 0.001, 8192, 64, 0},
    };
    return all;
}

Network networkOf(const Workload &w)
{
    Network net;
    const NodeId input = net.addNode("input");
    NodeId last = input;
    if (w.features.rank() > 1) {
        last = net.addNode("flatten");
        net.connect({input, 0}, {last, 0});
    }
    for (size_t i = 0; i < w.units.size(); ++i) {
        const NodeId next = net.addNode("dense", {{"units", w.units[i]}, {"activation", i + 1 < w.units.size() ? w.hidden : w.last}});
        net.connect({last, 0}, {next, 0});
        last = next;
    }
    const NodeId loss = net.addNode(w.loss, {{"optimizer", w.optimizer}, {"rate", w.rate}});
    net.connect({last, 0}, {loss, 0});
    net.connect({input, 1}, {loss, 1});
    return net;
}

std::shared_ptr<const Dataset> dataOf(const Workload &w)
{
    auto data = std::make_shared<Dataset>();
    std::vector<int64_t> extents{w.samples};
    extents.insert(extents.end(), w.features.extents().begin(), w.features.extents().end());
    data->featureShape = w.features;
    data->features = Tensor(Shape(extents));
    for (int64_t i = 0; i < data->features.count(); ++i)
        data->features[i] = uniform(Philox::at(1, 1, uint64_t(i))[0]) * (w.signs ? 12.0f : 1.0f) - (w.signs ? 6.0f : 0.0f);
    data->targetCount = w.classes ? 1 : w.features.count();
    data->targets = Tensor(Shape({w.samples, data->targetCount}));
    for (int64_t i = 0; i < data->targets.count(); ++i)
        data->targets[i] = w.classes ? float(below(Philox::at(1, 2, uint64_t(i))[0], uint32_t(w.classes))) : data->features[i];
    for (int k = 0; k < w.classes; ++k)
        data->classNames.push_back(std::to_string(k));
    data->trainCount = w.samples;
    return data;
}

double medianRate(double seconds, const std::function<void()> &step)
{
    using Clock = std::chrono::steady_clock;
    const auto window = [&](double length) {
        const auto start = Clock::now();
        int64_t n = 0;
        double took = 0;
        while (took < length) {
            for (int i = 0; i < 16; ++i)
                step();
            n += 16;
            took = std::chrono::duration<double>(Clock::now() - start).count();
        }
        return double(n) / took;
    };
    window(std::min(0.3, seconds));
    std::vector<double> rates;
    for (int i = 0; i < 5; ++i)
        rates.push_back(window(seconds));
    std::sort(rates.begin(), rates.end());
    return rates[2];
}

double trainingRate(const Workload &w, int threads, double seconds)
{
    const auto data = dataOf(w);
    Training training(buildModel(networkOf(w), data->type()), data, {{"batch", w.batch}}, threads);
    return medianRate(seconds, [&] { training.step(); });
}

double forwardRate(const Workload &w, int threads, double seconds)
{
    const auto data = dataOf(w);
    const auto model = buildModel(networkOf(w), data->type());
    Plan<float> plan(model->program, tilesFor(w.batch), {model->objectives[0].prediction}, Keep::Needed, model->parameterCount);
    AlignedVector<float> parameters(size_t(model->parameterCount));
    initialiseParameters(*model, {}, 1, parameters);
    tbb::task_arena arena(threads);
    const int64_t size = w.features.count();
    const auto feed = [&](int64_t tile) {
        const float *rows[lanes];
        for (int64_t l = 0; l < lanes; ++l)
            rows[l] = data->features.row(std::min(tile * lanes + l, w.batch - 1)).data();
        gatherTile(rows, size, plan.tile(model->program.features, tile));
    };
    return medianRate(seconds, [&] {
        arena.execute([&] { plan.runBatch({0, 0, w.batch, false}, parameters, feed, threads != 1); });
    });
}

} // namespace

std::vector<std::string> workloadNames()
{
    std::vector<std::string> names;
    for (const Workload &w : workloads())
        names.push_back(w.name);
    return names;
}

BenchResult benchWorkload(const std::string &name, int threads, double seconds, bool forward)
{
    for (const Workload &w : workloads())
        if (w.name == name) {
            const auto rate = [&](int n) { return forward ? forwardRate(w, n, seconds) : trainingRate(w, n, seconds); };
            const double steps = threads > 0 ? rate(threads) : std::max(rate(1), rate(tbb::this_task_arena::max_concurrency()));
            return {steps, steps * double(w.batch)};
        }
    throw std::out_of_range("no workload " + name);
}

} // namespace zhibei
