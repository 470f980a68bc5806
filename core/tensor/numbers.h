#pragma once

#include <cstddef>
#include <span>
#include <utility>

namespace zhibei {

/// Storage of float32 numbers that starts on a 64-byte boundary: in memory, or a file without a name that is mapped
/// into memory, so that numbers which do not fit page in from disk. A value type; a copy of mapped numbers is mapped
/// too. Running out of memory or disk throws std::bad_alloc.
class Numbers {
public:
    Numbers() = default;
    Numbers(size_t count, float fill);
    Numbers(const Numbers &other);
    Numbers(Numbers &&other) noexcept { swap(other); }
    Numbers &operator=(const Numbers &other);
    Numbers &operator=(Numbers &&other) noexcept
    {
        Numbers(std::move(other)).swap(*this);
        return *this;
    }
    ~Numbers();

    /// Maps the first `count` numbers of an open file; the file may be closed then.
    static Numbers map(int file, size_t count);

    float *data() { return m_begin; }
    const float *data() const { return m_begin; }
    size_t size() const { return m_count; }
    bool empty() const { return m_count == 0; }
    bool mapped() const { return m_mapped; }

private:
    void swap(Numbers &other) noexcept
    {
        std::swap(m_begin, other.m_begin);
        std::swap(m_count, other.m_count);
        std::swap(m_mapped, other.m_mapped);
    }

    float *m_begin = nullptr;
    size_t m_count = 0;
    bool m_mapped = false;
};

/// Opens a new file for reading and writing that has no name and vanishes with its last user: in $TMPDIR, else in
/// /var/tmp (which is on disk where /tmp is memory), else in /tmp. −1 if there is none to be had.
int openUnnamedFile();

/// Writes all numbers at the file's position; false if the disk is full or fails.
bool writeNumbers(int file, std::span<const float> numbers);

} // namespace zhibei
