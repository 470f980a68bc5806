#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

/// Port 0: all features; port 1: the target; from port 2 on: single features, where features is a short vector.
ShapeAnswer inferShape(const ShapeQuery &query)
{
    ShapeAnswer answer{{{query.data.features, query.data.featureClasses}, query.data.target}, {}};
    if (query.data.features.rank() == 1 && !query.data.featureClasses && query.data.features[0] <= maximumFeaturePorts)
        for (int64_t i = 0; i < query.data.features[0]; ++i)
            answer.outputs.push_back({Shape({1}), 0});
    return answer;
}

void lower(Lowering &l)
{
    Program &program = l.model().program;
    const DataType &data = l.model().data;
    if (program.features == noValue) { // several input nodes show the same data
        program.features = program.addValue({"features", data.features, Space::Sample, l.node().id});
        program.target = program.addValue({"target", data.target.shape, Space::Sample, l.node().id});
    }
    l.output(program.features, 0);
    l.output(program.target, 1);
    if (data.features.rank() == 1 && !data.featureClasses && data.features[0] <= maximumFeaturePorts)
        for (int64_t i = 0; i < data.features[0]; ++i)
            l.output(l.add(sliceOp, {program.features}, {i, 1}), static_cast<int>(2 + i));
}

} // namespace

const LayerKind inputKind{
    .id = "input",
    .text = ZB_TEXT("Data"),
    .help = ZB_TEXT("Where the samples come in: their features on the right, the right answer below."),
    .keywords = "input features target 输入 数据 特征 标签",
    .icon = "database",
    .category = Category::Data,
    .face = Face::Picture,
    .inputs = {},
    .outputs = {{"values", ZB_TEXT("features")}, {"target", ZB_TEXT("right answer"), false, true}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {}}},
};

} // namespace zhibei
