#include "core/layers/kinds.h"
#include "core/layers/loss_kind.h"
#include "core/layers/lowering.h"

#include <sstream>

namespace zhibei {

namespace {

/// The weights as typed: numbers with commas between. Empty if that is not what it is.
std::vector<float> classWeights(const std::string &text)
{
    std::istringstream words(text);
    std::vector<float> weights;
    for (std::string word; std::getline(words, word, ',');) {
        std::istringstream number(word);
        float value = 0;
        if (!(number >> value) || value < 0)
            return {};
        weights.push_back(value);
    }
    return weights;
}

/// A class, or one for each step of a sequence.
ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &prediction = query.inputs[0].shape;
    const ValueType &target = query.inputs[1];
    if (!target.classes)
        return {{}, {ZB_TEXT("Cross-entropy needs classes as the right answer, but these data have numbers. Use Squared loss."), {}}};
    const int64_t rows = target.shape.count();
    if (prediction.count() != rows * target.classes)
        return rows == 1 ? ShapeAnswer{{}, {ZB_TEXT("There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons."),
                                            {std::to_string(target.classes), std::to_string(prediction.count())}}, target.classes}
                         : ShapeAnswer{{}, {ZB_TEXT("There are %1 classes for each of %2 steps, but %3 arrives. Use Dense over time with %1 neurons."),
                                            {std::to_string(target.classes), std::to_string(rows), prediction.text()}}, prediction.rank() == 2 && prediction[0] == rows ? target.classes : 0};
    if (!query.inputs[2].absent() && query.inputs[2].shape.count() != rows)
        return {{}, {ZB_TEXT("The mask needs one number for each of the %1 steps, but %2 arrive."), {std::to_string(rows), std::to_string(query.inputs[2].shape.count())}}};
    const std::string &weights = query.choice("class_weights");
    if (!weights.empty() && int(classWeights(weights).size()) != target.classes)
        return {{}, {ZB_TEXT("Class weights are %1 numbers with commas between, one for each class."), {std::to_string(target.classes)}}};
    return {};
}

/// Scores and softmax are taken together, which is exact where probabilities near zero are not: if a softmax made the
/// prediction, its input is used.
void lower(Lowering &l)
{
    const ValueId scores = beforeOp(l, l.input(0), softmaxOp);
    std::vector<ValueId> inputs{scores, l.input(1)};
    if (l.has(2))
        inputs.push_back(l.input(2));
    const ValueId loss = l.add(softmaxCrossEntropyOp, inputs, {l.count(l.input(1)), l.has(2)}, {l.real("smoothing")}, classWeights(l.choice("class_weights")));
    l.objective({{}, loss, l.other(loss, 1), l.input(1), Decision::Largest, l.inputType(1).classes});
}

} // namespace

int beforeOp(Lowering &l, int value, const Op &op)
{
    for (const OpInstance &made : l.model().program.ops)
        if (made.op == &op && made.outputs[0] == value)
            return made.inputs[0];
    return value;
}

const LayerKind crossEntropyKind = lossKind({
    .id = "cross_entropy",
    .text = ZB_TEXT("Cross-entropy"),
    .help = ZB_TEXT("How surprised the network is by the right class: for choosing one of several classes. Takes scores, or the probabilities of a softmax."),
    .keywords = "softmax classification log loss 交叉熵 分类",
    .icon = {}, .inputs = {{"mask", ZB_TEXT("mask"), false, false, true}}, .outputs = {},
    .attributes = {{"smoothing", ZB_TEXT("Label smoothing"), ZB_TEXT("This share of the wished probability is spread over all classes, so that the network is never quite sure."), AttributeType::Real, 0.0, 0, 0.9},
                   {"class_weights", ZB_TEXT("Class weights"), ZB_TEXT("How much each class counts: numbers with commas between. Empty: all alike."), AttributeType::Text, std::string()}},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3})}, {Shape({1}), 3}, {}}}, {{}, {{Shape({10})}, {Shape({1}), 10}, {}}},
                {{{"smoothing", 0.1}, {"class_weights", std::string("1, 2, 0.5")}}, {{Shape({3})}, {Shape({1}), 3}, {}}},
                {{}, {{Shape({4, 3})}, {Shape({4}), 3}, {}}}},
});

} // namespace zhibei
