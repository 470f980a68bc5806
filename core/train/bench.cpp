#include "core/train/bench.h"

#include "core/io/project_file.h"
#include "core/ops/philox.h"
#include "core/program/plan.h"
#include "core/train/training.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>

namespace zhibei {

namespace {

/// A reference workload: a template's network on random data of a given size.
struct Workload {
    std::string name;       ///< the template's
    Shape features;
    int64_t samples, batch;
    int classes = 0;        ///< of the target; 0: there is none
    int64_t targets = 1;    ///< right answers a sample
    bool indices = false;   ///< the features are class indices too
    float low = 0, high = 1;
    std::string without;    ///< nodes whose names begin so are left out
};

const std::vector<Workload> &workloads()
{
    static const std::vector<Workload> all{
        {"spiral-mlp", Shape({2}), 500, 10, 2, 1, false, -6, 6, {}},
        {"digits-mlp", Shape({1, 28, 28}), 8192, 64, 10, 1, false, 0, 1, {}},
        {"autoencoder", Shape({1, 28, 28}), 8192, 64, 10, 1, false, 0, 1, {}},
        {"lenet", Shape({1, 28, 28}), 8192, 64, 10, 1, false, 0, 1, {}},
        {"cnn", Shape({1, 28, 28}), 2048, 64, 10, 1, false, 0, 1, {}},
        {"char-lstm", Shape({64}), 4096, 32, 64, 64, true, 0, 1, {}},
        {"dcgan", Shape({1, 28, 28}), 8192, 64, 10, 1, false, 0, 1, {}},
        {"capsnet", Shape({1, 28, 28}), 1024, 32, 10, 1, false, 0, 1, "rec_"},
    };
    return all;
}

Network networkOf(const Workload &w, const std::string &resources)
{
    Network net = openProject(w.name, resources).network;
    const std::vector<Node> nodes = net.nodes;
    for (const Node &node : nodes)
        if (!w.without.empty() && node.id.starts_with(w.without))
            net.removeNode(node.id);
    for (Node &node : net.nodes) {
        node.attributes.erase("average"); // the reference loops keep none
        if (w.indices && node.attributes.contains("units") && node.kind == "time_dense") // as many answers as the random data have
            node.attributes["units"] = int64_t(w.classes);
    }
    return net;
}

std::shared_ptr<const Dataset> dataOf(const Workload &w)
{
    auto data = std::make_shared<Dataset>();
    std::vector<int64_t> extents{w.samples};
    extents.insert(extents.end(), w.features.extents().begin(), w.features.extents().end());
    data->featureShape = w.features;
    data->featureClasses = w.indices ? w.classes : 0;
    data->features = Tensor(Shape(extents));
    const auto anyClass = [&](uint64_t key, int64_t i) { return float(below(Philox::at(1, key, uint64_t(i))[0], uint32_t(w.classes))); };
    for (int64_t i = 0; i < data->features.count(); ++i)
        data->features[i] = w.indices ? anyClass(3, i) : w.low + (w.high - w.low) * uniform(Philox::at(1, 1, uint64_t(i))[0]);
    data->targetCount = w.targets;
    data->targets = Tensor(Shape({w.samples, w.targets}));
    for (int64_t i = 0; i < data->targets.count(); ++i)
        data->targets[i] = anyClass(2, i);
    for (int k = 0; k < w.classes; ++k)
        data->classNames.push_back(std::to_string(k));
    data->trainCount = w.samples;
    return data;
}

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double medianRate(double seconds, const std::function<void()> &step)
{
    const auto window = [&](double length) {
        const auto start = Clock::now();
        int64_t n = 0;
        double took = 0;
        int64_t handful = 1; // small steps are counted by the handful, so that the clock costs nothing
        while (took < length) {
            for (int64_t i = 0; i < handful; ++i)
                step();
            n += handful;
            handful = std::clamp<int64_t>(int64_t(double(n) / std::max(took, 1e-6) * 1e-3), 1, 64);
            took = since(start);
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

Training trainingOf(const Workload &w, const std::string &resources, int threads)
{
    const auto data = dataOf(w);
    return Training(buildModel(networkOf(w, resources), data->type()), data, {{"batch", w.batch}}, threads);
}

double trainingRate(const Workload &w, const std::string &resources, int threads, double seconds)
{
    Training training = trainingOf(w, resources, threads);
    return medianRate(seconds, [&] { training.step(); });
}

/// A workload's predictions for `batch` samples at once.
class Forward {
public:
    Forward(const Workload &w, const Network &net, const Dataset &data, int64_t batch)
        : m_data(data), m_batch(batch), m_model(buildModel(net, data.type())), m_parameters(size_t(m_model->parameterCount)),
          m_plan(m_model->program, tilesFor(batch), {m_model->objectives[0].prediction}, Keep::Needed, m_model->parameterCount),
          m_size(w.features.count())
    {
        initialiseParameters(*m_model, {}, 1, m_parameters);
    }

    void run(bool parallel)
    {
        m_plan.runBatch({0, 0, m_batch, false}, m_parameters, [&](int64_t tile) { feed(tile); }, parallel);
    }

private:
    void feed(int64_t tile)
    {
        const float *rows[lanes];
        for (int64_t l = 0; l < lanes; ++l)
            rows[l] = m_data.features.row(std::min(tile * lanes + l, m_batch - 1)).data();
        gatherTile(rows, m_size, m_plan.tile(m_model->program.features, tile));
    }

    const Dataset &m_data;
    int64_t m_batch;
    std::shared_ptr<const Model> m_model;
    AlignedVector<float> m_parameters;
    Plan<float> m_plan;
    int64_t m_size;
};

double forwardRate(const Workload &w, const std::string &resources, int threads, double seconds)
{
    const auto data = dataOf(w);
    Forward forward(w, networkOf(w, resources), *data, w.batch);
    tbb::task_arena arena(threads);
    return medianRate(seconds, [&] { arena.execute([&] { forward.run(threads != 1); }); });
}

/// Seconds; one time before does not count.
double medianTime(size_t times, const std::function<void()> &work)
{
    work();
    std::vector<double> took;
    while (took.size() < times) {
        const auto start = Clock::now();
        work();
        took.push_back(since(start));
    }
    std::nth_element(took.begin(), took.begin() + std::ptrdiff_t(times / 2), took.end());
    return took[times / 2];
}

/// A line of the kernel's account of this process, in bytes.
int64_t processMemory(const std::string &wanted)
{
    std::ifstream file("/proc/self/status");
    int64_t kilobytes = 0;
    for (std::string word; file >> word;)
        if (word == wanted && file >> kilobytes)
            break;
    return kilobytes * 1024;
}

const Workload &workload(const std::string &name)
{
    for (const Workload &w : workloads())
        if (w.name == name)
            return w;
    throw std::out_of_range("no workload " + name);
}

} // namespace

std::vector<std::string> workloadNames()
{
    std::vector<std::string> names;
    for (const Workload &w : workloads())
        names.push_back(w.name);
    return names;
}

BenchResult benchWorkload(const std::string &name, const std::string &resources, int threads, double seconds, bool forward)
{
    const Workload &w = workload(name);
    const auto rate = [&](int n) { return forward ? forwardRate(w, resources, n, seconds) : trainingRate(w, resources, n, seconds); };
    const double steps = threads > 0 ? rate(threads) : std::max(rate(1), rate(tbb::this_task_arena::max_concurrency()));
    return {steps, steps * double(w.batch)};
}

Latency benchLatency(const std::string &name, const std::string &resources)
{
    const Workload &w = workload(name);
    const auto data = dataOf(w);
    const Network net = networkOf(w, resources);
    const double planning = medianTime(9, [&] { Training(buildModel(net, data->type()), data, {{"batch", w.batch}}, 1); });
    Forward forward(w, net, *data, 1);
    return {planning, medianTime(1000, [&] { forward.run(false); })};
}

WorkloadProfile profileWorkload(const std::string &name, const std::string &resources, double seconds)
{
    const Workload &w = workload(name);
    Training training = trainingOf(w, resources, 1);
    return {profileTraining(training, seconds), trainingRate(w, resources, tbb::this_task_arena::max_concurrency(), seconds)};
}

MemoryUse benchMemory(const std::string &name, const std::string &resources, int threads)
{
    Training training = trainingOf(workload(name), resources, threads);
    const auto heldAfter = [&](int64_t steps) {
        while (training.steps() < steps)
            training.step();
        return processMemory("VmRSS:");
    };
    const int64_t early = heldAfter(1'000);
    return {early, heldAfter(10'000), processMemory("VmHWM:")};
}

} // namespace zhibei
