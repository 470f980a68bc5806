#pragma once

#include "core/ops/op.h"

namespace zhibei {

/// Which of an op's integers says that a parameter's gradient is added to what is there.
constexpr size_t accumulateFlag = 7;

// The primitive operators, one file each. In the formulas x is the first input, y the output, d… a gradient.

// y = Wᵀ·x + b; W packed with b as its last row: [inputs + 1, units]. integers[0]: 1 with bias
extern const Op denseOp;
extern const Op denseInputGradientOp;     // (dy, W) -> dx
extern const Op toRowsOp;                 // [count][lanes] -> [lanes][count rounded up to lanes]
extern const Op denseWeightsGradientOp;   // (x, rows of dy) -> dW

// Element by element
extern const Op sigmoidOp, tanhOp, reluOp, leakyReluOp, eluOp, geluOp, softplusOp;
extern const Op addOp;       // y = x₁ + x₂ + …
extern const Op multiplyOp;  // y = x₁·x₂·…
extern const Op productGradientOp; // (dy, the other factors…) -> their product

// Over one sample
extern const Op softmaxOp, softmaxGradientOp;
extern const Op normaliseOp, normaliseGradientOp; // zero mean, unit variance
extern const Op unitLengthOp, unitLengthGradientOp;
extern const Op concatenateOp;
extern const Op sliceOp;     // y = x[begin, begin + count); integers: begin, count
extern const Op unsliceOp;   // its gradient: zeros around; integers: begin, count of the whole
extern const Op viewOp;      // the same numbers under another shape; integers: extents, rank in [7]

extern const Op dropoutOp;   // y = x·mask; second output the mask; reals[0]: rate
extern const Op maskOp;      // (x, mask) -> x·mask

// Targets
extern const Op oneHotOp;    // class index -> [classes]; integers[0]: classes
extern const Op signedClassOp; // class 0, 1 -> -1, +1

// Losses: first output one number per sample
extern const Op squaredLossOp, squaredLossGradientOp;
extern const Op softmaxCrossEntropyOp;  // (scores, class) -> loss, probabilities
extern const Op softmaxCrossEntropyGradientOp;
extern const Op sigmoidCrossEntropyOp;  // (scores, targets 0/1) -> loss, probabilities
extern const Op sigmoidCrossEntropyGradientOp;

extern const Op lossSeedOp;  // loss -> d mean(loss) / d loss: 1 / batch for samples that count, else 0
extern const Op meanLossOp;  // loss -> its mean over the batch

} // namespace zhibei
