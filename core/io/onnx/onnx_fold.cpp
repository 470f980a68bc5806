#include "core/io/onnx/onnx_importer.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace zhibei {

namespace {

using Dims = std::vector<int64_t>;
constexpr int64_t mostFolded = int64_t(1) << 24;

/// A tensor of the same type with other dims, filled by place.
OnnxTensor filled(const OnnxTensor &like, Dims dims, const std::function<int64_t(int64_t)> &from)
{
    OnnxTensor y{like.type, std::move(dims), {}, {}};
    for (int64_t k = 0, n = y.count(); k < n; ++k)
        if (like.whole())
            y.integers.push_back(like.integers.at(size_t(from(k))));
        else
            y.floats.push_back(like.floats.at(size_t(from(k))));
    return y;
}

OnnxTensor cast(const OnnxTensor &x, int64_t to)
{
    const bool real = to == 1 || to == 10 || to == 11;
    if (real != x.whole())
        return x;
    OnnxTensor y{real ? OnnxTensor::Type::Float : OnnxTensor::Type::Integer, x.dims, {}, {}};
    for (int64_t k = 0; k < x.count(); ++k)
        real ? y.floats.push_back(x.real(k)) : y.integers.push_back(x.integer(k));
    return y;
}

std::optional<double> arithmetic(const std::string &op, double a, double b, bool whole)
{
    if (op == "Add") return a + b;
    if (op == "Sub") return a - b;
    if (op == "Mul") return a * b;
    if (op == "Div" && (!whole || b != 0)) return whole ? std::trunc(a / b) : a / b;
    return {};
}

bool foldPair(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxTensor a = i.constant(node.inputs[0]), b = i.constant(node.inputs[1]);
    const auto dims = broadcastDims(a.dims, b.dims);
    if (!dims || countOf(*dims) > mostFolded || !arithmetic(node.op, 1, 1, true))
        return false;
    const auto place = [&](const OnnxTensor &x, int64_t k) {
        Dims own = x.dims;
        own.insert(own.begin(), dims->size() - own.size(), 1);
        const Dims strides = stridesOf(own), steps = stridesOf(*dims);
        int64_t at = 0;
        for (size_t axis = 0; axis < own.size(); ++axis)
            at += own[axis] == 1 ? 0 : k / steps[axis] % (*dims)[axis] * strides[axis];
        return at;
    };
    OnnxTensor y{a.type, *dims, {}, {}};
    for (int64_t k = 0; k < countOf(*dims); ++k) {
        const int64_t left = place(a, k), right = place(b, k);
        const auto value = a.whole() ? arithmetic(node.op, double(a.integer(left)), double(b.integer(right)), true)
                                     : arithmetic(node.op, a.real(left), b.real(right), false);
        if (!value)
            return false;
        a.whole() ? y.integers.push_back(int64_t(*value)) : y.floats.push_back(float(*value));
    }
    i.setConstant(node.outputs.at(0), y);
    return true;
}

bool foldConcat(OnnxImporter &i, const OnnxNode &node)
{
    std::vector<OnnxTensor> parts;
    for (const std::string &name : node.inputs)
        parts.push_back(i.constant(name));
    if (std::ranges::any_of(parts, [](const OnnxTensor &part) { return part.dims.size() != 1; }) || parts.empty())
        return false;
    OnnxTensor all{parts[0].type, {0}, {}, {}};
    for (const OnnxTensor &part : parts) {
        all.dims[0] += part.dims[0];
        all.floats.insert(all.floats.end(), part.floats.begin(), part.floats.end());
        all.integers.insert(all.integers.end(), part.integers.begin(), part.integers.end());
    }
    i.setConstant(node.outputs.at(0), all);
    return true;
}

/// Rows of a list by index.
bool foldGather(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxTensor x = i.constant(node.inputs[0]), places = i.constant(node.inputs.at(1));
    if (x.dims.size() != 1)
        return false;
    for (int64_t k = 0; k < places.count(); ++k)
        if (const int64_t at = axisOf(places.integer(k), size_t(x.dims[0])); at < 0 || at >= x.dims[0])
            return false;
    i.setConstant(node.outputs.at(0), filled(x, places.dims, [&](int64_t k) { return axisOf(places.integer(k), size_t(x.dims[0])); }));
    return true;
}

bool foldSlice(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxTensor x = i.constant(node.inputs[0]);
    if (x.dims.size() != 1 || !node.has(2) || node.has(4))
        return false;
    const auto inside = [&](int64_t at) { return std::clamp<int64_t>(at < 0 ? at + x.dims[0] : at, 0, x.dims[0]); };
    const int64_t begin = inside(i.constant(node.inputs[1]).integer(0)), end = inside(i.constant(node.inputs[2]).integer(0));
    i.setConstant(node.outputs.at(0), filled(x, {std::max<int64_t>(0, end - begin)}, [&](int64_t k) { return begin + k; }));
    return true;
}

/// The same numbers under other dims.
bool foldShape(OnnxImporter &i, const OnnxNode &node)
{
    OnnxTensor x = i.constant(node.inputs[0]);
    Dims dims = x.dims;
    if (node.op == "Unsqueeze") {
        Dims axes = node.has(1) ? i.constant(node.inputs[1]).integers : node.attribute("axes", Dims{});
        for (int64_t &axis : axes)
            axis = axisOf(axis, dims.size() + axes.size());
        std::ranges::sort(axes);
        for (int64_t axis : axes)
            dims.insert(dims.begin() + std::clamp<int64_t>(axis, 0, int64_t(dims.size())), 1);
    } else if (node.op == "Squeeze") {
        std::erase(dims, 1);
    } else {
        dims = i.constant(node.inputs.at(1)).integers;
        for (size_t axis = 0; axis < dims.size(); ++axis)
            if (dims[axis] == -1) {
                dims[axis] = 1;
                dims[axis] = countOf(dims) > 0 ? x.count() / countOf(dims) : 0;
            }
    }
    if (countOf(dims) != x.count())
        return false;
    x.dims = dims;
    i.setConstant(node.outputs.at(0), x);
    return true;
}

bool foldTranspose(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxTensor x = i.constant(node.inputs[0]);
    Dims order = node.attribute("perm", Dims{});
    if (order.empty())
        for (size_t axis = x.dims.size(); axis-- > 0;)
            order.push_back(int64_t(axis));
    if (order.size() != x.dims.size())
        return false;
    const Dims strides = stridesOf(x.dims);
    Dims dims;
    for (int64_t axis : order) {
        if (axis < 0 || axis >= int64_t(x.dims.size()))
            return false;
        dims.push_back(x.dims[size_t(axis)]);
    }
    const Dims steps = stridesOf(dims);
    i.setConstant(node.outputs.at(0), filled(x, dims, [&](int64_t k) {
        int64_t at = 0;
        for (size_t axis = 0; axis < dims.size(); ++axis)
            at += k / steps[axis] % dims[axis] * strides[size_t(order[axis])];
        return at;
    }));
    return true;
}

} // namespace

bool foldOnnx(OnnxImporter &i, const OnnxNode &node)
{
    if (node.inputs.empty() || node.outputs.empty() || !std::ranges::all_of(node.inputs, [&](const std::string &name) { return name.empty() || i.isConstant(name); }))
        return false;
    if (node.op == "Concat")
        return foldConcat(i, node);
    if (node.op == "Gather")
        return foldGather(i, node);
    if (node.op == "Slice")
        return foldSlice(i, node);
    if (node.op == "Unsqueeze" || node.op == "Squeeze" || node.op == "Reshape")
        return foldShape(i, node);
    if (node.op == "Transpose")
        return foldTranspose(i, node);
    if (node.op == "Cast") {
        i.setConstant(node.outputs[0], cast(i.constant(node.inputs[0]), node.attribute("to", int64_t(1))));
        return true;
    }
    return node.inputs.size() == 2 && foldPair(i, node);
}

} // namespace zhibei
