#pragma once

#include "core/program/backpass.h"

namespace zhibei {

/// The slope of a loss by one number, measured: the network runs forward twice, in double, with the number a little larger
/// and a little smaller. It knows nothing of gradients, so it can judge them.
///
///     DifferenceQuotient quotient(model, 0, 64);
///     quotient.slope(parameters, data, samples, mode, view.index(3)); // d(mean loss)/d(parameter)
class DifferenceQuotient {
public:
    DifferenceQuotient(std::shared_ptr<const Model> model, size_t objective, int64_t capacity);
    ~DifferenceQuotient();

    struct Slope {
        double step = 0;             ///< w ± step
        double up = 0, down = 0;     ///< the losses there
        double value() const { return (up - down) / (2 * step); }
    };
    /// By the parameter at `place` of the arena.
    Slope slope(std::span<const float> parameters, const Dataset &data, std::span<const int64_t> samples,
                const Backpass::Mode &mode, int64_t place);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zhibei
