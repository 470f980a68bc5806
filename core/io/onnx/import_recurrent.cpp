#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include "core/io/onnx/onnx_recurrent.h"

#include <algorithm>

namespace zhibei::onnx_import {

namespace {

using Dims = std::vector<int64_t>;

/// One of our recurrent layers with the operator's weights.
class Layer {
public:
    Layer(OnnxImporter &importer, const RecurrentOperator &op) : m_i(importer), m_op(op) {}

    /// Ports: the sequence {steps, directions·units}, the last state, the last cell.
    NodeId make(const PortRef &x)
    {
        Attributes settings{{"units", m_op.units}, {"both_ways", m_op.directions == 2}};
        if (m_op.kind() == "rnn")
            settings["activation"] = std::string(m_op.activations[0] == "Relu" ? "relu" : "tanh");
        std::vector<PortRef> inputs{x, {}, state(m_op.initialH)};
        if (m_op.kind() == "lstm")
            inputs.push_back(state(m_op.initialC));
        const NodeId id = m_i.node(m_op.kind(), settings, inputs);
        if (m_i.shares(id, m_op.key + " " + m_op.x.sample().text()))
            return id;
        for (int64_t way = 0; way < m_op.directions; ++way)
            weights(id, way, way ? "_back" : "");
        return id;
    }

private:
    PortRef state(const std::optional<OnnxFlow> &given)
    {
        if (!given)
            return {};
        return m_i.reshaped(m_i.at(given->port, given->sample().extents(), -1), {m_op.directions * m_op.units}).port;
    }

    void weights(const NodeId &id, int64_t way, const std::string &suffix)
    {
        const int64_t wide = m_op.gates() * m_op.units;
        m_i.weight(id, "weights" + suffix, {m_op.features, wide}, m_op.turned(m_op.w, way, m_op.features));
        m_i.weight(id, "recurrent" + suffix, {m_op.units, wide}, m_op.turned(m_op.r, way, m_op.units));
        std::vector<float> bias = m_op.bias(way, 0), said = m_op.bias(way, 1);
        const int64_t apart = m_op.kind() == "gru" ? wide : 0; // only a GRU keeps what is added to the state's words apart
        for (int64_t k = 0; k < wide; ++k) {
            // Reset before the product, from a state of zeros: only the bias is left, and no gate is before it.
            const bool moves = k >= apart || (m_op.kind() == "gru" && !m_op.resetAfter && k >= 2 * m_op.units);
            if (moves) {
                bias[size_t(k)] += said[size_t(k)];
                said[size_t(k)] = 0;
            }
        }
        m_i.weight(id, "bias" + suffix, {wide}, bias);
        if (apart)
            m_i.weight(id, "recurrent_bias" + suffix, {wide}, said);
    }

    OnnxImporter &m_i;
    const RecurrentOperator &m_op;
};

/// Gives the operator's outputs: Y [steps, directions, batch, units] and the last states [directions, batch, units].
void give(OnnxImporter &i, const OnnxNode &node, const RecurrentOperator &op, const PortRef &sequence, const std::vector<PortRef> &last)
{
    const int64_t steps = op.steps, ways = op.directions, batch = op.batch;
    if (node.gives(0)) {
        const OnnxFlow y = i.reshaped(i.at(sequence, {steps, ways * op.units}, -1), {steps, ways, op.units});
        const OnnxFlow shaped = i.at(y.port, {steps, ways, batch, op.units}, 2);
        i.set(node.outputs[0], op.batchFirst ? i.transposed(shaped, {2, 0, 1, 3}) : shaped);
    }
    for (size_t k = 0; k < last.size(); ++k)
        if (node.gives(1 + k)) {
            const OnnxFlow y = i.reshaped(i.at(last[k], {ways * op.units}, -1), {ways, op.units});
            const OnnxFlow shaped = i.at(y.port, {ways, batch, op.units}, 1);
            i.set(node.outputs[1 + k], op.batchFirst ? i.transposed(shaped, {1, 0, 2}) : shaped);
        }
}

PortRef reversed(OnnxImporter &i, const PortRef &x, int64_t steps, int64_t width)
{
    Dims places;
    for (int64_t t = steps - 1; t >= 0; --t)
        places.push_back(t);
    return i.selected(i.at(x, {steps, width}, -1), 0, places).port;
}

} // namespace

void recurrent(OnnxImporter &i, const OnnxNode &node)
{
    const RecurrentOperator op(i, node);
    PortRef x = op.x.port;
    if (op.reverse)
        x = reversed(i, x, op.steps, op.features);
    PortRef sequence;
    std::vector<PortRef> last;
    if (op.isLayer()) {
        const NodeId id = Layer(i, op).make(x);
        sequence = {id, 0};
        for (int port = 1; port <= (op.kind() == "lstm" ? 2 : 1); ++port)
            last.push_back({id, port});
    } else {
        last = writtenOut(i, op, x, sequence);
    }
    give(i, node, op, op.reverse && node.gives(0) ? reversed(i, sequence, op.steps, op.units) : sequence, last);
}

} // namespace zhibei::onnx_import
