#include "core/probes/routing_layer.h"

#include "core/ops/ops.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

std::optional<RoutingLayer> RoutingLayer::of(const Inside &inside)
{
    const OpInstance *route = inside.find(routeOp);
    if (!route || inside.numbers(route->inputs[0]).empty() || inside.numbers(route->outputs[0]).empty())
        return std::nullopt;
    return RoutingLayer(inside, *route);
}

RoutingLayer::RoutingLayer(const Inside &inside, const OpInstance &route)
    : m_size(route.integers[0]), m_from(route.integers[1]), m_to(route.integers[2])
{
    const std::span<const float> engine = inside.numbers(route.outputs[0]);
    m_engine.assign(engine.begin(), engine.end());
    play(inside.numbers(route.inputs[0]), int(route.integers[3]));
}

/// As core/ops/capsules.cpp routes: logits from 0, softmax over the upper capsules, squashed sums, agreement.
void RoutingLayer::play(std::span<const float> votes, int rounds)
{
    std::vector<float> logits(size_t(m_from * m_to), 0.0f), shares(logits.size());
    for (int round = 0; round < rounds; ++round) {
        for (int64_t i = 0; i < m_from; ++i) {
            const float *row = &logits[size_t(i * m_to)];
            const float top = *std::max_element(row, row + m_to);
            float sum = 0;
            for (int64_t j = 0; j < m_to; ++j)
                sum += shares[size_t(i * m_to + j)] = std::exp(row[j] - top);
            for (int64_t j = 0; j < m_to; ++j)
                shares[size_t(i * m_to + j)] /= sum;
        }
        std::vector<float> heard(size_t(m_to * m_size), 0.0f), lengths;
        for (int64_t i = 0; i < m_from; ++i)
            for (int64_t k = 0; k < m_to * m_size; ++k)
                heard[size_t(k)] += shares[size_t(i * m_to + k / m_size)] * votes[size_t(i * m_to * m_size + k)];
        for (int64_t j = 0; j < m_to; ++j) {
            float square = 0;
            for (int64_t d = 0; d < m_size; ++d)
                square += heard[size_t(j * m_size + d)] * heard[size_t(j * m_size + d)];
            const float squash = square / ((1 + square) * std::sqrt(square + 1e-8f));
            for (int64_t d = 0; d < m_size; ++d)
                heard[size_t(j * m_size + d)] *= squash;
            lengths.push_back(squash * std::sqrt(square));
        }
        for (int64_t k = 0; k < m_from * m_to * m_size; ++k)
            logits[size_t(k / m_size)] += votes[size_t(k)] * heard[size_t(k % (m_to * m_size))];
        m_shares.push_back(shares);
        m_lengths.push_back(std::move(lengths));
    }
}

} // namespace zhibei
