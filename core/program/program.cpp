#include "core/program/program.h"

#include "core/ops/op.h"

namespace zhibei {

ValueId Program::addValue(ValueInfo info)
{
    values.push_back(std::move(info));
    return static_cast<ValueId>(values.size()) - 1;
}

ValueId Program::add(const Op &op, std::vector<ValueId> inputs, std::string name, NodeId node,
                     const Integers &integers, const Reals &reals, std::vector<float> table)
{
    OpInstance instance{&op, std::move(inputs), {}, integers, reals, std::move(table), 0, node};
    const Space space = op.cut == Cut::Batch ? Space::Batch : Space::Sample;
    for (const Shape &shape : op.shapes(*this, instance)) {
        const std::string suffix = instance.outputs.empty() ? "" : "." + std::to_string(instance.outputs.size());
        instance.outputs.push_back(addValue({name + suffix, shape, space, node, 0}));
    }
    ops.push_back(std::move(instance));
    return ops.back().outputs[0];
}

} // namespace zhibei
