#pragma once

#include "core/probes/distribution.h"
#include "core/probes/probe.h"

#include <functional>

namespace zhibei {

/// The learned numbers of a node (those of its owner, where it shares another's) and the gradient of the loss on a batch
/// of training samples. Where several objectives learn from these numbers, their gradients are added.
struct NodeParameters : Answer {
    struct Part {
        std::string name;                     ///< "weights"
        Shape shape;
        Shape picture;                        ///< what arrives at the weights, if that is a picture {channels, height, width}
        std::vector<float> values, gradients; ///< in the order of `shape`; no gradients where nothing is learned
        Distribution valueSpread, gradientSpread;
    };
    std::vector<Part> parts;
    float layerValue = 0, layerGradient = 0;   ///< the largest magnitude of all parts
    float globalValue = 0, globalGradient = 0; ///< and of all parameters of the network

    const Part *part(const std::string &name) const;
};

class NodeParametersProbe : public Probe {
public:
    using Answer = NodeParameters;
    explicit NodeParametersProbe(NodeId node) : m_node(std::move(node)) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    NodeId m_node;
};

/// d(mean loss of a batch)/d(parameter), laid out as the arena, added up over all objectives with a turn of their own;
/// empty where nothing is learned. `look` sees the pass of each objective.
std::vector<float> gradientsOnBatch(const Moment &moment, const std::function<void(size_t objective, const Backpass &pass, int64_t samples)> &look = {});

/// What the numbers that arrive at a node are, if they are a picture: looks through nodes that only reshape.
Shape pictureInto(const Model &model, const NodeId &node, int64_t inputs);

} // namespace zhibei
