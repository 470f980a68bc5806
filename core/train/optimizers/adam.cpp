#include "core/train/optimizers/update_loop.h"

namespace zhibei {

namespace {

/// m = β₁·m + (1 - β₁)·g; v = β₂·v + (1 - β₂)·g²; w -= rate·m̂ / (√v̂ + ε), m̂ and v̂ corrected for the start. Kingma and Ba (2015)
void update(const UpdateSettings &s, int64_t n, float *w, const float *g, float *a, float *b)
{
    const float scale = float(std::sqrt(1 - std::pow(double(s.beta2), double(s.step))));
    const float rate = float(s.rate * scale / (1 - std::pow(double(s.beta1), double(s.step))));
    const float epsilon = 1e-8f * scale;
    updateEach(s, n, w, g, a, b, [=](float &wi, float gi, [[maybe_unused]] float &ai, [[maybe_unused]] float &bi) {
        ai = s.beta1 * ai + (1 - s.beta1) * gi;
        bi = s.beta2 * bi + (1 - s.beta2) * gi * gi;
        wi -= rate * ai / (std::sqrt(bi) + epsilon);
    });
}

} // namespace

extern const Optimizer adamOptimizer;
const Optimizer adamOptimizer{"adam", ZB_TEXT("Adam"), 2, update};

} // namespace zhibei
