#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/probes/saliency.h"
#include "core/program/backpass.h"
#include "core/program/inference.h"
#include "core/train/training.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace zhibei;

namespace {

/// A template trained for some steps, and one moment of it.
struct Lab {
    Project project;
    std::shared_ptr<const Dataset> data;
    Training training;
    ProbeTools tools;
    std::shared_ptr<Snapshot> snapshot = std::make_shared<Snapshot>();

    explicit Lab(const char *name, int64_t steps)
        : project(openProject(name, ZHIBEI_RESOURCES)), data(makeDataset(project.data, ZHIBEI_RESOURCES)),
          training(buildModel(project.network, data->type()), data, project.training, 1)
    {
        for (int64_t i = 0; i < steps; ++i)
            training.step();
        snapshot->model = training.model();
        const auto numbers = training.shown();
        snapshot->parameters = std::make_shared<const AlignedVector<float>>(numbers.begin(), numbers.end());
    }

    const Model &model() const { return *snapshot->model; }
    Moment moment() { return {snapshot, data, project.data, &tools, {}}; }
    std::shared_ptr<const Saliency> ask(const SaliencyQuestion &question)
    {
        return std::dynamic_pointer_cast<const Saliency>(zhibei::ask(SaliencyProbe(question), moment()));
    }
    std::vector<float> prediction(const std::vector<float> &sample)
    {
        Inference network(snapshot->model, 1);
        network.run(*snapshot->parameters, sample.data(), 1);
        return network.prediction(0);
    }
    std::vector<float> sample(int64_t i) const { return {data->features.row(i).begin(), data->features.row(i).end()}; }
};

} // namespace

/// What mattered, against finite differences and covering by hand.
class TestSaliency : public QObject {
    Q_OBJECT
private slots:
    void slopesOfOneNumber_data();
    void slopesOfOneNumber();
    void gradientTimesInputOfTheScore();
    void coversOnePlace();
    void coversAFeature();
    void textHasAPlaceACharacter();
    void patchesReachEveryPixel();
};

void TestSaliency::slopesOfOneNumber_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"spiral", "line", "digits", "lenet"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

/// The slopes of the last number of every node's output, by the steepest number of the sample.
void TestSaliency::slopesOfOneNumber()
{
    QFETCH(QString, name);
    Lab lab(qPrintable(name), 5);
    Dataset data = *lab.data;
    for (size_t i = 0; float &number : data.features.row(1)) // black areas are full of ties
        number += 0.3f * std::sin(float(++i * 7));
    const int64_t sample = 1; // a line has two
    int checked = 0;
    for (const auto &[port, value] : lab.model().program.ports) {
        const int64_t last = lab.model().program.count(value) - 1;
        if (value == lab.model().program.features || value == lab.model().program.target)
            continue;
        Backpass pass(lab.snapshot->model, {value, last}, 1);
        pass.run(*lab.snapshot->parameters, data, std::span(&sample, 1));
        QCOMPARE(float(pass.loss()), pass.value(value, 0).back());
        const std::vector<float> slopes = pass.gradient(lab.model().program.features, 0);
        if (slopes.empty())
            continue; // the right answer does not depend on the sample
        const size_t steepest = size_t(std::max_element(slopes.begin(), slopes.end(), [](float a, float b) { return std::abs(a) < std::abs(b); }) - slopes.begin());
        float &number = data.features.row(sample)[steepest];
        if (slopes[steepest] == 0)
            continue; // a silent ReLU
        bool agrees = false;
        for (const float step : {1e-2f, 3e-3f, 1e-3f}) {
            const float was = number;
            number = was + step;
            pass.run(*lab.snapshot->parameters, data, std::span(&sample, 1));
            const double up = pass.loss();
            number = was - step;
            pass.run(*lab.snapshot->parameters, data, std::span(&sample, 1));
            const double difference = (up - pass.loss()) / (2 * double(step));
            number = was;
            agrees = agrees || std::abs(difference - double(slopes[steepest])) <= 0.02 * std::abs(double(slopes[steepest]));
        }
        QVERIFY2(agrees, port.node.c_str());
        ++checked;
    }
    QVERIFY(checked > 0);
}

void TestSaliency::gradientTimesInputOfTheScore()
{
    Lab lab("digits", 40);
    SaliencyQuestion question{.sample = lab.data->trainCount + 3, .drawn = {}};
    const auto found = lab.ask(question);
    QVERIFY(found);
    const std::vector<float> says = lab.prediction(found->input);
    QCOMPARE(found->predicted, int(std::max_element(says.begin(), says.end()) - says.begin()));
    QCOMPARE(found->number, found->predicted);
    QCOMPARE(found->says, says[size_t(found->predicted)]);
    QCOMPARE(found->rows, int64_t(28));
    QCOMPARE(found->columns, int64_t(28));
    // log p_c − log p_d is the difference of the two scores: its slope along one pixel, by finite differences.
    question.number = (found->predicted + 1) % 10;
    const auto rival = lab.ask(question);
    QCOMPARE(rival->number, question.number);
    const auto strongest = std::max_element(found->places.begin(), found->places.end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
    const auto pixel = size_t(strongest - found->places.begin());
    const auto scores = [&](float by) {
        std::vector<float> moved = found->input;
        moved[pixel] += by;
        const std::vector<float> p = lab.prediction(moved);
        return std::log(double(p[size_t(found->number)])) - std::log(double(p[size_t(rival->number)]));
    };
    const double slope = (scores(0.01f) - scores(-0.01f)) / 0.02;
    const double expected = slope * double(found->input[pixel]), told = double(found->places[pixel] - rival->places[pixel]);
    QVERIFY2(std::abs(told - expected) < 0.03 * std::abs(expected), qPrintable(QStringLiteral("%1 %2").arg(told).arg(expected)));
}

void TestSaliency::coversOnePlace()
{
    Lab lab("digits", 40);
    const int64_t sample = lab.data->trainCount + 3;
    const auto found = lab.ask({.sample = sample, .drawn = {}, .method = SaliencyMethod::Occlusion});
    QVERIFY(found);
    QCOMPARE(found->rows, int64_t(14));
    QCOMPARE(found->columns, int64_t(14));
    // Row 6, column 7: pixels 10 to 15 down and 12 to 17 across, by hand.
    std::vector<float> covered = lab.sample(sample);
    const float grey = (*std::min_element(covered.begin(), covered.end()) + *std::max_element(covered.begin(), covered.end())) / 2;
    for (size_t y = 10; y < 16; ++y)
        for (size_t x = 12; x < 18; ++x)
            covered[y * 28 + x] = grey;
    const auto c = size_t(found->number);
    QCOMPARE(found->place(6, 7), lab.prediction(lab.sample(sample))[c] - lab.prediction(covered)[c]);
    QVERIFY(found->place(6, 7) != 0);
    // A drawn picture is a sample like any other.
    const auto drawn = lab.ask({.sample = 0, .drawn = lab.sample(sample), .method = SaliencyMethod::Occlusion});
    QCOMPARE(drawn->places, found->places);
}

void TestSaliency::coversAFeature()
{
    Lab lab("spiral", 50);
    const int64_t sample = 4;
    const auto found = lab.ask({.sample = sample, .drawn = {}, .number = 0, .method = SaliencyMethod::Occlusion});
    QVERIFY(found);
    QCOMPARE(int64_t(found->places.size()), lab.data->featureShape.count());
    double mean = 0;
    for (int64_t i = 0; i < lab.data->trainCount; ++i)
        mean += double(lab.data->features.row(i)[1]);
    std::vector<float> covered = lab.sample(sample);
    covered[1] = float(mean / double(lab.data->trainCount));
    const auto first = [&](const std::vector<float> &input) { // of two classes that share a number, the first has the rest
        const std::vector<float> p = lab.prediction(input);
        const bool sign = lab.model().objectives[0].decision == Decision::Sign;
        return p.size() > 1 ? p[0] : sign ? 1 - (1 + p[0]) / 2 : 1 - p[0];
    };
    QVERIFY(std::abs(found->places[1] - (first(lab.sample(sample)) - first(covered))) < 1e-5f);
    const auto other = lab.ask({.sample = sample, .drawn = {}, .number = 1, .method = SaliencyMethod::Occlusion});
    QVERIFY(std::abs(other->places[1] + found->places[1]) < 1e-5f);
}

void TestSaliency::textHasAPlaceACharacter()
{
    Lab lab("char-lstm", 3);
    for (const SaliencyMethod method : {SaliencyMethod::Gradient, SaliencyMethod::Occlusion}) {
        const auto found = lab.ask({.sample = 1, .drawn = {}, .method = method});
        QVERIFY(found);
        QCOMPARE(int64_t(found->places.size()), lab.data->featureShape.count());
        QVERIFY(std::any_of(found->places.begin(), found->places.end(), [](float v) { return v != 0; }));
    }
}

void TestSaliency::patchesReachEveryPixel()
{
    for (const auto &[height, width] : std::vector<std::pair<int64_t, int64_t>>{{28, 28}, {1, 1}, {3, 90}, {224, 200}, {8, 8}, {33, 32}}) {
        const Patch patch = Patch::of(height, width);
        QVERIFY(patch.places(height) <= 20 && patch.places(width) <= 20);
        for (const int64_t extent : {height, width}) {
            std::vector<bool> reached(size_t(extent), false);
            for (int64_t p = 0; p < patch.places(extent); ++p)
                for (int64_t i = patch.begin(p); i < patch.end(p, extent); ++i)
                    reached[size_t(i)] = true;
            QVERIFY(std::all_of(reached.begin(), reached.end(), [](bool r) { return r; }));
        }
    }
}

QTEST_APPLESS_MAIN(TestSaliency)
#include "tst_saliency.moc"
