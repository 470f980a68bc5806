#include "core/io/onnx/onnx_importer.h"

#include "core/layers/layer_kind.h"

#include <algorithm>
#include <stdexcept>

namespace zhibei {

namespace {

/// Stands for a batch of any size while shapes are computed: no other extent is likely to be the same.
constexpr int64_t openBatch = 7919;
constexpr int64_t mostNodes = 20'000;

FileError noLayer(const std::string &op, const std::string &what)
{
    return FileError({ZB_TEXT("No layer can do what the ONNX operator %1 does here: %2."), {op, what}});
}

} // namespace

Shape OnnxFlow::sample() const
{
    std::vector<int64_t> extents = dims;
    if (batchAxis >= 0)
        extents.erase(extents.begin() + batchAxis);
    return extents.empty() ? Shape({1}) : Shape(extents);
}

int64_t axisOf(int64_t axis, size_t rank)
{
    return axis < 0 ? axis + int64_t(rank) : axis;
}

OnnxImporter::OnnxImporter(const OnnxModel &model, const OnnxBindings &bindings, int batchAxis, std::set<std::string> inputs)
    : m_model(model), m_bindings(bindings), m_batchAxis(batchAxis), m_inputs(std::move(inputs))
{
    m_out.batchAxis = batchAxis;
    for (const OnnxNode &node : model.nodes)
        for (const std::string &name : node.inputs)
            ++m_uses[name];
    for (const OnnxPort &port : model.outputs)
        ++m_uses[port.name];
}

OnnxNetwork OnnxImporter::run()
{
    addInputs();
    for (const auto &[name, tensor] : m_model.constants)
        setConstant(name, tensor);
    importAll(m_model.nodes);
    for (const OnnxPort &port : m_model.outputs)
        m_out.outputs[port.name] = throughNode(flow(port.name));
    dropUnused();
    return std::move(m_out);
}

/// What goes from an input straight to an output has a node to look at.
OnnxFlow OnnxImporter::throughNode(const OnnxFlow &x)
{
    return x.constant || x.port.node != m_out.network.nodes.front().id ? x : mapped(x, "scale");
}

void OnnxImporter::importAll(const std::vector<OnnxNode> &nodes)
{
    for (const OnnxNode &node : nodes)
        import(node);
}

void OnnxImporter::import(const OnnxNode &node)
{
    const OnnxOperator make = onnxOperator(node.op);
    if (!make)
        throw FileError({ZB_TEXT("There is no layer for the ONNX operator %1."), {node.op}});
    m_op = node.op;
    try {
        if (foldOnnx(*this, node))
            return;
        make(*this, node);
    } catch (const std::out_of_range &) { // fewer inputs or numbers than the operator has
        m_op = node.op;
        cannot("inputs");
    }
    for (const std::string &name : node.outputs)
        if (const auto made = m_flows.find(name); made != m_flows.end() && !made->second.constant && made->second.sample().count() > mostSample)
            cannot("size");
    if (int64_t(m_out.network.nodes.size()) > mostNodes)
        cannot("size");
}

void OnnxImporter::cannot(const std::string &what) const
{
    throw noLayer(m_op, what);
}

/// The dims of an input with the batch in its place; the extents of one sample must be known.
OnnxFlow OnnxImporter::inputFlow(const OnnxPort &port)
{
    OnnxFlow x{port.dims, m_batchAxis, {}, {}};
    if (const auto bound = m_bindings.find(port.name); bound != m_bindings.end())
        x.dims = bound->second.dims;
    if (m_batchAxis >= int(x.dims.size()))
        throw noLayer(port.name, "batch");
    for (size_t axis = 0; axis < x.dims.size(); ++axis) {
        int64_t &extent = x.dims[axis];
        if (extent < 0 && int(axis) == m_batchAxis)
            extent = openBatch;
        if (extent < 1)
            throw noLayer(port.name, "shape");
    }
    return x;
}

/// One input is the features; of several each is a part of them.
void OnnxImporter::addInputs()
{
    const NodeId input = m_out.network.addNode("input");
    int64_t total = 0;
    bool first = true;
    for (const OnnxPort &port : m_model.inputs) {
        if (!m_inputs.contains(port.name))
            continue;
        if (!first && m_batchAxis >= int(port.dims.size())) {
            m_inputs.erase(port.name); // no sample's part: a constant for all of them
            continue;
        }
        OnnxFlow x = inputFlow(port);
        const int64_t batch = m_batchAxis >= 0 ? x.dims[size_t(m_batchAxis)] : 1;
        if (!std::exchange(first, false) && batch != m_batch) {
            m_inputs.erase(port.name);
            continue;
        }
        m_batch = batch;
        const Shape shape = x.sample();
        m_out.inputs.push_back({port.name, x.dims, total, shape.count()});
        total += shape.count();
        x.port = {input, 0};
        m_out.data.features = shape;
        m_flows[port.name] = x;
    }
    if (total > mostSample)
        throw noLayer("input", "size");
    m_out.data.featureClasses = m_vocabulary;
    if (m_out.inputs.size() == 1)
        return;
    m_out.data.features = Shape({std::max<int64_t>(1, total)});
    for (const OnnxNetwork::Input &part : m_out.inputs) {
        OnnxFlow &x = m_flows[part.name];
        const NodeId slice = node("slice", {{"begin", part.begin}, {"count", part.count}}, {{input, 0}});
        x.port = {slice, 0};
        if (x.sample().rank() != 1)
            x.port = {node("reshape", {{"shape", x.sample().extents()}}, {{slice, 0}}), 0};
    }
}

bool OnnxImporter::isConstant(const std::string &name) const
{
    const auto found = m_flows.find(name);
    return found != m_flows.end() ? found->second.constant.has_value() : m_bindings.contains(name);
}

/// A constant among values with a batch is the same for all samples; its extent there must be 1.
std::vector<OnnxFlow> OnnxImporter::values(const std::vector<std::string> &names)
{
    std::vector<OnnxFlow> all;
    int batchAxis = -1;
    for (const std::string &name : names) {
        all.push_back(value(name));
        batchAxis = std::max(batchAxis, all.back().batchAxis);
    }
    for (OnnxFlow &x : all) {
        if (x.batchAxis == batchAxis)
            continue;
        if (x.batchAxis >= 0 || batchAxis >= int(x.dims.size()) || x.dims[size_t(batchAxis)] != 1)
            cannot("batch");
        x.batchAxis = batchAxis;
        const Shape sample = (x.dims[size_t(batchAxis)] = m_batch, x.sample());
        x.port = {node("reshape", {{"shape", sample.extents()}}, {x.port}), 0};
    }
    return all;
}

OnnxTensor OnnxImporter::constant(const std::string &name)
{
    if (const auto found = m_flows.find(name); found != m_flows.end() && found->second.constant)
        return *found->second.constant;
    if (const auto bound = m_bindings.find(name); bound != m_bindings.end())
        return bound->second;
    cannot(name);
}

OnnxFlow OnnxImporter::flow(const std::string &name)
{
    const auto found = m_flows.find(name);
    if (found == m_flows.end()) {
        const OnnxTensor tensor = constant(name);
        return {tensor.dims, -1, {}, tensor};
    }
    if (!found->second.constant && m_inputs.contains(name))
        m_used.insert(name);
    return found->second;
}

OnnxFlow OnnxImporter::value(const std::string &name)
{
    const OnnxFlow x = flow(name);
    return x.constant ? materialised(*x.constant, x.dims, -1) : x;
}

void OnnxImporter::setConstant(const std::string &name, OnnxTensor tensor)
{
    m_flows[name] = {tensor.dims, -1, {}, std::move(tensor)};
}

void OnnxImporter::setVocabularyOf(const OnnxFlow &x, int64_t count)
{
    const bool direct = x.port == PortRef{m_out.network.nodes.front().id, 0} && m_out.inputs.size() <= 1;
    if (!direct && !m_looking)
        cannot("indices");
    m_vocabulary = int(count);
}

bool OnnxImporter::usedOnce(const std::string &name) const
{
    const auto found = m_uses.find(name);
    return found != m_uses.end() && found->second == 1;
}

int64_t OnnxImporter::sampleAxis(const OnnxFlow &x, int64_t axis) const
{
    const int64_t positive = axisOf(axis, x.dims.size());
    if (positive < 0 || positive >= int64_t(x.dims.size()) || positive == x.batchAxis)
        cannot("axis");
    return positive - (x.batchAxis >= 0 && positive > x.batchAxis);
}

} // namespace zhibei
