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

} // namespace

extern const Optimizer sgdOptimizer;
const Optimizer sgdOptimizer{"sgd", ZB_TEXT("SGD"), 0, update};

} // namespace zhibei
