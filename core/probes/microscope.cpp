#include "core/probes/microscope.h"

#include "core/program/backpass.h"
#include "core/program/loss_terms.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Builds one turn from a pass that has run on the batch.
class TurnBuilder {
public:
    TurnBuilder(const Model &model, Backpass &pass, const NextStep &next, int64_t shown)
        : m_model(model), m_pass(pass), m_next(next), m_shown(shown), m_batch(float(next.samples.size())) {}

    MicroTurn build(Turn turn) const
    {
        const Objective &objective = m_model.objectives[turn.objective];
        MicroTurn made;
        made.stations = computing();
        made.firstLoss = made.stations.size();
        for (const Objective &other : m_model.objectives)
            if (other.node == objective.node || other.joins == objective.node)
                made.stations.push_back(station(other.node));
        for (MicroStation &station : made.stations)
            station.learned = learnedBy(station.node, objective);
        made.losses.assign(m_next.samples.size(), 0);
        for (const LossTerm &term : lossTerms(m_model, objective))
            for (size_t i = 0; i < made.losses.size(); ++i)
                made.losses[i] += float(term.weight) * m_pass.value(term.loss, int64_t(i)).front();
        made.prediction = m_pass.value(objective.prediction, m_shown);
        made.gradients.assign(m_pass.parameterGradients().begin(), m_pass.parameterGradients().end());
        made.turn = std::move(turn);
        return made;
    }

private:
    MicroPort port(const PortRef &port) const
    {
        const ValueId value = m_model.program.ports.at(port);
        MicroPort made{port, m_model.program.shape(value), m_pass.value(value, m_shown), m_pass.gradient(value, m_shown)};
        for (float &slope : made.slope) // the pass has them of the mean loss
            slope *= m_batch;
        return made;
    }

    MicroStation station(const NodeId &node) const
    {
        MicroStation made;
        made.node = node;
        for (const Wire &wire : m_model.network.wiresInto(node))
            if (m_model.program.ports.contains(wire.from))
                if (MicroPort from = port(wire.from); !from.value.empty())
                    made.inputs.push_back(std::move(from));
        return made;
    }

    /// The nodes that the loss depends on, in the order in which their outputs are made.
    std::vector<MicroStation> computing() const
    {
        const Program &program = m_model.program;
        std::map<ValueId, int> order; // of the op that makes a value
        for (size_t i = 0; i < program.ops.size(); ++i)
            for (const ValueId out : program.ops[i].outputs)
                order[out] = int(i) + 1;
        std::vector<std::pair<int, MicroStation>> found;
        for (const Node &node : m_model.network.nodes) {
            int at = 0;
            MicroStation made = station(node.id);
            for (const auto &[where, value] : program.ports)
                if (where.node == node.id && value != program.target)
                    if (MicroPort out = port(where); !out.value.empty()) {
                        made.flowsBack = made.flowsBack || !out.slope.empty();
                        made.outputs.push_back(std::move(out));
                        at = std::max(at, order[value]);
                    }
            if (!made.outputs.empty())
                found.emplace_back(at, std::move(made));
        }
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        std::vector<MicroStation> stations;
        for (auto &[at, made] : found)
            stations.push_back(std::move(made));
        return stations;
    }

    std::vector<std::string> learnedBy(const NodeId &node, const Objective &objective) const
    {
        std::vector<std::string> names;
        for (const ParameterView &view : m_model.parameters)
            if (view.node == node && view.follows == 0 && !view.frozen && !objective.fixed.contains(view.value) && view.shape.count() > 0)
                names.push_back(view.fullName());
        return names;
    }

    const Model &m_model;
    Backpass &m_pass;
    const NextStep &m_next;
    int64_t m_shown;
    float m_batch;
};

std::vector<MicroStep> stepsOf(const std::vector<MicroTurn> &turns)
{
    std::vector<MicroStep> steps{{MicroPhase::Batch, 0, -1}};
    for (int t = 0; t < int(turns.size()); ++t) {
        const MicroTurn &turn = turns[size_t(t)];
        const auto losses = int(turn.firstLoss), all = int(turn.stations.size());
        for (int s = 0; s < losses; ++s)
            steps.push_back({MicroPhase::Forward, t, s});
        for (int s = losses; s < all; ++s)
            steps.push_back({MicroPhase::Loss, t, s});
        for (int s = losses; s-- > 0;)
            if (turn.stations[size_t(s)].flowsBack)
                steps.push_back({MicroPhase::Backward, t, s});
        for (int s = 0; s < losses; ++s)
            if (!turn.stations[size_t(s)].learned.empty())
                steps.push_back({MicroPhase::Update, t, s});
    }
    return steps;
}

} // namespace

const MicroStation *Microscopy::station(const MicroStep &step) const
{
    if (step.station < 0 || size_t(step.turn) >= turns.size() || size_t(step.station) >= turns[size_t(step.turn)].stations.size())
        return nullptr;
    return &turns[size_t(step.turn)].stations[size_t(step.station)];
}

NetworkPart Microscopy::light(const MicroStep &step) const
{
    const Network &network = snapshot->model->network;
    NetworkPart part;
    part.backwards = step.phase == MicroPhase::Backward;
    if (step.phase == MicroPhase::Batch) {
        for (const auto &[port, value] : snapshot->model->program.ports)
            if (value == snapshot->model->program.features)
                part.nodes.insert(port.node);
        return part;
    }
    const MicroStation *at = station(step);
    if (!at)
        return part;
    part.nodes.insert(at->node);
    if (step.phase == MicroPhase::Update)
        return part;
    const bool back = step.phase == MicroPhase::Backward;
    for (const Wire &wire : back ? network.wiresFrom(at->node) : network.wiresInto(at->node))
        part.wires.insert(wire);
    return part;
}

std::string MicroscopeProbe::key() const { return "microscope " + std::to_string(m_shown); }

std::shared_ptr<Answer> MicroscopeProbe::answer(const Moment &moment) const
{
    const auto &next = moment.snapshot->next;
    const Model &model = *moment.model();
    if (!next || next->samples.empty() || model.objectives.empty())
        return nullptr;
    auto found = std::make_shared<Microscopy>();
    found->next = next;
    found->shown = std::clamp<int64_t>(m_shown, 0, int64_t(next->samples.size()) - 1);
    for (Turn &turn : rehearse(model, *moment.data, *next)) {
        if (moment.stop.stop_requested())
            return nullptr;
        Backpass &pass = moment.backpass(turn.objective, int64_t(next->samples.size()));
        pass.run(turn.before, *moment.data, next->samples, {next->step, next->seed, true});
        found->turns.push_back(TurnBuilder(model, pass, *next, found->shown).build(std::move(turn)));
    }
    found->steps = stepsOf(found->turns);
    return found;
}

} // namespace zhibei
