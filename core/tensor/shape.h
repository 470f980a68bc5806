#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace zhibei {

/// The extents of ONE sample of a value, outermost first; the batch is never part of it.
/// A picture is {channels, height, width}, a vector {n}, a sequence {time, features}.
/// `Shape({1, 28, 28}).count() == 784`; the empty shape is a single number.
class Shape {
public:
    Shape() = default;
    Shape(std::initializer_list<int64_t> extents) : m_extents(extents) {}
    explicit Shape(std::vector<int64_t> extents) : m_extents(std::move(extents)) {}

    int rank() const { return static_cast<int>(m_extents.size()); }
    int64_t operator[](int axis) const { return m_extents[static_cast<size_t>(axis)]; }
    const std::vector<int64_t> &extents() const { return m_extents; }
    /// Product of the extents: how many numbers one sample holds.
    int64_t count() const;

    /// For people: "784", "28×28×1" (height × width × channels, as pictures are read), "64×32".
    std::string text() const;

    bool operator==(const Shape &) const = default;

private:
    std::vector<int64_t> m_extents;
};

} // namespace zhibei
