#include "core/ops/conv.h"

#include "core/ops/onnx_rules.h"

namespace zhibei {

namespace {

std::vector<int64_t> eachWay(const ConvGeometry &g, int64_t down, int64_t across)
{
    return g.sequence ? std::vector{across} : std::vector{down, across};
}

std::vector<int64_t> edges(const ConvGeometry &g)
{
    return g.sequence ? std::vector{g.left, g.right} : std::vector{g.top, g.left, g.bottom, g.right};
}

std::string biasOf(OnnxExport &e, const OpInstance &op)
{
    const std::span<const float> bias = e.parameter(op.inputs[2]);
    return e.constant(OnnxTensor::of({int64_t(bias.size())}, {bias.begin(), bias.end()}), e.nameOf(op.inputs[2]));
}

/// Weights are packed [inputs × kernel elements][outputs]; ONNX wants [outputs][inputs][kernel].
std::vector<std::string> weights(OnnxExport &e, const OpInstance &op, const ConvGeometry &g)
{
    const std::span<const float> packed = e.parameter(op.inputs[1]);
    std::vector<float> turned;
    const int64_t elements = int64_t(packed.size()) / g.outputs;
    for (int64_t o = 0; o < g.outputs; ++o)
        for (int64_t k = 0; k < elements; ++k)
            turned.push_back(packed[size_t(k * g.outputs + o)]);
    std::vector<int64_t> dims = eachWay(g, g.kernelHeight, g.kernelWidth);
    dims.insert(dims.begin(), {g.outputs, g.channels / g.groups});
    std::vector<std::string> names{e.constant(OnnxTensor::of(dims, turned), e.nameOf(op.inputs[1]))};
    if (op.inputs.size() > 2)
        names.push_back(biasOf(e, op));
    return names;
}

OnnxAttributes attributes(const ConvGeometry &g)
{
    return {{"kernel_shape", eachWay(g, g.kernelHeight, g.kernelWidth)}, {"strides", eachWay(g, g.strideY, g.strideX)},
            {"dilations", eachWay(g, g.dilationY, g.dilationX)}, {"pads", edges(g)}, {"group", g.groups}};
}

/// The same dense layer at every step.
std::string stepByStep(OnnxExport &e, const OpInstance &op, const ConvGeometry &g)
{
    const std::span<const float> packed = e.parameter(op.inputs[1]);
    const std::string w = e.constant(OnnxTensor::of({g.channels, g.outputs}, {packed.begin(), packed.end()}), e.nameOf(op.inputs[1]));
    const std::string y = e.add("MatMul", {e.in(op), w});
    return op.inputs.size() > 2 ? e.add("Add", {y, biasOf(e, op)}) : y;
}

} // namespace

std::string windowsInOnnx(OnnxExport &e, const std::string &op, std::vector<std::string> inputs, const ConvGeometry &g, OnnxAttributes settings)
{
    if (!g.sequence)
        return e.add(op, std::move(inputs), std::move(settings));
    inputs[0] = e.transposed(inputs[0], {0, 2, 1}); // a sequence's channels stand behind its steps
    return e.transposed(e.add(op, std::move(inputs), std::move(settings)), {0, 2, 1});
}

OnnxAttributes poolingOnnx(const ConvGeometry &g)
{
    return {{"kernel_shape", eachWay(g, g.kernelHeight, g.kernelWidth)}, {"strides", eachWay(g, g.strideY, g.strideX)}, {"pads", edges(g)}};
}

void convOnnx(OnnxExport &e, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    if (g.sequence && g.kernelWidth == 1 && g.strideX == 1 && !g.padded() && g.groups == 1) {
        e.set(op, stepByStep(e, op, g));
        return;
    }
    std::vector<std::string> inputs = weights(e, op, g);
    inputs.insert(inputs.begin(), e.in(op));
    e.set(op, windowsInOnnx(e, "Conv", inputs, g, attributes(g)));
}

void convTransposeOnnx(OnnxExport &e, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    const auto left = [](int64_t extent, int64_t small, int64_t kernel, int64_t stride, int64_t dilation, int64_t padding) {
        return extent - ((small - 1) * stride + dilation * (kernel - 1) + 1 - padding);
    };
    OnnxAttributes all = attributes(g);
    all["output_padding"] = std::vector{left(g.height, g.outHeight, g.kernelHeight, g.strideY, g.dilationY, g.top + g.bottom),
                                        left(g.width, g.outWidth, g.kernelWidth, g.strideX, g.dilationX, g.left + g.right)};
    std::vector<std::string> inputs = weights(e, op, g);
    inputs.insert(inputs.begin(), e.in(op));
    e.set(op, e.add("ConvTranspose", inputs, all));
}

} // namespace zhibei
