#pragma once

#include "core/data/data_source.h"

#include <vector>

namespace zhibei {

/// Collects numbers one after the other and makes a tensor of them. A few stay in memory; more than `limit` bytes go to
/// a file without a name, from which the tensor pages in: data may be larger than memory. What is used grows with what
/// is appended, whatever a header claims.
///
///     SampleWriter features;
///     while (read(picture))
///         features.append(picture);
///     data.features = features.finish({count, 3, 32, 32});
class SampleWriter {
public:
    explicit SampleWriter(int64_t limit = inMemory());
    ~SampleWriter();
    SampleWriter(const SampleWriter &) = delete;
    SampleWriter &operator=(const SampleWriter &) = delete;

    /// Throws DataError when the disk is full.
    void append(std::span<const float> numbers);
    int64_t count() const { return m_written + static_cast<int64_t>(m_numbers.size()); }
    /// All that was appended, in the shape it has. The writer is empty then.
    Tensor finish(Shape shape);

    /// Bytes of one tensor that stay in memory: 512 MiB, or what the environment variable
    /// ZHIBEI_SAMPLES_IN_MEMORY says, in bytes.
    static int64_t inMemory();

private:
    void flush();

    int64_t m_limit, m_written = 0;
    int m_file = -1;
    std::vector<float> m_numbers; ///< not yet in the file
};

} // namespace zhibei
