#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

struct Function {
    const char *id, *text;
    const Op *op;
};

const std::vector<Function> &functions()
{
    static const std::vector<Function> all{
        {"exp", ZB_TEXT("exponential"), &expOp}, {"log", ZB_TEXT("logarithm"), &logOp}, {"sqrt", ZB_TEXT("square root"), &sqrtOp},
        {"reciprocal", ZB_TEXT("1 / x"), &reciprocalOp}, {"magnitude", ZB_TEXT("without its sign"), &magnitudeOp}, {"erf", ZB_TEXT("error function"), &erfOp},
    };
    return all;
}

ShapeAnswer inferShape(const ShapeQuery &query)
{
    return {{{query.inputs[0].shape, 0}}, {}};
}

void lower(Lowering &l)
{
    for (const Function &function : functions())
        if (function.id == l.choice("function"))
            l.output(l.add(*function.op, {l.input()}));
}

std::vector<AttributeSpec> attributes()
{
    AttributeSpec function{"function", ZB_TEXT("Function"), ZB_TEXT("What is done with every number."), AttributeType::Choice, std::string("sqrt")};
    for (const Function &each : functions())
        function.choices.push_back({each.id, each.text});
    return {function};
}

std::vector<LayerKind::Sample> samples()
{
    std::vector<LayerKind::Sample> all;
    for (const Function &function : functions())
        all.push_back({{{"function", std::string(function.id)}}, {{Shape({4})}}});
    return all;
}

} // namespace

const LayerKind functionKind{
    .id = "function",
    .text = ZB_TEXT("Function"),
    .help = ZB_TEXT("Passes every number through a function of arithmetic: root, logarithm, reciprocal and others."),
    .keywords = "exp log sqrt reciprocal abs erf divide math 函数 指数 对数 平方根 倒数 绝对值",
    .icon = "parentheses",
    .category = Category::Arithmetic,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = samples(),
};

} // namespace zhibei
