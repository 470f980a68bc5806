#pragma once

#include "core/network/network.h"
#include "core/tensor/tensor.h"

#include <map>
#include <vector>

namespace zhibei {

/// All that a training's next step depends on, beside model and data: with it the step can be computed elsewhere, to the
/// very same bits.
struct NextStep {
    int64_t step = 0;                 ///< steps done before it
    uint64_t seed = 0;
    int64_t batchSize = 0;
    std::vector<int64_t> samples;     ///< the batch: the dataset's indices
    AlignedVector<float> parameters;  ///< as they are trained, not their moving average
    Network network;                  ///< the model's, with the loss nodes' settings as they are now
    std::map<std::string, AlignedVector<float>> memory; ///< the optimizers', by the names of ObjectiveStep::memory
};

} // namespace zhibei
