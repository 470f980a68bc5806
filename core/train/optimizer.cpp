#include "core/train/optimizer.h"

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

} // namespace zhibei
