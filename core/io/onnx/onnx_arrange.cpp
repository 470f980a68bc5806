// How the importer arranges values: shapes and axes.

#include "core/io/onnx/onnx_importer.h"

#include <algorithm>
#include <numeric>

namespace zhibei {

using Dims = OnnxImporter::Dims;

namespace {

int64_t countBefore(const Dims &dims, int64_t axis)
{
    return std::accumulate(dims.begin(), dims.begin() + axis, int64_t(1), std::multiplies<>());
}

bool isIdentity(const Dims &order)
{
    return std::is_sorted(order.begin(), order.end());
}

} // namespace

OnnxFlow insideOf(const OnnxFlow &x)
{
    return {x.sample().extents(), -1, x.port, {}};
}

std::vector<int64_t> axisFirst(size_t rank, int64_t axis)
{
    Dims order{axis};
    for (int64_t a = 0; a < int64_t(rank); ++a)
        if (a != axis)
            order.push_back(a);
    return order;
}

std::vector<int64_t> inverse(const Dims &order)
{
    Dims back(order.size());
    for (size_t i = 0; i < order.size(); ++i)
        back[size_t(order[i])] = int64_t(i);
    return back;
}

std::vector<int64_t> stridesOf(const Dims &dims)
{
    Dims strides(dims.size(), 1);
    for (size_t axis = dims.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * dims[axis];
    return strides;
}

std::optional<Dims> broadcastDims(const Dims &a, const Dims &b)
{
    Dims all(std::max(a.size(), b.size()), 1);
    for (const Dims *each : {&a, &b})
        for (size_t i = 0; i < each->size(); ++i) {
            int64_t &extent = all[all.size() - each->size() + i];
            if (extent != 1 && (*each)[i] != 1 && extent != (*each)[i])
                return {};
            extent = std::max(extent, (*each)[i]);
        }
    return all;
}

OnnxFlow OnnxImporter::mapped(const OnnxFlow &x, const std::string &kind, Attributes attributes)
{
    return at({node(kind, std::move(attributes), {x.port}), 0}, x.dims, x.batchAxis);
}

/// Scales in a row are one.
OnnxFlow OnnxImporter::scaled(const OnnxFlow &x, double factor, double offset)
{
    const Node &made = *m_out.network.find(x.port.node);
    PortRef from = x.port;
    if (made.kind == "scale") {
        const auto setting = [&](const char *id, double usual) { return made.attributes.contains(id) ? std::get<double>(made.attributes.at(id)) : usual; };
        offset += factor * setting("offset", 0);
        factor *= setting("factor", 1);
        from = m_out.network.wiresInto(made.id).at(0).from;
    }
    if (factor == 1 && offset == 0)
        return at(from, x.dims, x.batchAxis);
    return at({node("scale", {{"factor", factor}, {"offset", offset}}, {from}), 0}, x.dims, x.batchAxis);
}

OnnxFlow OnnxImporter::reshaped(const OnnxFlow &x, const Dims &dims)
{
    if (countOf(dims) != countOf(x.dims))
        cannot("shape");
    OnnxFlow y{dims, -1, x.port, {}};
    if (x.batchAxis >= 0) {
        const int64_t before = countBefore(x.dims, x.batchAxis);
        const auto fits = [&](int64_t axis) { return axis < int64_t(dims.size()) && dims[size_t(axis)] == m_batch && countBefore(dims, axis) == before; };
        int64_t axis = fits(x.batchAxis) ? x.batchAxis : 0;
        while (axis < int64_t(dims.size()) && !fits(axis))
            ++axis;
        if (axis == int64_t(dims.size()))
            cannot("batch");
        y.batchAxis = int(axis);
    }
    if (y.sample() == x.sample())
        return y;
    const auto made = m_reshaped.find(x.port);
    const OnnxFlow from = made == m_reshaped.end() ? x : made->second;
    if (from.sample() == y.sample()) {
        y.port = from.port;
        return y;
    }
    y.port = {node("reshape", {{"shape", y.sample().extents()}}, {from.port}), 0};
    m_reshaped[y.port] = from;
    return y;
}

OnnxFlow OnnxImporter::transposed(const OnnxFlow &x, const Dims &order)
{
    OnnxFlow y{{}, -1, x.port, {}};
    Dims sample;
    for (int64_t axis : order) {
        if (axis == x.batchAxis && x.batchAxis >= 0)
            y.batchAxis = int(y.dims.size());
        else
            sample.push_back(sampleAxis(x, axis));
        y.dims.push_back(x.dims.at(size_t(axis)));
    }
    if (isIdentity(sample))
        return y;
    OnnxFlow from = x;
    if (const auto made = m_turned.find(x.port); made != m_turned.end()) {
        from = made->second.from;
        for (int64_t &axis : sample)
            axis = made->second.order[size_t(axis)];
    }
    y.port = isIdentity(sample) ? from.port : PortRef{node("transpose", {{"order", sample}}, {from.port}), 0};
    if (!isIdentity(sample))
        m_turned[y.port] = {from, sample};
    return y;
}

OnnxFlow OnnxImporter::broadcast(const OnnxFlow &x, const Dims &dims)
{
    const auto shift = dims.size() - x.dims.size();
    OnnxFlow y = x;
    y.dims.insert(y.dims.begin(), shift, 1);
    y.batchAxis = x.batchAxis < 0 ? -1 : x.batchAxis + int(shift);
    if (y.sample() != x.sample())
        y.port = reshaped(insideOf(x), y.sample().extents()).port;
    for (size_t axis = 0; axis < dims.size(); ++axis) {
        if (y.dims[axis] == dims[axis])
            continue;
        if (int(axis) == y.batchAxis)
            cannot("batch");
        if (dims[axis] < 1 || dims[axis] > mostSample || y.sample().count() * dims[axis] > mostSample)
            cannot("size");
        const int64_t place = sampleAxis(y, int64_t(axis));
        OnnxFlow one = insideOf(y);
        one.dims.erase(one.dims.begin() + place);
        one = reshaped(insideOf(y), one.dims);
        OnnxFlow many{one.sample().extents(), -1, {node("repeat", {{"times", dims[axis]}}, {one.port}), 0}, {}};
        many.dims.insert(many.dims.begin(), dims[axis]);
        if (many.dims.size() > y.sample().extents().size())
            many = reshaped(many, {dims[axis]}); // a single number had no axis to lose
        y.dims[axis] = dims[axis];
        y.port = transposed(many, inverse(axisFirst(many.dims.size(), place))).port;
    }
    return y;
}

OnnxFlow OnnxImporter::joined(const std::vector<OnnxFlow> &parts, int64_t axis)
{
    const int64_t along = axisOf(axis, parts.at(0).dims.size()), place = sampleAxis(parts[0], axis);
    OnnxFlow y = parts[0];
    y.dims[size_t(along)] = 0;
    std::vector<PortRef> ports;
    const Dims order = axisFirst(insideOf(parts[0]).dims.size(), place);
    for (const OnnxFlow &part : parts) {
        if (part.batchAxis != y.batchAxis || part.dims.size() != y.dims.size())
            cannot("batch");
        y.dims[size_t(along)] += part.dims[size_t(along)];
        PortRef port = transposed(insideOf(part), order).port;
        if (std::find(ports.begin(), ports.end(), port) != ports.end())
            port = {node("scale", {}, {port}), 0}; // the same wire twice would be one
        ports.push_back(port);
    }
    OnnxFlow all{insideOf(y).dims, -1, ports.size() == 1 ? ports[0] : PortRef{node("concatenate", {}, ports), 0}, {}};
    std::rotate(all.dims.begin(), all.dims.begin() + place, all.dims.begin() + place + 1);
    y.port = transposed(all, inverse(order)).port;
    return y;
}

OnnxFlow OnnxImporter::sliced(const OnnxFlow &x, int64_t axis, int64_t begin, int64_t count)
{
    const int64_t along = axisOf(axis, x.dims.size()), place = sampleAxis(x, axis);
    if (begin < 0 || count < 1 || begin + count > x.dims[size_t(along)])
        cannot("range");
    OnnxFlow y = x;
    y.dims[size_t(along)] = count;
    if (count != x.dims[size_t(along)])
        y.port = {node("slice", {{"axis", place}, {"begin", begin}, {"count", count}}, {x.port}), 0};
    return y;
}

OnnxFlow OnnxImporter::summed(const OnnxFlow &x, Dims axes, bool mean, bool keep)
{
    Dims places, kept = x.dims, left;
    for (int64_t &axis : axes) {
        places.push_back(sampleAxis(x, axis));
        kept[size_t(axisOf(axis, x.dims.size()))] = 1;
    }
    std::sort(places.rbegin(), places.rend());
    PortRef port = x.port;
    for (int64_t place : places)
        port = {node(mean ? "mean" : "sum", {{"axis", place}}, {port}), 0};
    OnnxFlow y{kept, x.batchAxis, port, {}};
    const Shape with = y.sample();
    if (!keep) {
        y.dims.clear();
        for (int64_t axis = 0; axis < int64_t(x.dims.size()); ++axis) {
            const bool gone = std::any_of(axes.begin(), axes.end(), [&](int64_t a) { return axisOf(a, x.dims.size()) == axis; });
            if (axis == x.batchAxis)
                y.batchAxis = int(y.dims.size());
            if (!gone)
                y.dims.push_back(x.dims[size_t(axis)]);
        }
    } else if (y.sample().rank() > 1 || places.size() > 1) {
        y.port = {node("reshape", {{"shape", with.extents()}}, {port}), 0};
    }
    return y;
}

} // namespace zhibei
