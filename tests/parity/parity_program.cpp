#include "tests/parity/parity_program.h"

#include "core/layers/lowering.h"
#include "core/program/backward.h"

#include <algorithm>

using namespace zhibei;

ParityProgram::ParityProgram(const ParityCase &parity)
    : m_case(parity), m_model(std::make_unique<Model>())
{
    Program &program = m_model->program;
    program.features = program.addValue({"sample", Shape({1}), Space::Sample, "samples"});
    m_model->network.nodes = {{"node", parity.kind->id, parity.sample.attributes, {}, {}}};
    const Node node = m_model->network.nodes[0];
    std::vector<ValueId> inputs;
    for (size_t i = 0; i < parity.sample.inputs.size(); ++i) {
        const ValueType &type = parity.sample.inputs[i];
        inputs.push_back(type.absent() ? noValue : table("in" + std::to_string(i), type.shape));
    }
    Lowering l(*m_model, node, *parity.kind, inputs, parity.sample.inputs);
    parity.kind->lower(l);
    if (!m_model->objectives.empty()) {
        m_loss = m_model->objectives[0].loss;
        m_outputs = {m_loss};
    } else {
        std::vector<ValueId> pulled;
        for (int port = 0; port < int(parity.kind->outputs.size()); ++port) {
            m_outputs.push_back(program.ports.at({"node", port}));
            const Shape row({program.count(m_outputs.back())});
            const ValueId product = l.add(multiplyOp, {l.view(m_outputs.back(), row), table("pull" + std::to_string(port), row)});
            pulled.push_back(l.add(axisSumOp, {product}, alongAxis(row, 0, Shape({1})), {1}));
        }
        m_loss = pulled.size() == 1 ? pulled[0] : l.add(addOp, pulled);
    }
    std::vector<ValueId> results = m_outputs;
    results.push_back(m_loss);
    m_plan = std::make_unique<Plan<float>>(differentiate(program, m_loss).program, tilesFor(parity.batch), results, Keep::Needed,
                                           m_model->parameterCount);
    m_parameters.assign(size_t(m_model->parameterCount), 0.0f);
}

ValueId ParityProgram::table(const std::string &name, const Shape &each)
{
    const Node node{name, "embedding", {}, {}, {}};
    Lowering l(*m_model, node, *findKind("embedding"), {m_model->program.features}, {{Shape({1}), int(m_case.batch)}});
    const Shape all({m_case.batch, each.count()});
    const ValueId rows = l.parameter("table", all, {{{}, "table", all, 0, each.count(), 1, {}, false}});
    return l.view(l.add(embeddingOp, {m_model->program.features, rows}, {each.count()}), each);
}

void ParityProgram::run()
{
    const StepContext context{1, 0, m_case.batch, m_case.training};
    const auto feed = [&](int64_t tile) {
        for (int64_t l = 0; m_plan->has(m_model->program.features) && l < lanes; ++l)
            m_plan->tile(m_model->program.features, tile)[l] = float(std::min(tile * lanes + l, m_case.batch - 1));
    };
    m_plan->runBatch(context, m_parameters, feed, false);
    for (const auto &task : m_plan->rowTasks())
        m_plan->runRows(task, context);
    m_gradients.assign(m_plan->gradients().begin(), m_plan->gradients().end());
}

std::vector<float> ParityProgram::output(int port) const
{
    const ValueId value = m_outputs[size_t(port)];
    const int64_t count = m_model->program.count(value);
    std::vector<float> all(size_t(count * m_case.batch));
    for (int64_t sample = 0; sample < m_case.batch; ++sample)
        readSample(m_plan->tile(value, sample / lanes), count, sample % lanes, all.data() + sample * count);
    return all;
}
