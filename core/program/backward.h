#pragma once

#include "core/ops/op.h"

#include <set>

namespace zhibei {

/// A loss (one number per sample) and how much it counts.
struct LossTerm {
    ValueId loss = noValue;
    double weight = 1;
};

/// How far gradients flow back.
enum class Reach {
    Parameters, ///< to all that learns: what training needs
    Features,   ///< to the numbers of the sample as well: for those who look
};

/// Appends the backward part of a program, op by op from the losses to the parameters. Gradient rules use it:
///
///     void gradient(Backward &b, const OpInstance &op)
///     {
///         const ValueId dy = b.gradient(op.outputs[0]);
///         if (b.wants(op.inputs[0]))
///             b.addGradient(op.inputs[0], b.add(tanhGradientOp, {op.outputs[0], dy}));
///     }
class Backward {
public:
    explicit Backward(Program &program) : m_program(program) {}

    Program &program() { return m_program; }
    /// Whether anything that learns depends on this value.
    bool wants(ValueId value) const { return m_wanted[static_cast<size_t>(value)]; }
    /// The gradient that has been collected for a value; noValue if nothing flows back through it.
    ValueId gradient(ValueId value);
    /// Adds a contribution to the gradient of a value.
    void addGradient(ValueId value, ValueId gradient);
    /// Appends an op whose first output is returned.
    ValueId add(const Op &op, std::vector<ValueId> inputs, const Integers &integers = {}, const Reals &reals = {},
                std::vector<float> table = {});
    /// The same numbers under another shape.
    ValueId viewAs(ValueId value, const Shape &shape);
    /// Appends an op that writes the gradient of a parameter, in the parameter's shape and place.
    void addParameterGradient(ValueId parameter, const Op &op, std::vector<ValueId> inputs,
                              Integers integers = {});

    /// The same where each tile has made its share of the gradient (see tileShare).
    void addParameterShares(ValueId parameter, ValueId shares);

    /// Differentiates the mean over the batch of the terms' weighted sum. Returns parameter -> gradient.
    std::map<ValueId, ValueId> run(const std::vector<LossTerm> &terms, const std::set<ValueId> &fixed, Reach reach);
    /// After `run`: the gradient of every forward value that has one.
    std::map<ValueId, ValueId> flows();

private:
    void markWanted(const std::vector<LossTerm> &terms, const std::set<ValueId> &fixed, Reach reach);

    Program &m_program;
    std::vector<bool> m_wanted;
    std::map<ValueId, std::vector<ValueId>> m_contributions;
    std::map<ValueId, ValueId> m_parameterGradients;
    NodeId m_node;
};

/// The program with the backward part of one objective appended.
struct Differentiated {
    Program program;
    std::map<ValueId, ValueId> gradients; ///< parameter -> its gradient (Space::Gradient)
    std::map<ValueId, ValueId> flows;     ///< Reach::Features: forward value of a sample -> its gradient
};
/// Parameters in `fixed` get no gradient, and nothing flows back that only they would want.
Differentiated differentiate(const Program &forward, const std::vector<LossTerm> &terms, const std::set<ValueId> &fixed = {},
                             Reach reach = Reach::Parameters);
inline Differentiated differentiate(const Program &forward, ValueId loss)
{
    return differentiate(forward, std::vector<LossTerm>{{loss, 1}});
}

} // namespace zhibei
