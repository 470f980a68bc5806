#include "core/train/optimizers/adam_terms.h"

namespace zhibei {

namespace {

/// Adam, with w shrunk by rate·decay apart from the gradient. Loshchilov and Hutter (2019)
void update(const UpdateSettings &s, int64_t n, float *w, const float *g, float *a, float *b)
{
    const float scale = float(std::sqrt(1 - std::pow(s.beta2, double(s.step))));
    const float rate = float(double(s.rate * scale) / (1 - std::pow(s.beta1, double(s.step))));
    const float epsilon = 1e-8f * scale;
    const float keep = 1 - s.rate * s.decay;
    const float beta1 = float(s.beta1), rest1 = float(1 - s.beta1);
    const float beta2 = float(s.beta2), rest2 = float(1 - s.beta2);
    updateEach(s, n, w, g, a, b, [=](float &wi, float gi, [[maybe_unused]] float &ai, [[maybe_unused]] float &bi) {
        ai = beta1 * ai + rest1 * gi;
        bi = beta2 * bi + rest2 * gi * gi;
        wi = wi * keep - rate * ai / (std::sqrt(bi) + epsilon);
    });
}

std::vector<UpdateTerm> explain(const UpdateSettings &s, const Move &move)
{
    std::vector<UpdateTerm> terms = adamTerms(s, move);
    if (s.decay == 0) {
        terms.push_back({"Δ", "−{η}·{m̂} / √{v̂}", move.after - move.before, ZB_TEXT("change")});
        return terms;
    }
    terms.push_back({"λ", "", double(s.decay), ZB_TEXT("decay of the weight")});
    terms.push_back({"Δ", "−{η}·{m̂} / √{v̂} − {η}·{λ}·{w₀}", move.after - move.before, ZB_TEXT("change")});
    return terms;
}

} // namespace

extern const Optimizer adamwOptimizer;
const Optimizer adamwOptimizer{"adamw", ZB_TEXT("AdamW"), 2, update, explain};

} // namespace zhibei
