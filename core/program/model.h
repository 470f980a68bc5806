#pragma once

#include "core/network/diagnostics.h"
#include "core/program/program.h"
#include "core/tensor/tensor.h"

#include <memory>
#include <set>

namespace zhibei {

/// How the initial numbers of a parameter are drawn.
struct Initial {
    enum class Scheme { Zero, One, Normal, Xavier, He, Uniform, Fixed } scheme = Scheme::Zero; ///< Uniform: ±1/√fanIn
    double fanIn = 1, fanOut = 1;
    bool automatic = true; ///< `scheme` may be replaced by the training's setting `init`
    double spread = 1;     ///< Fixed: the standard deviation
};

/// Where the numbers of a node's parameter are within the arena of all parameters. Neurons drawn by hand share one
/// matrix and kernels stand beside each other, so an element need not follow its neighbour: with i along the first
/// axis and j along all others, element (i, j) is arena[offset + i·rowStride + j·columnStride].
struct ParameterView {
    NodeId node;
    std::string name;  ///< "weights", "bias"; the full name in files is node + "." + name
    Shape shape;       ///< as people and files know it: {inputs, units}, {units}, {outputs, inputs, height, width}
    int64_t offset = 0, rowStride = 0, columnStride = 1;
    Initial initial;
    bool decays = true; ///< weight penalties apply (not to a bias)
    ValueId value = noValue; ///< the program's value that holds it
    bool frozen = false;     ///< no objective moves it
    double follows = 0;      ///< > 0: not learned; moves this share of the way to what each batch says (running means)

    std::string fullName() const { return node + "." + name; }
    int64_t rows() const { return shape.rank() >= 2 ? shape[0] : 1; }
    int64_t columns() const { return shape.rank() >= 2 ? shape.count() / shape[0] : shape.count(); }
    /// Arena index of the k-th number in row-major order of `shape`.
    int64_t index(int64_t k) const { return offset + k / columns() * rowStride + k % columns() * columnStride; }
};

/// How a number or numbers become a class.
enum class Decision { None, Largest, Sign, Half };

/// A loss node and what it judges.
struct Objective {
    NodeId node;
    ValueId loss = noValue;       ///< one number per sample
    ValueId prediction = noValue; ///< what the network says, after the softmax or sigmoid that a loss implies
    ValueId target = noValue;     ///< the same for the right answer: numbers to compare with, or class indices, one a row of the prediction
    Decision decision = Decision::None; ///< Largest: a probability per class; Half: one probability; Sign: −1 or +1
    int classes = 0;
    double weight = 1;            ///< how much its loss counts
    NodeId joins;                 ///< the loss node in whose turn it is counted; empty: it has a turn of its own
    int64_t every = 1;            ///< its turn comes every so many steps
    std::set<ValueId> fixed;      ///< parameters that its turn does not move
};

/// A network made ready to compute on data of one type: immutable and shared by the trainer and all who look.
struct Model {
    Network network;
    DataType data;
    Analysis analysis;
    Program program;                         ///< forward ops, losses included
    std::vector<ParameterView> parameters;   ///< in network order
    int64_t parameterCount = 0;              ///< arena size
    std::vector<Objective> objectives;       ///< one per loss node, in network order

    std::map<std::string, ValueId> packed;   ///< parameters as ops use them, by "node.name" of their owner

    /// The parameter that a node uses: its own, or that of the node whose weights it shares. Null if there is none.
    const ParameterView *parameter(const NodeId &node, const std::string &name) const;
};

/// The node whose weights `node` uses: itself unless its attribute `share` names another.
const Node &weightOwner(const Network &network, const Node &node);

/// Lowers a network. No node may have a blocking diagnostic; throws std::logic_error otherwise. One without a loss can
/// compute, though not learn.
std::shared_ptr<const Model> buildModel(const Network &network, const DataType &data);

/// Draws the initial numbers of every parameter from the seed and the training settings `init` and `init_spread`.
/// Each number depends on the seed, the parameter's full name and its place only.
void initialiseParameters(const Model &model, const Attributes &settings, uint64_t seed, std::span<float> arena);

/// Copies of every parameter by full name, in the shape its view says.
std::map<std::string, Tensor> exportParameters(const Model &model, std::span<const float> arena);
/// Puts back every number that still fits: same name; where sizes have changed, the common leading block.
void importParameters(const Model &model, const std::map<std::string, Tensor> &from, std::span<float> arena);
/// SHA-256 over names, shapes and bytes, in name order; hex.
std::string parametersSha256(const Model &model, std::span<const float> arena);

} // namespace zhibei
