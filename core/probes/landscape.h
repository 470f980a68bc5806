#pragma once

#include "core/probes/cloud.h"
#include "core/probes/walk.h"
#include "core/train/observer.h"

#include <atomic>

namespace zhibei {

/// The loss over a plane through the weights of a moment.
struct Landscape : Answer {
    Plane plane;             ///< in lengths of the two directions; the weights of the moment are at (0, 0)
    std::vector<float> loss; ///< [resolution, resolution], edges included, row 0 at the top
    double here = 0;         ///< the loss at the weights of the moment
    int64_t samples = 0;     ///< training samples it is the mean of
    std::shared_ptr<const AlignedVector<float>> centre;
    std::vector<float> across, up; ///< the directions, as the arena of parameters
    double share = 0;        ///< walked directions: how much of the walk's extent lies in the plane, 0 to 1

    /// Where weights stand, seen straight down onto the plane.
    PlanePoint place(std::span<const float> weights) const;
};

struct LandscapeQuestion {
    enum class Directions { Random, Walked } directions = Directions::Random;
    uint64_t seed = 1;
    int resolution = 25;
    int64_t samples = 256;                           ///< at most; of costly networks fewer, though not below 64
    std::shared_ptr<const Walk> walk;                ///< for walked directions, and to see that it fits into the picture
    std::shared_ptr<std::atomic<int>> progress;      ///< the share done so far in per cent; may be null
};

/// The loss on the first training samples, along two directions: random ones, each filter as long as the filter it moves (Li
/// et al., "Visualizing the loss landscape of neural nets", 2018), or the two in which the walk so far extends most. Running
/// means and frozen weights stay. Null without an objective, and where there is no walk of three moments to follow.
class LandscapeProbe : public Probe {
public:
    using Answer = Landscape;
    explicit LandscapeProbe(LandscapeQuestion question) : m_question(std::move(question)) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;
    bool takesLong() const override { return true; }

private:
    bool choosePlane(Landscape &found, const Moment &moment) const;
    LandscapeQuestion m_question;
};

/// A direction of normal random numbers in which every filter (all weights into one unit or kernel; a bias as a whole) is as
/// long as it is in `weights`. What no training moves is zero.
std::vector<float> filterNormalisedDirection(const Model &model, std::span<const float> weights, uint64_t seed);

} // namespace zhibei
