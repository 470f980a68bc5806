#include "core/train/optimizers/update_loop.h"

namespace zhibei {

namespace {

/// v = β₂·v + (1 - β₂)·g²; w -= rate·g / (√v + ε). Hinton, lecture 6e (2012)
void update(const UpdateSettings &s, int64_t n, float *w, const float *g, float *a, float *b)
{
    const float beta2 = float(s.beta2), rest2 = float(1 - s.beta2);
    updateEach(s, n, w, g, a, b, [=](float &wi, float gi, [[maybe_unused]] float &ai, [[maybe_unused]] float &bi) {
        ai = beta2 * ai + rest2 * gi * gi;
        wi -= s.rate * gi / (std::sqrt(ai) + 1e-8f);
    });
}

std::vector<UpdateTerm> explain(const UpdateSettings &s, const Move &move)
{
    return {{"β₂", "", s.beta2, ZB_TEXT("memory of the squares")},
            {"v₀", "", move.kept[0], ZB_TEXT("mean square so far")},
            {"v", "{β₂}·{v₀} + (1 − {β₂})·{g}²", move.keeps[0], ZB_TEXT("mean square of the gradients")},
            {"Δ", "−{η}·{g} / √{v}", move.after - move.before, ZB_TEXT("change")}};
}

} // namespace

extern const Optimizer rmspropOptimizer;
const Optimizer rmspropOptimizer{"rmsprop", ZB_TEXT("RMSProp"), 1, update, explain};

} // namespace zhibei
