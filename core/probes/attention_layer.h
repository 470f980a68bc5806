#pragma once

#include "core/probes/inside.h"
#include "core/probes/weighted_sum.h"

#include <optional>

namespace zhibei {

/// softmax(QKᵀ/√d)·V of one or several heads, taken apart. Looks at an Inside, which must outlive it.
class AttentionLayer {
public:
    static std::optional<AttentionLayer> of(const Inside &inside);

    int64_t heads() const { return m_heads; }
    int64_t queries() const { return m_queries; }
    int64_t keys() const { return m_keys; }
    int64_t length() const { return m_length; } ///< numbers in a query and in a key
    /// The matrix of one head: queries × keys, each row sums to 1.
    std::vector<float> weights(int64_t head) const;
    float weight(int64_t head, int64_t query, int64_t key) const;
    /// Before the softmax; −1e9 where the mask forbids to look.
    float score(int64_t head, int64_t query, int64_t key) const;
    bool forbidden(int64_t head, int64_t query, int64_t key) const { return score(head, query, key) < -1e8f; }
    /// Σ q·k, each k taken over √d already; without what the mask does.
    WeightedSum sum(int64_t head, int64_t query, int64_t key) const;

private:
    AttentionLayer(const Inside &inside, const OpInstance &product, const OpInstance &softmax);
    float at(ValueId value, int64_t index) const;

    const Inside *m_inside;
    const OpInstance *m_product, *m_softmax;
    int64_t m_heads, m_queries, m_keys, m_length;
};

} // namespace zhibei
