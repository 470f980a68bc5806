#pragma once

#include "core/probes/inside.h"
#include "core/probes/weighted_sum.h"

#include <optional>

namespace zhibei {

/// Neurons that each weigh all numbers that arrive; over a sequence, the same ones at every step. Looks at an Inside,
/// which must outlive it.
class DenseLayer {
public:
    /// The node's neurons, if weighing is what the node does. A neuron drawn by hand is a layer of one.
    static std::optional<DenseLayer> of(const Inside &inside);

    int64_t units() const { return m_units; }
    int64_t inputs() const { return m_inputs; }
    int64_t steps() const { return m_steps; }
    /// The numbers that a unit weighs as a picture, if they are one: {channels, height, width}; else empty.
    const Shape &picture() const { return m_picture; }
    std::span<const float> arriving(int64_t step = 0) const;
    float weight(int64_t input, int64_t unit) const;
    std::vector<float> weights(int64_t unit) const;
    /// After the function.
    float output(int64_t unit, int64_t step = 0) const;
    WeightedSum sum(int64_t unit, int64_t step = 0) const;
    const OpInstance *function() const { return m_function; }

private:
    DenseLayer(const Inside &inside, const OpInstance &op);
    int64_t column(int64_t unit) const { return m_first + unit; }

    const Inside *m_inside;
    const OpInstance *m_op, *m_function;
    int64_t m_units = 1, m_inputs = 1, m_steps = 1, m_all = 1, m_first = 0; ///< of all columns, the node's begin at m_first
    Shape m_picture;
};

} // namespace zhibei
