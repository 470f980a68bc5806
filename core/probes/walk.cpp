#include "core/probes/walk.h"

#include <algorithm>

namespace zhibei {

namespace {

constexpr size_t mostBytes = size_t(128) << 20;

}

void Walk::record(const Snapshot &snapshot)
{
    if (!snapshot.model || !snapshot.parameters)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_model != snapshot.model.get() || m_generation != snapshot.generation) {
        m_stops.clear();
        m_stride = 1;
        m_model = snapshot.model.get();
        m_generation = snapshot.generation;
    }
    std::erase_if(m_stops, [&](const Stop &stop) { return stop.step > snapshot.step; });
    if (!m_stops.empty() && snapshot.step < m_stops.back().step + m_stride)
        return;
    m_stops.push_back({snapshot.step, snapshot.parameters});
    const size_t room = std::clamp(mostBytes / std::max<size_t>(1, snapshot.parameters->size() * sizeof(float)), size_t(8), m_most);
    while (m_stops.size() > room) {
        std::vector<Stop> half;
        for (size_t i = 0; i < m_stops.size(); i += 2)
            half.push_back(m_stops[i]);
        m_stops = std::move(half);
        m_stride = std::max<int64_t>(1, (m_stops.back().step - m_stops.front().step) / int64_t(m_stops.size()));
    }
}

std::vector<Walk::Stop> Walk::stops() const
{
    const std::lock_guard lock(m_mutex);
    return m_stops;
}

void Walk::clear()
{
    const std::lock_guard lock(m_mutex);
    m_stops.clear();
    m_model = nullptr;
}

} // namespace zhibei
