#include "app/cli/doctor_report.h"
#include "app/cli/metrics_json.h"
#include "app/cli/project_options.h"
#include "core/train/training.h"
#include "widgets/theme/core_text.h"

#include <QCommandLineParser>

namespace zhibei {

namespace {

/// The samples [first, first + count) as a dataset of their own.
Dataset slice(const Dataset &data, int64_t first, int64_t count)
{
    const auto rows = [&](const Tensor &all) {
        std::vector<int64_t> extents = all.shape().extents();
        extents[0] = count;
        Tensor part{Shape(extents)};
        const auto from = all.values().subspan(static_cast<size_t>(first * all.rowCount()), part.values().size());
        std::copy(from.begin(), from.end(), part.values().begin());
        return part;
    };
    Dataset part = data;
    part.features = rows(data.features);
    part.targets = rows(data.targets);
    part.trainCount = count;
    return part;
}

Dataset partOf(const Dataset &data, const QString &part)
{
    if (part == QLatin1String("train"))
        return slice(data, 0, data.trainCount);
    return part == QLatin1String("test") ? slice(data, data.trainCount, data.testCount()) : data;
}

} // namespace

int runEval(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("PROJECT"), Cli::tr("A .zhibei or .json file, or a template's name."));
    parser.addOption({QStringLiteral("data"), Cli::tr("The data: builtin:NAME, csv:FILE?target=COLUMN, idx:IMAGES,LABELS, npy:FEATURES,TARGETS, npz:FILE, folder:DIR, wav:DIR or text:FILE."),
                      QStringLiteral("SPEC")});
    parser.addOption({QStringLiteral("part"), Cli::tr("Which samples: train, test or all (default: the test part of data "
                                                      "that come with one, else all)."),
                      QStringLiteral("PART")});
    parser.addOption({QStringLiteral("threads"), Cli::tr("How many threads to use (default: all)."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("doctor"), Cli::tr("Also say what is wrong with the network, and what to try.")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print a JSON object.")});
    parseArguments(parser, *findCommand(QStringLiteral("eval")), arguments, 1, 1);
    const auto threads = static_cast<int>(std::min<int64_t>(1024, integerOption(parser, QStringLiteral("threads"), 0, 1)));

    Project project = openArgument(parser.positionalArguments().at(0));
    if (parser.isSet(QStringLiteral("data")))
        applyDataSpec(project, parser.value(QStringLiteral("data")));
    const DataSource *source = findDataSource(project.data.source);
    const QString usual = source && source->hasSplit ? QStringLiteral("test") : QStringLiteral("all");
    const QString part = parser.isSet(QStringLiteral("part")) ? parser.value(QStringLiteral("part")) : usual;
    if (!QStringList{QStringLiteral("train"), QStringLiteral("test"), QStringLiteral("all")}.contains(part))
        throw UsageError(Cli::tr("--part wants train, test or all, not “%1”.").arg(part));

    const auto data = datasetOf(project);
    requireTrainable(project, *data);
    const auto model = buildModel(project.network, data->type());
    Training training(model, data, project.training, threads);
    if (project.weights.empty())
        printError(Cli::tr("This project has no trained weights; its initial ones are measured."));
    else
        importParameters(*model, project.weights, training.parameters());

    const Dataset samples = partOf(*data, part);
    if (samples.count() == 0)
        throw CommandError(Cli::tr("There are no samples in the part “%1” of these data.").arg(part));
    const Metrics metrics = training.evaluate(samples);
    QJsonObject result{{QStringLiteral("part"), part},
                       {QStringLiteral("samples"), static_cast<qint64>(samples.count())},
                       {QStringLiteral("loss"), numberJson(metrics.loss)},
                       {QStringLiteral("accuracy"), numberJson(metrics.accuracy)},
                       {QStringLiteral("r2"), numberJson(metrics.r2)}};
    std::vector<Finding> findings;
    const bool examined = parser.isSet(QStringLiteral("doctor"));
    if (examined)
        result[QStringLiteral("doctor")] = findingsJson(findings = examine(project, model, data, training.parameters()));
    if (parser.isSet(QStringLiteral("json"))) {
        printJson(result);
        return 0;
    }
    printFigures(result);
    if (examined)
        printFindings(findings);
    return 0;
}

} // namespace zhibei
