#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include <algorithm>
#include <numeric>

namespace zhibei::onnx_import {

namespace {

/// Axes as an attribute, as it was before opset 13, or as an input.
std::vector<int64_t> axesOf(OnnxImporter &i, const OnnxNode &node)
{
    if (node.has(1))
        return i.constant(node.inputs[1]).integers;
    return node.attribute("axes", std::vector<int64_t>{});
}

} // namespace

/// 0 keeps an extent, −1 takes what is left.
void reshape(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    std::vector<int64_t> dims = node.has(1) ? i.constant(node.inputs[1]).integers : node.attribute("shape", std::vector<int64_t>{});
    int64_t known = 1, open = -1;
    for (size_t axis = 0; axis < dims.size(); ++axis) {
        if (dims[axis] == 0 && !node.attribute("allowzero", int64_t(0)) && axis < x.dims.size())
            dims[axis] = x.dims[axis];
        if (dims[axis] == -1)
            open = int64_t(axis);
        else
            known *= dims[axis];
        if (dims[axis] < -1 || known > (int64_t(1) << 40))
            i.cannot("shape");
    }
    if (open >= 0)
        dims[size_t(open)] = known > 0 ? countOf(x.dims) / known : 0;
    i.set(node.outputs.at(0), i.reshaped(x, dims));
}

void flatten(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    const int64_t axis = axisOf(node.attribute("axis", int64_t(1)), x.dims.size());
    if (axis < 0 || axis > int64_t(x.dims.size()))
        i.cannot("axis");
    const int64_t before = countOf({x.dims.begin(), x.dims.begin() + axis});
    i.set(node.outputs.at(0), i.reshaped(x, {before, countOf(x.dims) / before}));
}

void squeeze(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    std::vector<int64_t> axes = axesOf(i, node), dims;
    for (int64_t &axis : axes)
        axis = axisOf(axis, x.dims.size());
    for (int64_t axis = 0; axis < int64_t(x.dims.size()); ++axis) {
        const bool named = axes.empty() ? x.dims[size_t(axis)] == 1 && axis != x.batchAxis : std::ranges::find(axes, axis) != axes.end();
        if (!named)
            dims.push_back(x.dims[size_t(axis)]);
    }
    i.set(node.outputs.at(0), i.reshaped(x, dims));
}

void unsqueeze(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    std::vector<int64_t> axes = axesOf(i, node), dims = x.dims;
    for (int64_t &axis : axes)
        axis = axisOf(axis, x.dims.size() + axes.size());
    std::ranges::sort(axes);
    OnnxFlow y = x;
    for (int64_t axis : axes) {
        if (axis < 0 || axis > int64_t(dims.size()) || dims.size() > 8)
            i.cannot("axes");
        dims.insert(dims.begin() + axis, 1);
        y.batchAxis += y.batchAxis >= axis;
    }
    OnnxFlow named = y;
    named.dims = dims;
    named.port = i.reshaped(i.at(x.port, x.sample().extents(), -1), named.sample().extents()).port; // the batch stays the batch, whatever is 1 beside it
    i.set(node.outputs.at(0), named);
}

void transpose(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    std::vector<int64_t> backwards(x.dims.size());
    std::iota(backwards.rbegin(), backwards.rend(), 0);
    const std::vector<int64_t> order = node.attribute("perm", backwards);
    std::vector<int64_t> sorted = order;
    std::ranges::sort(sorted);
    std::ranges::sort(backwards);
    if (sorted != backwards)
        i.cannot("perm");
    i.set(node.outputs.at(0), i.transposed(x, order));
}

/// A constant that is repeated for each sample stays one.
void expand(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxTensor wanted = i.constant(node.inputs.at(1));
    const OnnxFlow x = i.value(node.inputs.at(0));
    const auto dims = broadcastDims(x.dims, wanted.integers);
    if (!dims)
        i.cannot("shape");
    if (x.batchAxis >= 0 || !i.batched(*dims)) {
        i.set(node.outputs.at(0), i.broadcast(x, *dims));
        return;
    }
    std::vector<int64_t> once = *dims;
    once[0] = 1;
    const OnnxFlow one = i.broadcast(x, once);
    i.set(node.outputs.at(0), i.at(i.reshaped(one, {once.begin() + 1, once.end()}).port, *dims, 0));
}

void shape(OnnxImporter &i, const OnnxNode &node)
{
    const std::vector<int64_t> dims = i.flow(node.inputs.at(0)).dims;
    i.setConstant(node.outputs.at(0), node.op == "Size" ? OnnxTensor{OnnxTensor::Type::Integer, {}, {}, {countOf(dims)}} : OnnxTensor::row(dims));
}

void constant(OnnxImporter &i, const OnnxNode &node)
{
    OnnxTensor value = node.attribute("value", OnnxTensor::number(0));
    if (node.attributes.contains("value_float"))
        value = OnnxTensor::number(node.attribute("value_float", 0.0f));
    if (node.attributes.contains("value_int"))
        value = {OnnxTensor::Type::Integer, {}, {}, {node.attribute("value_int", int64_t(0))}};
    if (node.attributes.contains("value_ints"))
        value = OnnxTensor::row(node.attribute("value_ints", std::vector<int64_t>{}));
    if (node.op == "ConstantOfShape") {
        const std::vector<int64_t> dims = i.constant(node.inputs.at(0)).integers;
        int64_t count = 1;
        for (int64_t extent : dims)
            if (extent < 0 || (count *= extent) > (1 << 24))
                i.cannot("shape");
        value = value.whole() ? OnnxTensor{value.type, dims, {}, std::vector<int64_t>(size_t(count), value.integer(0))}
                              : OnnxTensor::of(dims, std::vector<float>(size_t(count), value.real(0)));
    }
    i.setConstant(node.outputs.at(0), value);
}

} // namespace zhibei::onnx_import
