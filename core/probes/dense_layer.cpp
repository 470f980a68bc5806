#include "core/probes/dense_layer.h"

#include "core/ops/conv.h"

namespace zhibei {

std::optional<DenseLayer> DenseLayer::of(const Inside &inside)
{
    if (const OpInstance *dense = inside.find(denseOp))
        return DenseLayer(inside, *dense);
    const OpInstance *conv = inside.find(convOp);
    if (!conv || inside.find(convOp, 1) || inside.find(recurrentOp) || inside.find(routeOp))
        return std::nullopt;
    const ConvGeometry g = ConvGeometry::unpack(conv->integers);
    if (!g.sequence || g.kernelCount() != 1 || g.groups != 1 || g.strideX != 1 || g.padded())
        return std::nullopt;
    return DenseLayer(inside, *conv);
}

DenseLayer::DenseLayer(const Inside &inside, const OpInstance &op)
    : m_inside(&inside), m_op(&op), m_function(inside.functionAfter(op.outputs[0]))
{
    if (op.op == &convOp) {
        const ConvGeometry g = ConvGeometry::unpack(op.integers);
        m_units = m_all = g.outputs;
        m_inputs = g.channels;
        m_steps = g.width;
    } else {
        m_units = m_all = inside.program().count(op.outputs[0]);
        m_inputs = inside.shape(op.inputs[1])[0] - op.integers[0];
        m_picture = inside.shapeBeforeFlattening(op.inputs[0]);
        if (m_picture.rank() != 3)
            m_picture = {};
    }
    const ValueId afterwards = m_function ? m_function->outputs[0] : op.outputs[0];
    if (const OpInstance *slice = inside.find(sliceOp); slice && slice->inputs[0] == afterwards && slice->outputs[0] == inside.output()) {
        m_first = slice->integers[0];
        m_units = slice->integers[1];
    }
}

std::span<const float> DenseLayer::arriving(int64_t step) const
{
    const std::span<const float> all = m_inside->numbers(m_op->inputs[0]);
    return all.size() < size_t((step + 1) * m_inputs) ? std::span<const float>() : all.subspan(size_t(step * m_inputs), size_t(m_inputs));
}

float DenseLayer::weight(int64_t input, int64_t unit) const { return m_inside->numbers(m_op->inputs[1])[size_t(input * m_all + column(unit))]; }

std::vector<float> DenseLayer::weights(int64_t unit) const
{
    std::vector<float> all(static_cast<size_t>(m_inputs));
    for (int64_t i = 0; i < m_inputs; ++i)
        all[size_t(i)] = weight(i, unit);
    return all;
}

float DenseLayer::output(int64_t unit, int64_t step) const
{
    const std::span<const float> all = m_inside->numbers(m_function ? m_function->outputs[0] : m_op->outputs[0]);
    const auto index = size_t(step * m_all + column(unit));
    return index < all.size() ? all[index] : 0;
}

WeightedSum DenseLayer::sum(int64_t unit, int64_t step) const
{
    WeightedSum sum;
    const std::span<const float> x = arriving(step);
    for (int64_t i = 0; i < int64_t(x.size()); ++i)
        sum.terms.push_back({i, x[size_t(i)], weight(i, unit)});
    if (m_op->op == &denseOp && m_op->integers[0]) {
        sum.biased = true;
        sum.bias = m_inside->numbers(m_op->inputs[1])[size_t(m_inputs * m_all + column(unit))];
    } else if (m_op->op == &convOp && m_op->inputs.size() > 2) {
        sum.biased = true;
        sum.bias = m_inside->numbers(m_op->inputs[2])[size_t(column(unit))];
    }
    const std::span<const float> sums = m_inside->numbers(m_op->outputs[0]);
    const auto index = size_t(step * m_all + column(unit));
    sum.engine = index < sums.size() ? sums[index] : 0;
    sum.output = output(unit, step);
    return sum;
}

} // namespace zhibei
