#pragma once

#include "core/train/optimizers/update_loop.h"

#include <vector>

namespace zhibei {

/// The moments of Adam and AdamW in words, down to m̂ and v̂.
inline std::vector<UpdateTerm> adamTerms(const UpdateSettings &s, const Move &move)
{
    const auto t = double(s.step);
    return {{"β₁", "", s.beta1, ZB_TEXT("memory of the gradients")},
            {"β₂", "", s.beta2, ZB_TEXT("memory of the squares")},
            {"t", "", t, ZB_TEXT("number of the update")},
            {"m₀", "", move.kept[0], ZB_TEXT("mean gradient so far")},
            {"v₀", "", move.kept[1], ZB_TEXT("mean square so far")},
            {"m", "{β₁}·{m₀} + (1 − {β₁})·{g}", move.keeps[0], ZB_TEXT("mean of the gradients")},
            {"v", "{β₂}·{v₀} + (1 − {β₂})·{g}²", move.keeps[1], ZB_TEXT("mean square of the gradients")},
            {"m̂", "{m} / (1 − {β₁}^{t})", move.keeps[0] / (1 - std::pow(s.beta1, t)), ZB_TEXT("corrected for the start at zero")},
            {"v̂", "{v} / (1 − {β₂}^{t})", move.keeps[1] / (1 - std::pow(s.beta2, t)), ZB_TEXT("corrected for the start at zero")}};
}

} // namespace zhibei
