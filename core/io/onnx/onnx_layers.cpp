// Layers that the importer makes: parts in any order, products, dense layers, constants.

#include "core/io/onnx/onnx_importer.h"

#include <algorithm>

namespace zhibei {

using Dims = OnnxImporter::Dims;

namespace {

constexpr int64_t mostUnits = 16384; // of a dense layer
constexpr int64_t mostConstant = int64_t(1) << 22;

} // namespace

/// Places that do not follow each other are a product with a matrix of zeros and ones.
OnnxFlow OnnxImporter::selected(const OnnxFlow &x, int64_t axis, const Dims &places)
{
    const int64_t along = axisOf(axis, x.dims.size()), place = sampleAxis(x, axis), extent = x.dims[size_t(along)];
    const auto count = int64_t(places.size());
    bool row = count > 0;
    for (int64_t i = 0; i < count; ++i) {
        if (places[size_t(i)] < 0 || places[size_t(i)] >= extent)
            cannot("indices");
        row &= places[size_t(i)] == places[0] + i;
    }
    if (row)
        return sliced(x, axis, places[0], count);
    if (count < 1 || count * extent > mostUnits)
        cannot("indices");
    OnnxTensor choice = OnnxTensor::of({count, extent}, std::vector<float>(size_t(count * extent), 0));
    for (int64_t i = 0; i < count; ++i)
        choice.floats[size_t(i * extent + places[size_t(i)])] = 1;
    const Dims order = axisFirst(insideOf(x).dims.size(), place);
    const OnnxFlow front = transposed(insideOf(x), order);
    OnnxFlow y = product(materialised(choice, choice.dims, -1), reshaped(front, {extent, countOf(front.dims) / extent}));
    Dims dims = front.dims;
    dims[0] = count;
    OnnxFlow result = x;
    result.dims[size_t(along)] = count;
    result.port = transposed(reshaped(y, dims), inverse(order)).port;
    return result;
}

OnnxFlow OnnxImporter::product(const OnnxFlow &a, const OnnxFlow &b)
{
    Dims left = insideOf(a).dims, right = insideOf(b).dims;
    if (left.size() < 2 || right.size() < 2)
        cannot("batch");
    const int64_t rows = left[left.size() - 2], length = left.back(), columns = right.back();
    const auto pairs = broadcastDims({left.begin(), left.end() - 2}, {right.begin(), right.end() - 2});
    if (!pairs || right[right.size() - 2] != length)
        cannot("shape");
    const int64_t count = countOf(*pairs);
    const auto factor = [&](const OnnxFlow &x, int64_t high, int64_t wide) {
        Dims whole = *pairs;
        whole.insert(whole.end(), {high, wide});
        const OnnxFlow spread = broadcast(insideOf(x), whole);
        return reshaped(spread, count > 1 ? Dims{count, high, wide} : Dims{high, wide}).port;
    };
    OnnxFlow y{count > 1 ? Dims{count, rows, columns} : Dims{rows, columns}, -1,
               {node("matrix_product", {}, {factor(a, rows, length), factor(b, length, columns)}), 0}, {}};
    Dims dims = *pairs;
    dims.insert(dims.end(), {rows, columns});
    y = reshaped(y, dims);
    const OnnxFlow &like = a.batchAxis >= 0 ? a : b;
    if (like.batchAxis >= 0) {
        if (like.batchAxis >= int(like.dims.size()) - 2 || like.batchAxis > int(dims.size()) - 2)
            cannot("batch");
        y.dims.insert(y.dims.begin() + like.batchAxis, m_batch);
        y.batchAxis = like.batchAxis;
    }
    return y;
}

OnnxFlow OnnxImporter::dense(const OnnxFlow &x, const OnnxTensor &w, const std::vector<float> *bias, const std::string &key)
{
    if (w.dims.size() != 2 || x.dims.empty() || x.batchAxis == int(x.dims.size()) - 1 || x.dims.back() != w.dims[0])
        cannot("shape");
    const OnnxFlow rows = insideOf(x);
    const int64_t inputs = w.dims[0], units = w.dims[1];
    const bool single = rows.dims.size() == 1;
    const OnnxFlow from = rows.dims.size() <= 2 ? rows : reshaped(rows, {countOf(rows.dims) / inputs, inputs});
    const NodeId id = node(single ? "dense" : "time_dense", {{"units", units}, {"activation", std::string("identity")}, {"bias", bias != nullptr}}, {from.port});
    if (!shares(id, key.empty() ? key : key + " " + from.sample().text())) {
        weight(id, "weights", {inputs, units}, w.floats);
        if (bias)
            weight(id, "bias", {units}, *bias);
    }
    OnnxFlow y{single ? Dims{units} : Dims{from.dims[0], units}, -1, {id, 0}, {}};
    Dims dims = rows.dims;
    dims.back() = units;
    y = reshaped(y, dims);
    OnnxFlow result = x;
    result.dims.back() = units;
    result.port = y.port;
    return result;
}

/// One number goes through a dense layer without a bias: its weights are the numbers.
OnnxFlow OnnxImporter::materialised(const OnnxTensor &tensor, const Dims &dims, int batchAxis)
{
    OnnxFlow y{dims, batchAxis, {}, {}};
    Dims sample = dims, own = tensor.dims;
    own.insert(own.begin(), dims.size() - std::min(dims.size(), own.size()), 1);
    if (own.size() != dims.size())
        cannot("shape");
    if (batchAxis >= 0) {
        if (own[size_t(batchAxis)] != 1)
            cannot("batch");
        sample.erase(sample.begin() + batchAxis);
        own.erase(own.begin() + batchAxis);
    }
    const Dims strides = stridesOf(own), steps = stridesOf(sample);
    const int64_t count = countOf(sample);
    if (count > mostConstant)
        cannot("size");
    std::vector<float> numbers;
    for (int64_t i = 0; i < count; ++i) {
        int64_t place = 0;
        for (size_t axis = 0; axis < sample.size(); ++axis)
            place += own[axis] == 1 ? 0 : i / steps[axis] % sample[axis] * strides[axis];
        numbers.push_back(tensor.real(place));
    }
    const NodeId one = node("constant", {}, {});
    std::vector<PortRef> pieces;
    for (int64_t begin = 0; begin < count; begin += mostUnits) {
        const int64_t size = std::min(mostUnits, count - begin);
        const NodeId id = node("dense", {{"units", size}, {"activation", std::string("identity")}, {"bias", false}, {"frozen", true}}, {{one, 0}});
        weight(id, "weights", {1, size}, {numbers.begin() + begin, numbers.begin() + begin + size});
        pieces.push_back({id, 0});
    }
    if (pieces.empty())
        cannot("shape");
    OnnxFlow row{{count}, -1, pieces.size() == 1 ? pieces[0] : PortRef{node("concatenate", {}, pieces), 0}, {}};
    y.port = reshaped(row, y.sample().extents()).port;
    return y;
}

} // namespace zhibei
