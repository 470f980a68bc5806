#include "core/train/history.h"

#include <algorithm>

namespace zhibei {

namespace {

CurvePoint merged(const CurvePoint &a, const CurvePoint &b)
{
    const int64_t steps = a.steps + b.steps;
    return {b.step, (a.loss * double(a.steps) + b.loss * double(b.steps)) / double(steps), steps};
}

} // namespace

void History::append(const std::vector<CurvePoint> &points, const std::vector<Evaluation> &evaluations)
{
    if (points.empty() && evaluations.empty())
        return;
    const std::lock_guard lock(m_mutex);
    for (const CurvePoint &point : points) {
        if (!m_points.empty() && m_points.back().steps < m_stepsPerPoint)
            m_points.back() = merged(m_points.back(), point);
        else
            m_points.push_back(point);
    }
    m_evaluations.insert(m_evaluations.end(), evaluations.begin(), evaluations.end());
    thin();
    ++m_version;
}

void History::clear()
{
    const std::lock_guard lock(m_mutex);
    m_points.clear();
    m_stepsPerPoint = 1;
    m_evaluations.clear();
    m_branches.clear();
    ++m_version;
}

namespace {

constexpr size_t keptBranches = 6;

/// Moves what lies after `step` out of `points`; what lies at it is in both, so that a curve can be drawn from there.
template <class Point>
std::vector<Point> cutAfter(std::vector<Point> &points, int64_t step)
{
    const auto later = std::find_if(points.begin(), points.end(), [step](const Point &point) { return point.step > step; });
    std::vector<Point> tail(later == points.begin() ? later : later - 1, points.end());
    points.erase(later, points.end());
    return tail;
}

} // namespace

void History::branch(int64_t step)
{
    const std::lock_guard lock(m_mutex);
    const bool goesBack = !m_points.empty() && m_points.back().step > step;
    auto branch = std::make_shared<Branch>(Branch{cutAfter(m_points, step), cutAfter(m_evaluations, step)});
    if (goesBack)
        m_branches.push_back(std::move(branch));
    if (m_branches.size() > keptBranches)
        m_branches.erase(m_branches.begin());
    ++m_version;
}

std::optional<Evaluation> History::evaluationAt(int64_t step) const
{
    const std::lock_guard lock(m_mutex);
    const auto later = std::upper_bound(m_evaluations.begin(), m_evaluations.end(), step,
                                        [](int64_t s, const Evaluation &evaluation) { return s < evaluation.step; });
    return later == m_evaluations.begin() ? std::nullopt : std::optional(*(later - 1));
}

History::Curves History::curves(uint64_t sinceVersion) const
{
    const std::lock_guard lock(m_mutex);
    if (sinceVersion == m_version)
        return {{}, {}, {}, m_version};
    return {m_points, m_evaluations, m_branches, m_version};
}

void History::thin()
{
    while (m_points.size() > m_capacity) {
        size_t out = 0;
        for (size_t i = 0; i < m_points.size(); i += 2)
            m_points[out++] = i + 1 < m_points.size() ? merged(m_points[i], m_points[i + 1]) : m_points[i];
        m_points.resize(out);
        m_stepsPerPoint *= 2;
    }
    while (m_evaluations.size() > m_capacity) { // every other one; the first and the newest stay
        size_t out = 0;
        for (size_t i = 0; i < m_evaluations.size(); i += 2)
            m_evaluations[out++] = m_evaluations[i];
        if (m_evaluations.size() % 2 == 0)
            m_evaluations[out - 1] = m_evaluations.back();
        m_evaluations.resize(out);
    }
}

} // namespace zhibei
