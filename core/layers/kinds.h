#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

struct Op;

// Every kind, one file each; core/layers/layer_catalogue.cpp puts them in order.
extern const LayerKind inputKind;
extern const LayerKind neuronKind, denseKind, dropoutKind;
extern const LayerKind flattenKind, reshapeKind, normaliseKind;
extern const LayerKind batchNormKind, layerNormKind;
extern const LayerKind conv2Kind, convTranspose2Kind, conv1Kind, maxPoolKind, averagePoolKind, globalPoolKind, upsampleKind, padKind, cropKind;
extern const LayerKind embeddingKind, oneHotKind, rnnKind, lstmKind, gruKind, timeDenseKind;
extern const LayerKind attentionKind, multiHeadKind, positionalEncodingKind, paddingMaskKind;
extern const LayerKind primaryCapsulesKind, capsulesKind, capsuleLengthKind, labelMaskKind;
extern const LayerKind activationKind;
extern const LayerKind concatenateKind, addKind, subtractKind, multiplyKind, matrixProductKind, sumKind, meanKind;
extern const LayerKind sliceKind, transposeKind, repeatKind, scaleKind, functionKind, noiseKind, constantKind, stopGradientKind;
extern const LayerKind squaredKind, absoluteKind, huberKind, crossEntropyKind, binaryCrossEntropyKind, hingeKind, marginKind, divergenceKind;

/// An input node has a port for each single feature up to this many.
constexpr int64_t maximumFeaturePorts = 16;

/// Lowers neurons that have the same sources and settings as one matrix product.
void lowerNeurons(Lowering &lowering, const std::vector<const Node *> &neurons);

/// The input of the op that made `value`, if it is `op`; else `value`.
int beforeOp(Lowering &lowering, int value, const Op &op);

/// All that arrives at a variadic port as one row of numbers; values that were cut from one are put back without work.
int joined(Lowering &lowering);

} // namespace zhibei
