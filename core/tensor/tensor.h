#pragma once

#include "core/tensor/numbers.h"
#include "core/tensor/shape.h"

#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace zhibei {

/// Memory for numbers that starts on a 64-byte boundary (one AVX-512 vector, one cache line).
template <class T>
struct AlignedAllocator {
    using value_type = T;
    AlignedAllocator() = default;
    template <class U>
    AlignedAllocator(const AlignedAllocator<U> &) {}
    T *allocate(size_t n) { return static_cast<T *>(::operator new(n * sizeof(T), std::align_val_t(64))); }
    void deallocate(T *p, size_t) { ::operator delete(p, std::align_val_t(64)); }
    bool operator==(const AlignedAllocator &) const { return true; }
};

template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

/// Dense float32 numbers with a shape, row-major and contiguous. Here the shape is the whole
/// shape: where samples are stacked, axis 0 counts them. A value type; copying copies numbers.
/// Data larger than memory lie in a mapped file (see Numbers, SampleWriter); nothing else differs.
class Tensor {
public:
    Tensor() = default;
    explicit Tensor(Shape shape, float fill = 0.0f)
        : m_shape(std::move(shape)), m_data(static_cast<size_t>(m_shape.count()), fill) {}
    /// Takes numbers that are there already: as many as the shape counts.
    Tensor(Shape shape, Numbers numbers) : m_shape(std::move(shape)), m_data(std::move(numbers)) {}

    const Shape &shape() const { return m_shape; }
    int64_t count() const { return static_cast<int64_t>(m_data.size()); }
    bool empty() const { return m_data.empty(); }
    float *data() { return m_data.data(); }
    const float *data() const { return m_data.data(); }
    std::span<float> values() { return {m_data.data(), m_data.size()}; }
    std::span<const float> values() const { return {m_data.data(), m_data.size()}; }
    float &operator[](int64_t i) { return m_data.data()[i]; }
    float operator[](int64_t i) const { return m_data.data()[i]; }
    /// True where the numbers page in from disk.
    bool mapped() const { return m_data.mapped(); }

    /// Row `i` along axis 0, as a view: shape()[0] rows of count()/shape()[0] numbers.
    std::span<const float> row(int64_t i) const { return {data() + i * rowCount(), static_cast<size_t>(rowCount())}; }
    std::span<float> row(int64_t i) { return {data() + i * rowCount(), static_cast<size_t>(rowCount())}; }
    /// The same numbers in another shape of as many, without copying them.
    Tensor reshaped(Shape shape) && { return Tensor(std::move(shape), std::move(m_data)); }

    int64_t rowCount() const { return m_shape.rank() == 0 || m_shape[0] == 0 ? 0 : count() / m_shape[0]; }

private:
    Shape m_shape;
    Numbers m_data;
};

} // namespace zhibei
