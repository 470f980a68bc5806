#pragma once

#include "core/network/diagnostics.h"
#include "core/program/program.h"
#include "core/tensor/tensor.h"

#include <memory>

namespace zhibei {

/// Where the numbers of a node's parameter are within the arena of all parameters. Neurons drawn by hand
/// share one matrix, so an element need not follow its neighbour: element (i, j) of a [rows, columns]
/// parameter is arena[offset + i·rowStride + j·columnStride].
struct ParameterView {
    NodeId node;
    std::string name;  ///< "weights", "bias"; the full name in files is node + "." + name
    Shape shape;       ///< {inputs, units} or {units}
    int64_t offset = 0, rowStride = 0, columnStride = 1;

    std::string fullName() const { return node + "." + name; }
    /// Arena index of the k-th number in row-major order of `shape`.
    int64_t index(int64_t k) const
    {
        const int64_t columns = shape.rank() == 2 ? shape[1] : shape.count();
        return offset + k / columns * rowStride + k % columns * columnStride;
    }
};

/// A network made ready to compute on data of one type: immutable and shared by the trainer and all who look.
struct Model {
    Network network;
    DataType data;
    Analysis analysis;
    Program program;                         ///< forward ops, losses included
    std::vector<ParameterView> parameters;   ///< in network order
    int64_t parameterCount = 0;              ///< arena size
    std::vector<NodeId> lossNodes;           ///< in network order
    /// The value a loss node judges, after softmax or sigmoid where the loss implies one: what the network
    /// says. One per loss node; `predictionClasses` > 0 if it is a probability per class.
    std::vector<ValueId> predictions;

    const ParameterView *parameter(const NodeId &node, const std::string &name) const;
};

/// Lowers a network. It must be trainable or at least have no blocking diagnostic; throws std::logic_error otherwise.
std::shared_ptr<const Model> buildModel(const Network &network, const DataType &data);

/// Copies of every parameter by full name, in the shape its view says.
std::map<std::string, Tensor> exportParameters(const Model &model, std::span<const float> arena);
/// Puts back every number that still fits: same name; where a shape has changed, the common leading block.
void importParameters(const Model &model, const std::map<std::string, Tensor> &from, std::span<float> arena);
/// SHA-256 over names, shapes and bytes, in name order; hex.
std::string parametersSha256(const Model &model, std::span<const float> arena);

} // namespace zhibei
