#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

namespace zhibei::onnx_import {

namespace {

/// The axes that are reduced: an attribute or an input; without them all.
std::vector<int64_t> axesOf(OnnxImporter &i, const OnnxNode &node, size_t rank)
{
    std::vector<int64_t> axes = node.has(1) ? i.constant(node.inputs[1]).integers : node.attribute("axes", std::vector<int64_t>{});
    for (int64_t axis = 0; axes.empty() && axis < int64_t(rank); ++axis)
        axes.push_back(axis);
    return axes;
}

void reduce(OnnxImporter &i, const OnnxNode &node, bool mean)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    i.set(node.outputs.at(0), i.summed(x, axesOf(i, node, x.dims.size()), mean, node.attribute("keepdims", int64_t(1)) != 0));
}

} // namespace

void sum(OnnxImporter &i, const OnnxNode &node) { reduce(i, node, false); }
void mean(OnnxImporter &i, const OnnxNode &node) { reduce(i, node, true); }

/// One axis: a window over everything on it, the rest being channels.
void maximum(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    const std::vector<int64_t> axes = axesOf(i, node, x.dims.size());
    if (axes.size() != 1)
        i.cannot("axes");
    const int64_t place = i.sampleAxis(x, axes[0]), axis = axisOf(axes[0], x.dims.size());
    const std::vector<int64_t> extents = x.sample().extents();
    std::vector<int64_t> order{place};
    for (int64_t a = 0; a < int64_t(extents.size()); ++a)
        if (a != place)
            order.push_back(a);
    const OnnxFlow front = i.transposed(i.at(x.port, extents, -1), order);
    const int64_t rest = countOf(extents) / extents[size_t(place)];
    const OnnxFlow rows = i.reshaped(front, {extents[size_t(place)], rest});
    const PortRef top{i.node("global_pool", {{"method", std::string("max")}}, {rows.port}), 0};
    OnnxFlow y = x;
    if (node.attribute("keepdims", int64_t(1)))
        y.dims[size_t(axis)] = 1;
    else {
        y.dims.erase(y.dims.begin() + axis);
        y.batchAxis -= y.batchAxis > axis;
    }
    y.port = i.reshaped(i.at(top, {rest}, -1), y.sample().extents()).port;
    i.set(node.outputs.at(0), y);
}

} // namespace zhibei::onnx_import
