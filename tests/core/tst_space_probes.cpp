#include "core/io/project_file.h"
#include "core/probes/landscape.h"
#include "core/probes/latent.h"
#include "core/probes/principal_axes.h"
#include "core/probes/section.h"
#include "core/probes/tsne.h"
#include "core/probes/warped_grid.h"
#include "core/program/inference.h"
#include "core/train/evaluator.h"
#include "core/train/training.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace zhibei;

namespace {

/// A template after some steps, to be asked about.
struct Lab {
    explicit Lab(const std::string &name, int64_t steps)
        : project(openProject(name, ZHIBEI_RESOURCES)), data(makeDataset(project.data, ZHIBEI_RESOURCES)),
          training(buildModel(project.network, data->type()), data, project.training, 1)
    {
        train(steps);
    }

    void train(int64_t steps)
    {
        for (int64_t i = 0; i < steps; ++i)
            training.step();
        auto now = std::make_shared<Snapshot>();
        now->step = training.steps();
        now->model = training.model();
        const auto numbers = training.shown();
        now->parameters = std::make_shared<const AlignedVector<float>>(numbers.begin(), numbers.end());
        snapshot = std::move(now);
    }

    template <class P>
    std::shared_ptr<const typename P::Answer> answer(const P &probe, std::stop_token stop = {})
    {
        return std::dynamic_pointer_cast<const typename P::Answer>(ask(probe, {snapshot, data, project.data, &tools, std::move(stop)}));
    }

    Project project;
    std::shared_ptr<const Dataset> data;
    Training training;
    std::shared_ptr<const Snapshot> snapshot;
    ProbeTools tools;
};

/// Two clouds of `each` points in `dims` dimensions, `apart` from each other.
Cloud twoClouds(int each, int64_t dims, float apart, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Cloud cloud{dims, {}};
    for (int i = 0; i < 2 * each; ++i)
        for (int64_t k = 0; k < dims; ++k)
            cloud.numbers.push_back(normal(random) + (i >= each && k == 0 ? apart : 0));
    return cloud;
}

bool near(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance; }

/// The first layer of the network with that many outputs.
NodeId layerOf(const Model &model, int64_t outputs)
{
    for (const Node &node : model.network.nodes)
        if (const ValueId value = numbersOf(model, node.id); value != noValue && model.program.count(value) == outputs && node.kind != "input")
            return node.id;
    return {};
}

} // namespace

class TestSpaceProbes : public QObject {
    Q_OBJECT
private slots:
    void eigenpairsOfAKnownMatrix();
    void iterationAgreesWithItself();
    void axesOfAHandMadeCloud();
    void fewPointsOfManyDimensions();
    void facingUndoesAMirror();
    void neighboursByBruteForce();
    void tsneKeepsFarClustersApart();
    void tsneStops();
    void latentOfTwoNumbersIsDirect();
    void latentKeepsDistances();
    void latentOfEveryNode();
    void sectionIsTheNetwork_data();
    void sectionIsTheNetwork();
    void gridIsTheNetwork();
    void landscapeIsTheLoss();
    void filtersKeepTheirLength();
    void walkIsFollowed();
    void walkStaysSmall();
    void landscapeStops();
};

void TestSpaceProbes::eigenpairsOfAKnownMatrix()
{
    // ((2, 1), (1, 2)): 3 along (1, 1), 1 along (1, −1).
    const std::vector<double> matrix{2, 1, 1, 2};
    const Eigenpairs pairs = largestEigenpairs(matrix, 2, 2);
    QVERIFY(near(pairs.values[0], 3, 1e-12) && near(pairs.values[1], 1, 1e-12));
    QVERIFY(near(pairs.vectors[0][0], std::sqrt(0.5), 1e-12) && near(pairs.vectors[0][1], std::sqrt(0.5), 1e-12));
    QVERIFY(near(pairs.vectors[1][0], -pairs.vectors[1][1], 1e-12));
}

/// A matrix too large for rotations, of which everything is known: a diagonal, mirrored at a plane.
void TestSpaceProbes::iterationAgreesWithItself()
{
    constexpr size_t n = 120;
    std::vector<double> v(n), matrix(n * n);
    double length = 0;
    for (size_t i = 0; i < n; ++i) {
        v[i] = std::sin(double(i) + 1);
        length += v[i] * v[i];
    }
    const auto mirror = [&](size_t i, size_t j) { return (i == j ? 1.0 : 0.0) - 2 * v[i] * v[j] / length; };
    const auto value = [](size_t k) { return k == 7 ? 10.0 : k == 50 ? 9.0 : 5.0 / double(k + 1); };
    for (size_t i = 0; i < n; ++i)
        for (size_t j = 0; j < n; ++j)
            for (size_t k = 0; k < n; ++k)
                matrix[i * n + j] += mirror(i, k) * value(k) * mirror(k, j);
    const Eigenpairs pairs = largestEigenpairs(matrix, n, 2);
    QVERIFY(near(pairs.values[0], 10, 1e-9) && near(pairs.values[1], 9, 1e-9));
    for (const size_t a : {size_t(0), size_t(1)}) {
        double along = 0;
        for (size_t i = 0; i < n; ++i)
            along += pairs.vectors[a][i] * mirror(i, a == 0 ? 7 : 50);
        QVERIFY(near(std::abs(along), 1, 1e-9));
    }
}

void TestSpaceProbes::axesOfAHandMadeCloud()
{
    // Variances: 4 along (3, 4, 0) / 5, 1 along the third axis, nothing else.
    Cloud cloud{3, {}};
    for (const auto &[a, b] : {std::pair(2.0f, 1.0f), {2.0f, -1.0f}, {-2.0f, 1.0f}, {-2.0f, -1.0f}})
        cloud.numbers.insert(cloud.numbers.end(), {10 + a * 0.6f, a * 0.8f, 5 + b});
    const PrincipalAxes axes = principalAxes(cloud);
    QVERIFY(near(axes.mean[0], 10, 1e-6) && near(axes.mean[2], 5, 1e-6));
    QVERIFY(near(axes.share[0], 0.8, 1e-6) && near(axes.share[1], 0.2, 1e-6));
    QVERIFY(near(axes.axes[0][0], 0.6, 1e-6) && near(axes.axes[0][1], 0.8, 1e-6) && near(axes.axes[1][2], 1, 1e-6));
    const PlanePoint first = axes.project(cloud.row(0));
    QVERIFY(near(first[0], 2, 1e-5) && near(first[1], 1, 1e-5));
}

/// By the products of the points it comes to the same as by the covariance.
void TestSpaceProbes::fewPointsOfManyDimensions()
{
    Cloud few = twoClouds(15, 40, 6), many{40, {}};
    for (int time = 0; time < 2; ++time) // every point twice: the same covariance, now with more points than dimensions
        many.numbers.insert(many.numbers.end(), few.numbers.begin(), few.numbers.end());
    const PrincipalAxes a = principalAxes(few), b = principalAxes(many);
    QVERIFY(near(a.share[0], b.share[0], 1e-5) && near(a.share[1], b.share[1], 1e-5));
    for (int64_t i = 0; i < few.count(); ++i)
        for (size_t k = 0; k < 2; ++k)
            QVERIFY(near(std::abs(a.project(few.row(i))[k]), std::abs(b.project(few.row(i))[k]), 1e-3));
}

void TestSpaceProbes::facingUndoesAMirror()
{
    const std::vector<PlanePoint> before{{0, 1}, {2, 3}, {4, -1}}, now{{0, 1.1f}, {-2.1f, 3}, {-4, -1}};
    QCOMPARE(facing(now, before), (PlanePoint{-1, 1}));
}

void TestSpaceProbes::neighboursByBruteForce()
{
    const Cloud cloud = twoClouds(40, 3, 1.5f);
    std::vector<int> classes;
    for (int64_t i = 0; i < cloud.count(); ++i)
        classes.push_back(i >= 40);
    int right = 0;
    for (int64_t i = 0; i < cloud.count(); ++i) {
        std::vector<std::pair<double, int>> others;
        for (int64_t j = 0; j < cloud.count(); ++j) {
            double distance = 0;
            for (size_t k = 0; k < 3; ++k)
                distance += std::pow(double(cloud.row(i)[k]) - double(cloud.row(j)[k]), 2);
            if (j != i)
                others.emplace_back(distance, classes[size_t(j)]);
        }
        std::sort(others.begin(), others.end());
        int votes = 0;
        for (size_t k = 0; k < 5; ++k)
            votes += others[k].second;
        right += (votes >= 3) == (classes[size_t(i)] == 1);
    }
    QVERIFY(right > 45 && right < 80); // neither chance nor without a mistake
    QCOMPARE(neighbourAccuracy(squaredDistances(cloud), classes), double(right) / 80);
}

void TestSpaceProbes::tsneKeepsFarClustersApart()
{
    const Cloud cloud = twoClouds(60, 20, 30);
    const std::vector<float> distances = squaredDistances(cloud);
    std::vector<PlanePoint> start(120); // nothing is known beforehand
    const std::vector<PlanePoint> points = tsne(distances, start, {});
    QCOMPARE(points.size(), size_t(120));
    double within = 0, between = INFINITY;
    for (size_t i = 0; i < 120; ++i)
        for (size_t j = 0; j < i; ++j) {
            const double off = std::hypot(double(points[i][0] - points[j][0]), double(points[i][1] - points[j][1]));
            if ((i < 60) == (j < 60))
                within = std::max(within, off);
            else
                between = std::min(between, off);
        }
    QVERIFY2(std::isfinite(within) && between > 0.5 * within, qPrintable(QStringLiteral("%1 %2").arg(within).arg(between)));
    QVERIFY(within > 1); // and it is no heap
    QCOMPARE(tsne(distances, start, {}), points);
    QVERIFY(tsne(distances, start, {.seed = 2}) != points);
}

void TestSpaceProbes::tsneStops()
{
    std::stop_source stop;
    stop.request_stop();
    const Cloud cloud = twoClouds(10, 3, 2);
    QVERIFY(tsne(squaredDistances(cloud), std::vector<PlanePoint>(20), {}, stop.get_token()).empty());
}

void TestSpaceProbes::latentOfTwoNumbersIsDirect()
{
    Lab lab("spiral", 20);
    const NodeId input = lab.snapshot->model->network.nodes.front().id;
    const auto latent = lab.answer(LatentProbe({.node = input}));
    QVERIFY(latent && latent->direct);
    QCOMPARE(latent->count(), std::min<int64_t>(1000, lab.data->testCount()));
    for (int64_t i = 0; i < latent->count(); ++i)
        QCOMPARE(latent->points[size_t(i)], (PlanePoint{lab.data->features.row(latent->first + i)[0], lab.data->features.row(latent->first + i)[1]}));
}

/// Projected, no two points lie farther apart than they are, and the shares say how much of the variance is left.
void TestSpaceProbes::latentKeepsDistances()
{
    Lab lab("digits", 40);
    const Model &model = *lab.snapshot->model;
    const NodeId hidden = layerOf(model, 10);
    QVERIFY(!hidden.empty());
    const auto latent = lab.answer(LatentProbe({.node = hidden, .limit = 200}));
    QVERIFY(latent && !latent->direct && latent->dims == 10);
    Inference network(lab.snapshot->model, 1);
    std::vector<std::vector<float>> outputs;
    for (int64_t i = 0; i < 200; ++i) {
        network.run(*lab.snapshot->parameters, lab.data->features.row(latent->first + i).data(), 1);
        outputs.push_back(network.output({hidden, 0}, 0));
    }
    double all = 0, shown = 0;
    for (size_t i = 0; i < 200; ++i)
        for (size_t j = 0; j < i; ++j) {
            double true2 = 0;
            for (size_t k = 0; k < 10; ++k)
                true2 += std::pow(double(outputs[i][k]) - double(outputs[j][k]), 2);
            const double flat2 = std::pow(double(latent->points[i][0] - latent->points[j][0]), 2) + std::pow(double(latent->points[i][1] - latent->points[j][1]), 2);
            QVERIFY(flat2 <= true2 * 1.001 + 1e-6);
            all += true2;
            shown += flat2;
        }
    QVERIFY(near(shown / all, latent->share[0] + latent->share[1], 1e-4));
    QVERIFY(latent->neighbours > 0.3 && latent->neighbours <= 1);
}

void TestSpaceProbes::latentOfEveryNode()
{
    for (const char *name : {"lenet", "char-lstm", "line", "autoencoder"}) {
        Lab lab(name, 1);
        const Model &model = *lab.snapshot->model;
        for (const Node &node : model.network.nodes) {
            const auto latent = lab.answer(LatentProbe({.node = node.id, .limit = 60}));
            QCOMPARE(latent != nullptr, numbersOf(model, node.id) != noValue);
            if (latent)
                QCOMPARE(latent->count(), std::min<int64_t>(60, lab.data->testCount() > 0 ? lab.data->testCount() : lab.data->trainCount));
        }
    }
}

void TestSpaceProbes::sectionIsTheNetwork_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("outputs"); ///< of the layer whose neuron is shown; 0: the prediction
    QTest::addColumn<int>("across");
    QTest::addColumn<int>("up");
    QTest::addColumn<bool>("atSample");
    QTest::addRow("prediction in the plane") << "spiral" << 0 << 0 << 1 << false;
    QTest::addRow("the plane turned") << "spiral" << 0 << 1 << 0 << false;
    QTest::addRow("two pixels at a sample") << "digits" << 0 << 350 << 401 << true;
    QTest::addRow("a neuron over two pixels") << "digits" << 10 << 350 << 401 << false;
}

void TestSpaceProbes::sectionIsTheNetwork()
{
    QFETCH(QString, name);
    QFETCH(int, outputs);
    QFETCH(int, across);
    QFETCH(int, up);
    QFETCH(bool, atSample);
    Lab lab(name.toStdString(), 30);
    const Model &model = *lab.snapshot->model;
    SectionQuestion question{.node = outputs > 0 ? layerOf(model, outputs) : NodeId(), .number = outputs > 0 ? 3 : 0, .across = across, .up = up, .atSample = atSample, .sample = 11, .resolution = 16};
    const auto section = lab.answer(SectionProbe(question));
    QVERIFY(section);
    const Dataset &data = *lab.data;
    Inference network(lab.snapshot->model, 1);
    for (const auto &[row, column] : {std::pair(0, 0), {3, 12}, {15, 15}}) {
        const double x = double(section->plane.left) + (column + 0.5) / 16 * double(section->plane.right - section->plane.left);
        const double y = double(section->plane.top) - (row + 0.5) / 16 * double(section->plane.top - section->plane.bottom);
        std::vector<float> inputs(size_t(data.featureShape.count()), 0.0f);
        for (size_t k = 0; k < inputs.size(); ++k) {
            double sum = 0;
            const int64_t samples = std::min(data.trainCount, sectionMeanOf);
            for (int64_t i = 0; i < samples; ++i)
                sum += double(data.features.row(i)[k]);
            inputs[k] = atSample ? data.features.row(11)[k] : float(sum / double(samples));
        }
        const auto scaled = [&](int feature, double value) { return data.featureScaling.empty() ? float(value) : data.featureScaling[size_t(feature)].apply(float(value)); };
        inputs[size_t(across)] = scaled(across, x);
        inputs[size_t(up)] = scaled(up, y);
        network.run(*lab.snapshot->parameters, inputs.data(), 1);
        const std::vector<float> says = outputs > 0 ? network.output({question.node, 0}, 0) : network.prediction(0);
        for (int64_t k = 0; k < section->values.shape()[0]; ++k) {
            const float shown = section->values.row(k)[size_t(row * 16 + column)], own = says[size_t(outputs > 0 ? 3 : k)];
            QVERIFY2(near(double(shown), double(own), 1e-4), qPrintable(QStringLiteral("%1 %2").arg(double(shown)).arg(double(own))));
        }
    }
    question.across = question.up;
    QVERIFY(!lab.answer(SectionProbe(question)));
}

void TestSpaceProbes::gridIsTheNetwork()
{
    Lab lab("spiral", 50);
    const Model &model = *lab.snapshot->model;
    Inference network(lab.snapshot->model, 1);
    int direct = 0, projected = 0;
    for (const Node &node : model.network.nodes) {
        const auto grid = lab.answer(WarpedGridProbe(node.id, 9));
        const ValueId value = numbersOf(model, node.id);
        QCOMPARE(grid != nullptr, value != noValue && model.program.count(value) >= 2);
        if (!grid)
            continue;
        ++(grid->direct ? direct : projected);
        QCOMPARE(grid->places.size(), size_t(81));
        // Two numbers are themselves; of more, no distance grows.
        std::vector<std::vector<float>> own;
        for (const auto &[row, column] : {std::pair(2, 7), {8, 0}}) {
            const PlanePoint at = grid->place(row, column);
            network.run(*lab.snapshot->parameters, inputsAt(lab.project.data, *lab.data, at[0], at[1]).data(), 1);
            own.push_back(network.output({node.id, 0}, 0));
            QCOMPARE(network.prediction(0)[0], grid->verdict[size_t((row * 9 + column) * grid->outputs)]);
        }
        const PlanePoint a = grid->places[2 * 9 + 7], b = grid->places[8 * 9];
        if (grid->direct)
            QCOMPARE(a, (PlanePoint{own[0][0], own[0][1]}));
        double true2 = 0;
        for (size_t k = 0; k < own[0].size(); ++k)
            true2 += std::pow(double(own[0][k]) - double(own[1][k]), 2);
        QVERIFY(std::hypot(double(a[0] - b[0]), double(a[1] - b[1])) <= std::sqrt(true2) * 1.001 + 1e-5);
    }
    QVERIFY(direct > 0 && projected > 0);
}

void TestSpaceProbes::landscapeIsTheLoss()
{
    Lab lab("spiral", 30);
    const auto land = lab.answer(LandscapeProbe({.resolution = 9, .samples = 100}));
    QVERIFY(land);
    Inference network(lab.snapshot->model, 1);
    const auto lossAt = [&](std::span<const float> weights) {
        double sum = 0;
        for (int64_t i = 0; i < 100; ++i) {
            network.run(weights, lab.data->features.row(i).data(), 1, lab.data->targets.row(i).data());
            sum += double(network.value(lab.snapshot->model->objectives[0].loss, 0)[0]);
        }
        return sum / 100;
    };
    const double centre = lossAt(*lab.snapshot->parameters);
    QVERIFY(near(land->here, centre, 1e-5));
    QVERIFY(near(double(land->loss[4 * 9 + 4]), centre, 1e-5));
    AlignedVector<float> corner = *lab.snapshot->parameters;
    for (size_t i = 0; i < corner.size(); ++i)
        corner[i] += land->plane.right * land->across[i] + land->plane.top * land->up[i];
    QVERIFY(near(double(land->loss[8]), lossAt(corner), 1e-4));
    const PlanePoint place = land->place(corner);
    QVERIFY(near(place[0], land->plane.right, 1e-4) && near(place[1], land->plane.top, 1e-4));
    QCOMPARE(lab.answer(LandscapeProbe({.resolution = 9, .samples = 100}))->loss, land->loss);
    QVERIFY(lab.answer(LandscapeProbe({.seed = 2, .resolution = 9, .samples = 100}))->loss != land->loss);
}

void TestSpaceProbes::filtersKeepTheirLength()
{
    Lab lab("lenet", 1);
    const Model &model = *lab.snapshot->model;
    const AlignedVector<float> &weights = *lab.snapshot->parameters;
    const std::vector<float> direction = filterNormalisedDirection(model, weights, 3);
    bool kernels = false;
    for (const ParameterView &view : model.parameters) {
        if (view.name != "weights")
            continue;
        // The third unit or kernel, added up by its own indices.
        const bool kernel = view.shape.rank() == 4;
        kernels = kernels || kernel;
        const int64_t each = view.shape.count() / view.shape[0];
        double own = 0, drawn = 0;
        for (int64_t k = 0; k < (kernel ? each : view.shape[0]); ++k) {
            const size_t at = size_t(view.index(kernel ? 2 * each + k : k * each + 2));
            own += double(weights[at]) * double(weights[at]);
            drawn += double(direction[at]) * double(direction[at]);
        }
        QVERIFY2(own > 0 && near(own, drawn, 1e-4 * own), view.fullName().c_str());
    }
    QVERIFY(kernels);
}

void TestSpaceProbes::walkIsFollowed()
{
    Lab lab("spiral", 0);
    auto walk = std::make_shared<Walk>();
    LandscapeQuestion question{.directions = LandscapeQuestion::Directions::Walked, .resolution = 5, .samples = 50, .walk = walk};
    walk->record(*lab.snapshot);
    QVERIFY(!lab.answer(LandscapeProbe(question))); // it has gone nowhere yet
    for (int i = 0; i < 12; ++i) {
        lab.train(5);
        walk->record(*lab.snapshot);
    }
    const auto land = lab.answer(LandscapeProbe(question));
    QVERIFY(land);
    QVERIFY2(land->share > 0.8 && land->share <= 1.0001, qPrintable(QString::number(land->share)));
    const auto stops = walk->stops();
    QCOMPARE(stops.size(), size_t(13));
    for (const Walk::Stop &stop : stops) {
        const PlanePoint at = land->place(*stop.weights);
        QVERIFY(at[0] > land->plane.left && at[0] < land->plane.right && at[1] > land->plane.bottom && at[1] < land->plane.top);
    }
    const PlanePoint here = land->place(*lab.snapshot->parameters);
    QVERIFY(near(here[0], 0, 1e-6) && near(here[1], 0, 1e-6));
    // The first stop's way is what the plane shows of it and the rest, upright on each other.
    const PlanePoint first = land->place(*stops[0].weights);
    double way = 0;
    for (size_t i = 0; i < land->across.size(); ++i)
        way += std::pow(double((*stops[0].weights)[i]) - double((*land->centre)[i]), 2);
    const double shown = double(first[0]) * double(first[0]) + double(first[1]) * double(first[1]);
    QVERIFY(shown <= way * 1.001 && shown > 0.7 * way);
}

void TestSpaceProbes::walkStaysSmall()
{
    Walk walk(50);
    Snapshot snapshot;
    snapshot.model = std::make_shared<Model>();
    snapshot.parameters = std::make_shared<AlignedVector<float>>(4, 0.0f);
    for (int step = 0; step < 1000; ++step) {
        snapshot.step = step;
        walk.record(snapshot);
    }
    const auto stops = walk.stops();
    QVERIFY(stops.size() > 20 && stops.size() <= 50);
    QCOMPARE(stops.front().step, int64_t(0));
    QVERIFY(stops.back().step > 900);
    snapshot.step = 100; // it has gone back
    walk.record(snapshot);
    QVERIFY(walk.stops().back().step <= 100);
    snapshot.generation = 1;
    walk.record(snapshot);
    QCOMPARE(walk.stops().size(), size_t(1));
}

void TestSpaceProbes::landscapeStops()
{
    Lab lab("spiral", 1);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!lab.answer(LandscapeProbe({}), stop.get_token()));
}

QTEST_GUILESS_MAIN(TestSpaceProbes)
#include "tst_space_probes.moc"
