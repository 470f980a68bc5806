#include "core/program/difference_quotient.h"

#include "core/ops/ops.h"
#include "core/program/feed.h"
#include "core/program/loss_terms.h"

#include <cmath>

namespace zhibei {

struct DifferenceQuotient::Private {
    Private(const Model &model, size_t objective, int64_t capacity)
        : terms(lossTerms(model, model.objectives.at(objective))), program(model.program), parameters(size_t(model.parameterCount))
    {
        for (const LossTerm &term : terms)
            means.push_back(program.add(meanLossOp, {term.loss}, "mean", {}));
        plan = std::make_unique<Plan<double>>(program, tilesFor(capacity), means, Keep::Needed, model.parameterCount);
    }

    double loss(const Dataset &data, std::span<const int64_t> samples, const StepContext &context)
    {
        plan->runBatch(context, parameters, [&](int64_t tile) { feedTile(*plan, data, samples, tile); }, false);
        double sum = 0;
        for (size_t i = 0; i < means.size(); ++i)
            sum += terms[i].weight * plan->batchValue(means[i]);
        return sum;
    }

    std::vector<LossTerm> terms;
    Program program;
    std::vector<ValueId> means;
    AlignedVector<double> parameters;
    std::unique_ptr<Plan<double>> plan;
};

DifferenceQuotient::DifferenceQuotient(std::shared_ptr<const Model> model, size_t objective, int64_t capacity)
    : d(std::make_unique<Private>(*model, objective, capacity)) {}

DifferenceQuotient::~DifferenceQuotient() = default;

DifferenceQuotient::Slope DifferenceQuotient::slope(std::span<const float> parameters, const Dataset &data,
                                                    std::span<const int64_t> samples, const Backpass::Mode &mode, int64_t place)
{
    d->parameters.assign(parameters.begin(), parameters.end());
    const StepContext context{mode.seed, mode.step, int64_t(samples.size()), mode.training};
    double &number = d->parameters[size_t(place)];
    const double here = number;
    Slope slope;
    slope.step = 1e-6 * std::max(1.0, std::abs(here)); // short: it must not reach over a bend such as ReLU's
    number = here + slope.step;
    slope.up = d->loss(data, samples, context);
    number = here - slope.step;
    slope.down = d->loss(data, samples, context);
    number = here;
    return slope;
}

} // namespace zhibei
