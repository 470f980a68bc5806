#pragma once

#include "core/probes/inside.h"

#include <optional>

namespace zhibei {

/// Capsules that listen to the votes of those below, round by round. The engine keeps the votes and the last round's shares;
/// the rounds before are worked out anew from the votes. Copies what it needs.
class RoutingLayer {
public:
    static std::optional<RoutingLayer> of(const Inside &inside);

    int64_t from() const { return m_from; }
    int64_t to() const { return m_to; }
    int64_t size() const { return m_size; }
    int rounds() const { return int(m_shares.size()); }
    /// How much of each lower capsule's vote each upper one takes, [from][to]; every row sums to 1.
    const std::vector<float> &shares(int round) const { return m_shares[size_t(round)]; }
    /// The shares the engine used: those of the last round.
    std::span<const float> engineShares() const { return m_engine; }
    /// How long the upper capsules are after the round: how sure they are.
    const std::vector<float> &lengths(int round) const { return m_lengths[size_t(round)]; }

private:
    explicit RoutingLayer(const Inside &inside, const OpInstance &route);
    void play(std::span<const float> votes, int rounds);

    int64_t m_size, m_from, m_to;
    std::vector<std::vector<float>> m_shares, m_lengths;
    std::vector<float> m_engine;
};

} // namespace zhibei
