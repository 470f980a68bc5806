#pragma once

#include "core/data/dataset.h"
#include "core/program/model.h"
#include "core/train/next_step.h"
#include "core/train/optimizer.h"

#include <array>
#include <span>

namespace zhibei {

/// What an objective's turn within a step does to the parameters. Arenas are laid out by the model.
struct Turn {
    size_t objective = 0;             ///< index into Model::objectives
    double loss = 0;                  ///< mean over the batch, before the update
    AlignedVector<float> before, after;
    AlignedVector<float> gradient;    ///< as the optimizer got it: accumulated and clipped, without penalties
    std::array<AlignedVector<float>, 2> memoryBefore, memoryAfter; ///< one per slot of the optimizer
    const Optimizer *optimizer = nullptr;
    UpdateSettings settings;
    double clip = 0;                  ///< the longest gradient allowed; 0: any
    double length = 0;                ///< of the whole gradient before clipping, where it is clipped
    int64_t accumulates = 1;          ///< batches to an update
    bool moves = true;                ///< false: the gradient is only collected, for an update to come
};

/// Computes the next step without taking it, on the calling thread: the turns of all objectives that are due, in order.
std::vector<Turn> rehearse(const Model &model, const Dataset &data, const NextStep &next);

/// One learned number on its way through a turn, explained.
std::vector<UpdateTerm> explain(const Turn &turn, const ParameterView &view, int64_t place);

} // namespace zhibei
