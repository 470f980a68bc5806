#include "core/train/history.h"

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
    ++m_version;
}

History::Curves History::curves(uint64_t sinceVersion) const
{
    const std::lock_guard lock(m_mutex);
    if (sinceVersion == m_version)
        return {{}, {}, m_version};
    return {m_points, m_evaluations, m_version};
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
