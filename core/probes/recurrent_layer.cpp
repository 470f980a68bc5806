#include "core/probes/recurrent_layer.h"

#include "core/ops/conv.h"

namespace zhibei {

std::vector<RecurrentLayer> RecurrentLayer::of(const Inside &inside)
{
    std::vector<RecurrentLayer> layers;
    int layer = -1;
    for (int n = 0; const OpInstance *op = inside.find(recurrentOp, n); ++n) {
        RecurrentLayer made(inside, *op);
        if (!made.m_input || inside.numbers(op->outputs[1]).empty())
            return {};
        layer += !made.m_backwards;
        made.m_layer = layer;
        layers.push_back(made);
    }
    return layers;
}

RecurrentLayer::RecurrentLayer(const Inside &inside, const OpInstance &op)
    : m_inside(&inside), m_op(&op), m_input(nullptr), m_shape(RecurrentShape::unpack(op.integers))
{
    for (int n = 0; const OpInstance *conv = inside.find(convOp, n); ++n)
        if (conv->outputs[0] == op.inputs[0])
            m_input = conv;
    for (int n = 0; const OpInstance *turned = inside.find(axisReverseOp, n); ++n)
        m_backwards = m_backwards || (m_input && turned->outputs[0] == m_input->inputs[0]);
}

std::vector<RecurrentLayer::Strip> RecurrentLayer::strips() const
{
    switch (m_shape.cell) {
    case RecurrentShape::Lstm: return {Strip::Forget, Strip::Input, Strip::Candidate, Strip::Cell, Strip::Output, Strip::State};
    case RecurrentShape::Gru: return {Strip::Reset, Strip::Update, Strip::Candidate, Strip::State};
    default: return {Strip::State};
    }
}

int RecurrentLayer::gateIndex(Strip strip) const
{
    const bool lstm = m_shape.cell == RecurrentShape::Lstm, gru = m_shape.cell == RecurrentShape::Gru;
    switch (strip) {
    case Strip::Input: return lstm ? 0 : -1;
    case Strip::Forget: return lstm ? 1 : -1;
    case Strip::Candidate: return lstm || gru ? 2 : -1;
    case Strip::Output: return lstm ? 3 : -1;
    case Strip::Reset: return gru ? 0 : -1;
    case Strip::Update: return gru ? 1 : -1;
    case Strip::State: return lstm || gru ? -1 : 0;
    case Strip::Cell: return -1;
    }
    return -1;
}

float RecurrentLayer::value(Strip strip, int64_t step, int64_t unit) const
{
    const int64_t H = m_shape.units;
    const auto at = [&](int output, int64_t index) {
        const std::span<const float> numbers = m_inside->numbers(m_op->outputs[size_t(output)]);
        return size_t(index) < numbers.size() ? numbers[size_t(index)] : 0.0f;
    };
    if (strip == Strip::State) // states begin with the one before the first step
        return at(0, (step + 1) * H + unit);
    if (strip == Strip::Cell)
        return at(2, (step + 1) * H + unit);
    return at(1, (step * m_shape.gates() + gateIndex(strip)) * H + unit);
}

std::vector<float> RecurrentLayer::values(Strip strip) const
{
    std::vector<float> all;
    for (int64_t unit = 0; unit < units(); ++unit)
        for (int64_t step = 0; step < steps(); ++step)
            all.push_back(value(strip, step, unit));
    return all;
}

int64_t RecurrentLayer::inputs() const { return ConvGeometry::unpack(m_input->integers).channels; }

WeightedSum RecurrentLayer::sum(Strip gate, int64_t step, int64_t unit) const
{
    const int64_t H = m_shape.units, wide = m_shape.gates() * H, column = gateIndex(gate) * H + unit, length = inputs();
    const bool weighed = m_shape.cell == RecurrentShape::Gru && gate == Strip::Candidate;
    const float through = weighed ? value(Strip::Reset, step, unit) : 1.0f;
    const std::span<const float> x = m_inside->numbers(m_input->inputs[0]), wx = m_inside->numbers(m_input->inputs[1]), wh = m_inside->numbers(m_op->inputs[1]);
    WeightedSum sum;
    for (int64_t i = 0; i < length; ++i)
        sum.terms.push_back({i, x[size_t(step * length + i)], wx[size_t(i * wide + column)]});
    for (int64_t k = 0; k < H; ++k)
        sum.terms.push_back({length + k, value(Strip::State, step - 1, k), through * wh[size_t(k * wide + column)]});
    if (m_input->inputs.size() > 2) {
        sum.biased = true;
        sum.bias = m_inside->numbers(m_input->inputs[2])[size_t(column)];
    }
    if (m_shape.bias)
        sum.bias += through * m_inside->numbers(m_op->inputs[2])[size_t(column)];
    // The engine keeps what became of the sum, not the sum.
    sum.engine = float(sum.sum());
    sum.output = m_shape.cell == RecurrentShape::Rnn ? m_inside->numbers(m_op->outputs[1])[size_t(step * H + unit)] : value(gate, step, unit);
    return sum;
}

} // namespace zhibei
