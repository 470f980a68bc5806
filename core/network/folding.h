#pragma once

#include "core/network/diagnostics.h"
#include "core/tensor/tensor.h"

#include <map>

namespace zhibei {

/// A dense layer is its neurons folded up. Unfolding replaces the layer by one `neuron` node per unit, all with
/// `group` set to the layer's id; folding makes a layer of neurons that read the same values in the same order.
///
///     in ── dense1 ── loss          in ═ neuron1 ┐
///                            <=>       ═ neuron2 ┴ concatenate1 ── loss
struct FoldingResult {
    std::vector<NodeId> made; ///< the neurons, or the one dense layer; empty after a mistake
    Text mistake;             ///< why it cannot be done and what to do; the network is then unchanged
};

/// More units than this are not unfolded: nobody could read the picture.
constexpr int64_t unfoldLimit = 64;
/// Inputs with more features than this are wired as one vector.
constexpr int64_t featurePortLimit = 16;
/// Port of an `input` node that carries feature i alone (see the input kind): 2 + i.
constexpr int firstFeaturePort = 2;

/// Unfolds a dense layer. A source that was unfolded itself is wired neuron by neuron, an input of few features
/// feature by feature; a consumer that wants one vector gets a `concatenate` in between. `types`: Analysis::types.
FoldingResult unfoldDense(Network &network, const NodeId &dense, const std::map<PortRef, ValueType> &types);

/// Folds neurons with equal settings and the same sources and consumers into a dense layer; a `concatenate` that
/// only joined them goes away. The layer takes the neurons' group as its id where that is free.
FoldingResult foldNeurons(Network &network, const std::vector<NodeId> &neurons, const std::map<PortRef, ValueType> &types);

/// Carries learned numbers across an edit: finds out from both networks whether a layer was unfolded, neurons were
/// folded or a node was renamed (also by undo and redo), and gives the weights their new names and shapes. Column j
/// of "dense1.weights" [inputs, units] is "neuron(j+1).weights" [inputs, 1], entry j of "dense1.bias" [units] its
/// "…bias" [1]. All other weights pass unchanged; names that are gone are left out only where they were moved.
std::map<std::string, Tensor> carryWeights(const Network &before, const Network &after, std::map<std::string, Tensor> weights);

} // namespace zhibei
