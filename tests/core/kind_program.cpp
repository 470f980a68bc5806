#include "tests/core/kind_program.h"

#include <algorithm>

using namespace zhibei;

KindProgram::KindProgram(const LayerKind &kind, const LayerKind::Sample &sample)
    : model(std::make_shared<Model>())
{
    static const Node mixerNode{"mixer", "dense", {}, {}, {}};
    const auto given = [&](size_t i) { return !sample.inputs[i].absent() && !sample.inputs[i].classes; };
    int64_t total = 0;
    for (size_t i = 0; i < sample.inputs.size(); ++i)
        total += given(i) ? sample.inputs[i].shape.count() : 0;
    total = std::max<int64_t>(1, total);
    model->network.nodes = {{"node", kind.id, sample.attributes, {}, {}}};
    const Node &node = model->network.nodes[0];
    Program &program = model->program;
    program.features = program.addValue({"features", Shape({1, total}), Space::Sample, "mixer"});
    Lowering mixer(*model, mixerNode, *findKind("dense"), {program.features}, {{Shape({1, total}), 0}});
    const ValueId mixed = mixer.view(mixer.overTime(program.features, total, "", mixer.initial(1, 1)), Shape({total}));

    std::vector<ValueId> inputs;
    std::vector<ValueType> types = sample.inputs;
    int64_t begin = 0;
    for (size_t i = 0; i < types.size(); ++i) {
        const ValueType &type = types[i];
        if (type.absent()) {
            inputs.push_back(noValue);
        } else if (kind.inputs[std::min(i, kind.inputs.size() - 1)].id == "mask") { // nothing learns through a mask
            Integers shape = alongAxis(type.shape, 0, type.shape);
            shape[0] = 1;
            inputs.push_back(mixer.add(differsOp, {mixer.add(reluOp, {mixer.add(noiseOp, {}, shape, {-1, 1})})}, {}, {0}));
        } else if (!given(i)) { // classes
            program.target = program.addValue({"target", type.shape, Space::Sample, "node"});
            classes = type.classes;
            inputs.push_back(program.target);
        } else {
            ValueId part = mixer.add(sliceOp, {mixed}, {begin, type.shape.count()});
            begin += type.shape.count();
            if (kind.id == "divergence" && i == 1)
                part = mixer.add(softmaxOp, {part}); // compares probabilities
            else
                part = mixer.add(scaleOp, {part}, {}, {1}); // neighbouring slices would be put back together without work
            inputs.push_back(mixer.view(part, type.shape));
        }
    }
    Lowering lowering(*model, node, kind, inputs, types);
    kind.lower(lowering);
    if (program.target == noValue)
        program.target = program.addValue({"target", Shape({1}), Space::Sample, "node"});
    if (!model->objectives.empty()) {
        loss = model->objectives[0].loss;
        return;
    }
    // A weighted sum of squares of every output, so that no gradient can hide behind another.
    ValueId all = noValue;
    for (int port = 0; port < int(kind.outputs.size()); ++port)
        if (const auto out = program.ports.find({"node", port}); out != program.ports.end()) {
            const ValueId row = lowering.view(out->second, Shape({program.count(out->second)}));
            all = all == noValue ? row : lowering.add(concatenateOp, {all, row});
        }
    Integers shape{};
    shape[10] = 1;
    shape[11] = program.count(all);
    loss = lowering.add(squaredLossOp, {all, lowering.add(noiseOp, {}, shape, {0.3, 0.5})});
}
