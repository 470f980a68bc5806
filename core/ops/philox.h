#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace zhibei {

/// Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
/// No state: the four numbers at (seed, key, counter) are the same whenever, wherever and on whichever thread asked.
struct Philox {
    static constexpr std::array<uint32_t, 4> at(uint64_t seed, uint64_t key, uint64_t counter)
    {
        std::array<uint32_t, 4> x{uint32_t(counter), uint32_t(counter >> 32), uint32_t(key), uint32_t(key >> 32)};
        uint32_t k0 = uint32_t(seed), k1 = uint32_t(seed >> 32);
        for (int round = 0; round < 10; ++round) {
            const uint64_t a = uint64_t(0xD2511F53u) * x[0];
            const uint64_t b = uint64_t(0xCD9E8D57u) * x[2];
            x = {uint32_t(b >> 32) ^ x[1] ^ k0, uint32_t(b), uint32_t(a >> 32) ^ x[3] ^ k1, uint32_t(a)};
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        return x;
    }
};

/// The numbers of sixteen counters `first`, `first` + `step` …, drawn side by side in the machine's vectors:
/// numbers[i][c] = Philox::at(seed, key, first + c·step)[i].
struct PhiloxRow {
    static constexpr int width = 16;
    uint32_t numbers[4][width];

    PhiloxRow(uint64_t seed, uint64_t key, uint64_t first, uint64_t step = 1)
    {
        for (int c = 0; c < width; ++c) {
            const uint64_t counter = first + uint64_t(c) * step;
            numbers[0][c] = uint32_t(counter);
            numbers[1][c] = uint32_t(counter >> 32);
            numbers[2][c] = uint32_t(key);
            numbers[3][c] = uint32_t(key >> 32);
        }
        uint32_t k0 = uint32_t(seed), k1 = uint32_t(seed >> 32);
        for (int round = 0; round < 10; ++round, k0 += 0x9E3779B9u, k1 += 0xBB67AE85u)
#pragma GCC ivdep
            for (int c = 0; c < width; ++c) {
                const uint64_t a = uint64_t(0xD2511F53u) * numbers[0][c], b = uint64_t(0xCD9E8D57u) * numbers[2][c];
                const uint32_t x1 = numbers[1][c], x3 = numbers[3][c];
                numbers[0][c] = uint32_t(b >> 32) ^ x1 ^ k0;
                numbers[1][c] = uint32_t(b);
                numbers[2][c] = uint32_t(a >> 32) ^ x3 ^ k1;
                numbers[3][c] = uint32_t(a);
            }
    }
};

/// Uniform in [0, 1) with 24 bits.
constexpr float uniform(uint32_t bits) { return float(bits >> 8) * 0x1p-24f; }

/// Uniform in [0, n), for n far below 2^32 (multiply-shift).
constexpr uint32_t below(uint32_t bits, uint32_t n) { return uint32_t((uint64_t(bits) * n) >> 32); }

/// FNV-1a of a name: the key of a node's random numbers.
constexpr uint64_t keyOf(std::string_view name)
{
    uint64_t hash = 0xCBF29CE484222325ull;
    for (char c : name)
        hash = (hash ^ uint64_t(static_cast<unsigned char>(c))) * 0x100000001B3ull;
    return hash;
}

} // namespace zhibei
