#include "core/probes/landscape.h"

#include "core/ops/philox.h"
#include "core/probes/principal_axes.h"
#include "core/train/evaluator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace zhibei {

namespace {

double normal(uint64_t seed, uint64_t counter)
{
    const auto bits = Philox::at(seed, 0x6c616e6473, counter);
    const double u = (double(bits[0]) + 1) / 4294967297.0, v = double(bits[1]) / 4294967296.0;
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
}

/// As many samples as are asked for, fewer where all places together would take more than some seconds.
int64_t affordable(const Evaluator &evaluator, const LandscapeQuestion &question)
{
    constexpr double multiplyAdds = 16e9;
    constexpr int64_t least = 64;
    const double tiles = multiplyAdds / (double(evaluator.cost()) * question.resolution * question.resolution);
    return std::min(question.samples, std::max(least, int64_t(std::min(tiles, 1e6)) * lanes));
}

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += double(a[i]) * double(b[i]);
    return sum;
}

/// Which filter the k-th number of a parameter belongs to: the unit of a matrix [inputs, units], the kernel of [outputs, …].
int64_t filterOf(const ParameterView &view, int64_t k)
{
    return view.shape.rank() < 2 ? 0 : view.shape.rank() == 2 ? k % view.shape[1] : k / (view.shape.count() / view.shape[0]);
}

/// Moves the frame so that it holds all points with some air, and the middle.
Plane frameAround(const std::vector<PlanePoint> &points, float least, int resolution)
{
    float low[2] = {0, 0}, high[2] = {0, 0};
    for (const PlanePoint &p : points)
        for (size_t a = 0; a < 2; ++a) {
            low[a] = std::min(low[a], p[a]);
            high[a] = std::max(high[a], p[a]);
        }
    for (int a = 0; a < 2; ++a) {
        const float air = 0.25f * std::max({high[0] - low[0], high[1] - low[1], least});
        low[a] -= air;
        high[a] += air;
    }
    return {low[0], high[0], low[1], high[1], resolution};
}

/// The two directions in which the walk extends most, seen from where it is now; false where it has hardly begun.
bool walkedDirections(Landscape &found, const std::vector<Walk::Stop> &stops)
{
    const AlignedVector<float> &now = *found.centre;
    std::vector<std::vector<float>> ways;
    for (const Walk::Stop &stop : stops) {
        std::vector<float> way(now.size());
        for (size_t i = 0; i < way.size(); ++i)
            way[i] = (*stop.weights)[i] - now[i];
        if (dot(way, way) > 0)
            ways.push_back(std::move(way));
    }
    const size_t n = ways.size();
    if (n < 2)
        return false;
    std::vector<double> products(n * n);
    double whole = 0;
    for (size_t i = 0; i < n; ++i) {
        for (size_t j = 0; j <= i; ++j)
            products[i * n + j] = products[j * n + i] = dot(ways[i], ways[j]);
        whole += products[i * n + i];
    }
    const Eigenpairs pairs = largestEigenpairs(products, int64_t(n), 2);
    if (!std::isfinite(whole) || !(pairs.values[1] > 1e-9 * whole))
        return false;
    for (size_t a = 0; a < 2; ++a) {
        std::vector<float> &direction = a == 0 ? found.across : found.up;
        direction.assign(now.size(), 0.0f);
        for (size_t i = 0; i < n; ++i)
            for (size_t k = 0; k < direction.size(); ++k)
                direction[k] += float(pairs.vectors[a][i] / std::sqrt(pairs.values[a])) * ways[i][k];
        found.share += pairs.values[a] / whole;
    }
    return true;
}

} // namespace

PlanePoint Landscape::place(std::span<const float> weights) const
{
    if (weights.size() != across.size())
        return {};
    // The directions need not stand upright on each other.
    double aa = 0, ab = 0, bb = 0, a = 0, b = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        const double way = double(weights[i]) - double((*centre)[i]), x = double(across[i]), y = double(up[i]);
        aa += x * x;
        ab += x * y;
        bb += y * y;
        a += way * x;
        b += way * y;
    }
    const double size = aa * bb - ab * ab;
    return size > 0 ? PlanePoint{float((a * bb - b * ab) / size), float((b * aa - a * ab) / size)} : PlanePoint{};
}

std::vector<float> filterNormalisedDirection(const Model &model, std::span<const float> weights, uint64_t seed)
{
    std::vector<float> direction(weights.size(), 0.0f);
    for (const ParameterView &view : model.parameters) {
        if (view.frozen || view.follows > 0)
            continue;
        std::vector<double> drawn, own;
        for (int64_t k = 0; k < view.shape.count(); ++k) {
            const size_t at = size_t(view.index(k)), filter = size_t(filterOf(view, k));
            if (filter >= drawn.size()) {
                drawn.resize(filter + 1, 0.0);
                own.resize(filter + 1, 0.0);
            }
            const double number = normal(seed, uint64_t(at));
            direction[at] = float(number);
            drawn[filter] += number * number;
            own[filter] += double(weights[at]) * double(weights[at]);
        }
        for (int64_t k = 0; k < view.shape.count(); ++k) {
            const size_t filter = size_t(filterOf(view, k));
            direction[size_t(view.index(k))] *= drawn[filter] > 0 ? float(std::sqrt(own[filter] / drawn[filter])) : 0;
        }
    }
    return direction;
}

std::string LandscapeProbe::key() const
{
    const LandscapeQuestion &q = m_question;
    const bool random = q.directions == LandscapeQuestion::Directions::Random;
    return "landscape " + (random ? "random " + std::to_string(q.seed) : std::string("walked")) + ' ' + std::to_string(q.resolution) + ' ' + std::to_string(q.samples);
}

bool LandscapeProbe::choosePlane(Landscape &found, const Moment &moment) const
{
    const std::vector<Walk::Stop> stops = m_question.walk ? m_question.walk->stops() : std::vector<Walk::Stop>();
    const bool fits = std::all_of(stops.begin(), stops.end(), [&](const Walk::Stop &stop) { return stop.weights->size() == found.centre->size(); });
    if (m_question.directions == LandscapeQuestion::Directions::Random) {
        found.across = filterNormalisedDirection(*moment.model(), moment.parameters(), 2 * m_question.seed);
        found.up = filterNormalisedDirection(*moment.model(), moment.parameters(), 2 * m_question.seed + 1);
        found.plane = {-1, 1, -1, 1, m_question.resolution};
        return true;
    }
    if (!fits || !walkedDirections(found, stops))
        return false;
    std::vector<PlanePoint> places;
    for (const Walk::Stop &stop : stops)
        places.push_back(found.place(*stop.weights));
    found.plane = frameAround(places, 0, m_question.resolution);
    return true;
}

std::shared_ptr<Answer> LandscapeProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const Dataset &data = *moment.data;
    if (model.objectives.empty() || data.trainCount == 0 || model.parameterCount == 0)
        return nullptr;
    auto found = std::make_shared<Landscape>();
    found->centre = moment.snapshot->parameters;
    if (!choosePlane(*found, moment))
        return nullptr;
    Evaluator evaluator(model);
    found->samples = std::min(affordable(evaluator, m_question), data.trainCount);
    const auto lossAt = [&](std::span<const float> weights) { return evaluator.evaluate(weights, data, 0, found->samples).loss.value_or(std::numeric_limits<double>::quiet_NaN()); };
    found->here = lossAt(moment.parameters());
    const int64_t n = m_question.resolution;
    AlignedVector<float> weights(found->centre->size());
    for (int64_t place = 0; place < n * n; ++place) {
        if (moment.stop.stop_requested())
            return nullptr;
        const Plane &plane = found->plane;
        const float x = plane.left + (plane.right - plane.left) * float(place % n) / float(n - 1);
        const float y = plane.top - (plane.top - plane.bottom) * float(place / n) / float(n - 1);
        for (size_t i = 0; i < weights.size(); ++i)
            weights[i] = (*found->centre)[i] + x * found->across[i] + y * found->up[i];
        found->loss.push_back(float(lossAt(weights)));
        if (m_question.progress)
            m_question.progress->store(int(100 * (place + 1) / (n * n)));
    }
    return found;
}

} // namespace zhibei
