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

} // namespace

extern const Optimizer momentumOptimizer;
const Optimizer momentumOptimizer{"momentum", ZB_TEXT("SGD with momentum"), 1, update};

} // namespace zhibei
