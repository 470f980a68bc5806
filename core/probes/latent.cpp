#include "core/probes/latent.h"

#include "core/probes/principal_axes.h"
#include "core/probes/tsne.h"

#include <algorithm>
#include <limits>

namespace zhibei {

namespace {

constexpr int64_t mostNumbers = 4'000'000; ///< in all rows together: distances take time by this

/// The cloud in the plane; empty when told to stop.
std::vector<PlanePoint> projected(Latent &found, const Cloud &cloud, std::span<const float> distances, const LatentQuestion &question, const std::stop_token &stop)
{
    std::vector<PlanePoint> points;
    if (cloud.dims <= 2 && question.projection == Projection::Principal) {
        found.direct = true;
        for (int64_t i = 0; i < cloud.count(); ++i)
            points.push_back({cloud.row(i)[0], cloud.dims == 2 ? cloud.row(i)[1] : 0});
        return points;
    }
    const PrincipalAxes axes = principalAxes(cloud, distances);
    found.share = axes.share;
    for (int64_t i = 0; i < cloud.count(); ++i)
        points.push_back(axes.project(cloud.row(i)));
    if (question.projection == Projection::Neighbours)
        return tsne(distances, points, {.seed = question.seed}, stop);
    return points;
}

} // namespace

ValueId numbersOf(const Model &model, const NodeId &node)
{
    const PortRef port{node, 0};
    const ValueType *type = model.analysis.type(port);
    const auto value = model.program.ports.find(port);
    const bool numbers = type && type->classes == 0 && value != model.program.ports.end() && model.program.count(value->second) > 0;
    return numbers ? value->second : noValue;
}

bool hasClasses(const Dataset &data) { return data.classification() && data.targetCount == 1; }

std::string LatentProbe::key() const
{
    const LatentQuestion &q = m_question;
    std::string key = "latent " + q.node + (q.training ? " training " : " test ") + std::to_string(q.limit);
    return q.projection == Projection::Principal ? key : key + " t-SNE " + std::to_string(q.seed);
}

std::shared_ptr<Answer> LatentProbe::answer(const Moment &moment) const
{
    const Dataset &data = *moment.data;
    const ValueId value = numbersOf(*moment.model(), m_question.node);
    if (value == noValue)
        return nullptr;
    auto found = std::make_shared<Latent>();
    found->node = m_question.node;
    found->dims = moment.model()->program.count(value);
    const bool test = !m_question.training && data.testCount() > 0;
    found->first = test ? data.trainCount : 0;
    const int64_t there = test ? data.testCount() : data.trainCount;
    const int64_t count = std::min({m_question.limit, there, std::max<int64_t>(50, mostNumbers / found->dims)});
    if (count <= 0)
        return nullptr;
    const Cloud cloud = valuesAt(moment, value, data.features.row(found->first).data(), count);
    if (moment.stop.stop_requested() || !cloud.finite())
        return nullptr;
    const std::vector<float> distances = squaredDistances(cloud, moment.stop);
    if (distances.empty())
        return nullptr;
    found->points = projected(*found, cloud, distances, m_question, moment.stop);
    if (found->points.empty())
        return nullptr;
    found->neighbours = std::numeric_limits<double>::quiet_NaN();
    if (hasClasses(data)) {
        std::vector<int> classes;
        for (int64_t i = 0; i < cloud.count(); ++i)
            classes.push_back(int(data.targets.row(found->first + i)[0]));
        found->neighbours = neighbourAccuracy(distances, classes);
    }
    return found;
}

} // namespace zhibei
