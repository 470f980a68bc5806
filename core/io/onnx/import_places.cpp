#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include <algorithm>
#include <cmath>

namespace zhibei::onnx_import {

void concat(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), i.joined(i.values(node.inputs), node.attribute("axis", int64_t(0))));
}

namespace {

std::vector<int64_t> listOf(OnnxImporter &i, const OnnxNode &node, size_t input, const char *id)
{
    return node.has(input) ? i.constant(node.inputs[input]).integers : node.attribute(id, std::vector<int64_t>{});
}

/// Places along an axis from start to end; both may count from the end and lie beyond it.
std::vector<int64_t> placesOf(int64_t extent, int64_t start, int64_t end, int64_t step)
{
    const auto inside = [&](int64_t at) { return std::clamp(at < 0 ? at + extent : at, int64_t(step < 0 ? -1 : 0), extent); };
    const int64_t last = step < 0 && end < -extent ? -1 : inside(end);
    std::vector<int64_t> places;
    for (int64_t at = std::min(inside(start), extent - (step < 0)); step > 0 ? at < last : at > last; at += step)
        places.push_back(at);
    return places;
}

} // namespace

void slice(OnnxImporter &i, const OnnxNode &node)
{
    OnnxFlow x = i.value(node.inputs.at(0));
    const std::vector<int64_t> starts = listOf(i, node, 1, "starts"), ends = listOf(i, node, 2, "ends");
    std::vector<int64_t> axes = listOf(i, node, 3, "axes"), steps = listOf(i, node, 4, "steps");
    for (int64_t axis = int64_t(axes.size()); axis < int64_t(starts.size()); ++axis)
        axes.push_back(axis);
    steps.resize(starts.size(), 1);
    for (size_t k = 0; k < starts.size() && k < ends.size(); ++k) {
        const int64_t axis = axisOf(axes[k], x.dims.size());
        if (axis < 0 || axis >= int64_t(x.dims.size()) || steps[k] == 0 || std::abs(steps[k] / 2) > (int64_t(1) << 30))
            i.cannot("axes");
        const int64_t extent = x.dims[size_t(axis)];
        const std::vector<int64_t> places = placesOf(extent, starts[k], ends[k], steps[k]);
        if (axis == x.batchAxis && int64_t(places.size()) == extent && steps[k] == 1)
            continue; // the whole batch
        x = i.selected(x, axis, places);
    }
    i.set(node.outputs.at(0), x);
}

void split(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    const int64_t axis = axisOf(node.attribute("axis", int64_t(0)), x.dims.size());
    const int64_t extent = x.dims.at(size_t(axis));
    std::vector<int64_t> parts = listOf(i, node, 1, "split");
    if (parts.empty())
        parts.assign(node.outputs.size(), extent / int64_t(node.outputs.size()));
    int64_t begin = 0;
    for (size_t k = 0; k < node.outputs.size() && k < parts.size(); ++k) {
        i.set(node.outputs[k], i.sliced(x, axis, begin, parts[k]));
        begin += parts[k];
    }
}

/// Known rows by index are an embedding; known places of a value a part of it.
void gather(OnnxImporter &i, const OnnxNode &node)
{
    const int64_t wanted = node.attribute("axis", int64_t(0));
    if (i.isConstant(node.inputs.at(0))) {
        const OnnxTensor table = i.constant(node.inputs[0]);
        const OnnxFlow x = i.flow(node.inputs.at(1));
        if (wanted != 0 || table.dims.size() != 2 || table.whole())
            i.cannot("axis");
        i.setVocabularyOf(x, table.dims[0]);
        const NodeId id = i.node("embedding", {{"size", table.dims[1]}}, {x.port});
        if (!i.shares(id, node.inputs[0] + " " + x.sample().text()))
            i.weight(id, "weights", table.dims, table.floats);
        std::vector<int64_t> dims = x.dims;
        dims.push_back(table.dims[1]);
        OnnxFlow y = i.at({id, 0}, dims, x.batchAxis);
        if (x.dims.size() == 1) // an index a sample: our row of one
            y.port = i.reshaped(i.at(y.port, {1, table.dims[1]}, -1), {table.dims[1]}).port;
        i.set(node.outputs.at(0), y);
        return;
    }
    const OnnxFlow x = i.flow(node.inputs[0]);
    const OnnxTensor places = i.constant(node.inputs.at(1));
    const int64_t axis = axisOf(wanted, x.dims.size());
    std::vector<int64_t> all;
    for (int64_t k = 0; k < places.count(); ++k)
        all.push_back(axisOf(places.integer(k), size_t(x.dims.at(size_t(axis)))));
    const OnnxFlow y = i.selected(x, axis, all);
    OnnxFlow shaped = y;
    shaped.dims.erase(shaped.dims.begin() + axis);
    shaped.dims.insert(shaped.dims.begin() + axis, places.dims.begin(), places.dims.end());
    if (x.batchAxis > axis)
        shaped.batchAxis += int(places.dims.size()) - 1;
    shaped.port = i.reshaped(i.at(y.port, y.sample().extents(), -1), shaped.sample().extents()).port;
    i.set(node.outputs.at(0), shaped);
}

void oneHot(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.flow(node.inputs.at(0));
    const OnnxTensor values = i.constant(node.inputs.at(2));
    const int64_t classes = i.constant(node.inputs.at(1)).integer(0);
    if (node.attribute("axis", int64_t(-1)) != -1 || values.count() != 2 || values.real(0) != 0 || values.real(1) != 1 || classes < 1 || classes > 1'000'000)
        i.cannot("values");
    i.setVocabularyOf(x, classes);
    OnnxFlow y = x;
    y.dims.push_back(classes);
    const PortRef port{i.node("one_hot", {}, {x.port}), 0};
    const int64_t rows = x.sample().count();
    y.port = i.reshaped(i.at(port, rows == 1 ? std::vector{classes} : std::vector{rows, classes}, -1), y.sample().extents()).port;
    i.set(node.outputs.at(0), y);
}

/// Zeros all around a picture are a frame; others are put beside it one by one.
void pad(OnnxImporter &i, const OnnxNode &node)
{
    OnnxFlow x = i.value(node.inputs.at(0));
    const std::vector<int64_t> pads = listOf(i, node, 1, "pads");
    const float filler = node.has(2) ? i.constant(node.inputs[2]).real(0) : node.attribute("value", 0.0f);
    const size_t rank = x.dims.size();
    if (node.attribute("mode", std::string("constant")) != "constant" || pads.size() != 2 * rank || node.has(3))
        i.cannot("mode");
    const std::vector<int64_t> frame{0, 0, pads[rank == 4 ? 2 : 0], pads[rank == 4 ? 2 : 0], 0, 0, pads[rank == 4 ? 2 : 0], pads[rank == 4 ? 2 : 0]};
    if (x.batchAxis == 0 && pads == frame && pads[2] >= 0 && filler == 0) {
        OnnxFlow y = i.mapped(x, "pad", {{"amount", pads[2]}});
        y.dims[2] += 2 * pads[2];
        y.dims[3] += 2 * pads[2];
        i.set(node.outputs.at(0), y);
        return;
    }
    for (size_t axis = 0; axis < rank; ++axis) {
        const int64_t before = pads[axis], after = pads[axis + rank];
        if (before < 0 || after < 0)
            x = i.sliced(x, int64_t(axis), std::max<int64_t>(0, -before), x.dims[axis] + std::min<int64_t>(0, before) + std::min<int64_t>(0, after));
        std::vector<OnnxFlow> parts;
        const auto block = [&](int64_t extent) {
            std::vector<int64_t> dims = x.dims;
            dims[axis] = extent;
            return i.materialised(OnnxTensor::of({}, {filler}), dims, x.batchAxis);
        };
        if (before > 0)
            parts.push_back(block(before));
        parts.push_back(x);
        if (after > 0)
            parts.push_back(block(after));
        if (parts.size() > 1)
            x = i.joined(parts, int64_t(axis));
    }
    i.set(node.outputs.at(0), x);
}

/// The same whole factor down and across.
void resize(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    std::vector<double> scales;
    const size_t given = node.op == "Upsample" ? 1 : 2;
    if (x.batchAxis != 0 || x.dims.size() != 4)
        i.cannot("X");
    for (size_t axis = 0; axis < 4; ++axis)
        scales.push_back(node.has(3) ? double(i.constant(node.inputs[3]).integer(int64_t(axis))) / double(x.dims[axis])
                                     : double(i.constant(node.inputs.at(given)).real(int64_t(axis))));
    const double factor = scales[2];
    const std::string mode = node.attribute("mode", std::string("nearest"));
    const std::string way = node.attribute("coordinate_transformation_mode", std::string("half_pixel"));
    const bool linear = mode == "linear";
    const bool known = linear ? way == "half_pixel" || way == "pytorch_half_pixel" : mode == "nearest" && (way == "asymmetric" || way == "half_pixel");
    if (!known || scales[0] != 1 || scales[1] != 1 || scales[3] != factor || factor != std::floor(factor))
        i.cannot("scales");
    OnnxFlow y = i.mapped(x, "upsample", {{"factor", int64_t(factor)}, {"method", std::string(linear ? "bilinear" : "nearest")}});
    y.dims[2] *= int64_t(factor);
    y.dims[3] *= int64_t(factor);
    i.set(node.outputs.at(0), y);
}

} // namespace zhibei::onnx_import
