#include "core/layers/layer_kind.h"
#include "core/probes/doctor.h"
#include "core/probes/figures.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

struct Measured {
    int64_t step;
    double train, test;
    bool solved; ///< there is hardly anything left to learn from the training samples
};

std::vector<Measured> pointsOf(const std::vector<Evaluation> &evaluations)
{
    std::vector<Measured> points;
    for (const Evaluation &e : evaluations)
        if (e.train.loss)
            points.push_back({e.step, *e.train.loss, e.test.loss.value_or(NAN), e.train.accuracy.value_or(e.train.r2.value_or(0)) > doctor::solved});
    return points;
}

bool judgeRate(const std::vector<Measured> &points, const LearningRate &rate, std::vector<Finding> &findings)
{
    const Text slower{ZB_TEXT("Try the learning rate %1."), {figures(rate.value / 10)}};
    const double first = points.front().train, last = points.back().train;
    if (!std::isfinite(last)) {
        findings.push_back({"rate_too_high", rate.loss, last, {ZB_TEXT("The loss is not a number any more: the learning rate %1 is too high."), {figures(rate.value)}}, slower});
        return true;
    }
    int jumps = 0;
    const size_t begin = points.size() > doctor::jumpEvaluations ? points.size() - doctor::jumpEvaluations : 1;
    for (size_t i = begin; i < points.size(); ++i)
        jumps += points[i].train > doctor::jump * points[i - 1].train && points[i].train > doctor::lowLoss * first;
    if (jumps < doctor::jumps && !(points.size() > 2 && last > 2 * first))
        return false;
    const double rise = last / first;
    if (jumps >= doctor::jumps)
        findings.push_back({"rate_too_high", rate.loss, double(jumps),
                            {ZB_TEXT("The loss jumps: %1 of the last %2 measurements were much worse than the one before. The learning rate %3 is too high."),
                             {std::to_string(jumps), std::to_string(points.size() - begin), figures(rate.value)}}, slower});
    else
        findings.push_back({"rate_too_high", rate.loss, rise,
                            {ZB_TEXT("The loss has grown to %1 times what it was at first. The learning rate %2 is too high."), {figures(rise), figures(rate.value)}}, slower});
    return true;
}

void judgeProgress(const std::vector<Measured> &points, const LearningRate &rate, std::vector<Finding> &findings)
{
    const Measured &last = points.back();
    if (points.size() < doctor::flatEvaluations + 2 || last.step < doctor::learningSteps || last.solved || last.train < doctor::learned * points.front().train)
        return;
    const auto less = [](const Measured &a, const Measured &b) { return a.train < b.train; };
    const auto since = points.end() - doctor::flatEvaluations;
    const double before = std::min_element(points.begin(), since, less)->train, now = std::min_element(since, points.end(), less)->train;
    if (now > before * (1 - doctor::flatGain))
        findings.push_back({"flat_loss", rate.loss, last.train,
                            {ZB_TEXT("The training loss does not fall: it is %1 and was no better %2 steps ago."),
                             {figures(last.train), std::to_string(last.step - (since - 1)->step)}},
                            {ZB_TEXT("Try the learning rate %1; if it stays flat, more neurons."), {figures(rate.value * 3)}}});
}

void judgeFit(const std::vector<Measured> &points, const Model &model, std::vector<Finding> &findings)
{
    const auto testOf = [](const Measured &p) { return std::isfinite(p.test) ? p.test : INFINITY; };
    const auto best = std::min_element(points.begin(), points.end(), [&](const Measured &a, const Measured &b) { return testOf(a) < testOf(b); });
    if (points.end() - best < 4 || !std::isfinite(best->test))
        return;
    // The smallest of the last three: one bad measurement is no trend.
    double test = INFINITY;
    for (auto p = points.end() - 3; p != points.end(); ++p)
        test = std::min(test, p->test);
    if (!(test > doctor::overfitting * best->test && points.back().train < best->train))
        return;
    NodeId last; // the layer that speaks last
    for (const NodeId &id : model.analysis.order)
        if (model.parameter(id, "weights"))
            last = id;
    findings.push_back({"overfitting", last, test / best->test,
                        {ZB_TEXT("It overfits: since step %1 the test loss has risen from %2 to %3, while the training loss went on falling."),
                         {std::to_string(best->step), figures(best->test), figures(test)}},
                        {ZB_TEXT("Put a dropout layer in front of this layer, or stop at that step with early stopping."), {}}});
}

} // namespace

LearningRate learningRate(const Model &model)
{
    if (model.objectives.empty())
        return {};
    const Node *node = model.network.find(model.objectives.front().node);
    const LayerKind *kind = node ? findKind(node->kind) : nullptr;
    if (!kind || !findAttribute(kind->attributes, "rate"))
        return {};
    return {node->id, std::get<double>(attributeValue(kind->attributes, node->attributes, "rate"))};
}

std::vector<Finding> curveFindings(const std::vector<Evaluation> &evaluations, const Model &model)
{
    std::vector<Finding> findings;
    const std::vector<Measured> points = pointsOf(evaluations);
    if (points.empty())
        return findings;
    const LearningRate rate = learningRate(model);
    // Losses that take turns work against each other: neither need fall.
    const auto turns = std::count_if(model.objectives.begin(), model.objectives.end(), [](const Objective &o) { return o.joins.empty(); });
    if (turns > 1 && std::isfinite(points.back().train))
        return findings;
    if (!judgeRate(points, rate, findings))
        judgeProgress(points, rate, findings);
    judgeFit(points, model, findings);
    return findings;
}

} // namespace zhibei
