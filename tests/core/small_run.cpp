#include "tests/core/small_run.h"

#include "core/ops/philox.h"

using namespace zhibei;

std::shared_ptr<const Dataset> twoClouds(int samples)
{
    auto data = std::make_shared<Dataset>();
    data->featureShape = Shape({2});
    data->features = Tensor(Shape({samples, 2}));
    data->targets = Tensor(Shape({samples, 1}));
    data->featureNames = {"x", "y"};
    data->classNames = {"A", "B"};
    data->trainCount = samples * 2 / 3;
    data->planar = true;
    for (int i = 0; i < samples; ++i) {
        const auto bits = Philox::at(5, 5, uint64_t(i));
        const float side = i % 2 ? 1.0f : -1.0f;
        data->features[2 * i] = side * 2 + uniform(bits[0]) - 0.5f;
        data->features[2 * i + 1] = side + uniform(bits[1]) - 0.5f;
        data->targets[i] = float(i % 2);
    }
    return data;
}

namespace {

Network net(int64_t units)
{
    Network net;
    const NodeId in = net.addNode("input"), a = net.addNode("dense", {{"units", units}, {"activation", std::string("tanh")}}),
                 drop = net.addNode("dropout", {{"rate", 0.2}}), b = net.addNode("dense", {{"units", units}}),
                 add = net.addNode("add"), out = net.addNode("dense", {{"units", int64_t(2)}, {"activation", std::string("softmax")}}),
                 loss = net.addNode("cross_entropy", {{"rate", 0.01}, {"l2", 0.001}});
    net.connect({in, 0}, {a, 0});
    net.connect({a, 0}, {drop, 0});
    net.connect({drop, 0}, {b, 0});
    net.connect({a, 0}, {add, 0});
    net.connect({b, 0}, {add, 0});
    net.connect({add, 0}, {out, 0});
    net.connect({out, 0}, {loss, 0});
    net.connect({in, 1}, {loss, 1});
    return net;
}

} // namespace

Network smallNet() { return net(8); }
Network wideNet() { return net(200); }
