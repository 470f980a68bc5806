#include "tests/core/kind_program.h"

using namespace zhibei;

KindProgram::KindProgram(const LayerKind &kind, const LayerKind::Sample &sample)
    : model(std::make_shared<Model>())
{
    static const Node mixerNode{"mixer", "dense", {}, {}, {}};
    int64_t total = 0;
    for (const ValueType &type : sample.inputs)
        total += type.classes ? 0 : type.shape.count();
    if (kind.category == Category::Objective)
        total = sample.inputs[0].shape.count();
    model->network.nodes = {{"node", kind.id, sample.attributes, {}, {}}};
    const Node &node = model->network.nodes[0];
    Program &program = model->program;
    program.features = program.addValue({"features", Shape({total}), Space::Sample, "mixer"});
    Lowering mixer(*model, mixerNode, *findKind("dense"), {program.features}, {{Shape({total}), 0}});
    const ValueId mixed = mixer.dense(program.features, total, {&mixerNode});

    std::vector<ValueId> inputs;
    std::vector<ValueType> types = sample.inputs;
    int64_t begin = 0;
    for (const ValueType &type : types) {
        if (kind.category == Category::Objective && !inputs.empty()) {
            program.target = program.addValue({"target", type.shape, Space::Sample, "node"});
            classes = type.classes;
            inputs.push_back(program.target);
            continue;
        }
        const ValueId part = mixer.add(sliceOp, {mixed}, {begin, type.shape.count()});
        begin += type.shape.count();
        inputs.push_back(mixer.view(part, type.shape));
    }
    Lowering lowering(*model, node, kind, inputs, types);
    kind.lower(lowering);
    if (!model->objectives.empty()) {
        loss = model->objectives[0].loss;
        return;
    }
    const ValueId out = program.ports.at({"node", 0});
    program.target = program.addValue({"target", Shape({program.count(out)}), Space::Sample, "node"});
    loss = lowering.add(squaredLossOp, {out, program.target});
}
