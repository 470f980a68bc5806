#include "core/probes/warped_grid.h"

#include "core/probes/latent.h"
#include "core/probes/principal_axes.h"
#include "core/probes/section.h"
#include "core/program/inference.h"

#include <algorithm>

namespace zhibei {

namespace {

constexpr int64_t mostSamples = 600;

std::vector<float> gridInputs(const WarpedGrid &grid, const Dataset &data, const DataSpec &spec)
{
    std::vector<float> rows;
    const int64_t n = grid.plane.resolution;
    for (int64_t i = 0; i < n * n; ++i) {
        const PlanePoint at = grid.place(i / n, i % n);
        const std::vector<float> inputs = inputsAt(spec, data, at[0], at[1]);
        rows.insert(rows.end(), inputs.begin(), inputs.end());
    }
    return rows;
}

std::vector<float> sampleInputs(const WarpedGrid &grid, const Dataset &data)
{
    std::vector<float> rows;
    for (const int64_t sample : grid.samples)
        rows.insert(rows.end(), data.features.row(sample).begin(), data.features.row(sample).end());
    return rows;
}

} // namespace

PlanePoint WarpedGrid::place(int64_t row, int64_t column) const
{
    const float last = float(plane.resolution - 1);
    return {plane.left + (plane.right - plane.left) * float(column) / last, plane.top - (plane.top - plane.bottom) * float(row) / last};
}

std::string WarpedGridProbe::key() const { return "warped grid " + m_node + ' ' + std::to_string(m_resolution); }

std::shared_ptr<Answer> WarpedGridProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const Dataset &data = *moment.data;
    const ValueId value = numbersOf(model, m_node);
    if (!data.planar || data.count() == 0 || value == noValue || model.program.count(value) < 2)
        return nullptr;
    auto found = std::make_shared<WarpedGrid>();
    found->node = m_node;
    found->dims = model.program.count(value);
    const auto [left, right] = airyRange(data, 0);
    const auto [bottom, top] = airyRange(data, 1);
    found->plane = {left, right, bottom, top, m_resolution};
    const int64_t samples = std::min(data.count(), mostSamples);
    for (int64_t i = 0; i < samples; ++i)
        found->samples.push_back(i * data.count() / samples);
    const std::vector<float> places = gridInputs(*found, data, moment.spec);
    const int64_t count = int64_t(m_resolution) * m_resolution;
    const Cloud grid = valuesAt(moment, value, places.data(), count);
    const Cloud cloud = valuesAt(moment, value, sampleInputs(*found, data).data(), samples);
    if (moment.stop.stop_requested() || !grid.finite() || !cloud.finite())
        return nullptr;
    found->direct = found->dims == 2;
    const PrincipalAxes axes = found->direct ? PrincipalAxes{} : principalAxes(cloud);
    found->share = axes.share;
    const auto project = [&](const Cloud &from, std::vector<PlanePoint> &to) {
        for (int64_t i = 0; i < from.count(); ++i)
            to.push_back(found->direct ? PlanePoint{from.row(i)[0], from.row(i)[1]} : axes.project(from.row(i)));
    };
    project(grid, found->places);
    project(cloud, found->points);
    if (model.objectives.empty())
        return found;
    const Objective &objective = model.objectives.front();
    found->outputs = model.program.count(objective.prediction);
    found->decision = objective.decision;
    found->verdict = valuesAt(moment, objective.prediction, places.data(), count).numbers;
    return moment.stop.stop_requested() ? nullptr : found;
}

} // namespace zhibei
