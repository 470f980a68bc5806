#include "core/train/optimizers/adam_terms.h"

namespace zhibei {

namespace {

/// m = β₁·m + (1 - β₁)·g; v = β₂·v + (1 - β₂)·g²; w -= rate·m̂ / (√v̂ + ε), m̂ and v̂ corrected for the start. Kingma and Ba (2015)
void update(const UpdateSettings &s, int64_t n, float *w, const float *g, float *a, float *b)
{
    const float scale = float(std::sqrt(1 - std::pow(s.beta2, double(s.step))));
    const float rate = float(double(s.rate * scale) / (1 - std::pow(s.beta1, double(s.step))));
    const float epsilon = 1e-8f * scale;
    const float beta1 = float(s.beta1), rest1 = float(1 - s.beta1);
    const float beta2 = float(s.beta2), rest2 = float(1 - s.beta2);
    updateEach(s, n, w, g, a, b, [=](float &wi, float gi, [[maybe_unused]] float &ai, [[maybe_unused]] float &bi) {
        ai = beta1 * ai + rest1 * gi;
        bi = beta2 * bi + rest2 * gi * gi;
        wi -= rate * ai / (std::sqrt(bi) + epsilon);
    });
}

std::vector<UpdateTerm> explain(const UpdateSettings &s, const Move &move)
{
    std::vector<UpdateTerm> terms = adamTerms(s, move);
    terms.push_back({"Δ", "−{η}·{m̂} / √{v̂}", move.after - move.before, ZB_TEXT("change")});
    return terms;
}

} // namespace

extern const Optimizer adamOptimizer;
const Optimizer adamOptimizer{"adam", ZB_TEXT("Adam"), 2, update, explain};

} // namespace zhibei
