#pragma once

#include "core/data/data_source.h"
#include "core/train/snapshot.h"

#include <map>

namespace zhibei {

/// A rectangle of the input plane, and how finely it is sampled.
struct Plane {
    float left = -6, right = 6, bottom = -6, top = 6;
    int resolution = 48; ///< samples a side
    bool operator==(const Plane &) const = default;
};

/// What the views on screen want to see; an Observation answers it.
struct ObservationRequest {
    int64_t sample = 0;            ///< the dataset's sample shown in the faces
    std::vector<float> drawn;      ///< instead of that sample: a drawn picture (features.count() numbers); empty: none
    bool planes = true;            ///< heat maps of every neuron, where the data are planar
    bool surface = true;           ///< the decision surface or the fitted curve
    Plane plane;                   ///< for a curve: left and right
};

/// The pictures of one moment, made from a Snapshot away from the trainer.
struct Observation {
    std::shared_ptr<const Snapshot> snapshot;
    ObservationRequest request;
    /// Every output port's value for the shown sample, in the port's shape.
    std::map<PortRef, Tensor> outputs;
    /// Planar data: every vector output over the plane, [units, resolution, resolution], row 0 at the top.
    std::map<PortRef, Tensor> planes;
    /// What the network says: over the plane [outputs, resolution, resolution], or along the curve [outputs, points].
    Tensor surface;
    /// What it says about the shown sample or drawing: a probability per class, or the predicted numbers.
    std::vector<float> prediction;
    /// Strength of each wire: its weight where it has one, else the mean of its weights. Root mean square beside it.
    struct WireStrength { float mean = 0, rms = 0; int64_t count = 0; };
    std::map<Wire, WireStrength> wires;
};

/// Makes observations. Keeps its buffers between calls; use it from one thread at a time.
class Observer {
public:
    Observer();
    ~Observer();
    /// `spec` tells how base inputs become features (derived inputs). Snapshot and dataset must belong together.
    std::shared_ptr<const Observation> observe(std::shared_ptr<const Snapshot> snapshot, const Dataset &data,
                                               const DataSpec &spec, const ObservationRequest &request);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The weights a wire carries, as arena indices: one per number that flows (into a dense layer: a row per number).
/// Empty where the wire has no weights of its own.
struct WireWeights {
    const ParameterView *parameter = nullptr;
    int64_t firstRow = 0, rows = 0; ///< rows of the parameter that belong to the wire
};
WireWeights wireWeights(const Model &model, const Wire &wire);

} // namespace zhibei
