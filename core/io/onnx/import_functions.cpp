#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include <algorithm>

namespace zhibei::onnx_import {

namespace {

/// Element by element: dims stay.
void mapped(OnnxImporter &i, const OnnxNode &node, const char *kind, Attributes attributes)
{
    i.set(node.outputs.at(0), i.mapped(i.value(node.inputs.at(0)), kind, std::move(attributes)));
}

std::string lower(std::string name)
{
    std::ranges::transform(name, name.begin(), [](char c) { return char(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return name;
}

/// Before opset 13 everything from the axis on is one row.
OnnxFlow softmaxOf(OnnxImporter &i, const OnnxNode &node, const OnnxFlow &x)
{
    const bool old = i.opset() < 13;
    const int64_t axis = axisOf(node.attribute("axis", int64_t(old ? 1 : -1)), x.dims.size());
    const Attributes along{{"function", std::string("softmax")}};
    if (!old || axis == int64_t(x.dims.size()) - 1) {
        Attributes settings = along;
        settings["axis"] = i.sampleAxis(x, axis);
        if (x.sample().rank() == 1)
            settings.erase("axis");
        return i.mapped(x, "activation", settings);
    }
    if (axis < 1 || axis >= int64_t(x.dims.size()))
        i.cannot("axis");
    const std::vector<int64_t> before(x.dims.begin(), x.dims.begin() + axis), after(x.dims.begin() + axis, x.dims.end());
    const OnnxFlow rows = i.reshaped(x, {countOf(before), countOf(after)});
    Attributes settings = along;
    if (rows.batchAxis < 0)
        settings["axis"] = int64_t(1);
    return i.reshaped(i.mapped(rows, "activation", settings), x.dims);
}

} // namespace

void activation(OnnxImporter &i, const OnnxNode &node)
{
    mapped(i, node, "activation", {{"function", lower(node.op)}});
}

void function(OnnxImporter &i, const OnnxNode &node)
{
    mapped(i, node, "function", {{"function", node.op == "Abs" ? std::string("magnitude") : lower(node.op)}});
}

void leakyRelu(OnnxImporter &i, const OnnxNode &node)
{
    mapped(i, node, "activation", {{"function", std::string("leaky_relu")}, {"alpha", double(node.attribute("alpha", 0.01f))}});
}

void elu(OnnxImporter &i, const OnnxNode &node)
{
    mapped(i, node, "activation", {{"function", std::string("elu")}, {"alpha", double(node.attribute("alpha", 1.0f))}});
}

/// Others than the usual numbers are an ELU, scaled.
void selu(OnnxImporter &i, const OnnxNode &node)
{
    constexpr float usualAlpha = 1.67326319217681884765625f, usualGamma = 1.05070102214813232421875f;
    const float alpha = node.attribute("alpha", usualAlpha), gamma = node.attribute("gamma", usualGamma);
    if (alpha == usualAlpha && gamma == usualGamma)
        mapped(i, node, "activation", {{"function", std::string("selu")}});
    else
        i.set(node.outputs.at(0), i.scaled(i.mapped(i.value(node.inputs.at(0)), "activation", {{"function", std::string("elu")}, {"alpha", double(alpha)}}), gamma, 0));
}

void softmax(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), softmaxOf(i, node, i.value(node.inputs.at(0))));
}

/// The softmax of numbers so large that the largest one takes all.
void hardmax(OnnxImporter &i, const OnnxNode &node)
{
    OnnxFlow x = i.value(node.inputs.at(0));
    for (int twice = 0; twice < 2; ++twice)
        x = i.mapped(x, "scale", {{"factor", 1e6}});
    i.set(node.outputs.at(0), softmaxOf(i, node, x));
}

void pass(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), i.flow(node.inputs.at(0)));
}

/// In use all passes and the mask is true everywhere.
void dropout(OnnxImporter &i, const OnnxNode &node)
{
    const float rate = node.has(1) ? i.constant(node.inputs[1]).real(0) : node.attribute("ratio", 0.5f);
    if (node.has(2) && i.constant(node.inputs[2]).integer(0) && rate > 0)
        i.cannot("training_mode");
    const OnnxFlow x = i.value(node.inputs.at(0));
    i.set(node.outputs.at(0), rate > 0 && rate <= 0.9f ? i.mapped(x, "dropout", {{"rate", double(rate)}}) : x);
    if (node.gives(1))
        i.setConstant(node.outputs[1], {OnnxTensor::Type::Boolean, x.dims, {}, std::vector<int64_t>(size_t(countOf(x.dims)), 1)});
}

} // namespace zhibei::onnx_import
