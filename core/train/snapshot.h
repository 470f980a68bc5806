#pragma once

#include "core/program/model.h"
#include "core/train/metrics.h"
#include "core/train/next_step.h"

#include <memory>

namespace zhibei {

enum class TrainerState { Empty, Paused, Playing, Stopped /* a stop rule or a NaN ended it; see reason */ };

/// One moment of a training, immutable, shared by everybody who looks. Taken between two steps.
struct Snapshot {
    TrainerState state = TrainerState::Empty;
    Text reason;                ///< why it stopped, or why it cannot train
    NodeId reasonNode;          ///< where a NaN came up first; may be empty
    bool canRestore = false;    ///< after a NaN: a last good state is kept (Trainer::restoreLastGood)
    int64_t step = 0;
    double epoch = 0;           ///< passes over the training samples so far
    int64_t stepsPerEpoch = 0;
    double seconds = 0;         ///< time spent training
    double samplesPerSecond = 0;
    std::optional<double> batchLoss; ///< of the newest batch
    std::optional<Evaluation> evaluation; ///< the newest
    std::optional<double> secondsLeft;    ///< until the nearest stop rule by epochs or time
    std::shared_ptr<const Model> model;   ///< what the parameters belong to; null while Empty
    std::shared_ptr<const AlignedVector<float>> parameters; ///< one arena, laid out by model
    std::shared_ptr<const NextStep> next; ///< while the training rests, where it was asked for (Trainer::setShowsNext)
    uint64_t generation = 0;    ///< counts rebuilds and resets: curves of another generation start anew
};

} // namespace zhibei
