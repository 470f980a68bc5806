#include "core/program/backward.h"

#include "core/ops/ops.h"

namespace zhibei {

ValueId Backward::gradient(ValueId value)
{
    const auto found = m_contributions.find(value);
    if (found == m_contributions.end())
        return noValue;
    std::vector<ValueId> &parts = found->second;
    if (parts.size() > 1)
        parts = {add(addOp, parts)};
    return parts[0];
}

void Backward::addGradient(ValueId value, ValueId gradient)
{
    if (wants(value))
        m_contributions[value].push_back(gradient);
}

ValueId Backward::add(const Op &op, std::vector<ValueId> inputs, std::array<int64_t, 8> integers,
                      std::array<double, 4> reals)
{
    return m_program.add(op, std::move(inputs), m_node + "." + op.id, m_node, integers, reals);
}

void Backward::addParameterGradient(ValueId parameter, const Op &op, std::vector<ValueId> inputs,
                                    std::array<int64_t, 8> integers)
{
    const ValueInfo &info = m_program.values[static_cast<size_t>(parameter)];
    const auto earlier = m_parameterGradients.find(parameter);
    const bool first = earlier == m_parameterGradients.end();
    const ValueId gradient = first
        ? m_program.addValue({info.name + ".gradient", info.shape, Space::Gradient, info.node, info.offset})
        : earlier->second;
    m_parameterGradients[parameter] = gradient;
    integers[accumulateFlag] = first ? 0 : 1; // a shared parameter collects from every place it is used
    m_program.ops.push_back({&op, std::move(inputs), {gradient}, integers, {}, 0, m_node});
}

void Backward::markWanted(ValueId loss)
{
    // Forwards: what depends on a parameter. Backwards: what the loss depends on. Wanted is both.
    std::vector<bool> learns(m_program.values.size(), false), needed(m_program.values.size(), false);
    for (size_t v = 0; v < learns.size(); ++v)
        learns[v] = m_program.values[v].space == Space::Parameter;
    for (const OpInstance &op : m_program.ops)
        for (ValueId in : op.inputs)
            if (learns[static_cast<size_t>(in)])
                for (ValueId out : op.outputs)
                    learns[static_cast<size_t>(out)] = true;
    needed[static_cast<size_t>(loss)] = true;
    for (auto op = m_program.ops.rbegin(); op != m_program.ops.rend(); ++op)
        for (ValueId out : op->outputs)
            if (needed[static_cast<size_t>(out)])
                for (ValueId in : op->inputs)
                    needed[static_cast<size_t>(in)] = true;
    m_wanted.resize(learns.size());
    for (size_t v = 0; v < learns.size(); ++v)
        m_wanted[v] = learns[v] && needed[v];
}

std::map<ValueId, ValueId> Backward::run(ValueId loss)
{
    markWanted(loss);
    m_node = m_program.values[static_cast<size_t>(loss)].node;
    const size_t forwardOps = m_program.ops.size();
    m_contributions[loss] = {add(lossSeedOp, {loss})};
    for (size_t i = forwardOps; i-- > 0;) {
        const OpInstance op = m_program.ops[i]; // a copy: rules append to the list
        bool reached = false;
        for (ValueId out : op.outputs)
            reached = reached || (wants(out) && m_contributions.contains(out));
        if (!reached || !op.op->gradient)
            continue;
        m_node = op.node;
        op.op->gradient(*this, op);
    }
    return m_parameterGradients;
}

Differentiated differentiate(const Program &forward, ValueId loss)
{
    Differentiated result{forward, {}};
    result.gradients = Backward(result.program).run(loss);
    return result;
}

} // namespace zhibei
