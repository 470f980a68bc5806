#include "core/train/optimizer.h"

#include "core/text.h"

#include <stdexcept>

namespace zhibei {

extern const Optimizer sgdOptimizer, momentumOptimizer, rmspropOptimizer, adamOptimizer, adamwOptimizer;

const std::vector<const Optimizer *> &optimizers()
{
    static const std::vector<const Optimizer *> all{&sgdOptimizer, &momentumOptimizer, &rmspropOptimizer, &adamOptimizer, &adamwOptimizer};
    return all;
}

const Optimizer &optimizer(const std::string &id)
{
    for (const Optimizer *candidate : optimizers())
        if (candidate->id == id)
            return *candidate;
    throw std::out_of_range("no optimizer " + id);
}

std::vector<UpdateTerm> explainUpdate(const Optimizer &optimizer, const UpdateSettings &s, const Move &move)
{
    std::vector<UpdateTerm> terms{{"w₀", "", move.before, ZB_TEXT("old weight")}};
    if (s.l1 == 0 && s.l2 == 0) {
        terms.push_back({"g", "", move.gradient, ZB_TEXT("gradient")});
    } else {
        terms.push_back({"g₀", "", move.gradient, ZB_TEXT("gradient of the loss")});
        std::string formula = "{g₀}";
        double pull = 0;
        const auto add = [&](const char *symbol, float strength, double of, const char *text, const char *part) {
            if (strength == 0)
                return;
            terms.push_back({symbol, "", double(strength), text});
            formula += part;
            pull += double(strength) * of;
        };
        add("λ₂", s.l2, move.before, ZB_TEXT("L2 penalty"), " + {λ₂}·{w₀}");
        add("λ₁", s.l1, double((move.before > 0) - (move.before < 0)), ZB_TEXT("L1 penalty"), move.before < 0 ? " − {λ₁}" : " + {λ₁}");
        terms.push_back({"g", formula, move.gradient + pull, ZB_TEXT("gradient with penalties")});
    }
    terms.push_back({"η", "", double(s.rate), ZB_TEXT("learning rate")});
    for (UpdateTerm &term : optimizer.explain(s, move))
        terms.push_back(std::move(term));
    terms.push_back({"w", "{w₀} + {Δ}", move.after, ZB_TEXT("new weight")});
    return terms;
}

} // namespace zhibei
