#include "core/probes/cloud.h"

#include "core/program/inference.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibei {

namespace {

float squaredDistance(const float *a, const float *b, int64_t n)
{
    constexpr int width = 16; // sums side by side, so that they go into vectors and their order is fixed
    float sums[width] = {};
    int64_t i = 0;
    for (; i + width <= n; i += width)
        for (int l = 0; l < width; ++l) {
            const float off = a[i + l] - b[i + l];
            sums[l] += off * off;
        }
    float sum = 0;
    for (const float part : sums)
        sum += part;
    for (; i < n; ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

/// The class of most of the nearest, in order of distance.
int vote(std::span<const std::pair<float, int>> nearest)
{
    int best = -1;
    int64_t most = 0;
    for (const auto &[distance, label] : nearest) {
        const int64_t votes = std::count_if(nearest.begin(), nearest.end(), [label = label](const auto &other) { return other.second == label; });
        if (votes > most) {
            most = votes;
            best = label;
        }
    }
    return best;
}

} // namespace

bool Cloud::finite() const
{
    return std::all_of(numbers.begin(), numbers.end(), [](float x) { return std::isfinite(x); });
}

Cloud valuesAt(const Moment &moment, ValueId value, const float *features, int64_t count)
{
    const Program &program = moment.model()->program;
    Cloud cloud{program.count(value), {}};
    cloud.numbers.reserve(size_t(cloud.dims * count));
    const int64_t size = moment.model()->data.features.count();
    Inference &network = moment.inference();
    for (int64_t first = 0; first < count && !moment.stop.stop_requested(); first += network.capacity()) {
        const int64_t chunk = std::min(network.capacity(), count - first);
        network.run(moment.parameters(), features + first * size, chunk);
        for (int64_t i = 0; i < chunk; ++i) {
            const std::vector<float> numbers = network.value(value, i);
            cloud.numbers.insert(cloud.numbers.end(), numbers.begin(), numbers.end());
        }
    }
    return cloud;
}

std::vector<float> squaredDistances(const Cloud &cloud, const std::stop_token &stop)
{
    const int64_t n = cloud.count();
    std::vector<float> distances(size_t(n * n), 0.0f);
    for (int64_t i = 0; i < n; ++i) {
        if (stop.stop_requested())
            return {};
        for (int64_t j = 0; j < i; ++j)
            distances[size_t(i * n + j)] = distances[size_t(j * n + i)] = squaredDistance(cloud.row(i).data(), cloud.row(j).data(), cloud.dims);
    }
    return distances;
}

double neighbourAccuracy(std::span<const float> distances, std::span<const int> classes, int k)
{
    const size_t n = classes.size();
    if (n < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const size_t near = std::min(size_t(k), n - 1);
    std::vector<std::pair<float, int>> others;
    int64_t right = 0;
    for (size_t i = 0; i < n; ++i) {
        others.clear();
        for (size_t j = 0; j < n; ++j)
            if (j != i)
                others.emplace_back(distances[i * n + j], classes[j]);
        std::partial_sort(others.begin(), others.begin() + int64_t(near), others.end());
        right += vote(std::span(others).first(near)) == classes[i];
    }
    return double(right) / double(n);
}

} // namespace zhibei
