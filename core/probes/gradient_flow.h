#pragma once

#include "core/probes/probe.h"

#include <optional>

namespace zhibei {

/// How much gradient arrives where: for every node that something flows back to, on a batch of training samples, in the
/// order in which values flow. What several objectives send is added.
struct GradientFlow : Answer {
    struct Layer {
        NodeId node;
        std::optional<double> output;   ///< norm of d(mean loss)/d(output), over the whole batch
        std::optional<double> gradient; ///< norm of d(mean loss)/d(parameters); none: it learns nothing
        double weights = 0;             ///< norm of the parameters
        int64_t count = 0;              ///< how many numbers it learns
        size_t objective = 0;           ///< the first one that moves them

        /// The root of the mean square: what one parameter feels, whatever the size of the layer.
        double rms() const;
    };
    std::vector<Layer> layers;
    double loss = 0; ///< of the batch, of all objectives together

    const Layer *layer(const NodeId &node) const;
};

class GradientFlowProbe : public Probe {
public:
    using Answer = GradientFlow;
    std::string key() const override { return "gradient flow"; }
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;
    double staysGood() const override { return 1; } // it is asked all the time, for the wires
};

/// How far a node's learned numbers have moved from one moment to a later one of the same run: the norm of the change for
/// each step, divided by the norm of the numbers. None where the moments cannot be compared.
std::optional<double> movement(const Snapshot &before, const Snapshot &after, const NodeId &node);

} // namespace zhibei
