#include "app/cli/metrics_json.h"
#include "app/cli/project_options.h"
#include "app/cli/progress_line.h"
#include "core/io/project_file.h"
#include "core/train/measured_run.h"
#include "core/train/training_settings.h"
#include "widgets/theme/core_text.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace zhibei {

namespace {

QStringList metricNames()
{
    return {QStringLiteral("train_loss"), QStringLiteral("test_loss"), QStringLiteral("train_accuracy"),
            QStringLiteral("test_accuracy"), QStringLiteral("train_r2"), QStringLiteral("test_r2")};
}

void addOptions(QCommandLineParser &parser)
{
    const auto option = [&](const char *name, const QString &help, const char *value = nullptr) {
        parser.addOption({QLatin1String(name), help, value ? QLatin1String(value) : QString()});
    };
    parser.addPositionalArgument(QStringLiteral("PROJECT"), Cli::tr("A .zhibei or .json file, or a template's name."));
    option("epochs", Cli::tr("Train this many epochs (10, if no limit is given here or in the project)."), "N");
    option("steps", Cli::tr("Train this many steps."), "N");
    option("seconds", Cli::tr("Train at most this long."), "S");
    option("target", Cli::tr("Stop when a figure is reached: %1.").arg(metricNames().join(QStringLiteral(", "))),
           "METRIC=VALUE");
    option("seed", Cli::tr("The seed of the initial weights and of every random choice."), "N");
    option("threads", Cli::tr("How many threads to use (default: all). The numbers do not depend on it."), "N");
    option("set", Cli::tr("Change a setting of a node (or of the training, as node “training”). May be repeated."),
           "NODE.ATTRIBUTE=VALUE");
    option("data", Cli::tr("Train on other data: builtin:NAME, csv:FILE?target=COLUMN, idx:IMAGES,LABELS, npy:FEATURES,TARGETS, npz:FILE, folder:DIR, wav:DIR or text:FILE."), "SPEC");
    option("save", Cli::tr("Write the trained project."), "OUT.zhibei");
    option("every", Cli::tr("Write the project of --save every so many steps too, so that a crash loses no more."), "N");
    option("history", Cli::tr("Write the learning curves."), "OUT.csv");
    option("json", Cli::tr("The last line is a JSON object with the figures."));
}

template <class T>
T setting(const Project &project, const char *id)
{
    return std::get<T>(attributeValue(trainingSchema(), project.training, id));
}

RunLimits limitsOf(const QCommandLineParser &parser, const Project &project, int64_t stepsPerEpoch)
{
    const auto given = [&](const char *name) { return parser.isSet(QLatin1String(name)); };
    RunLimits limits;
    if (given("steps"))
        limits.steps = integerOption(parser, QStringLiteral("steps"), 0, 0);
    if (given("epochs"))
        limits.steps = std::min(limits.steps, integerOption(parser, QStringLiteral("epochs"), 0, 0) * stepsPerEpoch);
    limits.seconds = realOption(parser, QStringLiteral("seconds"), limits.seconds);
    if (given("target")) {
        const QString text = parser.value(QStringLiteral("target"));
        bool good = false;
        limits.metric = text.section(u'=', 0, 0).toStdString();
        limits.value = text.section(u'=', 1).toDouble(&good);
        if (!good || !metricNames().contains(QString::fromStdString(limits.metric)))
            throw UsageError(Cli::tr("--target wants METRIC=VALUE with one of %1, not “%2”.")
                                 .arg(metricNames().join(QStringLiteral(", ")), text));
    }
    if (!given("steps") && !given("epochs") && !given("seconds") && !given("target")) {
        const int64_t epochs = setting<int64_t>(project, "stop_epochs");
        const double seconds = setting<double>(project, "stop_seconds");
        if (seconds > 0)
            limits.seconds = seconds;
        limits.steps = stepsPerEpoch * (epochs > 0 ? epochs : 10);
    }
    return limits;
}

void requireSuccess(const Training &training)
{
    if (const auto &failure = training.failure())
        throw CommandError(Cli::tr("Training stopped at step %1, node %2: %3")
                               .arg(QString::number(training.steps()), QString::fromStdString(failure->node),
                                    coreText(failure->text)));
}

void writeHistory(const QString &path, const std::vector<Evaluation> &evaluations, int64_t stepsPerEpoch)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text))
        throw CommandError(Cli::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    const auto cell = [](const std::optional<double> &value) { return value ? QString::number(*value, 'g', 9) : QString(); };
    file.write("step,epoch,train_loss,test_loss,train_accuracy,test_accuracy,train_r2,test_r2\n");
    for (const Evaluation &e : evaluations) {
        const double epoch = static_cast<double>(e.step) / static_cast<double>(std::max<int64_t>(1, stepsPerEpoch));
        file.write(QStringLiteral("%1,%2,%3,%4,%5,%6,%7,%8\n")
                       .arg(QString::number(e.step), QString::number(epoch, 'g', 9), cell(e.train.loss), cell(e.test.loss),
                            cell(e.train.accuracy), cell(e.test.accuracy), cell(e.train.r2), cell(e.test.r2)).toUtf8());
    }
    if (!file.commit())
        throw CommandError(Cli::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

void requireWritableFolder(const QCommandLineParser &parser, const char *option)
{
    if (!parser.isSet(QLatin1String(option)))
        return;
    const QString path = parser.value(QLatin1String(option));
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (path.isEmpty() || !folder.isDir() || !folder.isWritable())
        throw CommandError(Cli::tr("%1 cannot be written: the folder is missing or write-protected.").arg(path));
}

Project projectOf(const QCommandLineParser &parser)
{
    Project project = openArgument(parser.positionalArguments().at(0));
    if (parser.isSet(QStringLiteral("data")))
        applyDataSpec(project, parser.value(QStringLiteral("data")));
    for (const QString &text : parser.values(QStringLiteral("set")))
        applySetting(project, text);
    if (parser.isSet(QStringLiteral("seed"))) {
        applySetting(project, QStringLiteral("training.seed=") + parser.value(QStringLiteral("seed")));
        // Another seed is another start.
        project.weights.clear();
        project.steps = 0;
    }
    return project;
}

QJsonObject figures(const MeasuredRun &run, const Training &training)
{
    const double rate = run.trainingSeconds > 0 ? static_cast<double>(run.samples) / run.trainingSeconds : 0;
    QJsonObject object = metricsJson(run.result);
    object[QStringLiteral("steps")] = static_cast<qint64>(training.steps());
    object[QStringLiteral("epochs")] = training.epoch();
    object[QStringLiteral("seconds")] = run.seconds;
    object[QStringLiteral("samples_per_s")] = rate;
    object[QStringLiteral("weights_sha256")] = QString::fromStdString(parametersSha256(*training.model(), training.shown()));
    return object;
}

} // namespace

int runTrain(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    parseArguments(parser, *findCommand(QStringLiteral("train")), arguments, 1, 1);
    const auto threads = static_cast<int>(std::min<int64_t>(1024, integerOption(parser, QStringLiteral("threads"), 0, 1)));
    const int64_t every = integerOption(parser, QStringLiteral("every"), 0, 1);
    if (every > 0 && !parser.isSet(QStringLiteral("save")))
        throw UsageError(Cli::tr("--every needs --save: where should the project go?"));
    requireWritableFolder(parser, "save");
    requireWritableFolder(parser, "history");

    Project project = projectOf(parser);
    const auto data = datasetOf(project);
    requireTrainable(project, *data);
    const auto model = buildModel(project.network, data->type());
    Training training(model, data, project.training, threads);
    if (!project.weights.empty())
        training.importState(project.weights);
    training.setSteps(project.steps);

    const bool json = parser.isSet(QStringLiteral("json"));
    ProgressLine line(json ? ProgressLine::StandardError : ProgressLine::StandardOutput);
    MeasuredRun run(training, limitsOf(parser, project, training.stepsPerEpoch()));
    const auto save = [&] {
        project.weights = training.exportState();
        project.steps = training.steps();
        saveProject(project, parser.value(QStringLiteral("save")).toStdString());
    };
    const auto show = [&] { line.show(training.epoch(), training.steps(), training.batchLoss(), run.evaluations.back(), run.secondsLeft()); };
    run.afterStep = [&] {
        if (every > 0 && training.steps() % every == 0)
            save();
        if ((training.steps() & 15) == 0)
            show();
    };
    run.afterMeasurement = [&] {
        if (run.stepsDone() > 0)
            show();
    };
    run.train();
    line.finish();
    requireSuccess(training);

    if (parser.isSet(QStringLiteral("save")))
        save();
    if (parser.isSet(QStringLiteral("history")))
        writeHistory(parser.value(QStringLiteral("history")), run.evaluations, training.stepsPerEpoch());
    const QJsonObject result = figures(run, training);
    if (json)
        printJson(result);
    else
        printFigures(result);
    return 0;
}

} // namespace zhibei
