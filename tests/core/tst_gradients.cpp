#include "core/ops/conv.h"
#include "tests/core/gradient_checker.h"
#include "tests/core/random_sample.h"

#include <QtTest>

#include <cmath>

using namespace zhibei;

namespace {

constexpr int configurations = 24; // drawn for each kind

/// Whether a derivative of the kind's program can be anything but zero: what makes its own numbers, what only looks at
/// indices and what stops the gradient gives nothing to compare.
bool learns(const LayerKind &kind)
{
    return kind.category != Category::Data && kind.id != "noise" && kind.id != "constant" && kind.id != "one_hot"
           && kind.id != "padding_mask" && kind.id != "stop_gradient";
}

} // namespace

/// Every kind, with every sample setting and with many that are drawn at random: each partial derivative of each parameter,
/// and through the mixing matrix of each input, against central differences.
class TestGradients : public QObject {
    Q_OBJECT

private slots:
    void everyKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("sample");
        QTest::addColumn<int>("batch");
        for (const LayerKind *kind : layerKinds()) {
            QVERIFY2(!kind->samples.empty(), kind->id.c_str());
            for (size_t s = 0; learns(*kind) && s < kind->samples.size(); ++s)
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
        GradientChecker checker(program, batch);
        const QString mistake = checker.mistake();
        QVERIFY2(mistake.isEmpty(), qPrintable(mistake));
        QVERIFY(checker.compared() > 0);
    }

    void anySetting_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("draw");
        int cases = 0;
        for (const LayerKind *kind : layerKinds())
            for (int draw = 0; learns(*kind) && draw < configurations; ++draw, ++cases)
                QTest::addRow("%s %d", kind->id.c_str(), draw) << QString::fromStdString(kind->id) << draw;
        QVERIFY(cases >= 1000);
    }

    void anySetting()
    {
        QFETCH(QString, kind);
        QFETCH(int, draw);
        const LayerKind &layer = *findKind(kind.toStdString());
        const RandomSample random(layer, uint64_t(draw));
        QVERIFY2(random.found(), "no setting fits: what does this kind ask for that random_sample.cpp cannot draw?");
        const KindProgram program(layer, random.sample());
        GradientChecker checker(program, random.batch());
        const QString mistake = checker.mistake(40);
        QVERIFY2(mistake.isEmpty(), qPrintable(random.text() + ": " + mistake));
        QVERIFY(checker.compared() > 0);
    }

    /// Convolutions with channels enough for minimal filtering, of extents that its tiles do not divide.
    void manyChannels_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("filters");
        QTest::addColumn<QList<int>>("input");
        QTest::addColumn<QString>("padding");
        QTest::addColumn<int>("pad");
        QTest::addColumn<int>("batch");
        QTest::newRow("same") << "conv2d" << 40 << QList{9, 7, 7} << "same" << 0 << 5;
        QTest::newRow("valid, two tiles") << "conv2d" << 40 << QList{9, 6, 9} << "valid" << 0 << 19;
        QTest::newRow("more channels than a vector") << "conv2d" << 29 << QList{20, 4, 4} << "same" << 0 << 3;
        QTest::newRow("windows out of the map") << "conv2d" << 35 << QList{9, 4, 7} << "explicit" << 3 << 2;
        QTest::newRow("transposed, same") << "conv_transpose2d" << 40 << QList{9, 7, 7} << "same" << 0 << 3;
        QTest::newRow("transposed, valid") << "conv_transpose2d" << 40 << QList{9, 4, 7} << "valid" << 0 << 18;
    }
    void manyChannels()
    {
        QFETCH(QString, kind);
        QFETCH(int, filters);
        QFETCH(QList<int>, input);
        QFETCH(QString, padding);
        QFETCH(int, pad);
        QFETCH(int, batch);
        const LayerKind::Sample sample{{{"filters", int64_t(filters)}, {"kernel", int64_t(3)}, {"stride", int64_t(1)}, {"padding", padding.toStdString()},
                                        {"pad", int64_t(pad)}, {"activation", std::string("tanh")}},
                                       {{Shape({input[0], input[1], input[2]}), 0}}};
        const KindProgram program(*findKind(kind.toStdString()), sample);
        const auto &ops = program.model->program.ops;
        QVERIFY(std::any_of(ops.begin(), ops.end(), [](const OpInstance &op) {
            return (op.op == &convOp || op.op == &convTransposeOp) && filtersMinimally(ConvGeometry::unpack(op.integers));
        }));
        GradientChecker checker(program, batch);
        const QString mistake = checker.mistake(10);
        QVERIFY2(mistake.isEmpty(), qPrintable(mistake));
        QVERIFY(checker.compared() >= 30);
        compareFloat(program, checker);
    }

    /// Nothing flows back where nothing should.
    void stoppedGradient()
    {
        const KindProgram program(*findKind("stop_gradient"), findKind("stop_gradient")->samples[0]);
        GradientChecker checker(program, 5);
        for (double g : checker.gradients())
            QCOMPARE(g, 0.0);
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
        GradientChecker checker(program, batch);
        compareFloat(program, checker);
    }

private:
    static void compareFloat(const KindProgram &program, GradientChecker &checker)
    {
        const std::vector<double> wide = checker.gradients();
        const std::vector<float> narrow = checker.floatGradients();
        for (const ParameterView &view : program.model->parameters)
            for (int64_t k = 0; k < view.shape.count(); ++k) {
                const auto i = size_t(view.index(k));
                QVERIFY2(std::abs(wide[i] - double(narrow[i])) <= 1e-5 + 1e-4 * std::abs(wide[i]), qPrintable(QString::fromStdString(view.fullName())));
            }
    }
};

QTEST_GUILESS_MAIN(TestGradients)
#include "tst_gradients.moc"
