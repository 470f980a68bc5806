#pragma once

#include "core/probes/cloud.h"
#include "core/train/observer.h"

namespace zhibei {

/// The plane of the inputs as a layer bends it.
struct WarpedGrid : Answer {
    NodeId node;
    int64_t dims = 0;            ///< numbers the layer puts out
    bool direct = false;         ///< two, shown as they are; else along the principal axes of the samples
    std::array<double, 2> share{}; ///< principal axes: of the samples' whole variance, along each
    Plane plane;                 ///< the grid in original units: `resolution` places a side, edges included
    std::vector<PlanePoint> places;   ///< where the layer puts them, row by row from the top
    std::vector<float> verdict;  ///< [places, outputs]: what the network says there; empty without an objective
    int64_t outputs = 0;
    Decision decision = Decision::None;
    std::vector<int64_t> samples; ///< of the dataset, spread over all of it
    std::vector<PlanePoint> points;   ///< where the layer puts those

    /// A place of the grid in original units.
    PlanePoint place(int64_t row, int64_t column) const;
};

/// For data of the plane and a node that puts out two numbers or more.
class WarpedGridProbe : public Probe {
public:
    using Answer = WarpedGrid;
    explicit WarpedGridProbe(NodeId node, int resolution = 121) : m_node(std::move(node)), m_resolution(resolution) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    NodeId m_node;
    int m_resolution;
};

} // namespace zhibei
