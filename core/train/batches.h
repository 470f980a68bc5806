#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zhibei {

/// Which samples each step trains on: all training samples, in an order drawn anew for each epoch from the seed, cut into
/// batches. The last batch of an epoch may be smaller.
class Batches {
public:
    /// At most `size` of `samples` samples a batch.
    Batches(int64_t samples, int64_t size, uint64_t seed);

    int64_t size() const { return m_size; }
    int64_t perEpoch() const;
    /// The batch of the step that follows `steps` done ones; good until the next call.
    std::span<const int32_t> after(int64_t steps);

private:
    void draw(int64_t epoch);

    std::vector<int32_t> m_order;
    int64_t m_size;
    uint64_t m_seed;
    int64_t m_epoch = -1;
};

} // namespace zhibei
