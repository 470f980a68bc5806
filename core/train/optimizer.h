#pragma once

#include "core/network/attributes.h"

#include <array>
#include <cstdint>

namespace zhibei {

/// The numbers an update works with. Penalties act on the gradient: g + l2·w + l1·sign w.
struct UpdateSettings {
    float rate = 0.001f, momentum = 0.9f;
    double beta1 = 0.9, beta2 = 0.999; ///< double: 1 - 0.999 loses digits in float
    float decay = 0, l1 = 0, l2 = 0;
    int64_t step = 1; ///< 1 at the first update
};

/// What an update did to one weight: the gradient without penalties, the weight, and what the optimizer remembers of it.
struct Move {
    double gradient = 0, before = 0, after = 0;
    std::array<double, 2> kept{}, keeps{}; ///< before, after
};

/// A number of an update and how it comes about, for people. The formula's symbols stand in braces and are terms that came
/// before: "{β₁}·{m₀} + (1 − {β₁})·{g}". An empty formula: the number was given.
struct UpdateTerm {
    std::string symbol, formula;
    double value = 0;
    std::string text; ///< marked English name
};

/// How weights follow their gradient, in one constant in one file of core/train/optimizers.
struct Optimizer {
    std::string id;
    std::string text;  ///< marked English name
    int slotCount;     ///< numbers kept per weight, 0 to 2
    /// Updates n weights in place; slot0 and slot1 are zero before the first step.
    void (*update)(const UpdateSettings &settings, int64_t n, float *weights, const float *gradient, float *slot0, float *slot1);
    /// The same arithmetic in words, term by term down to the change Δ; the values are those of a real move. Comes after the
    /// terms w₀ (the old weight), g (the gradient, penalties included) and η (the rate).
    std::vector<UpdateTerm> (*explain)(const UpdateSettings &settings, const Move &move);
};

/// Every term of a move, from the gradient over penalties to the new weight.
std::vector<UpdateTerm> explainUpdate(const Optimizer &optimizer, const UpdateSettings &settings, const Move &move);

const std::vector<const Optimizer *> &optimizers();
const Optimizer &optimizer(const std::string &id);

} // namespace zhibei
