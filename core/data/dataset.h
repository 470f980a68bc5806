#pragma once

#include "core/network/diagnostics.h"
#include "core/tensor/tensor.h"

namespace zhibei {

/// Labelled samples, training part first. Immutable once made; shared between threads.
struct Dataset {
    Shape featureShape;                    ///< of one sample
    Tensor features;                       ///< [samples, featureShape…], float32
    std::vector<std::string> featureNames; ///< one per number where features is a vector ("x", "y", "x²"); else empty
    Tensor targets;                        ///< [samples, targetCount]: a class index, or the numbers to predict
    int64_t targetCount = 1;               ///< numbers per target
    std::vector<std::string> classNames;   ///< empty for regression; marked texts where they are words of ours
    std::string targetName;                ///< regression: the name of what is predicted
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
};

} // namespace zhibei
