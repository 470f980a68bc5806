#include "core/probes/inside.h"

#include "core/ops/ops.h"
#include "core/program/inference.h"

#include <algorithm>
#include <set>

namespace zhibei {

namespace {

/// Finds what stands between a node's inputs and its outputs, backwards from the outputs. Neurons that share a matrix share
/// its ops too, so whose name an op bears does not tell.
class Walk {
public:
    Walk(const Model &model, const NodeId &node) : m_program(model.program)
    {
        for (size_t i = 0; i < m_program.ops.size(); ++i)
            for (const ValueId out : m_program.ops[i].outputs)
                m_makers[out] = int(i);
        std::vector<ValueId> ends;
        for (const auto &[port, value] : m_program.ports)
            if (port.node == node)
                ends.push_back(value);
        for (const Objective &objective : model.objectives)
            if (objective.node == node)
                ends.insert(ends.end(), {objective.loss, objective.prediction, objective.target});
        for (const auto &[port, value] : m_program.ports)
            if (port.node != node && !(madeBy(value, node) && std::find(ends.begin(), ends.end(), value) != ends.end()))
                m_others.insert(value);
        for (const ValueId end : ends)
            visit(end);
        m_ops.assign(m_found.begin(), m_found.end());
        for (const int index : m_ops)
            for (const ValueId in : m_program.ops[size_t(index)].inputs)
                arrive(in);
        for (const ValueId end : ends)
            if (m_found.empty())
                arrive(end);
    }

    std::vector<int> m_ops;
    std::vector<ValueId> m_arrives;

private:
    bool madeBy(ValueId value, const NodeId &node) const
    {
        const auto maker = m_makers.find(value);
        return maker != m_makers.end() && m_program.ops[size_t(maker->second)].node == node;
    }

    void visit(ValueId value)
    {
        const auto maker = m_makers.find(value);
        if (value == noValue || m_others.contains(value) || maker == m_makers.end() || !m_found.insert(maker->second).second)
            return;
        for (const ValueId in : m_program.ops[size_t(maker->second)].inputs)
            visit(in);
    }

    void arrive(ValueId value)
    {
        if (value == noValue || m_program.values[size_t(value)].space != Space::Sample)
            return;
        const auto maker = m_makers.find(value);
        const bool own = maker != m_makers.end() && m_found.contains(maker->second);
        if (!own && std::find(m_arrives.begin(), m_arrives.end(), value) == m_arrives.end())
            m_arrives.push_back(value);
    }

    const Program &m_program;
    std::map<ValueId, int> m_makers;
    std::set<ValueId> m_others;
    std::set<int> m_found;
};

/// How many of an op's outputs say something; what follows is memory it works in.
size_t tellingOutputs(const OpInstance &op)
{
    const size_t all = op.outputs.size();
    return op.op == &convOp || op.op == &convTransposeOp ? 1 : op.op == &recurrentOp ? std::min<size_t>(all, 4) : all;
}

} // namespace

std::span<const float> Inside::numbers(ValueId value) const
{
    if (value == noValue)
        return {};
    const ValueInfo &info = program().values[size_t(value)];
    if (info.space == Space::Parameter)
        return std::span(*parameters).subspan(size_t(info.offset), size_t(info.shape.count()));
    const auto found = samples.find(value);
    return found == samples.end() ? std::span<const float>() : std::span<const float>(found->second);
}

ValueId Inside::output(int port) const
{
    if (const auto found = program().ports.find({node, port}); found != program().ports.end())
        return found->second;
    for (const Objective &objective : model->objectives)
        if (objective.node == node && port == 0)
            return objective.loss;
    return noValue;
}

const OpInstance *Inside::find(const Op &kind, int n) const
{
    for (const int index : ops)
        if (op(index).op == &kind && n-- == 0)
            return &op(index);
    return nullptr;
}

const OpInstance *Inside::functionAfter(ValueId value) const
{
    for (const int index : ops) {
        const OpInstance &next = op(index);
        if (next.inputs.size() == 1 && next.inputs[0] == value)
            return !next.op->view && shape(next.outputs[0]) == shape(value) && next.op->cut == Cut::Tile ? &next : nullptr;
    }
    return nullptr;
}

Shape Inside::shapeBeforeFlattening(ValueId value) const
{
    for (auto op = program().ops.rbegin(); op != program().ops.rend(); ++op)
        if (op->op->view && op->outputs[0] == value)
            value = op->inputs[0];
    return shape(value);
}

std::string InsideProbe::key() const
{
    size_t drawn = m_drawn.size();
    for (const float number : m_drawn)
        drawn = drawn * 31 + std::hash<float>()(number);
    return "inside " + m_node + " " + std::to_string(m_sample) + (m_drawn.empty() ? std::string() : " drawn " + std::to_string(drawn));
}

std::shared_ptr<Answer> InsideProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const Dataset &data = *moment.data;
    const bool drawn = int64_t(m_drawn.size()) == model.program.count(model.program.features);
    if (!model.network.find(m_node) || (!drawn && (m_sample < 0 || m_sample >= data.count())))
        return nullptr;
    auto found = std::make_shared<Inside>();
    found->model = moment.model();
    found->parameters = moment.snapshot->parameters;
    found->node = m_node;
    found->sample = m_sample;
    Walk walk(model, m_node);
    found->ops = std::move(walk.m_ops);
    found->arrives = std::move(walk.m_arrives);
    Inference &network = moment.inference();
    network.run(moment.parameters(), drawn ? m_drawn.data() : data.features.row(m_sample).data(), 1, drawn ? nullptr : data.targets.row(m_sample).data());
    const auto read = [&](ValueId value) {
        if (value != noValue && model.program.values[size_t(value)].space == Space::Sample && !found->samples.contains(value))
            found->samples[value] = network.value(value, 0);
    };
    for (const ValueId value : found->arrives)
        read(value);
    for (const int index : found->ops)
        for (size_t i = 0; i < tellingOutputs(found->op(index)); ++i)
            read(found->op(index).outputs[i]);
    read(found->output());
    return found;
}

} // namespace zhibei
