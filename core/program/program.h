#pragma once

#include "core/network/network.h"
#include "core/tensor/shape.h"

#include <array>
#include <deque>
#include <map>
#include <vector>

namespace zhibei {

struct Op;

/// Index into Program::values.
using ValueId = int;
constexpr ValueId noValue = -1;

/// The settings of one op, by the op's own meaning.
using Integers = std::array<int64_t, 20>;
using Reals = std::array<double, 4>;

/// Where a value lives.
enum class Space {
    Sample,    ///< one for each sample of the batch: [tiles][count][16 samples side by side]
    Parameter, ///< learned: part of the arena of parameters
    Gradient,  ///< of a parameter: part of the arena of gradients, same place
    Batch,     ///< one for the whole batch
};

struct ValueInfo {
    std::string name; ///< "dense1.out"; for people and messages
    Shape shape;
    Space space = Space::Sample;
    NodeId node;      ///< the node it belongs to
    int64_t offset = 0; ///< Parameter and Gradient: place in the arena
};

/// One application of a primitive operator.
struct OpInstance {
    const Op *op = nullptr;
    std::vector<ValueId> inputs, outputs;
    Integers integers{}; ///< the op's own meaning
    Reals reals{};
    std::vector<float> table;          ///< numbers of its own, where it has any
    uint64_t key = 0;                  ///< for random ops: hash of the node's id
    NodeId node;
};

/// A list of primitive ops in an order that can be run, each value made once. Lowering writes the forward
/// part; `differentiate` appends the backward part; both are the same kind of thing.
///
///     y = dense(x, w); a = tanh(y); l = squared_loss(a, t)
struct Program {
    std::deque<ValueInfo> values; ///< a deque: what refers to one stays good while more are added
    std::vector<OpInstance> ops;
    std::map<PortRef, ValueId> ports; ///< the value at each output port of the network
    ValueId features = noValue;       ///< filled from the data
    ValueId target = noValue;         ///< filled from the data; noValue if nobody asks for it
    std::vector<ValueId> losses;      ///< per loss node: one number per sample

    ValueId addValue(ValueInfo info);
    /// Appends an op; the shapes of its outputs are the op's own rule (an op with several outputs returns the first).
    ValueId add(const Op &op, std::vector<ValueId> inputs, std::string name, NodeId node,
                const Integers &integers = {}, const Reals &reals = {}, std::vector<float> table = {});
    const Shape &shape(ValueId id) const { return values[static_cast<size_t>(id)].shape; }
    int64_t count(ValueId id) const { return shape(id).count(); }
};

} // namespace zhibei
