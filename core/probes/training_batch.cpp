#include "core/probes/training_batch.h"

#include "core/program/inference.h"

#include <algorithm>

namespace zhibei {

std::vector<int64_t> trainingBatch(const Dataset &data, int64_t count)
{
    const int64_t all = data.trainCount > 0 ? data.trainCount : data.count();
    std::vector<int64_t> samples(size_t(std::clamp<int64_t>(count, 0, all)));
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] = int64_t(i) * all / int64_t(samples.size());
    return samples;
}

bool forEachRun(const Moment &moment, const std::vector<int64_t> &samples,
                const std::function<void(const Inference &network, int64_t first, int64_t count)> &look)
{
    Inference &network = moment.inference();
    const auto all = int64_t(samples.size());
    std::vector<float> rows;
    for (int64_t first = 0; first < all; first += network.capacity()) {
        if (moment.stop.stop_requested())
            return false;
        const int64_t count = std::min(network.capacity(), all - first);
        rows.clear();
        for (int64_t i = first; i < first + count; ++i) {
            const auto row = moment.data->features.row(samples[size_t(i)]);
            rows.insert(rows.end(), row.begin(), row.end());
        }
        network.run(moment.parameters(), rows.data(), count);
        look(network, first, count);
    }
    return true;
}

} // namespace zhibei
