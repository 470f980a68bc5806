#include "core/io/onnx/onnx_recurrent.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Where our gates stand in ONNX's order: LSTM input, output, forget, candidate; GRU update, reset, candidate.
std::vector<int64_t> placesOfGates(const std::string &op)
{
    return op == "LSTM" ? std::vector<int64_t>{0, 2, 3, 1} : op == "GRU" ? std::vector<int64_t>{1, 0, 2} : std::vector<int64_t>{0};
}

std::vector<std::string> usualActivations(const std::string &op)
{
    return op == "LSTM" ? std::vector<std::string>{"Sigmoid", "Tanh", "Tanh"} : op == "GRU" ? std::vector<std::string>{"Sigmoid", "Tanh"} : std::vector<std::string>{"Tanh"};
}

/// A state that is given; zeros are none.
std::optional<OnnxFlow> stateOf(OnnxImporter &i, const OnnxNode &node, size_t input)
{
    if (!node.has(input))
        return {};
    const OnnxFlow given = i.flow(node.inputs[input]);
    if (!given.constant)
        return given;
    const OnnxTensor &numbers = *given.constant;
    for (int64_t k = 0; k < numbers.count(); ++k)
        if (numbers.real(k) != 0)
            i.cannot("initial_h");
    return {};
}

} // namespace

RecurrentOperator::RecurrentOperator(OnnxImporter &i, const OnnxNode &node)
    : op(node.op), key(node.inputs.at(1) + " " + node.inputs.at(2)), x(i.value(node.inputs.at(0))), w(i.constant(node.inputs[1])), r(i.constant(node.inputs[2]))
{
    batchFirst = node.attribute("layout", int64_t(0)) != 0;
    reverse = node.attribute("direction", std::string("forward")) == "reverse";
    directions = node.attribute("direction", std::string("forward")) == "bidirectional" ? 2 : 1;
    resetAfter = node.attribute("linear_before_reset", int64_t(0)) != 0;
    if (x.dims.size() != 3 || x.batchAxis != (batchFirst ? 0 : 1))
        i.cannot("X");
    steps = x.dims[batchFirst ? 1 : 0];
    batch = x.dims[batchFirst ? 0 : 1];
    features = x.dims[2];
    if (r.dims.size() != 3 || r.dims[0] != directions || r.dims[1] != gates() * r.dims[2] || w.dims != std::vector{directions, r.dims[1], features})
        i.cannot("W");
    units = r.dims[2];
    if (node.has(3)) {
        b = i.constant(node.inputs[3]);
        key += " " + node.inputs[3];
        if (b.dims != std::vector{directions, 2 * gates() * units})
            i.cannot("B");
    }
    if (node.has(4)) {
        const OnnxTensor lengths = i.constant(node.inputs[4]);
        for (int64_t k = 0; k < lengths.count(); ++k)
            if (lengths.integer(k) != steps)
                i.cannot("sequence_lens");
    }
    initialH = stateOf(i, node, 5);
    if (op == "LSTM") {
        initialC = stateOf(i, node, 6);
        if (node.has(7))
            peepholes = i.constant(node.inputs[7]);
        if (initialH.has_value() != initialC.has_value())
            i.cannot("initial_c");
    }
    activations = node.attribute("activations", usualActivations(op));
    if (node.attributes.contains("clip") || node.attribute("input_forget", int64_t(0)) || activations.size() < usualActivations(op).size())
        i.cannot("clip");
}

std::string RecurrentOperator::kind() const
{
    return op == "LSTM" ? "lstm" : op == "GRU" ? "gru" : "rnn";
}

bool RecurrentOperator::isLayer() const
{
    std::vector<std::string> usual = usualActivations(op), all = activations;
    if (op == "RNN")
        usual[0] = activations[0] == "Relu" ? "Relu" : "Tanh";
    all.resize(usual.size());
    const bool zeroState = steps == 1 && !initialH;
    return all == usual && peepholes.dims.empty() && (op != "GRU" || resetAfter || zeroState) && (directions == 1 || activations.size() == usual.size() || activations.size() == 2 * usual.size());
}

std::vector<float> RecurrentOperator::turned(const OnnxTensor &matrix, int64_t direction, int64_t width) const
{
    const int64_t wide = gates() * units;
    std::vector<float> out;
    for (int64_t column = 0; column < width; ++column)
        for (int64_t gate : placesOfGates(op))
            for (int64_t unit = 0; unit < units; ++unit)
                out.push_back(matrix.real((direction * wide + gate * units + unit) * width + column));
    return out;
}

std::vector<float> RecurrentOperator::bias(int64_t direction, int64_t half) const
{
    const int64_t wide = gates() * units;
    std::vector<float> out;
    for (int64_t gate : placesOfGates(op))
        for (int64_t unit = 0; unit < units; ++unit)
            out.push_back(b.dims.empty() ? 0.0f : b.real((direction * 2 + half) * wide + gate * units + unit));
    return out;
}

namespace {

/// Writes a cell's steps as operators on names of its own.
class WrittenOut {
public:
    WrittenOut(OnnxImporter &importer, const RecurrentOperator &op) : m_i(importer), m_op(op)
    {
        const int64_t wide = op.gates() * op.units;
        m_w = known({op.features, wide}, op.turned(op.w, 0, op.features));
        m_r = known({op.units, wide}, op.turned(op.r, 0, op.units));
        m_bias = known({wide}, op.bias(0, 0));
        m_said = known({wide}, op.bias(0, 1));
        m_h = start(op.initialH);
        m_c = op.op == "LSTM" ? start(op.initialC) : "";
    }

    std::vector<PortRef> run(const PortRef &x, PortRef &sequence)
    {
        std::vector<OnnxFlow> states;
        for (int64_t t = 0; t < m_op.steps; ++t) {
            const OnnxFlow row = m_i.sliced(m_i.at(x, {m_op.steps, m_op.features}, -1), 0, t, 1);
            m_x = named(m_i.at(m_i.reshaped(row, {m_op.features}).port, {m_op.batch, m_op.features}, 0));
            m_op.op == "LSTM" ? lstm() : m_op.op == "GRU" ? gru() : rnn();
            states.push_back(m_i.reshaped(m_i.at(m_i.flow(m_h).port, {m_op.units}, -1), {1, m_op.units}));
        }
        sequence = m_i.joined(states, 0).port;
        std::vector<PortRef> last{m_i.flow(m_h).port};
        if (!m_c.empty())
            last.push_back(m_i.flow(m_c).port);
        return last;
    }

private:
    std::string named(OnnxFlow flow)
    {
        const std::string name = m_i.fresh();
        m_i.set(name, std::move(flow));
        return name;
    }
    std::string known(std::vector<int64_t> dims, std::vector<float> numbers)
    {
        const std::string name = m_i.fresh();
        m_i.setConstant(name, OnnxTensor::of(std::move(dims), std::move(numbers)));
        return name;
    }
    /// A state {batch, units}: what is given, or zeros made of nothing.
    std::string start(const std::optional<OnnxFlow> &given)
    {
        const std::vector<int64_t> dims{m_op.batch, m_op.units};
        if (given)
            return named(m_i.at(m_i.reshaped(m_i.at(given->port, given->sample().extents(), -1), {m_op.units}).port, dims, 0));
        return named(m_i.materialised(OnnxTensor::number(0), dims, 0));
    }
    std::string step(const std::string &op, std::vector<std::string> inputs, OnnxAttributes attributes = {})
    {
        const std::string name = m_i.fresh();
        m_i.import({op, std::move(inputs), {name}, std::move(attributes)});
        return name;
    }
    std::string plus(const std::string &a, const std::string &b) { return step("Add", {a, b}); }
    std::string times(const std::string &a, const std::string &b) { return step("Mul", {a, b}); }
    std::string product(const std::string &x, const std::string &w, const std::string &bias) { return plus(step("MatMul", {x, w}), bias); }
    std::string part(const std::string &of, int64_t gate)
    {
        return named(m_i.sliced(m_i.flow(of), 1, gate * m_op.units, m_op.units));
    }
    /// Peephole weights by their place in ONNX: input, output, forget.
    std::string peep(const std::string &gate, int64_t place, const std::string &cell)
    {
        if (m_op.peepholes.dims.empty())
            return gate;
        const auto begin = m_op.peepholes.floats.begin() + place * m_op.units;
        return plus(gate, times(cell, known({m_op.units}, {begin, begin + m_op.units})));
    }

    void rnn() { m_h = step(m_op.activations[0], {plus(product(m_x, m_w, m_bias), product(m_h, m_r, m_said))}); }

    void lstm()
    {
        const std::string all = plus(product(m_x, m_w, m_bias), product(m_h, m_r, m_said));
        const std::string f = m_op.activations[0], g = m_op.activations[1], h = m_op.activations[2];
        const std::string in = step(f, {peep(part(all, 0), 0, m_c)}), forget = step(f, {peep(part(all, 1), 2, m_c)});
        m_c = plus(times(forget, m_c), times(in, step(g, {part(all, 2)})));
        m_h = times(step(f, {peep(part(all, 3), 1, m_c)}), step(h, {m_c}));
    }

    /// Without linear_before_reset the state is reset before its product: the candidate's part of it comes after.
    void gru()
    {
        const std::string x = product(m_x, m_w, m_bias), said = product(m_h, m_r, m_said);
        const std::string reset = step(m_op.activations[0], {plus(part(x, 0), part(said, 0))});
        const std::string update = step(m_op.activations[0], {plus(part(x, 1), part(said, 1))});
        const std::string asked = m_op.resetAfter ? times(reset, part(said, 2)) : part(product(times(reset, m_h), m_r, m_said), 2);
        const std::string fresh = step(m_op.activations[1], {plus(part(x, 2), asked)});
        m_h = plus(fresh, times(update, step("Sub", {m_h, fresh})));
    }

    OnnxImporter &m_i;
    const RecurrentOperator &m_op;
    std::string m_w, m_r, m_bias, m_said, m_h, m_c, m_x;
};

} // namespace

std::vector<PortRef> writtenOut(OnnxImporter &i, const RecurrentOperator &op, const PortRef &x, PortRef &sequence)
{
    if (op.directions == 2 || (!op.peepholes.dims.empty() && (op.peepholes.whole() || op.peepholes.count() != 3 * op.units)))
        i.cannot("direction");
    return WrittenOut(i, op).run(x, sequence);
}

} // namespace zhibei
