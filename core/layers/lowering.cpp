#include "core/layers/lowering.h"

#include "core/layers/activations.h"
#include "core/ops/philox.h"

#include <algorithm>

namespace zhibei {

ValueId Lowering::add(const Op &op, std::vector<ValueId> inputs, std::array<int64_t, 8> integers, std::array<double, 4> reals)
{
    const ValueId value = m_model.program.add(op, std::move(inputs), m_node.id + "." + op.id, m_node.id, integers, reals);
    m_model.program.ops.back().key = keyOf(m_node.id);
    return value;
}

ValueId Lowering::view(ValueId value, const Shape &shape)
{
    if (m_model.program.shape(value) == shape)
        return value;
    std::array<int64_t, 8> extents{};
    std::copy(shape.extents().begin(), shape.extents().end(), extents.begin());
    extents[7] = shape.rank();
    return add(viewOp, {value}, extents);
}

ValueId Lowering::activate(ValueId value, const std::string &id)
{
    const ActivationFunction &function = activationFunction(id);
    return function.op ? add(*function.op, {value}, {}, {function.parameter}) : value;
}

namespace {

Initial initialWeights(const Node &node, const LayerKind &kind, double fanIn, double fanOut)
{
    const auto choice = [&](const char *id) { return std::get<std::string>(attributeValue(kind.attributes, node.attributes, id)); };
    Initial initial{Initial::Scheme::Xavier, fanIn, fanOut, false};
    const std::string scheme = choice("init");
    if (scheme == "normal")
        initial.scheme = Initial::Scheme::Normal;
    else if (scheme == "zero")
        initial.scheme = Initial::Scheme::Zero;
    else if (scheme == "he" || (scheme == "auto" && activationFunction(choice("activation")).rectifier))
        initial.scheme = Initial::Scheme::He;
    initial.automatic = scheme == "auto";
    return initial;
}

} // namespace

ValueId Lowering::dense(ValueId x, int64_t units, const std::vector<const Node *> &owners)
{
    Program &program = m_model.program;
    const int64_t inputs = program.count(x), rows = inputs + (flag("bias") ? 1 : 0);
    const int64_t base = m_model.parameterCount;
    const ValueId weights = program.addValue({m_node.id + ".weights", Shape({rows, units}), Space::Parameter, m_node.id, base});
    m_model.parameterCount += roundUp(rows * units, lanes); // every parameter begins on a vector
    const int64_t each = units / static_cast<int64_t>(owners.size());
    for (size_t k = 0; k < owners.size(); ++k) {
        const int64_t column = base + static_cast<int64_t>(k) * each;
        const Initial initial = initialWeights(*owners[k], m_kind, double(inputs), double(units));
        m_model.parameters.push_back({owners[k]->id, "weights", Shape({inputs, each}), column, units, 1, initial, true});
        if (flag("bias"))
            m_model.parameters.push_back({owners[k]->id, "bias", Shape({each}), column + inputs * units, units, 1, {Initial::Scheme::Zero, 1, 1, false}, false});
    }
    return add(denseOp, {x, weights}, {flag("bias") ? 1 : 0});
}

void Lowering::objective(Objective objective)
{
    objective.node = m_node.id;
    m_model.program.losses.push_back(objective.loss);
    m_model.objectives.push_back(objective);
}

} // namespace zhibei
