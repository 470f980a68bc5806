#include "core/io/onnx/onnx_export.h"

#include "core/layers/layer_kind.h"
#include "core/ops/op.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <stdexcept>

namespace zhibei {

int64_t countOf(const std::vector<int64_t> &dims)
{
    return std::accumulate(dims.begin(), dims.end(), int64_t(1), std::multiplies<>());
}

int64_t OnnxTensor::count() const
{
    return countOf(dims);
}

namespace {

std::vector<int64_t> withBatch(const Shape &shape, int64_t batch = -1)
{
    std::vector<int64_t> dims = shape.extents();
    dims.insert(dims.begin(), batch);
    return dims;
}

/// What a part of the network that a loss trains alone hands over to the part that this loss leaves as it is: the picture
/// that a generator shows its judge.
std::vector<ValueId> handedOver(const Model &model, const Objective &objective)
{
    std::set<ValueId> frozen, trained, judged;
    for (const ParameterView &view : model.parameters)
        if (view.frozen)
            frozen.insert(view.value);
    std::vector<ValueId> handed;
    for (const OpInstance &op : model.program.ops) {
        bool uses = false, learns = false, judges = false;
        for (ValueId in : op.inputs) {
            const bool parameter = model.program.values[size_t(in)].space == Space::Parameter;
            uses |= parameter && objective.fixed.contains(in) && !frozen.contains(in);
            learns |= trained.contains(in) || (parameter && !objective.fixed.contains(in));
            judges |= judged.contains(in);
        }
        for (ValueId in : op.inputs)
            if (uses && trained.contains(in) && !judged.contains(in))
                handed.push_back(in);
        for (ValueId out : op.outputs) {
            if (learns)
                trained.insert(out);
            if (judges || uses)
                judged.insert(out);
        }
    }
    return handed;
}

} // namespace

OnnxExport::OnnxExport(const Model &model, std::span<const float> parameters) : m_model(model), m_parameters(parameters)
{
    const DataType &data = model.data;
    if (program().features != noValue)
        addRoot(program().features, "features", data.featureClasses > 0, program().shape(program().features));
    if (program().target != noValue)
        addRoot(program().target, "target", data.target.classes > 0, program().shape(program().target));
}

/// Indices arrive as whole numbers; who wants them as numbers gets them converted.
void OnnxExport::addRoot(ValueId value, const std::string &name, bool whole, const Shape &shape)
{
    m_graph.inputs.push_back({name, whole ? OnnxTensor::Type::Integer : OnnxTensor::Type::Float, withBatch(shape)});
    m_ports[name] = value;
    if (whole)
        m_wholeNames[value] = name;
    setValue(value, whole ? add("Cast", {name}, {{"to", int64_t(1)}}) : name);
}

OnnxModel OnnxExport::finish()
{
    for (const OpInstance &op : program().ops)
        if (op.op->onnx && !m_names.contains(op.outputs[0]))
            op.op->onnx(*this, op);
    addOutputs();
    keepWhatIsUsed();
    return std::move(m_graph);
}

void OnnxExport::addOutputs()
{
    std::set<std::string> all; // names: two losses that judge the same number get the same nodes, see addMany
    const auto once = [&](ValueId value, const std::string &name) {
        if (value != noValue && value != program().target && all.insert(written(value)).second)
            addOutput(value, name);
    };
    for (const Objective &objective : m_model.objectives)
        once(objective.prediction, program().values[size_t(objective.prediction)].node);
    for (const Objective &objective : m_model.objectives)
        for (ValueId value : handedOver(m_model, objective))
            once(value, program().values[size_t(value)].node);
    for (const auto &[port, value] : program().ports) {
        const Node *node = m_model.network.find(port.node);
        if (node && findKind(node->kind)->category != Category::Data && m_model.network.wiresFrom(port.node).empty())
            once(value, port.node + (port.port > 0 ? "." + findKind(node->kind)->outputs[size_t(port.port)].id : ""));
    }
}

void OnnxExport::addOutput(ValueId value, const std::string &wanted)
{
    std::string name = wanted;
    const auto taken = [&](const OnnxPort &port) { return port.name == name; };
    while (std::any_of(m_graph.outputs.begin(), m_graph.outputs.end(), taken) || std::any_of(m_graph.inputs.begin(), m_graph.inputs.end(), taken))
        name += "_out";
    m_graph.nodes.push_back({"Identity", {written(value)}, {name}, {}});
    m_graph.outputs.push_back({name, OnnxTensor::Type::Float, withBatch(program().shape(value))});
    m_ports[name] = value;
}

/// Drops nodes, constants and inputs that no output needs: losses, and what a better mapping has replaced.
void OnnxExport::keepWhatIsUsed()
{
    std::set<std::string> used;
    for (const OnnxPort &port : m_graph.outputs)
        used.insert(port.name);
    std::vector<OnnxNode> nodes;
    for (auto node = m_graph.nodes.rbegin(); node != m_graph.nodes.rend(); ++node)
        if (std::any_of(node->outputs.begin(), node->outputs.end(), [&](const std::string &name) { return used.contains(name); })) {
            used.insert(node->inputs.begin(), node->inputs.end());
            nodes.push_back(std::move(*node));
        }
    std::reverse(nodes.begin(), nodes.end());
    m_graph.nodes = std::move(nodes);
    std::erase_if(m_graph.constants, [&](const auto &entry) { return !used.contains(entry.first); });
    std::erase_if(m_graph.inputs, [&](const OnnxPort &port) { return !used.contains(port.name); });
}

std::string OnnxExport::in(const OpInstance &op, size_t input)
{
    return written(op.inputs.at(input));
}

const std::string &OnnxExport::written(ValueId value) const
{
    const auto found = m_names.find(value);
    if (found == m_names.end())
        throw std::logic_error("no ONNX nodes for " + nameOf(value));
    return found->second;
}

std::string OnnxExport::indices(const OpInstance &op, size_t input)
{
    const auto whole = m_wholeNames.find(op.inputs.at(input));
    return whole != m_wholeNames.end() ? whole->second : add("Cast", {in(op, input)}, {{"to", int64_t(7)}});
}

std::string OnnxExport::add(const std::string &op, std::vector<std::string> inputs, OnnxAttributes attributes)
{
    return addMany(op, std::move(inputs), 1, std::move(attributes)).front();
}

std::vector<std::string> OnnxExport::addMany(const std::string &op, std::vector<std::string> inputs, size_t outputs, OnnxAttributes attributes)
{
    const auto same = std::find_if(m_graph.nodes.begin(), m_graph.nodes.end(), [&](const OnnxNode &node) {
        return node.op == op && node.inputs == inputs && node.outputs.size() == outputs && node.attributes == attributes;
    });
    if (same != m_graph.nodes.end())
        return same->outputs;
    std::vector<std::string> names;
    for (size_t i = 0; i < outputs; ++i)
        names.push_back(op + "_" + std::to_string(++m_count));
    m_graph.nodes.push_back({op, std::move(inputs), names, std::move(attributes)});
    return names;
}

std::string OnnxExport::constant(OnnxTensor tensor, const std::string &wanted)
{
    const std::string name = wanted.empty() ? "constant_" + std::to_string(++m_count) : wanted;
    m_graph.constants.insert_or_assign(name, std::move(tensor));
    return name;
}

std::string OnnxExport::reshaped(const std::string &x, const std::vector<int64_t> &sample)
{
    return add("Reshape", {x, row(withBatch(Shape(sample)))});
}

std::string OnnxExport::sliced(const std::string &x, int64_t axis, int64_t begin, int64_t end)
{
    return add("Slice", {x, row({begin}), row({end}), row({axis})});
}

std::string OnnxExport::sum(const std::string &x, std::vector<int64_t> axes, bool keep)
{
    return add("ReduceSum", {x, row(std::move(axes))}, {{"keepdims", int64_t(keep)}});
}

std::string OnnxExport::scaled(const std::string &x, double factor, double offset)
{
    const std::string y = factor != 1 ? add("Mul", {x, number(factor)}) : x;
    return offset != 0 ? add("Add", {y, number(offset)}) : y;
}

std::string OnnxExport::batched(const OnnxTensor &sample)
{
    OnnxTensor one = sample;
    one.dims.insert(one.dims.begin(), 1);
    const std::string x = constant(std::move(one));
    if (m_graph.inputs.empty())
        return x;
    const std::string batch = add("Slice", {add("Shape", {m_graph.inputs[0].name}), row({0}), row({1})});
    return add("Expand", {x, add("Concat", {batch, row(sample.dims)}, {{"axis", int64_t(0)}})});
}

std::string OnnxExport::input(ValueId value)
{
    const std::string &name = nameOf(value);
    m_graph.inputs.push_back({name, OnnxTensor::Type::Float, withBatch(program().shape(value))});
    m_ports[name] = value;
    return name;
}

const OpInstance *OnnxExport::maker(ValueId value, const Op &wanted) const
{
    const auto &ops = program().ops;
    const auto found = std::find_if(ops.begin(), ops.end(), [&](const OpInstance &op) {
        return op.op == &wanted && std::find(op.outputs.begin(), op.outputs.end(), value) != op.outputs.end();
    });
    return found == ops.end() ? nullptr : &*found;
}

std::span<const float> OnnxExport::parameter(ValueId value) const
{
    const ValueInfo &info = program().values.at(size_t(value));
    return m_parameters.subspan(size_t(info.offset), size_t(info.shape.count()));
}

OnnxModel exportOnnx(const Model &model, std::span<const float> parameters, std::map<std::string, ValueId> *values)
{
    OnnxExport all(model, parameters);
    OnnxModel graph = all.finish();
    if (values)
        *values = all.ports();
    return graph;
}

} // namespace zhibei
