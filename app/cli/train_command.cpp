#include "app/cli/metrics_json.h"
#include "app/cli/project_options.h"
#include "app/cli/progress_line.h"
#include "core/io/project_file.h"
#include "core/train/stop_rules.h"
#include "core/train/training.h"
#include "core/train/training_settings.h"
#include "widgets/theme/core_text.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QSaveFile>

#include <chrono>
#include <cmath>
#include <functional>
#include <limits>

namespace zhibei {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// When to stop; what is not asked for is out of reach.
struct Limits {
    int64_t steps = std::numeric_limits<int64_t>::max();
    double seconds = std::numeric_limits<double>::infinity();
    QString metric; ///< "test_accuracy"; empty: none
    double value = 0;
};

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

Limits limitsOf(const QCommandLineParser &parser, const Project &project, int64_t stepsPerEpoch)
{
    const auto given = [&](const char *name) { return parser.isSet(QLatin1String(name)); };
    Limits limits;
    if (given("steps"))
        limits.steps = integerOption(parser, QStringLiteral("steps"), 0, 0);
    if (given("epochs"))
        limits.steps = std::min(limits.steps, integerOption(parser, QStringLiteral("epochs"), 0, 0) * stepsPerEpoch);
    limits.seconds = realOption(parser, QStringLiteral("seconds"), limits.seconds);
    if (given("target")) {
        const QString text = parser.value(QStringLiteral("target"));
        bool good = false;
        limits.metric = text.section(u'=', 0, 0);
        limits.value = text.section(u'=', 1).toDouble(&good);
        if (!good || !metricNames().contains(limits.metric))
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

bool reached(const Limits &limits, const Evaluation &evaluation)
{
    const std::string metric = limits.metric.toStdString();
    const std::optional<double> value = limits.metric.isEmpty() ? std::nullopt : metricOf(evaluation, metric);
    return value && (largerIsBetter(metric) ? *value >= limits.value : *value <= limits.value);
}

/// The run: trains to the limits, measuring every epoch, or every few where epochs are short.
class Run {
public:
    Run(Training &training, Limits limits, ProgressLine &line)
        : m_training(training), m_limits(limits), m_line(line), m_first(training.steps()) {}

    /// Calls `save` after every so many steps.
    void keep(int64_t every, std::function<void()> save)
    {
        m_every = every;
        m_save = std::move(save);
    }

    void train()
    {
        m_start = Clock::now();
        measure(); // the very start is a point of the curves too
        while (!m_done && stepsDone() < m_limits.steps && secondsSince(m_start) < m_limits.seconds)
            trainSome();
        if (evaluations.back().step != m_training.steps())
            measure();
        m_training.keepBest(evaluations.back());
        result = m_training.restoreBest() ? m_training.evaluate() : evaluations.back();
        seconds = secondsSince(m_start);
        m_line.finish();
    }

    int64_t stepsDone() const { return m_training.steps() - m_first; }

    std::vector<Evaluation> evaluations; ///< the curves
    Evaluation result;          ///< of the weights in the end
    double seconds = 0;         ///< everything
    double trainingSeconds = 0; ///< steps only
    int64_t samples = 0;

private:
    void trainSome()
    {
        const int64_t perEpoch = std::max<int64_t>(1, m_training.stepsPerEpoch());
        const int64_t untilEpoch = perEpoch - m_training.steps() % perEpoch;
        const int64_t goal = m_training.steps() + std::min(untilEpoch, m_limits.steps - stepsDone());
        const auto begin = Clock::now();
        const int64_t before = m_training.samples();
        while (m_training.steps() < goal && secondsSince(m_start) < m_limits.seconds) {
            m_training.step();
            if (m_training.failure())
                break;
            if (m_every > 0 && m_training.steps() % m_every == 0)
                m_save();
            if ((m_training.steps() & 15) == 0)
                progress();
        }
        samples += m_training.samples() - before;
        trainingSeconds += secondsSince(begin);
        if (const auto &failure = m_training.failure()) {
            m_line.finish();
            throw CommandError(Cli::tr("Training stopped at step %1, node %2: %3")
                                   .arg(QString::number(m_training.steps()), QString::fromStdString(failure->node),
                                        coreText(failure->text)));
        }
        if (isDue())
            measure();
        progress();
    }

    /// Every epoch; tiny networks pass thousands a second, and measuring each would take longer than training. Counted in
    /// steps from the training's beginning, so that a target ends every run at the same step, a continued one too.
    bool isDue() const
    {
        const int64_t perEpoch = std::max<int64_t>(1, m_training.stepsPerEpoch());
        return m_training.steps() % ((199 + perEpoch) / perEpoch * perEpoch) == 0;
    }

    void measure()
    {
        evaluations.push_back(m_training.evaluate());
        m_done = reached(m_limits, evaluations.back());
        if (isDue()) // where a killed training goes on is a place that the unbroken one would not have measured
            m_training.keepBest(evaluations.back());
    }

    void progress()
    {
        const double elapsed = secondsSince(m_start);
        double left = m_limits.seconds - elapsed;
        if (m_limits.steps != std::numeric_limits<int64_t>::max() && stepsDone() > 0)
            left = std::min(left, elapsed * static_cast<double>(m_limits.steps - stepsDone()) / static_cast<double>(stepsDone()));
        m_line.show(m_training.epoch(), m_training.steps(), m_training.batchLoss(), evaluations.back(), left);
    }

    Training &m_training;
    Limits m_limits;
    ProgressLine &m_line;
    int64_t m_first, m_every = 0;
    std::function<void()> m_save;
    Clock::time_point m_start;
    bool m_done = false;
};

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

QJsonObject figures(const Run &run, const Training &training)
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
    const Limits limits = limitsOf(parser, project, training.stepsPerEpoch());
    ProgressLine line(json ? ProgressLine::StandardError : ProgressLine::StandardOutput);
    Run run(training, limits, line);
    const auto save = [&] {
        project.weights = training.exportState();
        project.steps = training.steps();
        saveProject(project, parser.value(QStringLiteral("save")).toStdString());
    };
    if (every > 0)
        run.keep(every, save);
    run.train();

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
