#include "core/probes/doctor.h"

#include "core/ops/ops.h"
#include "core/probes/activations.h"
#include "core/probes/figures.h"
#include "core/probes/gradient_flow.h"
#include "core/probes/judgement.h"
#include "core/probes/training_batch.h"
#include "core/program/inference.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

/// An activation inside a node, and how it did on the samples seen so far.
struct Watched {
    ValueId value;
    const Op *op;
    NodeId node;
    Units units;
    std::vector<bool> silent; ///< per unit: never above 0
    int64_t numbers = 0, atEnds = 0;
};

/// What a loss judges is meant to reach its ends.
bool isAnswer(const Model &model, ValueId value)
{
    return std::any_of(model.objectives.begin(), model.objectives.end(), [&](const Objective &objective) {
        const std::vector<Wire> into = model.network.wiresInto(PortRef{objective.node, 0});
        const auto judged = into.empty() ? model.program.ports.end() : model.program.ports.find(into.front().from);
        return objective.prediction == value || (judged != model.program.ports.end() && judged->second == value);
    });
}

std::vector<Watched> activationsIn(const Model &model)
{
    std::vector<Watched> found;
    for (const OpInstance &op : model.program.ops) {
        const bool ends = op.op == &sigmoidOp || op.op == &tanhOp;
        if ((op.op != &reluOp && !ends) || (ends && isAnswer(model, op.outputs[0])))
            continue;
        Watched watched{op.outputs[0], op.op, op.node, {model.program.shape(op.outputs[0])}, {}, 0, 0};
        watched.silent.assign(size_t(watched.units.count()), true);
        found.push_back(std::move(watched));
    }
    return found;
}

void watch(Watched &watched, const std::vector<float> &numbers)
{
    const Ends ends = watched.op == &tanhOp ? Ends{-1, 1, 0.05f} : Ends{};
    for (size_t k = 0; k < numbers.size(); ++k) {
        if (!(numbers[k] <= 0)) // what is no number is another illness
            watched.silent[size_t(watched.units.of(int64_t(k)))] = false;
        watched.atEnds += ends.reached(numbers[k]);
    }
    watched.numbers += int64_t(numbers.size());
}

void judgeRelu(const Watched &relu, std::vector<Finding> &findings)
{
    const auto silent = std::count(relu.silent.begin(), relu.silent.end(), true);
    const double share = double(silent) / double(std::max<size_t>(1, relu.silent.size()));
    if (share >= doctor::deadShare)
        findings.push_back({"dead_relu", relu.node, share,
                            {ZB_TEXT("%1 of %2 ReLU units are dead: they give 0 for every sample and learn nothing any more."),
                             {std::to_string(silent), std::to_string(relu.silent.size())}},
                            {ZB_TEXT("Choose leaky ReLU as the activation here, so that no unit can die."), {}}});
}

void judgeEnds(const Watched &bent, std::vector<Finding> &findings)
{
    const double share = double(bent.atEnds) / double(std::max<int64_t>(1, bent.numbers));
    if (share >= doctor::saturatedShare)
        findings.push_back({"saturated", bent.node, share,
                            {ZB_TEXT("%1 of the numbers are saturated: they stand at the ends of %2, where it has hardly any slope."),
                             {percent(share), bent.op == &tanhOp ? ZB_TEXT("tanh") : ZB_TEXT("sigmoid")}},
                            {ZB_TEXT("Start anew with Xavier as the initial weights of this layer and half the learning rate."), {}}});
}

/// The layers with weights that one objective moves, first to last.
std::vector<GradientFlow::Layer> learningLayers(const GradientFlow &flow, const Model &model, size_t objective)
{
    std::vector<GradientFlow::Layer> layers;
    for (const GradientFlow::Layer &layer : flow.layers) {
        const ParameterView *weights = model.parameter(layer.node, "weights");
        if (layer.gradient && layer.objective == objective && weights && weights->shape.count() > 1)
            layers.push_back(layer);
    }
    return layers;
}

Text gradientAdvice(const Model &model)
{
    const auto bent = [](const OpInstance &op) { return op.op == &sigmoidOp || op.op == &tanhOp; };
    if (std::count_if(model.program.ops.begin(), model.program.ops.end(), bent) > 1)
        return {ZB_TEXT("Choose ReLU as the activation of the layers between: its slope is 1."), {}};
    return {ZB_TEXT("Put a batch normalisation between the layers."), {}};
}

void judgeGradients(const std::vector<GradientFlow::Layer> &layers, const Model &model, std::vector<Finding> &findings)
{
    const Text clipping{ZB_TEXT("Set gradient clipping to 1 in the settings of the loss."), {}};
    for (const GradientFlow::Layer &layer : layers)
        if (!std::isfinite(*layer.gradient) || *layer.gradient > doctor::exploding)
            return findings.push_back({"exploding", layer.node, *layer.gradient,
                                       {ZB_TEXT("The gradient explodes: its norm is %1 here."), {figures(*layer.gradient)}}, clipping});
    if (layers.size() < 2)
        return;
    const GradientFlow::Layer &first = layers.front(), &last = layers.back();
    if (first.rms() == 0 && last.rms() == 0) // nothing to compare; a loss that is solved to the last bit looks the same
        return;
    const double ratio = last.rms() > 0 ? first.rms() / last.rms() : INFINITY;
    if (ratio < doctor::vanishing)
        findings.push_back({"vanishing", first.node, ratio,
                            {ZB_TEXT("The gradient vanishes on its way back: each weight here feels %1 times what one in %2 feels."), {figures(ratio), last.node}},
                            gradientAdvice(model)});
    else if (ratio > doctor::exploding && last.rms() > 0)
        findings.push_back({"exploding", first.node, ratio,
                            {ZB_TEXT("The gradient explodes on its way back: each weight here feels %1 times what one in %2 feels."), {figures(ratio), last.node}}, clipping});
}

void judgeClasses(const Judgement &judged, const Dataset &data, const NodeId &loss, std::vector<Finding> &findings)
{
    const std::vector<int64_t> counts = judged.confusion();
    for (int c = 0; c < judged.classes; ++c) {
        int64_t said = 0, there = 0;
        for (int other = 0; other < judged.classes; ++other) {
            said += counts[size_t(other * judged.classes + c)];
            there += counts[size_t(c * judged.classes + other)];
        }
        if (said == 0 && there >= doctor::classSamples)
            findings.push_back({"class_never_predicted", loss, double(there),
                                {ZB_TEXT("“%1” is never the answer, though it would be right for %2 of %3 samples."),
                                 {data.classNames[size_t(c)], std::to_string(there), std::to_string(judged.count())}},
                                {ZB_TEXT("Train for longer; if that does not help, give the data more samples of this class."), {}}});
    }
}

} // namespace

std::shared_ptr<Answer> DoctorProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const std::vector<int64_t> samples = trainingBatch(*moment.data, doctor::samples);
    auto found = std::make_shared<Diagnosis>();
    found->samples = int64_t(samples.size());
    std::vector<Watched> activations = activationsIn(model);
    const bool whole = forEachRun(moment, samples, [&](const Inference &network, int64_t, int64_t count) {
        for (Watched &watched : activations)
            for (int64_t i = 0; i < count; ++i)
                watch(watched, network.value(watched.value, i));
    });
    if (!whole || samples.empty())
        return nullptr;
    if (const Snapshot &now = *moment.snapshot; now.state == TrainerState::Stopped && (now.canRestore || !now.reasonNode.empty())) {
        const LearningRate rate = learningRate(model);
        found->findings.push_back({"rate_too_high", now.reasonNode.empty() ? rate.loss : now.reasonNode, rate.value, now.reason,
                                   {ZB_TEXT("Try the learning rate %1."), {figures(rate.value / 10)}}});
    }
    const auto judged = std::dynamic_pointer_cast<Judgement>(JudgementProbe().answer(moment));
    const bool solved = judged && judged->classes > 0 && judged->accuracy() >= doctor::solved;
    for (const Watched &watched : activations)
        if (watched.op == &reluOp)
            judgeRelu(watched, found->findings);
        else if (!solved)
            judgeEnds(watched, found->findings);
    // Where a whole layer is dead, nothing gets through it, and that is all there is to say.
    const bool blocked = std::any_of(found->findings.begin(), found->findings.end(), [](const Finding &f) { return f.rule == "dead_relu" && f.measured == 1; });
    const auto flow = blocked ? nullptr : std::dynamic_pointer_cast<GradientFlow>(GradientFlowProbe().answer(moment));
    for (size_t i = 0; flow && i < model.objectives.size(); ++i)
        judgeGradients(learningLayers(*flow, model, i), model, found->findings);
    if (judged && judged->classes > 0 && judged->classes <= int(moment.data->classNames.size()) && moment.snapshot->step >= doctor::learningSteps)
        judgeClasses(*judged, *moment.data, model.objectives.front().node, found->findings);
    return found;
}

} // namespace zhibei
