#include "core/train/optimizers/update_loop.h"

namespace zhibei {

namespace {

/// w -= rate·g
void update(const UpdateSettings &s, int64_t n, float *w, const float *g, float *a, float *b)
{
    updateEach(s, n, w, g, a, b, [=](float &wi, float gi, [[maybe_unused]] float &ai, [[maybe_unused]] float &bi) {
        wi -= s.rate * gi;
    });
}

std::vector<UpdateTerm> explain(const UpdateSettings &, const Move &move)
{
    return {{"Δ", "−{η}·{g}", move.after - move.before, ZB_TEXT("change")}};
}

} // namespace

extern const Optimizer sgdOptimizer;
const Optimizer sgdOptimizer{"sgd", ZB_TEXT("SGD"), 0, update, explain};

} // namespace zhibei
