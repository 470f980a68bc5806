#include "tests/core/kind_program.h"

#include "core/ops/philox.h"
#include "core/program/backward.h"
#include "core/program/plan.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zhibei;

namespace {

double number(uint64_t key, int64_t i)
{
    return double(uniform(Philox::at(7, key, uint64_t(i))[0])) * 2 - 1;
}

/// Runs a program in double and knows its loss and gradients.
class Checker {
public:
    explicit Checker(const KindProgram &kind, int64_t batch)
        : m_kind(kind), m_context{11, 3, batch, true}
    {
        Differentiated all = differentiate(kind.model->program, kind.loss);
        m_mean = all.program.add(meanLossOp, {kind.loss}, "mean", "node");
        m_plan = std::make_unique<Plan<double>>(all.program, tilesFor(batch), std::vector<ValueId>{m_mean}, Keep::Needed, kind.model->parameterCount);
        parameters.assign(size_t(kind.model->parameterCount), 0.0);
        for (size_t i = 0; i < parameters.size(); ++i)
            parameters[i] = number(1, int64_t(i)) * 0.8;
    }

    double loss()
    {
        m_plan->runBatch(m_context, parameters, [&](int64_t tile) { feed(tile); }, false);
        return m_plan->batchValue(m_mean);
    }

    std::vector<double> gradients()
    {
        loss();
        for (const auto &task : m_plan->rowTasks())
            m_plan->runRows(task, m_context);
        std::vector<double> all(m_plan->gradients().begin(), m_plan->gradients().end());
        all.resize(parameters.size()); // where nothing learns there are none
        return all;
    }

    AlignedVector<double> parameters;

private:
    void feed(int64_t tile)
    {
        const Program &program = m_kind.model->program;
        double *x = m_plan->has(program.features) ? m_plan->tile(program.features, tile) : nullptr;
        double *t = m_plan->has(program.target) ? m_plan->tile(program.target, tile) : nullptr;
        for (int64_t i = 0; x && i < program.count(program.features) * lanes; ++i)
            x[i] = number(2, tile * 100000 + i);
        for (int64_t i = 0; t && i < program.count(program.target) * lanes; ++i) {
            const double v = number(3, tile * 100000 + i);
            t[i] = m_kind.classes ? std::floor((v + 1) / 2 * m_kind.classes) : v;
        }
    }

    const KindProgram &m_kind;
    StepContext m_context;
    std::unique_ptr<Plan<double>> m_plan;
    ValueId m_mean = noValue;
};

/// Running means are not learned, and behind a stopped gradient nothing is.
bool learns(const LayerKind &kind, const ParameterView &view)
{
    return view.follows == 0 && kind.id != "stop_gradient";
}

} // namespace

/// Every kind, with every sample setting: each partial derivative of each parameter, and through the mixing matrix of each
/// input, against central differences.
class TestGradients : public QObject {
    Q_OBJECT

private slots:
    void everyKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("sample");
        QTest::addColumn<int>("batch");
        for (const LayerKind *kind : layerKinds()) {
            if (kind->category == Category::Data)
                continue;
            QVERIFY2(!kind->samples.empty(), kind->id.c_str());
            for (size_t s = 0; s < kind->samples.size(); ++s)
                for (int batch : {1, 5, 16, 23})
                    QTest::addRow("%s %zu batch %d", kind->id.c_str(), s, batch) << QString::fromStdString(kind->id) << int(s) << batch;
        }
    }

    void everyKind()
    {
        QFETCH(QString, kind);
        QFETCH(int, sample);
        QFETCH(int, batch);
        const LayerKind &layer = *findKind(kind.toStdString());
        const KindProgram program(layer, layer.samples[size_t(sample)]);
        Checker checker(program, batch);
        const std::vector<double> analytic = checker.gradients();
        const double h = 1e-6;
        double scale = 1e-3;
        for (double g : analytic)
            scale = std::max(scale, std::abs(g));
        int compared = 0;
        for (const ParameterView &view : program.model->parameters)
            for (int64_t k = 0; learns(layer, view) && k < view.shape.count(); k += 1 + view.shape.count() / 150) {
                const auto i = size_t(view.index(k));
                const double old = checker.parameters[i];
                checker.parameters[i] = old + h;
                const double up = checker.loss();
                checker.parameters[i] = old - h;
                const double down = checker.loss();
                checker.parameters[i] = old;
                const double numeric = (up - down) / (2 * h);
                const QString where = QStringLiteral("%1[%2]: %3, difference quotient %4")
                                          .arg(QString::fromStdString(view.fullName())).arg(k).arg(analytic[i], 0, 'g', 12).arg(numeric, 0, 'g', 12);
                QVERIFY2(std::abs(analytic[i] - numeric) <= 1e-6 * (std::abs(numeric) + scale) + 1e-9, qPrintable(where));
                ++compared;
            }
        QVERIFY(compared > 0 || layer.id == "stop_gradient");
    }

    /// A fault in a gradient rule does not go unseen: tanh's rule with the sign turned.
    void plantedFaultIsSeen()
    {
        const LayerKind &layer = *findKind("activation");
        KindProgram program(layer, {{{"function", std::string("tanh")}}, {{Shape({4})}}});
        static Op faulty = tanhOp;
        faulty.gradient = [](Backward &b, const OpInstance &op) {
            const ValueId right = b.add(tanhOp, {b.gradient(op.outputs[0])});
            b.addGradient(op.inputs[0], right);
        };
        for (OpInstance &op : program.model->program.ops)
            if (op.op == &tanhOp)
                op.op = &faulty;
        Checker checker(program, 5);
        const std::vector<double> analytic = checker.gradients();
        double worst = 0;
        for (size_t i = 0; i < 16; ++i) {
            const double old = checker.parameters[i];
            checker.parameters[i] = old + 1e-6;
            const double up = checker.loss();
            checker.parameters[i] = old - 1e-6;
            const double down = checker.loss();
            checker.parameters[i] = old;
            worst = std::max(worst, std::abs((up - down) / 2e-6 - analytic[i]));
        }
        QVERIFY(worst > 1e-3);
    }

    /// The float kernels say what the double kernels say.
    void floatAgrees_data() { everyKind_data(); }
    void floatAgrees()
    {
        QFETCH(QString, kind);
        QFETCH(int, sample);
        QFETCH(int, batch);
        const LayerKind &layer = *findKind(kind.toStdString());
        const KindProgram program(layer, layer.samples[size_t(sample)]);
        Checker checker(program, batch);
        const std::vector<double> wide = checker.gradients();
        Differentiated all = differentiate(program.model->program, program.loss);
        Plan<float> plan(all.program, tilesFor(batch), {program.loss}, Keep::Needed, program.model->parameterCount);
        const AlignedVector<float> parameters(checker.parameters.begin(), checker.parameters.end());
        const StepContext context{11, 3, batch, true};
        plan.runBatch(context, parameters, [&](int64_t tile) {
            const Program &p = program.model->program;
            for (int64_t i = 0; plan.has(p.features) && i < p.count(p.features) * lanes; ++i)
                plan.tile(p.features, tile)[i] = float(number(2, tile * 100000 + i));
            for (int64_t i = 0; plan.has(p.target) && i < p.count(p.target) * lanes; ++i) {
                const double v = number(3, tile * 100000 + i);
                plan.tile(p.target, tile)[i] = float(program.classes ? std::floor((v + 1) / 2 * program.classes) : v);
            }
        }, false);
        for (const auto &task : plan.rowTasks())
            plan.runRows(task, context);
        for (const ParameterView &view : program.model->parameters)
            for (int64_t k = 0; k < view.shape.count() && !plan.gradients().empty(); ++k) {
                const auto i = size_t(view.index(k));
                QVERIFY2(std::abs(wide[i] - double(plan.gradients()[i])) <= 1e-5 + 1e-4 * std::abs(wide[i]), qPrintable(QString::fromStdString(view.fullName())));
            }
    }
};

QTEST_GUILESS_MAIN(TestGradients)
#include "tst_gradients.moc"
