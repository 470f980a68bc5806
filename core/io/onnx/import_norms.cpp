#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include <numeric>

namespace zhibei::onnx_import {

namespace {

using Dims = std::vector<int64_t>;

/// An operator told by simpler ones, step by step.
class Steps {
public:
    Steps(OnnxImporter &importer) : m_importer(importer) {}

    std::string operator()(const char *op, std::vector<std::string> inputs, OnnxAttributes attributes = {}, std::string output = {})
    {
        if (output.empty())
            output = m_importer.fresh();
        m_importer.import({op, std::move(inputs), {output}, std::move(attributes)});
        return output;
    }
    std::string number(float value)
    {
        const std::string name = m_importer.fresh();
        m_importer.setConstant(name, OnnxTensor::number(value));
        return name;
    }
    std::string mean(const std::string &x, const Dims &axes) { return (*this)("ReduceMean", {x}, {{"axes", axes}}); }

private:
    OnnxImporter &m_importer;
};

std::vector<float> vectorOf(OnnxImporter &i, const std::string &name, int64_t count)
{
    const OnnxTensor numbers = i.constant(name);
    if (numbers.count() != count || numbers.whole())
        i.cannot(name);
    return numbers.floats;
}

/// Known numbers with extents of 1 behind, so that they go along the second axis.
std::string alongChannels(OnnxImporter &i, const std::string &name, size_t rank)
{
    OnnxTensor numbers = i.constant(name);
    numbers.dims.resize(rank - 1, 1);
    const std::string shaped = i.fresh();
    i.setConstant(shaped, numbers);
    return shaped;
}

/// With the statistics of this batch: what training does. The running ones go along a little.
void batchNormOfBatch(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    Steps step(i);
    Dims axes{0};
    for (int64_t axis = 2; axis < int64_t(x.dims.size()); ++axis)
        axes.push_back(axis);
    const std::string mean = step.mean(node.inputs[0], axes), centred = step("Sub", {node.inputs[0], mean});
    const std::string variance = step.mean(step("Mul", {centred, centred}), axes);
    const std::string spread = step("Sqrt", {step("Add", {variance, step.number(node.attribute("epsilon", 1e-5f))})});
    const std::string y = step("Mul", {step("Div", {centred, spread}), alongChannels(i, node.inputs.at(1), x.dims.size())});
    step("Add", {y, alongChannels(i, node.inputs.at(2), x.dims.size())}, {}, node.outputs.at(0));
    const float momentum = node.attribute("momentum", 0.9f);
    const auto running = [&](size_t input, const std::string &now, size_t output) {
        if (!node.gives(output))
            return;
        const std::string flat = i.fresh();
        i.set(flat, i.reshaped(i.flow(now), {x.dims[1]}));
        step("Add", {step("Mul", {node.inputs.at(input), step.number(momentum)}), step("Mul", {flat, step.number(1 - momentum)})}, {}, node.outputs[output]);
    };
    running(3, mean, 1);
    running(4, variance, 2);
}

/// The layer, or where the statistics are asked for as well, its steps.
void layerNormInSteps(OnnxImporter &i, const OnnxNode &node, const Dims &axes)
{
    Steps step(i);
    const std::string mean = step.mean(node.inputs.at(0), axes), centred = step("Sub", {node.inputs[0], mean});
    const std::string variance = step.mean(step("Mul", {centred, centred}), axes);
    const std::string root = step("Sqrt", {step("Add", {variance, step.number(node.attribute("epsilon", 1e-5f))})});
    if (node.gives(1))
        i.set(node.outputs[1], i.flow(mean));
    if (node.gives(2))
        step("Reciprocal", {root}, {}, node.outputs[2]);
}

} // namespace

void batchNorm(OnnxImporter &i, const OnnxNode &node)
{
    if (node.attribute("training_mode", int64_t(0))) {
        batchNormOfBatch(i, node);
        return;
    }
    const OnnxFlow x = i.value(node.inputs.at(0));
    if (x.dims.size() < 2 || x.batchAxis == 1)
        i.cannot("X");
    const int64_t channels = x.dims[1], place = i.sampleAxis(x, 1);
    if (place != 0)
        i.cannot("X");
    const Dims sample = x.sample().extents();
    const OnnxFlow inside = i.at(x.port, sample, -1);
    const int64_t rest = countOf(sample) / channels;
    OnnxFlow shaped = sample.size() == 1 || sample.size() == 3 ? inside : i.reshaped(inside, {channels, 1, rest});
    if (sample.size() == 2)
        shaped = i.transposed(inside, {1, 0}); // a sequence has its channels last
    const NodeId id = i.node("batch_norm", {{"epsilon", double(node.attribute("epsilon", 1e-5f))}}, {shaped.port});
    std::string key = shaped.sample().text();
    for (const std::string &name : node.inputs)
        key += &name == &node.inputs[0] ? "" : " " + name;
    if (!i.shares(id, key)) {
        const char *names[] = {"gain", "shift", "mean", "variance"};
        for (size_t k = 0; k < 4; ++k)
            i.weight(id, names[k], {channels}, vectorOf(i, node.inputs.at(k + 1), channels));
    }
    OnnxFlow y = i.at({id, 0}, shaped.dims, -1);
    y = sample.size() == 2 ? i.transposed(y, {1, 0}) : i.reshaped(y, sample);
    i.set(node.outputs.at(0), i.at(y.port, x.dims, x.batchAxis));
}

void layerNorm(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    const int64_t axis = axisOf(node.attribute("axis", int64_t(-1)), x.dims.size());
    if (axis < 0 || axis >= int64_t(x.dims.size()) || x.batchAxis >= axis)
        i.cannot("axis");
    Dims axes(x.dims.size() - size_t(axis));
    std::iota(axes.begin(), axes.end(), axis);
    const int64_t length = countOf({x.dims.begin() + axis, x.dims.end()}), rows = x.sample().count() / length;
    const OnnxFlow inside = i.at(x.port, x.sample().extents(), -1);
    const OnnxFlow shaped = i.reshaped(inside, rows > 1 ? Dims{rows, length} : Dims{length});
    const NodeId id = i.node("layer_norm", {{"epsilon", double(node.attribute("epsilon", 1e-5f))}}, {shaped.port});
    i.weight(id, "gain", {length}, vectorOf(i, node.inputs.at(1), length));
    i.weight(id, "shift", {length}, node.has(2) ? vectorOf(i, node.inputs[2], length) : std::vector<float>(size_t(length), 0));
    i.set(node.outputs.at(0), i.at(i.reshaped(i.at({id, 0}, shaped.dims, -1), inside.dims).port, x.dims, x.batchAxis));
    if (node.gives(1) || node.gives(2))
        layerNormInSteps(i, node, axes);
}

} // namespace zhibei::onnx_import
