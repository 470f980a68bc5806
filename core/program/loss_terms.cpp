#include "core/program/loss_terms.h"

namespace zhibei {

std::vector<LossTerm> lossTerms(const Model &model, const Objective &objective)
{
    std::vector<LossTerm> terms;
    for (const Objective &other : model.objectives)
        if (other.node == objective.node || other.joins == objective.node)
            terms.push_back({other.loss, other.weight});
    return terms;
}

} // namespace zhibei
