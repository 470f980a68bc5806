#pragma once

#include "core/layers/layer_kind.h"
#include "core/ops/ops.h"
#include "core/program/model.h"

namespace zhibei {

/// What a layer kind's `lower` works with: its node, the values that arrive, and the program it appends to.
///
///     void lower(Lowering &l) { l.output(l.add(softmaxOp, {l.input()})); }
class Lowering {
public:
    Lowering(Model &model, const Node &node, const LayerKind &kind, std::vector<ValueId> inputs,
             std::vector<ValueType> inputTypes)
        : m_model(model), m_node(node), m_kind(kind), m_inputs(std::move(inputs)), m_inputTypes(std::move(inputTypes)) {}

    const Node &node() const { return m_node; }
    const LayerKind &kind() const { return m_kind; }
    const Value &attribute(const std::string &id) const { return attributeValue(m_kind.attributes, m_node.attributes, id); }
    int64_t integer(const std::string &id) const { return std::get<int64_t>(attribute(id)); }
    double real(const std::string &id) const { return std::get<double>(attribute(id)); }
    bool flag(const std::string &id) const { return std::get<bool>(attribute(id)); }
    const std::string &choice(const std::string &id) const { return std::get<std::string>(attribute(id)); }

    /// The values at the wires, port by port.
    const std::vector<ValueId> &inputs() const { return m_inputs; }
    ValueId input(size_t wire = 0) const { return m_inputs.at(wire); }
    /// Whether a wire arrives at an optional port.
    bool has(size_t wire) const { return wire < m_inputs.size() && m_inputs[wire] != noValue; }
    const ValueType &inputType(size_t wire = 0) const { return m_inputTypes.at(wire); }
    const Shape &shape(ValueId value) const { return m_model.program.shape(value); }
    int64_t count(ValueId value) const { return m_model.program.count(value); }

    /// Appends an op; its first output.
    ValueId add(const Op &op, std::vector<ValueId> inputs, const Integers &integers = {}, const Reals &reals = {},
                std::vector<float> table = {});
    /// A further output of the op that made `first`.
    ValueId other(ValueId first, int output) const { return first + output; }
    /// The same numbers under another shape.
    ValueId view(ValueId value, const Shape &shape);
    /// An activation by its choice id ("relu"); identity returns the value itself.
    ValueId activate(ValueId value, const std::string &function);

    /// A parameter of this node, packed as its op wants it, and its parts as people know them: `views` with offsets from
    /// the beginning of the packed numbers (no node: this one). A node that shares another's weights gets the other's.
    ValueId parameter(const std::string &name, const Shape &packed, std::vector<ParameterView> views);
    /// How this node's weights are drawn: its attribute `init`, else what suits `activation`.
    Initial initial(double fanIn, double fanOut, const std::string &activation = "identity") const;

    /// y = Wᵀ·x + b for one or several nodes at once: `owners` share the matrix, each has units / owners columns.
    /// Adds their parameters "weights" and, unless without bias, "bias".
    ValueId dense(ValueId x, int64_t units, const std::vector<const Node *> &owners);

    /// The same for every step of a sequence {time, features}: one set of weights, used at each. Its parameters are
    /// "weights" and "bias" with `suffix` behind.
    ValueId overTime(ValueId x, int64_t units, const std::string &suffix, const Initial &initial);

    void output(ValueId value, int port = 0) { m_model.program.ports[{m_node.id, port}] = value; }
    /// Registers the loss of this node; what it says of its turn is read from its attributes later.
    void objective(Objective objective);

    Model &model() { return m_model; }

private:
    Model &m_model;
    const Node &m_node;
    const LayerKind &m_kind;
    std::vector<ValueId> m_inputs;
    std::vector<ValueType> m_inputTypes;
};

} // namespace zhibei
