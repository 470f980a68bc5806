#pragma once

#include "core/network/attributes.h"

#include <cstdint>

namespace zhibei {

/// The numbers an update works with. Penalties act on the gradient: g + l2·w + l1·sign w.
struct UpdateSettings {
    float rate = 0.001f, momentum = 0.9f;
    double beta1 = 0.9, beta2 = 0.999; ///< double: 1 - 0.999 loses digits in float
    float decay = 0, l1 = 0, l2 = 0;
    int64_t step = 1; ///< 1 at the first update
};

/// How weights follow their gradient, in one constant in one file of core/train/optimizers.
struct Optimizer {
    std::string id;
    std::string text;  ///< marked English name
    int slots;         ///< numbers kept per weight, 0 to 2
    /// Updates n weights in place; slot0 and slot1 are zero before the first step.
    void (*update)(const UpdateSettings &settings, int64_t n, float *weights, const float *gradient, float *slot0, float *slot1);
};

const std::vector<const Optimizer *> &optimizers();
const Optimizer &optimizer(const std::string &id);

} // namespace zhibei
