#include "tests/core/gradient_checker.h"

#include "core/ops/philox.h"
#include "core/program/backward.h"

#include <algorithm>
#include <cmath>

using namespace zhibei;

namespace {

/// In [-1, 1), but no number twice.
double number(uint64_t key, int64_t i)
{
    return double(uniform(Philox::at(7, key, uint64_t(i))[0])) * 2 - 1;
}

} // namespace

GradientChecker::GradientChecker(const KindProgram &kind, int64_t batch, const Fault &fault)
    : m_kind(kind), m_context{11, 3, batch, true}, m_program(differentiate(kind.model->program, kind.loss).program)
{
    if (fault)
        fault(m_program, kind.model->program.ops.size());
    Program forward = kind.model->program;
    m_mean = forward.add(meanLossOp, {kind.loss}, "mean", "node");
    m_forward = std::make_unique<Plan<double>>(forward, tilesFor(batch), std::vector<ValueId>{m_mean}, Keep::Needed, kind.model->parameterCount);
    m_parameters.assign(size_t(kind.model->parameterCount), 0.0);
    for (size_t i = 0; i < m_parameters.size(); ++i)
        m_parameters[i] = number(1, int64_t(i)) * 0.8;
}

template <class T>
void GradientChecker::feed(Plan<T> &plan, int64_t tile) const
{
    const Program &program = m_kind.model->program;
    T *x = plan.has(program.features) ? plan.tile(program.features, tile) : nullptr;
    T *t = plan.has(program.target) ? plan.tile(program.target, tile) : nullptr;
    for (int64_t i = 0; x && i < program.count(program.features) * lanes; ++i)
        x[i] = T(number(2, tile * 100000 + i));
    for (int64_t i = 0; t && i < program.count(program.target) * lanes; ++i) {
        const double v = number(3, tile * 100000 + i);
        t[i] = T(m_kind.classes ? std::floor((v + 1) / 2 * m_kind.classes) : v);
    }
}

double GradientChecker::loss()
{
    m_forward->runBatch(m_context, m_parameters, [&](int64_t tile) { feed(*m_forward, tile); }, false);
    return m_forward->batchValue(m_mean);
}

template <class T>
std::vector<T> GradientChecker::run(Plan<T> &plan, const AlignedVector<T> &parameters) const
{
    plan.runBatch(m_context, parameters, [&](int64_t tile) { feed(plan, tile); }, false);
    for (const auto &task : plan.rowTasks())
        plan.runRows(task, m_context);
    std::vector<T> all(plan.gradients().begin(), plan.gradients().end());
    all.resize(parameters.size()); // where nothing learns there are none
    return all;
}

std::vector<double> GradientChecker::gradients()
{
    Plan<double> plan(m_program, tilesFor(m_context.batch), {m_kind.loss}, Keep::Needed, m_kind.model->parameterCount);
    return run(plan, m_parameters);
}

std::vector<float> GradientChecker::floatGradients()
{
    Plan<float> plan(m_program, tilesFor(m_context.batch), {m_kind.loss}, Keep::Needed, m_kind.model->parameterCount);
    return run(plan, AlignedVector<float>(m_parameters.begin(), m_parameters.end()));
}

QString GradientChecker::mistake(int64_t most)
{
    const std::vector<double> analytic = gradients();
    double scale = 1e-3;
    for (double g : analytic)
        scale = std::max(scale, std::abs(g));
    const auto agrees = [&](size_t i, double h, double &numeric) {
        const double old = m_parameters[i];
        m_parameters[i] = old + h;
        const double up = loss();
        m_parameters[i] = old - h;
        const double down = loss();
        m_parameters[i] = old;
        numeric = (up - down) / (2 * h);
        return std::abs(analytic[i] - numeric) <= 1e-6 * (std::abs(numeric) + scale) + 1e-9;
    };
    m_compared = 0;
    for (const ParameterView &view : m_kind.model->parameters)
        for (int64_t k = 0; view.follows == 0 && k < view.shape.count(); k += 1 + view.shape.count() / most) {
            const auto i = size_t(view.index(k));
            double numeric = 0;
            ++m_compared;
            if (!agrees(i, 1e-6, numeric) && !agrees(i, 1e-8, numeric)) // a shorter step does not reach over a bend, such as ReLU's
                return QStringLiteral("%1[%2]: %3, difference quotient %4")
                    .arg(QString::fromStdString(view.fullName())).arg(k).arg(analytic[i], 0, 'g', 12).arg(numeric, 0, 'g', 12);
        }
    return {};
}
