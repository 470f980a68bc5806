#include "core/io/project_file.h"
#include "core/train/observer.h"
#include "core/train/trainer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <tbb/global_control.h>

#include <chrono>

using namespace zhibei;

namespace {

/// Seconds that a heavy template may take for one run: it stops before the 200th step then. ZHIBEI_EVERY_STEP=1 in the
/// environment takes all 200, in some minutes more.
constexpr double patience = 4;
constexpr int64_t wantedSteps = 200;

Project projectNamed(const QString &name)
{
    Project project = openProject(name.toStdString(), ZHIBEI_RESOURCES);
    try {
        makeDataset(project.data, ZHIBEI_RESOURCES);
    } catch (const DataError &) { // of a package that is not installed; the digits are pictures of the same size
        project.data = {};
        project.data.source = "digits";
    }
    return project;
}

/// A template, its data, and how far it is trained here.
struct Lesson {
    explicit Lesson(const QString &name)
        : project(projectNamed(name)), data(makeDataset(project.data, ZHIBEI_RESOURCES)), model(buildModel(project.network, data->type()))
    {
        using Clock = std::chrono::steady_clock;
        const auto training = start(1);
        const auto begin = Clock::now();
        const bool all = qEnvironmentVariableIntValue("ZHIBEI_EVERY_STEP") > 0;
        while (training->steps() < wantedSteps && (all || std::chrono::duration<double>(Clock::now() - begin).count() < patience))
            training->step();
        steps = training->steps();
        bits = training->exportState();
    }

    std::unique_ptr<Training> start(int threads) const { return std::make_unique<Training>(model, data, project.training, threads); }

    Project project;
    std::shared_ptr<const Dataset> data;
    std::shared_ptr<const Model> model;
    int64_t steps = 0;
    std::map<std::string, Tensor> bits; ///< after so many steps on one thread: weights, and all that optimizers remember
};

/// Empty if two states are the same, bit by bit.
QString difference(const std::map<std::string, Tensor> &a, const std::map<std::string, Tensor> &b)
{
    if (a.size() != b.size())
        return QStringLiteral("not the same tensors");
    for (const auto &[name, tensor] : a) {
        const auto other = b.find(name);
        if (other == b.end() || std::memcmp(tensor.data(), other->second.data(), size_t(tensor.count()) * sizeof(float)) != 0)
            return QString::fromStdString(name);
    }
    return {};
}

void trainTo(Training &training, int64_t steps)
{
    while (training.steps() < steps)
        training.step();
}

} // namespace

/// The same project and seed give the same bits, whatever happens beside: on every template.
class TestSameBits : public QObject {
    Q_OBJECT

private slots:
    void everyTemplate_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : templateNames(ZHIBEI_RESOURCES))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void everyTemplate()
    {
        QFETCH(QString, name);
        const Lesson lesson(name);
        qInfo("%lld steps", static_cast<long long>(lesson.steps));
        QVERIFY(lesson.steps > 0);
        onAnyNumberOfThreads(lesson);
        watchedAndPaused(lesson);
        savedAndOpened(lesson);
    }

private:
    /// As many threads as are asked for, also on a machine with fewer cores.
    static void onAnyNumberOfThreads(const Lesson &lesson)
    {
        for (int threads : {2, 3, 4, 7, 16}) {
            const tbb::global_control enough(tbb::global_control::max_allowed_parallelism, size_t(threads));
            const auto training = lesson.start(threads);
            trainTo(*training, lesson.steps);
            const QString name = difference(training->exportState(), lesson.bits);
            QVERIFY2(name.isEmpty(), qPrintable(QStringLiteral("%1 threads: %2").arg(threads).arg(name)));
        }
    }

    /// On the trainer's thread, with everything on screen that a window shows, and a pause half-way.
    static void watchedAndPaused(const Lesson &lesson)
    {
        Trainer trainer(2);
        Observer observer;
        trainer.load(lesson.project.network, lesson.data, lesson.project.training, false);
        for (const int64_t stop : {lesson.steps / 2, lesson.steps}) {
            trainer.step(stop - trainer.checkpoint().steps);
            int looks = 0;
            std::shared_ptr<const Snapshot> snapshot;
            do {
                trainer.requestSnapshot();
                snapshot = trainer.snapshot();
                if (snapshot->model)
                    looks += observer.observe(snapshot, *lesson.data, lesson.project.data, {}) != nullptr;
            } while (!snapshot->model || snapshot->step < stop || snapshot->state == TrainerState::Playing);
            QVERIFY(looks > 0);
        }
        const Trainer::Checkpoint end = trainer.checkpoint();
        QCOMPARE(end.steps, lesson.steps);
        QCOMPARE(difference(end.state, lesson.bits), QString());
    }

    /// In a file half-way, and on from there.
    static void savedAndOpened(const Lesson &lesson)
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("half.zhibei")).toStdString();
        const auto first = lesson.start(2);
        trainTo(*first, lesson.steps / 2);
        Project half = lesson.project;
        half.weights = first->exportState();
        half.steps = first->steps();
        saveProject(half, path);

        const Project opened = loadProject(path);
        const auto second = std::make_unique<Training>(buildModel(opened.network, lesson.data->type()), lesson.data, opened.training, 2);
        second->importState(opened.weights);
        second->setSteps(opened.steps);
        trainTo(*second, lesson.steps);
        QCOMPARE(difference(second->exportState(), lesson.bits), QString());
    }
};

QTEST_GUILESS_MAIN(TestSameBits)
#include "tst_same_bits.moc"
