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

ValueId Backward::add(const Op &op, std::vector<ValueId> inputs, const Integers &integers, const Reals &reals, std::vector<float> table)
{
    return m_program.add(op, std::move(inputs), m_node + "." + op.id, m_node, integers, reals, std::move(table));
}

ValueId Backward::viewAs(ValueId value, const Shape &shape)
{
    return m_program.shape(value) == shape ? value : add(viewOp, {value}, viewIntegers(shape));
}

void Backward::addParameterGradient(ValueId parameter, const Op &op, std::vector<ValueId> inputs,
                                    Integers integers)
{
    const ValueInfo &info = m_program.values[static_cast<size_t>(parameter)];
    const auto earlier = m_parameterGradients.find(parameter);
    const bool first = earlier == m_parameterGradients.end();
    const ValueId gradient = first
        ? m_program.addValue({info.name + ".gradient", info.shape, Space::Gradient, info.node, info.offset})
        : earlier->second;
    m_parameterGradients[parameter] = gradient;
    integers[accumulateFlag] = first ? 0 : 1; // a shared parameter collects from every place it is used
    m_program.ops.push_back({&op, std::move(inputs), {gradient}, integers, {}, {}, 0, m_node});
}

void Backward::addParameterShares(ValueId parameter, ValueId shares)
{
    const Shape &shape = m_program.shape(parameter);
    addParameterGradient(parameter, sumTilesOp, {shares}, {shape.count() / shape[0]});
}

void Backward::markWanted(const std::vector<LossTerm> &terms, const std::set<ValueId> &fixed, Reach reach)
{
    // Forwards: what depends on a parameter. Backwards: what the loss depends on. Wanted is both.
    std::vector<bool> learns(m_program.values.size(), false), needed(m_program.values.size(), false);
    for (size_t v = 0; v < learns.size(); ++v)
        learns[v] = m_program.values[v].space == Space::Parameter && !fixed.contains(static_cast<ValueId>(v));
    if (reach == Reach::Features && m_program.features != noValue)
        learns[static_cast<size_t>(m_program.features)] = true;
    for (const OpInstance &op : m_program.ops)
        for (ValueId in : op.inputs)
            if (learns[static_cast<size_t>(in)])
                for (ValueId out : op.outputs)
                    learns[static_cast<size_t>(out)] = true;
    for (const LossTerm &term : terms)
        needed[static_cast<size_t>(term.loss)] = true;
    for (auto op = m_program.ops.rbegin(); op != m_program.ops.rend(); ++op)
        for (ValueId out : op->outputs)
            if (needed[static_cast<size_t>(out)])
                for (ValueId in : op->inputs)
                    needed[static_cast<size_t>(in)] = true;
    m_wanted.resize(learns.size());
    for (size_t v = 0; v < learns.size(); ++v)
        m_wanted[v] = learns[v] && needed[v];
}

std::map<ValueId, ValueId> Backward::run(const std::vector<LossTerm> &terms, const std::set<ValueId> &fixed, Reach reach)
{
    markWanted(terms, fixed, reach);
    const size_t forwardOps = m_program.ops.size();
    for (const LossTerm &term : terms) {
        m_node = m_program.values[static_cast<size_t>(term.loss)].node;
        m_contributions[term.loss].push_back(add(lossSeedOp, {term.loss}, {}, {term.weight}));
    }
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

std::map<ValueId, ValueId> Backward::flows()
{
    std::map<ValueId, ValueId> flows;
    for (ValueId v = 0; v < static_cast<ValueId>(m_wanted.size()); ++v) // only the forward values: none is wanted beyond
        if (m_program.values[static_cast<size_t>(v)].space == Space::Sample)
            if (const ValueId flow = gradient(v); flow != noValue)
                flows[v] = flow;
    return flows;
}

Differentiated differentiate(const Program &forward, const std::vector<LossTerm> &terms, const std::set<ValueId> &fixed, Reach reach)
{
    Differentiated result{forward, {}, {}};
    Backward backward(result.program);
    result.gradients = backward.run(terms, fixed, reach);
    if (reach == Reach::Features)
        result.flows = backward.flows();
    return result;
}

} // namespace zhibei
