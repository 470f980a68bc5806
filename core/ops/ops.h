#pragma once

#include "core/ops/op.h"

namespace zhibei {

/// Which of an op's integers says that a parameter's gradient is added to what is there.
constexpr size_t accumulateFlag = 19;

/// Extent of a value that holds `count` numbers for a whole tile rather than for each of its samples.
constexpr int64_t tileShare(int64_t count) { return (count + lanes - 1) / lanes; }

// The primitive operators, one file each. In the formulas x is the first input, y the output, d… a gradient.

// y = Wᵀ·x + b; W packed with b as its last row: [inputs + 1, units]. integers[0]: 1 with bias
extern const Op denseOp;
extern const Op denseInputGradientOp;     // (dy, W) -> dx
extern const Op toRowsOp;                 // [count][lanes] -> [lanes][count rounded up to lanes]
extern const Op denseWeightsGradientOp;   // (x, rows of dy) -> dW

// A kernel's windows over pictures and sequences; integers: a ConvGeometry (core/ops/conv.h)
extern const Op convOp;           // (x, W[, bias]) -> y[, padded x or scratch memory]
extern const Op convTransposeOp;  // (x, W[, bias]) -> y[, padded x or scratch memory]; its geometry is that of the convolution it turns round
extern const Op convWeightsOp;    // (padded big, small) -> a tile's share of dW

// What tiles add to a parameter's gradient
extern const Op channelSumOp;     // x [outer][channels][inner] -> [channels]; integers: channels, inner
extern const Op sumTilesOp;       // the tiles' shares -> gradient

// Element by element
extern const Op sigmoidOp, tanhOp, reluOp, leakyReluOp, eluOp, geluOp, softplusOp, seluOp;
extern const Op expOp, logOp, sqrtOp, reciprocalOp, magnitudeOp, erfOp;
extern const Op scaleOp;     // y = x·reals[0] + reals[1]
extern const Op addOp;       // y = x₁ + x₂ + …
extern const Op multiplyOp;  // y = x₁·x₂·…
extern const Op productGradientOp; // (dy, the other factors…) -> their product

// Row by row; integers[0]: rows, 0 for one
extern const Op softmaxOp, softmaxGradientOp;
extern const Op normaliseOp, normaliseGradientOp; // zero mean, unit variance; reals[0]: ε
extern const Op unitLengthOp, unitLengthGradientOp;

// Arranging
extern const Op concatenateOp;
extern const Op sliceOp;     // y = x[begin, begin + count); integers: begin, count
extern const Op unsliceOp;   // its gradient: zeros around; integers: begin, count of the whole
extern const Op viewOp;      // the same numbers under another shape; integers: viewIntegers
extern const Op stopOp;      // the same numbers; nothing flows back
Integers viewIntegers(const Shape &shape);

// Along one axis; integers: alongAxis
extern const Op axisSumOp, axisRepeatOp;   // times reals[0]
extern const Op axisSliceOp, axisPasteOp;  // and [3], [4]: begin, count
extern const Op axisReverseOp;
extern const Op axisJoinOp;  // integers: outer, and the resulting shape as alongAxis has it
extern const Op permuteOp;   // integers: rank, extents of x [1…5], order of axes [6…10]
/// outer, extent and inner around the axis of a value of `shape`, and the shape of the result.
Integers alongAxis(const Shape &shape, int axis, const Shape &result);

// Pictures
extern const Op padOp;       // integers: channels, height, width, top, left, new height, new width
extern const Op upsampleNearestOp, upsampleNearestGradientOp, upsampleBilinearOp, upsampleBilinearGradientOp; // channels, height, width, factor
extern const Op maxPoolOp, maxPoolGradientOp, averagePoolOp, averagePoolGradientOp; // a ConvGeometry; [18]: padding counts

// Over the batch; integers: channels, inner, places a sample
extern const Op tileMomentsOp, batchStatisticsOp, standardiseOp;
extern const Op tileProductsOp, batchMeansOp, standardiseGradientOp, runningDifferenceOp;
extern const Op affineOp, affineGainOp; // (x, gain[, shift]); integers: channels, inner

// Sequences
extern const Op embeddingOp, embeddingGradientOp; // integers: size[, vocabulary]
extern const Op positionalEncodingOp;             // integers: size
extern const Op recurrentOp, recurrentGradientOp; // a RecurrentShape (core/ops/recurrent.h)
extern const Op matmulOp;    // integers: batches, rows, columns, length, first turned, second turned
extern const Op differsOp;    // 1 where x is not reals[0], else 0
extern const Op causalMaskOp; // scores above the diagonal become -1e9; integers: rows, columns
extern const Op keyMaskOp;    // (scores, mask [columns]): columns masked by 0 become -1e9; integers: rows, columns

// Capsules; integers: size[, from, to, iterations]
extern const Op labelMaskOp; // (s, class) -> the capsule of the class, or in use the longest, and zeros; second output the mask
extern const Op squashOp, squashGradientOp, capsuleLengthOp, capsuleLengthGradientOp;
extern const Op routeOp, addVotesOp, addVotesGradientOp;

extern const Op dropoutOp;   // y = x·mask; second output the mask; reals[0]: rate
extern const Op maskOp;      // (x, mask) -> x·mask

// Out of nothing; integers[10…]: the shape
extern const Op noiseOp, constantOp;

// Targets
extern const Op oneHotOp;    // class indices -> [classes] each; integers[0]: classes
extern const Op signedClassOp; // class 0, 1 -> -1, +1

// Losses: first output one number per sample
extern const Op squaredLossOp, squaredLossGradientOp;
extern const Op absoluteLossOp, absoluteLossGradientOp;
extern const Op huberLossOp, huberLossGradientOp;           // reals[0]: δ
extern const Op hingeLossOp, hingeLossGradientOp, multiHingeLossOp, multiHingeLossGradientOp;
extern const Op marginLossOp, marginLossGradientOp;
extern const Op divergenceOp, divergenceGradientOp;
extern const Op softmaxCrossEntropyOp;  // (scores, classes[, mask]) -> loss, probabilities; integers: rows, masked
extern const Op softmaxCrossEntropyGradientOp;
extern const Op sigmoidCrossEntropyOp;  // (scores, targets 0/1) -> loss, probabilities
extern const Op sigmoidCrossEntropyGradientOp;

// ONNX rules (see Op::onnx) that are too long for the file of their op
void convOnnx(OnnxExport &e, const OpInstance &op);
void convTransposeOnnx(OnnxExport &e, const OpInstance &op);
void affineOnnx(OnnxExport &e, const OpInstance &op);
void recurrentOnnx(OnnxExport &e, const OpInstance &op);
void squashOnnx(OnnxExport &e, const OpInstance &op);
void capsuleLengthOnnx(OnnxExport &e, const OpInstance &op);
void routeOnnx(OnnxExport &e, const OpInstance &op);
void addVotesOnnx(OnnxExport &e, const OpInstance &op);
void labelMaskOnnx(OnnxExport &e, const OpInstance &op);

extern const Op lossSeedOp;  // loss -> weight·d mean(loss) / d loss: weight / batch for samples that count, else 0
extern const Op meanLossOp;  // loss -> its mean over the batch

} // namespace zhibei
