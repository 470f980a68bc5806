#pragma once

#include "core/probes/distribution.h"
#include "core/probes/probe.h"

#include <optional>

namespace zhibei {

/// The numbers of a value that belong together: a map of a picture {channels, height, width}, a feature of a sequence
/// {time, features}, else each number by itself.
struct Units {
    Shape shape;

    int64_t count() const { return shape.rank() == 3 ? shape[0] : shape.rank() == 2 ? shape[1] : shape.count(); }
    int64_t of(int64_t k) const { return shape.rank() == 3 ? k / (shape[1] * shape[2]) : shape.rank() == 2 ? k % shape[1] : k; }
};

/// The ends that a function cannot leave, and how near to them is "saturated": there it has hardly any slope.
struct Ends {
    float low = 0, high = 1, margin = 0.025f;
    bool reached(float y) const { return y < low + margin || y > high - margin; }
};
/// The ends of the op whose result the value is (through views); none: it has no ends.
std::optional<Ends> endsOf(const Program &program, ValueId value);

/// What a node gives for one sample, and for a batch of training samples.
struct Activations : Answer {
    Units units;
    int64_t samples = 0;                ///< in the batch
    std::vector<float> sample;          ///< for the chosen sample
    std::vector<float> mean, deviation, least, greatest; ///< of each number over the batch
    Distribution all;                   ///< all numbers of the whole batch
    std::vector<float> unitMagnitude;   ///< the largest of each unit in batch and sample
    float layerMagnitude = 0;           ///< of all of them
    float globalMagnitude = 0;          ///< of all nodes behind the data, in the first samples of the batch
    std::vector<bool> dead;             ///< per unit: 0 for every sample of the batch
    std::optional<double> saturated;    ///< the share of numbers near the ends; none: the function has no ends

    double deadShare() const;
};

class ActivationsProbe : public Probe {
public:
    using Answer = Activations;
    ActivationsProbe(NodeId node, int64_t sample) : m_node(std::move(node)), m_sample(sample) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    NodeId m_node;
    int64_t m_sample;
};

} // namespace zhibei
