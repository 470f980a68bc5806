#include "core/train/history.h"

namespace zhibei {

void History::append(std::vector<CurvePoint> &&points, std::vector<Evaluation> &&evaluations)
{
    if (points.empty() && evaluations.empty())
        return;
    const std::lock_guard lock(m_mutex);
    m_points.insert(m_points.end(), points.begin(), points.end());
    m_evaluations.insert(m_evaluations.end(), evaluations.begin(), evaluations.end());
    thin();
    ++m_version;
}

void History::clear()
{
    const std::lock_guard lock(m_mutex);
    m_points.clear();
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
        for (size_t i = 0; i < m_points.size(); i += 2, ++out) {
            CurvePoint merged = m_points[i];
            if (i + 1 < m_points.size()) {
                const CurvePoint &next = m_points[i + 1];
                const int64_t steps = merged.steps + next.steps;
                merged = {next.step, (merged.loss * double(merged.steps) + next.loss * double(next.steps)) / double(steps), steps};
            }
            m_points[out] = merged;
        }
        m_points.resize(out);
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
