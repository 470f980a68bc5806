#include "core/train/batches.h"

#include "core/ops/philox.h"

#include <algorithm>
#include <numeric>

namespace zhibei {

Batches::Batches(int64_t samples, int64_t size, uint64_t seed)
    : m_order(size_t(samples)), m_size(std::clamp<int64_t>(size, 1, std::max<int64_t>(1, samples))), m_seed(seed) {}

int64_t Batches::perEpoch() const { return std::max<int64_t>(1, (int64_t(m_order.size()) + m_size - 1) / m_size); }

std::span<const int32_t> Batches::after(int64_t steps)
{
    if (const int64_t epoch = steps / perEpoch(); epoch != m_epoch)
        draw(epoch);
    const int64_t begin = steps % perEpoch() * m_size;
    return std::span<const int32_t>(m_order).subspan(size_t(begin), size_t(std::min(m_size, int64_t(m_order.size()) - begin)));
}

void Batches::draw(int64_t epoch) // Fisher and Yates
{
    std::iota(m_order.begin(), m_order.end(), 0);
    const uint64_t key = keyOf("shuffle") ^ uint64_t(epoch);
    const size_t count = m_order.size(), swaps = count > 0 ? count - 1 : 0;
    constexpr size_t block = 4 * PhiloxRow::width;
    for (size_t first = 0; first < swaps; first += block) {
        const PhiloxRow bits(m_seed, key, first / 4);
        for (size_t k = 0, n = std::min(block, swaps - first); k < n; ++k) {
            const size_t left = count - first - k;
            std::swap(m_order[left - 1], m_order[below(bits.numbers[k % 4][k / 4], uint32_t(left))]);
        }
    }
    m_epoch = epoch;
}

} // namespace zhibei
