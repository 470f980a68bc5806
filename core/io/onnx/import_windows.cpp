#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include <algorithm>

namespace zhibei::onnx_import {

namespace {

using Dims = std::vector<int64_t>;
constexpr int64_t most = 1 << 20; // of any setting; products of two stay numbers

/// How an operator's windows lie, down and across. A sequence is a picture of one row.
struct Windows {
    Dims kernel, strides, dilations, before, after;
};

/// The value as a picture with the batch in front.
OnnxFlow pictureOf(OnnxImporter &i, const OnnxFlow &x)
{
    if (x.batchAxis != 0 || x.dims.size() < 3 || x.dims.size() > 4)
        i.cannot("X");
    return x.dims.size() == 4 ? x : i.reshaped(x, {x.dims[0], x.dims[1], 1, x.dims[2]});
}

/// A list for each spatial axis, or the same for all.
Dims each(OnnxImporter &i, const OnnxNode &node, const char *id, size_t count, int64_t otherwise)
{
    Dims list = node.attribute(id, Dims(count, otherwise));
    if (list.size() != count || std::ranges::any_of(list, [](int64_t number) { return number < -most || number > most; }))
        i.cannot(id);
    return list;
}

Windows windowsOf(OnnxImporter &i, const OnnxNode &node, const OnnxFlow &x, const Dims &kernel)
{
    const size_t n = x.dims.size() - 2;
    Windows w{kernel, each(i, node, "strides", n, 1), each(i, node, "dilations", n, 1), {}, {}};
    const Dims pads = each(i, node, "pads", 2 * n, 0);
    w.before.assign(pads.begin(), pads.begin() + std::ptrdiff_t(n));
    w.after.assign(pads.begin() + std::ptrdiff_t(n), pads.end());
    for (size_t axis = 0; axis < n; ++axis)
        if (w.kernel.size() != n || w.kernel[axis] < 1 || w.strides[axis] < 1 || w.dilations[axis] < 1)
            i.cannot("kernel_shape");
    return w;
}

void insertRow(Windows &w)
{
    if (w.kernel.size() == 2)
        return;
    for (Dims *list : {&w.kernel, &w.strides, &w.dilations})
        list->insert(list->begin(), 1);
    for (Dims *list : {&w.before, &w.after})
        list->insert(list->begin(), 0);
}

/// Padding that is told by its result: auto_pad; and windows that only partly fit, which more padding lets in.
void finishEdges(OnnxImporter &i, const OnnxNode &node, const OnnxFlow &x, Windows &w)
{
    const std::string automatic = node.attribute("auto_pad", std::string("NOTSET"));
    for (size_t axis = 0; axis < w.kernel.size(); ++axis) {
        const int64_t extent = x.dims[axis + 2], stride = w.strides[axis], window = w.dilations[axis] * (w.kernel[axis] - 1) + 1;
        if (automatic.starts_with("SAME")) {
            const int64_t zeros = std::max<int64_t>(0, ((extent + stride - 1) / stride - 1) * stride + window - extent);
            w.before[axis] = automatic == "SAME_LOWER" ? zeros - zeros / 2 : zeros / 2;
            w.after[axis] = zeros - w.before[axis];
        } else if (node.attribute("ceil_mode", int64_t(0))) {
            const int64_t room = extent + w.before[axis] + w.after[axis] - window, places = (room + stride - 1) / stride;
            if (places * stride < extent + w.before[axis]) // the last window begins within
                w.after[axis] += places * stride - room;
        }
    }
    if (automatic != "NOTSET" && automatic != "VALID" && !automatic.starts_with("SAME"))
        i.cannot("auto_pad");
}

Attributes settingsOf(OnnxImporter &i, const Windows &w, bool dilated)
{
    if (w.dilations[0] != w.dilations[1] && w.kernel[0] > 1 && w.kernel[1] > 1)
        i.cannot("dilations");
    Attributes settings{{"kernel", w.kernel[1]}, {"stride", w.strides[1]}};
    if (w.kernel[0] != w.kernel[1])
        settings["kernel_height"] = w.kernel[0];
    if (w.strides[0] != w.strides[1])
        settings["stride_down"] = w.strides[0];
    const int64_t dilation = w.kernel[1] > 1 ? w.dilations[1] : w.dilations[0];
    if (dilated)
        settings["dilation"] = dilation;
    else if (dilation != 1)
        i.cannot("dilations");
    const Dims edges{w.before[0], w.before[1], w.after[0], w.after[1]};
    const bool even = std::ranges::all_of(edges, [&](int64_t zeros) { return zeros == edges[0]; });
    settings["padding"] = std::string(even && edges[0] == 0 ? "valid" : even ? "explicit" : "edges");
    if (even && edges[0] > 0)
        settings["pad"] = edges[0];
    if (!even)
        settings["edges"] = edges;
    return settings;
}

int64_t extentAfter(int64_t extent, const Windows &w, size_t axis)
{
    const int64_t room = extent + w.before[axis] + w.after[axis] - w.dilations[axis] * (w.kernel[axis] - 1) - 1;
    return room < 0 ? 0 : room / w.strides[axis] + 1;
}

/// What came out, as the operator's caller knows it: a sequence has no row.
void give(OnnxImporter &i, const OnnxNode &node, const OnnxFlow &x, const NodeId &id, int64_t channels, int64_t height, int64_t width)
{
    if (height < 1 || width < 1)
        i.cannot("kernel_shape");
    const OnnxFlow y = i.at({id, 0}, {x.dims[0], channels, height, width}, 0);
    i.set(node.outputs.at(0), x.dims.size() == 4 ? y : i.reshaped(y, {x.dims[0], channels, width}));
}

struct Kernels {
    OnnxTensor w;
    std::vector<float> bias;
    std::string key;
    bool biased = false;
};

Kernels kernelsOf(OnnxImporter &i, const OnnxNode &node, const OnnxFlow &x)
{
    Kernels k{i.constant(node.inputs.at(1)), {}, node.inputs[1], node.has(2)};
    if (k.w.dims.size() != x.dims.size() || k.w.whole() || x.dims.size() < 3)
        i.cannot("W");
    if (k.biased) {
        k.bias = i.constant(node.inputs[2]).floats;
        k.key += " " + node.inputs[2];
    }
    if (k.w.dims.size() == 3)
        k.w.dims.insert(k.w.dims.begin() + 2, 1);
    return k;
}

void giveWeights(OnnxImporter &i, const NodeId &id, const Kernels &k, const OnnxFlow &picture)
{
    if (i.shares(id, k.key + " " + picture.sample().text()))
        return;
    i.weight(id, "weights", k.w.dims, k.w.floats);
    if (k.biased)
        i.weight(id, "bias", {int64_t(k.bias.size())}, k.bias);
}

/// Windows in three directions without zeros: first down and across in every layer, then through the layers.
void poolDeep(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    const Dims kernel = each(i, node, "kernel_shape", 3, 1), strides = each(i, node, "strides", 3, 1);
    if (each(i, node, "pads", 6, 0) != Dims(6, 0) || each(i, node, "dilations", 3, 1) != Dims(3, 1) || node.attribute("ceil_mode", int64_t(0)) || x.batchAxis != 0)
        i.cannot("pads");
    const std::string flat = i.fresh(), pooled = i.fresh(), deep = i.fresh(), done = i.fresh();
    i.set(flat, i.reshaped(x, {x.dims[0], x.dims[1] * x.dims[2], x.dims[3], x.dims[4]}));
    i.import({node.op, {flat}, {pooled}, {{"kernel_shape", Dims{kernel[1], kernel[2]}}, {"strides", Dims{strides[1], strides[2]}}}});
    const OnnxFlow thin = i.flow(pooled);
    i.set(deep, i.reshaped(thin, {x.dims[0], x.dims[1], x.dims[2], thin.dims[2] * thin.dims[3]}));
    i.import({node.op, {deep}, {done}, {{"kernel_shape", Dims{kernel[0], 1}}, {"strides", Dims{strides[0], 1}}}});
    i.set(node.outputs.at(0), i.reshaped(i.flow(done), {x.dims[0], x.dims[1], i.flow(done).dims[2], thin.dims[2], thin.dims[3]}));
}

void poolOf(OnnxImporter &i, const OnnxNode &node, const char *kind, bool dilated, Attributes more)
{
    const OnnxFlow x = i.value(node.inputs.at(0));
    if (x.dims.size() == 5) {
        poolDeep(i, node);
        return;
    }
    const OnnxFlow picture = pictureOf(i, x);
    Windows w = windowsOf(i, node, x, node.attribute("kernel_shape", Dims{}));
    finishEdges(i, node, x, w);
    insertRow(w);
    Attributes settings = settingsOf(i, w, dilated);
    settings.merge(more);
    if (node.gives(1))
        i.cannot("Indices");
    const NodeId id = i.node(kind, settings, {picture.port});
    give(i, node, x, id, x.dims[1], extentAfter(picture.dims[2], w, 0), extentAfter(picture.dims[3], w, 1));
}

} // namespace

void conv(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0)), picture = pictureOf(i, x);
    const Kernels k = kernelsOf(i, node, x);
    Windows w = windowsOf(i, node, x, x.dims.size() == 3 ? Dims{k.w.dims[3]} : Dims{k.w.dims[2], k.w.dims[3]});
    finishEdges(i, node, x, w);
    insertRow(w);
    Attributes settings = settingsOf(i, w, true);
    settings["filters"] = k.w.dims[0];
    settings["groups"] = node.attribute("group", int64_t(1));
    settings["bias"] = k.biased;
    settings["activation"] = std::string("identity");
    if (std::get<int64_t>(settings["groups"]) < 1 || x.dims[1] != k.w.dims[1] * std::get<int64_t>(settings["groups"]))
        i.cannot("group");
    const NodeId id = i.node("conv2d", settings, {picture.port});
    giveWeights(i, id, k, picture);
    give(i, node, x, id, k.w.dims[0], extentAfter(picture.dims[2], w, 0), extentAfter(picture.dims[3], w, 1));
}

/// What output_padding and output_shape add or take is zeros at the end, fewer or more.
void convTranspose(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0)), picture = pictureOf(i, x);
    const Kernels k = kernelsOf(i, node, x);
    const size_t n = x.dims.size() - 2;
    Windows w = windowsOf(i, node, x, n == 1 ? Dims{k.w.dims[3]} : Dims{k.w.dims[2], k.w.dims[3]});
    const Dims extra = each(i, node, "output_padding", n, 0);
    Dims out;
    const std::string automatic = node.attribute("auto_pad", std::string("NOTSET"));
    for (size_t axis = 0; axis < n; ++axis) {
        const int64_t whole = (x.dims[axis + 2] - 1) * w.strides[axis] + w.dilations[axis] * (w.kernel[axis] - 1) + 1 + extra[axis];
        if (node.attributes.contains("output_shape") || automatic.starts_with("SAME")) {
            const Dims wanted = each(i, node, "output_shape", n, 0);
            out.push_back(wanted[axis] > 0 ? wanted[axis] : x.dims[axis + 2] * w.strides[axis]);
            const int64_t cut = whole - out[axis];
            w.before[axis] = automatic == "SAME_UPPER" || cut < 0 ? std::max<int64_t>(0, cut) / 2 : cut - cut / 2;
            w.after[axis] = cut - w.before[axis] - extra[axis];
        } else {
            w.after[axis] -= extra[axis];
            out.push_back(whole - extra[axis] - w.before[axis] - w.after[axis]);
        }
    }
    insertRow(w);
    if (n == 1)
        out.insert(out.begin(), 1);
    Attributes settings = settingsOf(i, w, true);
    const int64_t groups = node.attribute("group", int64_t(1)), filters = k.w.dims[1] * groups;
    settings["filters"] = filters;
    settings["groups"] = groups;
    settings["bias"] = k.biased;
    settings["activation"] = std::string("identity");
    if (x.dims[1] != k.w.dims[0])
        i.cannot("W");
    const NodeId id = i.node("conv_transpose2d", settings, {picture.port});
    giveWeights(i, id, k, picture);
    give(i, node, x, id, filters, out[0], out[1]);
}

void maxPool(OnnxImporter &i, const OnnxNode &node)
{
    poolOf(i, node, "max_pool", true, {});
}

void averagePool(OnnxImporter &i, const OnnxNode &node)
{
    poolOf(i, node, "average_pool", false, {{"count_padding", node.attribute("count_include_pad", int64_t(0)) != 0}});
}

void globalPool(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.value(node.inputs.at(0)), picture = pictureOf(i, x);
    const NodeId id = i.node("global_pool", {{"method", std::string(node.op == "GlobalMaxPool" ? "max" : "mean")}}, {picture.port});
    std::vector<int64_t> dims(x.dims.size(), 1);
    dims[0] = x.dims[0];
    dims[1] = x.dims[1];
    i.set(node.outputs.at(0), i.reshaped(i.at({id, 0}, {x.dims[0], x.dims[1]}, 0), dims));
}

} // namespace zhibei::onnx_import
