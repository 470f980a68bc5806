#pragma once

#include "core/ops/philox.h"

#include <string_view>

namespace zhibei {

/// Random numbers for making data: a stream named by seed and purpose. Counter-based and free of libm and of `std::`
/// distributions, so the same stream gives the same bits on every machine.
///
///     Draw draw(spec.seed, "spiral");
///     double x = draw.uniform(-1, 1);
class Draw {
public:
    Draw(uint64_t seed, std::string_view purpose) : m_seed(seed), m_key(keyOf(purpose)) {}

    uint32_t bits()
    {
        if (m_used == 4) {
            m_block = Philox::at(m_seed, m_key, m_counter++);
            m_used = 0;
        }
        return m_block[m_used++];
    }
    /// In [0, 1).
    double uniform() { return double(zhibei::uniform(bits())); }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    /// In [0, n).
    uint32_t below(uint32_t n) { return zhibei::below(bits(), n); }
    /// Mean 0, variance 1: the sum of twelve uniform numbers less six, close to a normal distribution, never beyond ±6.
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    }

private:
    uint64_t m_seed, m_key, m_counter = 0;
    std::array<uint32_t, 4> m_block{};
    size_t m_used = 4;
};

} // namespace zhibei
