#include "core/ops/recurrent.h"

#include "core/ops/onnx_rules.h"

#include <algorithm>
#include <stdexcept>

namespace zhibei {

namespace {

/// What a recurrentOp's inputs mean.
struct Parts {
    explicit Parts(const OpInstance &op) : shape(RecurrentShape::unpack(op.integers))
    {
        size_t next = 2;
        if (shape.bias)
            bias = op.inputs[next++];
        h = shape.initial ? next++ : 0;
        c = shape.initial && shape.cell == RecurrentShape::Lstm ? next++ : 0;
        mask = shape.masked ? next : 0;
    }

    RecurrentShape shape;
    ValueId bias = noValue;      ///< what is added to what the state says
    size_t h = 0, c = 0, mask = 0; ///< places among the inputs; 0: there is none
};

/// Our gates in ONNX's order: LSTM input, output, forget, candidate; GRU update, reset, candidate.
std::vector<int64_t> gateOrder(RecurrentShape::Kind cell)
{
    return cell == RecurrentShape::Lstm ? std::vector<int64_t>{0, 3, 1, 2} : cell == RecurrentShape::Gru ? std::vector<int64_t>{1, 0, 2} : std::vector<int64_t>{0};
}

/// [rows][gates·H] as [gates·H][rows], gates in ONNX's order
std::vector<float> turned(std::span<const float> w, const RecurrentShape &s)
{
    const auto wide = size_t(s.gates() * s.units), units = size_t(s.units);
    std::vector<float> out;
    for (int64_t gate : gateOrder(s.cell))
        for (size_t unit = 0; unit < units; ++unit)
            for (size_t row = 0; row < w.size() / wide; ++row)
                out.push_back(w[row * wide + size_t(gate) * units + unit]);
    return out;
}

/// Names the rows that others take out of the states: all after the first, and the last.
void giveStates(OnnxExport &e, const OpInstance &op, size_t output, const std::string &all, const std::string &last)
{
    for (const OpInstance &user : e.program().ops)
        if (user.op == &axisSliceOp && user.inputs[0] == op.outputs[output])
            e.set(user, user.integers[4] > 1 || e.result(user).rank() == 2 ? all : last);
}

/// Backwards, ONNX turns the sequence itself and gives the states in the order of the input.
struct Backwards {
    const OpInstance *before = nullptr; ///< what turned the input

    void give(OnnxExport &e, const OpInstance &op, const std::string &all, const std::string &last) const
    {
        const int64_t steps = RecurrentShape::unpack(op.integers).steps;
        giveStates(e, op, 0, e.add("Slice", {all, e.row({-1}), e.row({-steps - 1}), e.row({1}), e.row({-1})}), last);
        for (const OpInstance &user : e.program().ops)
            if (const OpInstance *rows = user.op == &axisReverseOp ? e.maker(user.inputs[0], axisSliceOp) : nullptr)
                if (rows->inputs[0] == op.outputs[0])
                    e.set(user, all);
    }
};

std::string stateBefore(OnnxExport &e, const OpInstance &op, size_t input)
{
    return input ? e.add("Unsqueeze", {e.in(op, input), e.row({0})}) : "";
}

void oneOperator(OnnxExport &e, const OpInstance &op, const OpInstance &from, const Parts &parts)
{
    const RecurrentShape &s = parts.shape;
    const int64_t wide = s.gates() * s.units;
    const Backwards back{e.maker(from.inputs[0], axisReverseOp)};
    const std::span<const float> w = e.parameter(from.inputs[1]), r = e.parameter(op.inputs[1]);
    std::vector<float> bias(size_t(2 * wide), 0);
    if (from.inputs.size() > 2)
        std::ranges::copy(turned(e.parameter(from.inputs[2]), s), bias.begin());
    if (parts.bias != noValue)
        std::ranges::copy(turned(e.parameter(parts.bias), s), bias.begin() + wide);
    const std::string x = e.transposed(e.in(back.before ? *back.before : from), {1, 0, 2});
    std::vector<std::string> inputs{x, e.constant(OnnxTensor::of({1, wide, int64_t(w.size()) / wide}, turned(w, s)), e.nameOf(from.inputs[1])),
                                    e.constant(OnnxTensor::of({1, wide, s.units}, turned(r, s)), e.nameOf(op.inputs[1])),
                                    e.constant(OnnxTensor::of({1, 2 * wide}, bias)), "", stateBefore(e, op, parts.h)};
    OnnxAttributes settings{{"hidden_size", s.units}, {"direction", back.before ? "reverse" : "forward"}};
    if (s.cell == RecurrentShape::Lstm)
        inputs.push_back(stateBefore(e, op, parts.c));
    if (s.cell == RecurrentShape::Gru)
        settings["linear_before_reset"] = int64_t(1);
    if (s.relu)
        settings["activations"] = std::vector<std::string>{"Relu"};
    const char *name = s.cell == RecurrentShape::Lstm ? "LSTM" : s.cell == RecurrentShape::Gru ? "GRU" : "RNN";
    const std::vector<std::string> y = e.addMany(name, inputs, s.cell == RecurrentShape::Lstm ? 3 : 2, settings);
    const std::string all = e.transposed(e.add("Squeeze", {y[0], e.row({1})}), {1, 0, 2});
    const auto last = [&](size_t i) { return e.add("Squeeze", {y[i], e.row({0})}); };
    if (back.before)
        back.give(e, op, all, last(1));
    else
        giveStates(e, op, 0, all, last(1));
    if (s.cell == RecurrentShape::Lstm)
        giveStates(e, op, 2, "", last(2));
}

/// One step written out; y' = fresh where the mask is 1, else as it was.
class WrittenOut {
public:
    WrittenOut(OnnxExport &e, const OpInstance &op, const Parts &parts) : m_e(e), m_op(op), m_parts(parts), m_s(parts.shape)
    {
        const int64_t wide = m_s.gates() * m_s.units;
        const std::span<const float> r = e.parameter(op.inputs[1]);
        m_recurrent = e.constant(OnnxTensor::of({m_s.units, wide}, {r.begin(), r.end()}), e.nameOf(op.inputs[1]));
        const auto start = [&](size_t input) {
            return input ? e.in(op, input) : e.batched(OnnxTensor::of({m_s.units}, std::vector<float>(size_t(m_s.units), 0)));
        };
        m_h = start(parts.h);
        m_c = m_s.cell == RecurrentShape::Lstm ? start(parts.c) : "";
    }

    void write()
    {
        std::vector<std::string> states;
        for (int64_t t = 0; t < m_s.steps; ++t) {
            step(t);
            states.push_back(m_e.reshaped(m_h, {1, m_s.units}));
        }
        giveStates(m_e, m_op, 0, m_e.add("Concat", states, {{"axis", int64_t(1)}}), m_h);
        if (m_s.cell == RecurrentShape::Lstm)
            giveStates(m_e, m_op, 2, "", m_c);
    }

private:
    void step(int64_t t)
    {
        const int64_t wide = m_s.gates() * m_s.units;
        m_x = m_e.reshaped(m_e.sliced(m_e.in(m_op), 1, t, t + 1), {wide});
        m_said = m_e.add("MatMul", {m_h, m_recurrent});
        if (m_parts.bias != noValue) {
            const std::span<const float> bias = m_e.parameter(m_parts.bias);
            m_said = m_e.add("Add", {m_said, m_e.constant(OnnxTensor::of({wide}, {bias.begin(), bias.end()}), m_e.nameOf(m_parts.bias))});
        }
        m_mask = m_e.reshaped(m_e.sliced(m_e.in(m_op, m_parts.mask), 1, t, t + 1), {1});
        const std::string fresh = m_s.cell == RecurrentShape::Lstm ? lstm() : m_s.cell == RecurrentShape::Gru ? gru() : bent(both(0));
        m_h = held(fresh, m_h);
    }

    std::string part(const std::string &of, int64_t gate) { return m_e.sliced(of, 1, gate * m_s.units, (gate + 1) * m_s.units); }
    std::string both(int64_t gate) { return m_e.add("Add", {part(m_x, gate), part(m_said, gate)}); }
    std::string sigmoid(const std::string &x) { return m_e.add("Sigmoid", {x}); }
    std::string bent(const std::string &x) { return m_e.add(m_s.relu ? "Relu" : "Tanh", {x}); }
    std::string times(const std::string &a, const std::string &b) { return m_e.add("Mul", {a, b}); }
    std::string held(const std::string &fresh, const std::string &old)
    {
        return m_e.add("Add", {old, times(m_mask, m_e.add("Sub", {fresh, old}))});
    }

    std::string lstm()
    {
        const std::string kept = times(sigmoid(both(1)), m_c), taken = times(sigmoid(both(0)), bent(both(2)));
        const std::string cell = m_e.add("Add", {kept, taken});
        m_c = held(cell, m_c);
        return times(sigmoid(both(3)), bent(cell));
    }

    std::string gru()
    {
        const std::string update = sigmoid(both(1)), asked = times(sigmoid(both(0)), part(m_said, 2));
        const std::string candidate = bent(m_e.add("Add", {part(m_x, 2), asked}));
        return m_e.add("Add", {candidate, times(update, m_e.add("Sub", {m_h, candidate}))});
    }

    OnnxExport &m_e;
    const OpInstance &m_op;
    const Parts &m_parts;
    const RecurrentShape &m_s;
    std::string m_recurrent, m_h, m_c, m_x, m_said, m_mask;
};

} // namespace

/// One operator with the layer that feeds it; ONNX knows no mask, so with one the steps are written out.
void recurrentOnnx(OnnxExport &e, const OpInstance &op)
{
    const Parts parts(op);
    const OpInstance *from = e.maker(op.inputs[0], convOp);
    if (!from || parts.shape.masked)
        WrittenOut(e, op, parts).write();
    else
        oneOperator(e, op, *from, parts);
}

} // namespace zhibei
