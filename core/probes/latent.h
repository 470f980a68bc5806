#pragma once

#include "core/probes/cloud.h"

namespace zhibei {

enum class Projection { Principal, Neighbours /* t-SNE */ };

/// What a layer makes of many samples, as points of the plane.
struct Latent : Answer {
    NodeId node;
    int64_t first = 0;          ///< the dataset's index of the first sample
    int64_t dims = 0;           ///< numbers the layer puts out
    std::vector<PlanePoint> points;  ///< a layer of two numbers (or one) as they are, else projected
    bool direct = false;        ///< nothing was projected
    std::array<double, 2> share{}; ///< principal axes: of the whole variance, along each
    double neighbours = 0;      ///< neighbourAccuracy in the layer's own space; NaN where the data have no classes

    int64_t count() const { return int64_t(points.size()); }
};

struct LatentQuestion {
    NodeId node;
    Projection projection = Projection::Principal;
    bool training = false; ///< samples that were trained on; else test samples, where there are any
    int64_t limit = 1000;
    uint64_t seed = 1;
};

/// What a layer puts out for up to `limit` samples, projected into the plane. Null for a node that puts out no numbers, and
/// for numbers that are not finite.
class LatentProbe : public Probe {
public:
    using Answer = Latent;
    explicit LatentProbe(LatentQuestion question) : m_question(std::move(question)) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;
    bool takesLong() const override { return true; }

private:
    LatentQuestion m_question;
};

/// The value at a node's first output port; noValue where it puts out none, or class indices.
ValueId numbersOf(const Model &model, const NodeId &node);
/// Whether every sample is of one class.
bool hasClasses(const Dataset &data);

} // namespace zhibei
