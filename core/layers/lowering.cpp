#include "core/layers/lowering.h"

#include "core/layers/activations.h"
#include "core/ops/conv.h"
#include "core/ops/philox.h"

#include <algorithm>

namespace zhibei {

ValueId Lowering::add(const Op &op, std::vector<ValueId> inputs, const Integers &integers, const Reals &reals, std::vector<float> table)
{
    const ValueId value = m_model.program.add(op, std::move(inputs), m_node.id + "." + op.id, m_node.id, integers, reals, std::move(table));
    m_model.program.ops.back().key = keyOf(m_node.id);
    return value;
}

ValueId Lowering::view(ValueId value, const Shape &shape)
{
    if (m_model.program.shape(value) == shape)
        return value;
    return add(viewOp, {value}, viewIntegers(shape));
}

ValueId Lowering::activate(ValueId value, const std::string &id)
{
    const ActivationFunction &function = activationFunction(id);
    return function.op ? add(*function.op, {value}, {}, {function.parameter}) : value;
}

namespace {

Initial initialOf(const Node &node, const LayerKind &kind, double fanIn, double fanOut, const std::string &activation)
{
    const std::string scheme = std::get<std::string>(attributeValue(kind.attributes, node.attributes, "init"));
    Initial initial{Initial::Scheme::Xavier, fanIn, fanOut, false};
    if (scheme == "normal")
        initial.scheme = Initial::Scheme::Normal;
    else if (scheme == "zero")
        initial.scheme = Initial::Scheme::Zero;
    else if (scheme == "he" || (scheme == "auto" && activationFunction(activation).rectifier))
        initial.scheme = Initial::Scheme::He;
    initial.automatic = scheme == "auto";
    return initial;
}

bool isFrozen(const Node &node)
{
    const auto found = node.attributes.find("frozen");
    return found != node.attributes.end() && std::get<bool>(found->second);
}

} // namespace

Initial Lowering::initial(double fanIn, double fanOut, const std::string &activation) const
{
    return initialOf(m_node, m_kind, fanIn, fanOut, activation);
}

ValueId Lowering::parameter(const std::string &name, const Shape &packed, std::vector<ParameterView> views)
{
    const Node &owner = weightOwner(m_model.network, m_node);
    const std::string fullName = owner.id + "." + name;
    if (const auto found = m_model.packed.find(fullName); found != m_model.packed.end())
        return found->second;
    const int64_t base = m_model.parameterCount;
    const ValueId value = m_model.program.addValue({fullName, packed, Space::Parameter, owner.id, base});
    m_model.parameterCount += roundUp(packed.count(), lanes); // every parameter begins on a vector
    for (ParameterView &view : views) {
        view.node = view.node.empty() ? owner.id : view.node;
        view.offset += base;
        view.value = value;
        view.frozen = isFrozen(owner);
        m_model.parameters.push_back(std::move(view));
    }
    return m_model.packed[fullName] = value;
}

ValueId Lowering::dense(ValueId x, int64_t units, const std::vector<const Node *> &owners)
{
    const int64_t inputs = m_model.program.count(x), rows = inputs + (flag("bias") ? 1 : 0);
    const int64_t each = units / static_cast<int64_t>(owners.size());
    std::vector<ParameterView> views;
    for (size_t k = 0; k < owners.size(); ++k) {
        const int64_t column = static_cast<int64_t>(k) * each;
        const std::string &activation = std::get<std::string>(attributeValue(m_kind.attributes, owners[k]->attributes, "activation"));
        const NodeId owner = owners.size() > 1 ? owners[k]->id : NodeId();
        const Initial initial = initialOf(*owners[k], m_kind, double(inputs), double(units), activation);
        views.push_back({owner, "weights", Shape({inputs, each}), column, units, 1, initial, true});
        if (flag("bias"))
            views.push_back({owner, "bias", Shape({each}), column + inputs * units, units, 1, {Initial::Scheme::Zero, 1, 1, false}, false});
    }
    return add(denseOp, {x, parameter("weights", Shape({rows, units}), std::move(views))}, {flag("bias") ? 1 : 0});
}

ValueId Lowering::overTime(ValueId x, int64_t units, const std::string &suffix, const Initial &initial)
{
    ConvGeometry g; // a window of one step
    g.sequence = true;
    g.width = g.outWidth = shape(x)[0];
    g.channels = shape(x)[1];
    g.outputs = units;
    const Shape matrix({g.channels, units}), each({units});
    std::vector<ValueId> inputs{x, parameter("weights" + suffix, matrix, {{{}, "weights" + suffix, matrix, 0, units, 1, initial, true}})};
    if (flag("bias"))
        inputs.push_back(parameter("bias" + suffix, each, {{{}, "bias" + suffix, each, 0, 0, 1, {Initial::Scheme::Zero, 1, 1, false}, false}}));
    return add(convOp, inputs, g.pack());
}

void Lowering::objective(Objective objective)
{
    objective.node = m_node.id;
    m_model.program.losses.push_back(objective.loss);
    m_model.objectives.push_back(objective);
}

} // namespace zhibei
