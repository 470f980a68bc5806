#pragma once

#include "core/probes/microscope.h"
#include "core/program/difference_quotient.h"

#include <optional>

namespace zhibei {

/// How one learned number came to its gradient: the chain rule, factor by factor. Slopes are of a sample's own loss ℓ; the
/// gradient is their mean over the batch.
struct WeightStory : Answer {
    /// One product of the chain rule: x, by which the weight was multiplied, and δ = ∂ℓ/∂z at what it was added to.
    struct Factor {
        double delta = 0, input = 0;
        double product() const { return delta * input; }
    };

    /// Where δ comes from: through an activation, δ = upstream·f'(z), or straight from a cross-entropy, δ = p − t.
    struct Origin {
        enum class Kind { Activation, CrossEntropy } kind = Kind::Activation;
        std::string function;          ///< Activation: its op
        double z = 0;
        double upstream = 0, slope = 0; ///< Activation: ∂ℓ/∂f(z) and f'(z)
        double probability = 0, truth = 0; ///< CrossEntropy
    };

    /// A value beside an op, in short: the root mean square of its numbers and of their slopes.
    struct Beside {
        std::string name;
        Shape shape;
        double value = 0;
        std::optional<double> slope;
    };

    /// An op that uses the weight.
    struct Use {
        std::string op;
        NodeId node;
        bool products = false;           ///< the slope is a sum of products; else only `inputs` and `outputs` are known
        int64_t inputPlace = -1;         ///< which number of the input; -1: none, it is a bias (x = 1)
        NodeId source;                   ///< where the input comes from
        int64_t outputPlace = 0;         ///< which number of the output: a unit or, of a convolution, a kernel
        std::vector<Factor> factors;     ///< for the shown sample: one, or one a position of the window
        std::vector<double> perSample;   ///< ∂ℓ/∂w of each sample of the batch
        double magnitude = 0;            ///< mean over the batch of the products' magnitudes: what rounding is measured by
        std::optional<Origin> origin;    ///< of the δ of the shown sample, where there is one
        std::vector<Beside> inputs, outputs;
    };

    std::string parameter;
    int64_t k = 0;             ///< in row-major order of `shape`
    Shape shape;
    int64_t batch = 0, shown = 0;
    double gradient = 0;       ///< d(mean loss)/dw by back-propagation
    DifferenceQuotient::Slope measured;
    std::vector<Use> uses;
    std::vector<UpdateTerm> update;
    bool moves = true;
    int64_t accumulates = 1;
    double clip = 0, length = 0; ///< see Turn
    double before = 0, after = 0;

    /// Digits in which the gradient and the measured slope agree, 0 to 7.
    int digits() const;
    /// The mean over the batch, where every use is a sum of products.
    std::optional<double> sum() const;
};

/// Tells the story of the k-th number of a parameter in a turn of the next step.
class WeightStoryProbe : public Probe {
public:
    using Answer = WeightStory;
    WeightStoryProbe(std::string parameter, int64_t k, int turn, int64_t shown)
        : m_parameter(std::move(parameter)), m_k(k), m_turn(turn), m_shown(shown) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    std::string m_parameter;
    int64_t m_k;
    int m_turn;
    int64_t m_shown;
};

} // namespace zhibei
