#pragma once

#include "core/network/diagnostics.h"
#include "core/tensor/tensor.h"

#include <utility>

namespace zhibei {

/// How a number of the data became the number the network sees: (value − mean) / scale.
struct Scaling {
    float mean = 0, scale = 1;
    float apply(float value) const { return (value - mean) / scale; }
    float restore(float scaled) const { return scaled * scale + mean; }
    bool operator==(const Scaling &) const = default;
};

/// Labelled samples, training part first. Immutable once made; shared between threads.
/// May be empty (no point painted yet): then `features` has the shape [0, …] and nothing can train.
struct Dataset {
    Shape featureShape;                    ///< of one sample
    Tensor features;                       ///< [samples, featureShape…], float32, scaled: what the network sees
    std::vector<std::string> featureNames; ///< one per number where features is a vector ("x", "y", "x²"); else empty
    Tensor targets;                        ///< [samples, targetCount]: a class index, or the (scaled) numbers to predict
    int64_t targetCount = 1;               ///< numbers per target
    std::vector<std::string> classNames;   ///< empty for regression; marked texts where they are words of ours
    std::string targetName;                ///< regression: the name of what is predicted
    int featureClasses = 0;                ///< > 0: every feature number is an index below it (the characters of a text)
    int64_t trainCount = 0;                ///< samples [0, trainCount) train, the rest test
    Text note;                             ///< what the reader wants to tell (missing values, columns left out)

    int64_t count() const { return features.empty() ? 0 : features.shape()[0]; }
    int64_t testCount() const { return count() - trainCount; }
    bool classification() const { return !classNames.empty(); }
    /// The two base inputs span a plane (surface and heat maps can be drawn), even with derived inputs.
    bool planar = false;
    /// One base input (a fitted curve can be drawn).
    bool curve = false;
    DataType type() const;

    /// How features and targets were scaled, one entry per number; empty: not at all. Views show original units:
    /// `feature` and `target` read samples in them, `targetInUnits` turns a prediction of the network into them.
    std::vector<Scaling> featureScaling, targetScaling;

    /// Number `i` of sample `sample`, in original units.
    float feature(int64_t sample, int64_t i) const;
    /// Target number `k` of sample `sample`, in original units; a class index stays itself.
    float target(int64_t sample, int64_t k = 0) const;
    /// What the network predicts for target number `k`, in original units.
    float targetInUnits(float predicted, int64_t k = 0) const;
    /// Smallest and largest value of feature number `i` over all samples, in original units; {0, 0} when empty.
    std::pair<float, float> featureRange(int64_t i) const;
    /// The same for target number `k`.
    std::pair<float, float> targetRange(int64_t k = 0) const;
};

} // namespace zhibei
