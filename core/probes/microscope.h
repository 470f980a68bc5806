#pragma once

#include "core/network/network_part.h"
#include "core/probes/probe.h"
#include "core/train/rehearsal.h"

namespace zhibei {

/// What happens in one update, in this order.
enum class MicroPhase { Batch, Forward, Loss, Backward, Update };

/// One look through the microscope: a phase, and the node that is at work.
struct MicroStep {
    MicroPhase phase = MicroPhase::Batch;
    int turn = 0;
    int station = -1; ///< index into MicroTurn::stations; -1: no node in particular
    bool operator==(const MicroStep &) const = default;
};

/// A value at a port, for the shown sample.
struct MicroPort {
    PortRef port;
    Shape shape;
    std::vector<float> value;
    std::vector<float> slope; ///< of the sample's own loss by each number; empty where nothing flows back
};

/// A node in the course of an update.
struct MicroStation {
    NodeId node;
    std::vector<MicroPort> inputs;  ///< the ports that feed it, one a wire
    std::vector<MicroPort> outputs; ///< none: it is a loss
    std::vector<std::string> learned; ///< full names of its parameters that this turn moves
    bool flowsBack = false;         ///< a gradient arrives at it
};

/// One objective's turn, slowed down.
struct MicroTurn {
    Turn turn;
    std::vector<MicroStation> stations; ///< in the order in which they compute, losses last
    size_t firstLoss = 0;               ///< stations from here are losses
    std::vector<float> losses;          ///< of each sample of the batch, weighted and added up
    std::vector<float> prediction;      ///< for the shown sample
    AlignedVector<float> gradients;     ///< of the mean loss by every parameter, as back-propagation found it
};

/// The next step of a training under the microscope.
struct Microscopy : Answer {
    std::shared_ptr<const NextStep> next;
    int64_t shown = 0; ///< place in the batch of the sample whose numbers are shown
    std::vector<MicroTurn> turns;
    std::vector<MicroStep> steps;

    int64_t shownSample() const { return next->samples[size_t(shown)]; }
    const MicroStation *station(const MicroStep &step) const;
    /// What is at work in a step; empty for one that is not in the list.
    NetworkPart light(const MicroStep &step) const;
};

/// Computes the next step (Snapshot::next) of a training that rests; no answer while it runs.
class MicroscopeProbe : public Probe {
public:
    using Answer = Microscopy;
    explicit MicroscopeProbe(int64_t shown = 0) : m_shown(shown) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    int64_t m_shown;
};

} // namespace zhibei
