#pragma once

#include "core/ops/recurrent.h"
#include "core/probes/inside.h"
#include "core/probes/weighted_sum.h"

namespace zhibei {

/// One layer and direction of an LSTM, GRU or simple recurrent node: what its gates were at every step, as the engine had
/// them. Steps count in the order they are read: of a layer that reads backwards, step 0 is the end of the sequence. Looks
/// at an Inside, which must outlive it.
class RecurrentLayer {
public:
    static std::vector<RecurrentLayer> of(const Inside &inside);

    /// What is kept of every unit at every step. LSTM: input, forget, candidate, output, cell, state; GRU: reset, update,
    /// candidate, state; simple: state.
    enum class Strip { Input, Forget, Candidate, Output, Cell, Reset, Update, State };
    std::vector<Strip> strips() const;
    /// Strips of the engine's gates, in its order; each is a weighted sum that went through a sigmoid or tanh.
    bool isGate(Strip strip) const { return gateIndex(strip) >= 0; }
    /// The strip's value after the step; −1 asks for the cell or state before the first.
    float value(Strip strip, int64_t step, int64_t unit) const;
    /// [units][steps], unit by unit.
    std::vector<float> values(Strip strip) const;
    /// What went into a gate: first the numbers that arrive at the step, then the state before it. A GRU's candidate has the
    /// state's part weighed by its reset gate already.
    WeightedSum sum(Strip gate, int64_t step, int64_t unit) const;
    int64_t inputs() const; ///< how many of a sum's terms come from the step's input

    RecurrentShape::Kind cell() const { return m_shape.cell; }
    int64_t steps() const { return m_shape.steps; }
    int64_t units() const { return m_shape.units; }
    bool rectifies() const { return m_shape.relu; }
    int layer() const { return m_layer; }
    bool backwards() const { return m_backwards; }

private:
    RecurrentLayer(const Inside &inside, const OpInstance &op);
    int gateIndex(Strip strip) const;

    const Inside *m_inside;
    const OpInstance *m_op, *m_input; ///< the recurrence, and the product of the sequence with its weights
    RecurrentShape m_shape;
    int m_layer = 0;
    bool m_backwards = false;
};

} // namespace zhibei
