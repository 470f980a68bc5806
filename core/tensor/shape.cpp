#include "core/tensor/shape.h"

namespace zhibei {

int64_t Shape::count() const
{
    int64_t product = 1;
    for (int64_t extent : m_extents)
        product *= extent;
    return product;
}

std::string Shape::text() const
{
    std::vector<int64_t> shown = m_extents;
    if (shown.size() == 3) // stored channels first, read channels last
        shown = {m_extents[1], m_extents[2], m_extents[0]};
    if (shown.empty())
        return "1";
    std::string text;
    for (int64_t extent : shown)
        text += (text.empty() ? "" : "×") + std::to_string(extent);
    return text;
}

} // namespace zhibei
