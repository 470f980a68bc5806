#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/program/backpass.h"
#include "core/train/training.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace zhibei;

/// The slowed-down step computes what finite differences say.
class TestBackpass : public QObject {
    Q_OBJECT
private slots:
    void gradientsAreSlopes_data();
    void gradientsAreSlopes();
};

void TestBackpass::gradientsAreSlopes_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"spiral", "digits", "lenet"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestBackpass::gradientsAreSlopes()
{
    QFETCH(QString, name);
    const Project project = openProject(name.toStdString(), ZHIBEI_RESOURCES);
    Dataset data = *makeDataset(project.data, ZHIBEI_RESOURCES);
    for (int64_t sample = 0; sample < 16; ++sample) // black areas are full of ties: every pixel differs from the next
        for (size_t i = 0; float &number : data.features.row(sample))
            number += 0.3f * std::sin(float(++i * (7 + size_t(sample))));
    const auto model = buildModel(project.network, data.type());
    AlignedVector<float> parameters(size_t(model->parameterCount));
    initialiseParameters(*model, project.training, 3, parameters);
    for (const ParameterView &view : model->parameters) // black pixels stand right on the kink while biases are zero
        for (int64_t k = 0; view.shape.rank() == 1 && k < view.shape.count(); ++k)
            parameters[size_t(view.index(k))] += 0.05f;
    Backpass pass(model, 0, 8);
    std::vector<int64_t> samples(8);
    std::iota(samples.begin(), samples.end(), 5);
    pass.run(parameters, data, samples);
    const AlignedVector<float> slopes(pass.parameterGradients().begin(), pass.parameterGradients().end());
    const ValueId features = model->program.features;
    const std::vector<float> featureSlopes = pass.gradient(features, 2);
    QCOMPARE(featureSlopes.size(), size_t(model->program.count(features)));

    // The steepest parameter of every node, and the steepest number of the sample.
    const auto steepest = [](auto &&slope, int64_t count) {
        int64_t best = 0;
        for (int64_t k = 1; k < count; ++k)
            best = std::abs(slope(k)) > std::abs(slope(best)) ? k : best;
        return best;
    };
    // Beyond a kink of ReLU or pooling there is another slope, and steps too small drown in rounding: one must agree.
    const auto isSlope = [&](float slope, float &number) {
        for (const float step : {1e-2f, 3e-3f, 1e-3f, 3e-4f}) {
            const float was = number;
            number = was + step;
            pass.run(parameters, data, samples);
            const double up = pass.loss();
            number = was - step;
            pass.run(parameters, data, samples);
            const double difference = (up - pass.loss()) / (2 * double(step));
            number = was;
            if (std::abs(double(slope) - difference) <= 0.02 * std::abs(double(slope)))
                return slope != 0;
        }
        return false;
    };
    for (const ParameterView &view : model->parameters) {
        const int64_t k = view.index(steepest([&](int64_t i) { return slopes[size_t(view.index(i))]; }, view.shape.count()));
        QVERIFY2(isSlope(slopes[size_t(k)], parameters[size_t(k)]), qPrintable(QString::fromStdString(view.fullName())));
    }
    const int64_t pixel = steepest([&](int64_t i) { return featureSlopes[size_t(i)]; }, int64_t(featureSlopes.size()));
    QVERIFY(isSlope(featureSlopes[size_t(pixel)], data.features.row(samples[2])[size_t(pixel)]));
}

QTEST_APPLESS_MAIN(TestBackpass)
#include "tst_backpass.moc"
