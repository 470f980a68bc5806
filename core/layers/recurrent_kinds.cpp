#include "core/layers/recurrent_kinds.h"

#include "core/layers/activations.h"
#include "core/layers/lowering.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

// Inputs: sequence, mask, state[, cell]. Outputs: sequence or last, state[, cell]. States of all layers and directions stand in a row.

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &in = query.inputs[0].shape;
    if (in.rank() != 2)
        return {{}, {ZB_TEXT("A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between."), {in.text()}}};
    const bool both = std::get<bool>(query.attribute("both_ways"));
    const int64_t units = query.integer("units"), directions = both ? 2 : 1, states = query.integer("layers") * directions * units;
    if (!query.inputs[1].absent() && query.inputs[1].shape.count() != in[0])
        return {{}, {ZB_TEXT("The mask needs one number for each of the %1 steps, but %2 arrive."),
                     {std::to_string(in[0]), std::to_string(query.inputs[1].shape.count())}}};
    for (size_t port = 2; port < query.inputs.size(); ++port)
        if (!query.inputs[port].absent() && query.inputs[port].shape.count() != states)
            return {{}, {ZB_TEXT("The initial state needs %1 numbers, but %2 arrive."),
                         {std::to_string(states), std::to_string(query.inputs[port].shape.count())}}};
    ShapeAnswer answer{{{query.choice("returns") == "all" ? Shape({in[0], directions * units}) : Shape({directions * units}), 0}}, {}};
    for (size_t port = 1; port < query.kind.outputs.size(); ++port)
        answer.outputs.push_back({Shape({states}), 0});
    return answer;
}

/// Lowers one node: its layers, each in one or both directions.
class Stack {
public:
    Stack(Lowering &l, RecurrentShape::Kind cell) : m_l(l), m_cell(cell), m_units(l.integer("units")), m_both(l.flag("both_ways")) {}

    void lower()
    {
        ValueId x = m_l.input();
        const auto layers = m_l.integer("layers");
        std::vector<ValueId> ends;
        for (int64_t layer = 0; layer < layers; ++layer) {
            std::vector<ValueId> sides{direction(x, layer, false)};
            if (m_both)
                sides.push_back(direction(x, layer, true));
            const int64_t steps = m_l.shape(x)[0];
            x = sides.size() == 1 ? sides[0] : m_l.add(axisJoinOp, sides, alongAxis(Shape({steps, 1}), 1, Shape({steps, 2 * m_units})));
            ends.assign(m_lastStates.end() - std::ptrdiff_t(sides.size()), m_lastStates.end());
        }
        m_l.output(m_l.choice("returns") == "all" ? x : joinedStates(ends), 0);
        m_l.output(joinedStates(m_lastStates), 1);
        if (m_cell == RecurrentShape::Lstm)
            m_l.output(joinedStates(m_lastCells), 2);
    }

private:
    ValueId joinedStates(const std::vector<ValueId> &states) { return states.size() == 1 ? states[0] : m_l.add(concatenateOp, states); }

    ValueId row(ValueId rows, int64_t index)
    {
        Integers n = alongAxis(m_l.shape(rows), 0, Shape({m_units}));
        n[3] = index;
        n[4] = 1;
        return m_l.add(axisSliceOp, {rows}, n);
    }

    ValueId direction(ValueId x, int64_t layer, bool backwards)
    {
        const int64_t steps = m_l.shape(x)[0];
        const std::string suffix = (layer > 0 ? "_" + std::to_string(layer + 1) : "") + (backwards ? "_back" : "");
        RecurrentShape shape{m_cell, steps, m_units, false, m_l.has(1), m_cell == RecurrentShape::Rnn && m_l.choice("activation") == "relu",
                             m_cell == RecurrentShape::Gru && m_l.flag("bias")};
        const int64_t wide = shape.gates() * m_units;
        const ValueId from = backwards ? reversed(x) : x;
        Initial initial = m_l.initial(double(m_units), double(m_units));
        if (initial.automatic)
            initial = {Initial::Scheme::Uniform, double(m_units), double(m_units), false};
        std::vector<ValueId> inputs{m_l.overTime(from, wide, suffix, initial)};
        const Shape square({m_units, wide});
        inputs.push_back(m_l.parameter("recurrent" + suffix, square, {{{}, "recurrent" + suffix, square, 0, wide, 1, initial, true}}));
        if (shape.bias) {
            const Shape each({wide});
            inputs.push_back(m_l.parameter("recurrent_bias" + suffix, each,
                                           {{{}, "recurrent_bias" + suffix, each, 0, 0, 1, {Initial::Scheme::Zero, 1, 1, false}, false}}));
        }
        shape.initial = m_l.has(2) || m_l.has(3);
        const auto place = static_cast<int64_t>(m_lastStates.size()) * m_units;
        const Shape each({m_units});
        for (size_t port = 2; shape.initial && port < m_l.inputs().size(); ++port) // of two states one may be given; the other begins at zero
            inputs.push_back(m_l.has(port) ? m_l.add(sliceOp, {m_l.input(port)}, {place, m_units}) : m_l.add(constantOp, {}, alongAxis(each, 0, each), {0}));
        if (shape.masked)
            inputs.push_back(backwards ? reversed(m_l.view(m_l.input(1), Shape({steps, 1}))) : m_l.input(1));
        const ValueId states = m_l.add(recurrentOp, inputs, shape.pack());
        m_lastStates.push_back(row(states, steps));
        if (m_cell == RecurrentShape::Lstm)
            m_lastCells.push_back(row(m_l.other(states, 2), steps));
        Integers n = alongAxis(m_l.shape(states), 0, Shape({steps, m_units}));
        n[3] = 1;
        n[4] = steps;
        const ValueId sequence = m_l.add(axisSliceOp, {states}, n);
        return backwards ? reversed(sequence) : sequence;
    }

    ValueId reversed(ValueId x) { return m_l.add(axisReverseOp, {x}, alongAxis(m_l.shape(x), 0, m_l.shape(x))); }

    Lowering &m_l;
    RecurrentShape::Kind m_cell;
    int64_t m_units;
    bool m_both;
    std::vector<ValueId> m_lastStates, m_lastCells;
};

template <RecurrentShape::Kind cell>
void lower(Lowering &l) { Stack(l, cell).lower(); }

} // namespace

LayerKind recurrentKind(RecurrentShape::Kind cell, LayerKind kind)
{
    kind.category = Category::Sequence;
    kind.inputs = {{"in", ZB_TEXT("sequence")}, {"mask", ZB_TEXT("mask"), false, false, true}, {"state", ZB_TEXT("initial state"), false, false, true}};
    kind.outputs = {{"out", ZB_TEXT("output")}, {"state", ZB_TEXT("last state")}};
    if (cell == RecurrentShape::Lstm) {
        kind.inputs.push_back({"cell", ZB_TEXT("initial cell"), false, false, true});
        kind.outputs.push_back({"cell", ZB_TEXT("last cell")});
    }
    AttributeSpec returns{"returns", ZB_TEXT("Gives"), ZB_TEXT("The state after every step, or only the last one."), AttributeType::Choice, std::string("all")};
    returns.choices = {{"all", ZB_TEXT("every state")}, {"last", ZB_TEXT("the last state")}};
    kind.attributes = {integerAttribute("units", ZB_TEXT("Neurons"), ZB_TEXT("How many numbers the state holds."), 32, 1, 4096, true), returns,
                       integerAttribute("layers", ZB_TEXT("Layers"), ZB_TEXT("How many such layers stand on each other."), 1, 1, 8),
                       {"both_ways", ZB_TEXT("Both ways"), ZB_TEXT("A second set of neurons reads the sequence from its end."), AttributeType::Switch, false}};
    if (cell == RecurrentShape::Rnn) {
        AttributeSpec activation{"activation", ZB_TEXT("Activation"), ZB_TEXT("The function each new state goes through."), AttributeType::Choice, std::string("tanh")};
        activation.choices = {{"tanh", ZB_TEXT("tanh")}, {"relu", ZB_TEXT("ReLU")}};
        kind.attributes.push_back(activation);
    }
    for (AttributeSpec &spec : weightAttributes())
        kind.attributes.push_back(std::move(spec));
    kind.inferShape = inferShape;
    kind.lower = cell == RecurrentShape::Lstm ? lower<RecurrentShape::Lstm> : cell == RecurrentShape::Gru ? lower<RecurrentShape::Gru> : lower<RecurrentShape::Rnn>;
    const int64_t extra = cell == RecurrentShape::Lstm ? 2 : 1;
    const auto inputs = [&](std::vector<ValueType> given, int64_t states) {
        given.resize(2);
        for (int64_t i = 0; i < extra; ++i)
            given.push_back(states > 0 ? ValueType{Shape({states}), 0} : ValueType{});
        return given;
    };
    kind.samples = {{{{"units", int64_t(3)}}, inputs({{Shape({5, 2})}}, 0)},
                    {{{"units", int64_t(2)}, {"returns", std::string("last")}}, inputs({{Shape({4, 3})}}, 2)},
                    {{{"units", int64_t(2)}, {"both_ways", true}, {"layers", int64_t(2)}}, inputs({{Shape({3, 2})}}, 8)},
                    {{{"units", int64_t(2)}, {"both_ways", true}, {"bias", false}}, inputs({{Shape({3, 2})}, {Shape({3})}}, 0)}};
    return kind;
}

} // namespace zhibei
