#include "app/cli/metrics_json.h"
#include "app/cli/project_options.h"
#include "core/train/sweep.h"
#include "core/train/training_settings.h"
#include "widgets/plots/curve_data.h"
#include "widgets/theme/core_text.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <thread>

#include <unistd.h>

namespace zhibei {

namespace {

SweepAxis axisOf(const Project &project, const QString &text)
{
    const qsizetype equals = text.indexOf(u'='), dot = text.indexOf(u'.');
    if (equals < 0 || dot <= 0 || dot > equals || equals + 1 == text.size())
        throw UsageError(Cli::tr("--over wants NODE.ATTRIBUTE=VALUE,VALUE…, not “%1”.").arg(text));
    SweepAxis axis{text.left(dot).toStdString(), text.mid(dot + 1, equals - dot - 1).toStdString(), {}};
    for (const QString &value : text.mid(equals + 1).split(u',')) {
        Project tried = project; // says what is wrong with a name or a value as --set does
        applySetting(tried, text.left(equals + 1) + value);
        axis.values.push_back(*parseValue(*sweepAttribute(project.network, axis.node, axis.attribute), value.toStdString()).value);
    }
    return axis;
}

SweepLimits limitsOf(const QCommandLineParser &parser)
{
    SweepLimits limits;
    limits.epochs = integerOption(parser, QStringLiteral("epochs"), 0, 1);
    limits.steps = integerOption(parser, QStringLiteral("steps"), 0, 1);
    limits.seconds = realOption(parser, QStringLiteral("seconds"), 0);
    if (limits.epochs == 0 && limits.steps == 0 && limits.seconds == 0)
        limits.epochs = 10;
    return limits;
}

QString settingsText(const SweepVariant &variant)
{
    QStringList settings;
    for (const SweepSetting &setting : variant.settings)
        settings += QString::fromStdString(setting.node + '.' + setting.attribute + '=' + valueText(setting.value));
    return settings.join(QStringLiteral("  "));
}

QJsonObject settingsJson(const SweepVariant &variant)
{
    QJsonObject settings;
    for (const SweepSetting &setting : variant.settings)
        settings[QString::fromStdString(setting.node + '.' + setting.attribute)] = QString::fromStdString(valueText(setting.value));
    return settings;
}

struct Spread {
    int count = 0;
    double mean = 0, deviation = 0;
};

/// Mean and standard deviation of a sample; of nothing, a count of 0.
Spread spreadOf(const std::vector<double> &values)
{
    Spread spread;
    spread.count = int(values.size());
    for (const double value : values)
        spread.mean += value / double(values.size());
    for (const double value : values)
        spread.deviation += (value - spread.mean) * (value - spread.mean) / double(std::max<size_t>(1, values.size() - 1));
    spread.deviation = std::sqrt(spread.deviation);
    return spread;
}

/// The repeats of one combination of settings.
struct Row {
    size_t first = 0; ///< a variant of it
    int failed = 0;
    Spread loss, accuracy;
};

/// Small examples keep nothing for testing; then training is all there is to compare.
bool isTested(const Sweep &sweep)
{
    for (size_t i = 0; i < sweep.variants().size(); ++i)
        if (sweep.result(i).result.test.loss)
            return true;
    return false;
}

std::vector<Row> rowsOf(const Sweep &sweep)
{
    const bool tested = isTested(sweep);
    std::vector<Row> rows;
    std::vector<std::vector<double>> losses, accuracies;
    for (size_t i = 0; i < sweep.variants().size(); ++i) {
        const size_t combination = sweep.variants()[i].combination;
        if (combination == rows.size()) {
            rows.emplace_back().first = i;
            losses.emplace_back();
            accuracies.emplace_back();
        }
        const SweepResult result = sweep.result(i);
        rows.back().failed += result.problem.empty() ? 0 : 1;
        const Metrics &metrics = tested ? result.result.test : result.result.train;
        if (result.problem.empty() && metrics.loss)
            losses.back().push_back(*metrics.loss);
        if (result.problem.empty() && metrics.accuracy)
            accuracies.back().push_back(*metrics.accuracy);
    }
    for (size_t c = 0; c < rows.size(); ++c) {
        rows[c].loss = spreadOf(losses[c]);
        rows[c].accuracy = spreadOf(accuracies[c]);
    }
    return rows;
}

/// By accuracy where there is one, then by loss. The end of the rows: none could be measured.
size_t bestOf(const std::vector<Row> &rows)
{
    size_t best = rows.size();
    const auto better = [](const Row &a, const Row &b) {
        if (a.accuracy.count > 0 && b.accuracy.count > 0 && a.accuracy.mean != b.accuracy.mean)
            return a.accuracy.mean > b.accuracy.mean;
        return a.loss.mean < b.loss.mean;
    };
    for (size_t i = 0; i < rows.size(); ++i)
        if (rows[i].failed == 0 && rows[i].loss.count > 0 && (best == rows.size() || better(rows[i], rows[best])))
            best = i;
    return best;
}

QString spreadText(const Spread &spread, Measure measure)
{
    if (spread.count == 0)
        return QStringLiteral("–");
    const bool share = measure == Measure::Accuracy;
    const auto number = [&](double value) { return share ? QString::number(100 * value, 'f', 2) : QString::number(value, 'g', 4); };
    return number(spread.mean) + (spread.count > 1 ? QStringLiteral(" ± ") + number(spread.deviation) : QString()) + (share ? QStringLiteral(" %") : QString());
}

/// How wide a text stands on a terminal: Chinese characters take two places.
int places(const QString &text)
{
    return int(std::accumulate(text.begin(), text.end(), qsizetype(0), [](qsizetype sum, QChar c) { return sum + (c.unicode() >= 0x2e80 ? 2 : 1); }));
}

void printTable(const Sweep &sweep)
{
    const std::vector<Row> rows = rowsOf(sweep);
    const size_t best = bestOf(rows);
    const bool tested = isTested(sweep);
    std::vector<QStringList> lines{{QString(), Cli::tr("settings"), tested ? Cli::tr("test loss") : Cli::tr("training loss"),
                                    tested ? Cli::tr("test accuracy") : Cli::tr("training accuracy")}};
    for (size_t i = 0; i < rows.size(); ++i)
        lines.push_back({i == best ? QStringLiteral("*") : QString(), settingsText(sweep.variants()[rows[i].first]), spreadText(rows[i].loss, Measure::Loss),
                         spreadText(rows[i].accuracy, Measure::Accuracy)});
    std::vector<int> widths(4, 1);
    for (const QStringList &line : lines)
        for (size_t c = 0; c < widths.size(); ++c)
            widths[c] = std::max(widths[c], places(line[qsizetype(c)]));
    for (const QStringList &line : lines) {
        QString text;
        for (size_t c = 0; c < widths.size(); ++c)
            text += line[qsizetype(c)] + QString(widths[c] - places(line[qsizetype(c)]) + 2, u' ');
        printLine(text.trimmed().isEmpty() ? QString() : text.left(2) + text.mid(2).trimmed());
    }
    for (size_t i = 0; i < sweep.variants().size(); ++i)
        if (const SweepResult result = sweep.result(i); !result.problem.empty())
            printError(settingsText(sweep.variants()[i]) + QStringLiteral(": ") + coreText(result.problem));
}

/// A line for each training in order, then one for each combination. No times: the same text for any --jobs.
void printJsonLines(const Sweep &sweep)
{
    for (size_t i = 0; i < sweep.variants().size(); ++i) {
        const SweepResult result = sweep.result(i);
        QJsonObject line = metricsJson(result.result);
        line[QStringLiteral("settings")] = settingsJson(sweep.variants()[i]);
        line[QStringLiteral("seed")] = qint64(sweep.variants()[i].seed);
        line[QStringLiteral("steps")] = qint64(result.steps);
        line[QStringLiteral("epochs")] = result.epochs;
        line[QStringLiteral("weights_sha256")] = QString::fromStdString(result.weightsSha256);
        if (!result.problem.empty())
            line[QStringLiteral("problem")] = coreText(result.problem);
        printJson(line);
    }
    const std::vector<Row> rows = rowsOf(sweep);
    const QString part = isTested(sweep) ? QStringLiteral("test") : QStringLiteral("train");
    const auto number = [](const Spread &spread, double value) { return numberJson(spread.count > 0 ? std::optional(value) : std::nullopt); };
    for (size_t i = 0; i < rows.size(); ++i)
        printJson(QJsonObject{{QStringLiteral("settings"), settingsJson(sweep.variants()[rows[i].first])},
                              {QStringLiteral("runs"), rows[i].loss.count},
                              {part + QStringLiteral("_loss_mean"), number(rows[i].loss, rows[i].loss.mean)},
                              {part + QStringLiteral("_loss_spread"), number(rows[i].loss, rows[i].loss.deviation)},
                              {part + QStringLiteral("_accuracy_mean"), number(rows[i].accuracy, rows[i].accuracy.mean)},
                              {part + QStringLiteral("_accuracy_spread"), number(rows[i].accuracy, rows[i].accuracy.deviation)},
                              {QStringLiteral("best"), i == bestOf(rows)}});
}

} // namespace

int runSweep(const QStringList &arguments)
{
    QCommandLineParser parser;
    const auto option = [&](const char *name, const QString &help, const char *value = nullptr) {
        parser.addOption({QLatin1String(name), help, value ? QLatin1String(value) : QString()});
    };
    parser.addPositionalArgument(QStringLiteral("PROJECT"), Cli::tr("A .zhibei or .json file, or a template's name."));
    option("over", Cli::tr("The values that a setting of a node (or of the training, as node “training”) shall have in turn. Repeated: all combinations."),
           "NODE.ATTRIBUTE=A,B,C");
    option("repeat", Cli::tr("Train each combination with so many seeds (default: 1)."), "N");
    option("jobs", Cli::tr("So many trainings at once (default: one a processor core). The numbers do not depend on it."), "N");
    option("epochs", Cli::tr("Train this many epochs (10, if no limit is given)."), "N");
    option("steps", Cli::tr("Train this many steps."), "N");
    option("seconds", Cli::tr("Train at most this long, each."), "S");
    option("seed", Cli::tr("The first seed."), "N");
    option("set", Cli::tr("Change a setting of a node (or of the training, as node “training”). May be repeated."), "NODE.ATTRIBUTE=VALUE");
    option("data", Cli::tr("Train on other data: builtin:NAME, csv:FILE?target=COLUMN, idx:IMAGES,LABELS, npy:FEATURES,TARGETS, npz:FILE, folder:DIR, wav:DIR or text:FILE."), "SPEC");
    option("json", Cli::tr("Print a line of JSON for each training, then one for each combination."));
    parseArguments(parser, *findCommand(QStringLiteral("sweep")), arguments, 1, 1);

    Project project = openArgument(parser.positionalArguments().at(0));
    if (parser.isSet(QStringLiteral("data")))
        applyDataSpec(project, parser.value(QStringLiteral("data")));
    for (const QString &setting : parser.values(QStringLiteral("set")))
        applySetting(project, setting);
    std::vector<SweepAxis> axes;
    for (const QString &text : parser.values(QStringLiteral("over")))
        axes.push_back(axisOf(project, text));
    const int64_t seed = integerOption(parser, QStringLiteral("seed"), std::get<int64_t>(attributeValue(trainingSchema(), project.training, "seed")), 0);
    const auto repeat = int(std::min<int64_t>(1000, integerOption(parser, QStringLiteral("repeat"), 1, 1)));
    const int cores = int(std::max(1u, std::thread::hardware_concurrency()));
    const auto jobs = int(std::min<int64_t>(1024, integerOption(parser, QStringLiteral("jobs"), cores, 1)));
    if (axes.empty() && repeat == 1)
        throw UsageError(Cli::tr("There is nothing to compare: --over or --repeat is missing."));
    Sweep sweep(project.network, datasetOf(project), project.training, sweepVariants(axes, seed, repeat), limitsOf(parser));

    size_t done = 0;
    const bool person = isatty(STDERR_FILENO) != 0;
    sweep.run({.jobs = jobs, .threads = std::max(1, cores / jobs), .done = [&](size_t) {
        if (++done; person)
            std::fprintf(stderr, "\r%zu/%zu%s", done, sweep.variants().size(), done == sweep.variants().size() ? "\n" : "");
    }});
    if (parser.isSet(QStringLiteral("json")))
        printJsonLines(sweep);
    else
        printTable(sweep);
    for (size_t i = 0; i < sweep.variants().size(); ++i)
        if (sweep.result(i).problem.empty())
            return 0;
    throw CommandError(Cli::tr("None of them could train."));
}

} // namespace zhibei
