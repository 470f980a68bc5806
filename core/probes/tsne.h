#pragma once

#include "core/probes/cloud.h"

namespace zhibei {

struct TsneSettings {
    double perplexity = 30; ///< how many neighbours count; a third of the points at most
    int iterations = 500;
    uint64_t seed = 1;
};

/// t-distributed stochastic neighbour embedding (van der Maaten and Hinton, "Visualizing data using t-SNE", 2008), exact:
/// neighbours with probabilities p by a Gaussian in the space, q ∝ 1 / (1 + |y_i − y_j|²) in the plane, and the sum of
/// p log(p / q) descends with momentum, gains, and p exaggerated at first. O(n²) an iteration.
///
/// `distances`: squaredDistances of the points. `start`: where they begin, made small; a little noise by the seed parts what
/// lies on one place. The same settings give the same picture. Empty when told to stop.
std::vector<PlanePoint> tsne(std::span<const float> distances, std::span<const PlanePoint> start, const TsneSettings &settings, const std::stop_token &stop = {});

} // namespace zhibei
