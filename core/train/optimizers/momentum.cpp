#include "core/train/optimizers/update_loop.h"

namespace zhibei {

namespace {

/// v = momentum·v + g; w -= rate·v
void update(const UpdateSettings &s, int64_t n, float *w, const float *g, float *a, float *b)
{
    updateEach(s, n, w, g, a, b, [=](float &wi, float gi, [[maybe_unused]] float &ai, [[maybe_unused]] float &bi) {
        ai = s.momentum * ai + gi;
        wi -= s.rate * ai;
    });
}

std::vector<UpdateTerm> explain(const UpdateSettings &s, const Move &move)
{
    return {{"μ", "", double(s.momentum), ZB_TEXT("momentum")},
            {"v₀", "", move.kept[0], ZB_TEXT("velocity so far")},
            {"v", "{μ}·{v₀} + {g}", move.keeps[0], ZB_TEXT("velocity")},
            {"Δ", "−{η}·{v}", move.after - move.before, ZB_TEXT("change")}};
}

} // namespace

extern const Optimizer momentumOptimizer;
const Optimizer momentumOptimizer{"momentum", ZB_TEXT("SGD with momentum"), 1, update, explain};

} // namespace zhibei
