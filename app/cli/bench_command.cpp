#include "app/cli/project_options.h"
#include "app/cli/window_bench.h"
#include "app/resources_path.h"
#include "core/train/bench.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace zhibei {

namespace {

/// What is measured of the window; not part of "all", which is the engine.
struct GuiBench {
    const char *name;
    QJsonObject (*run)(double seconds);
};
constexpr GuiBench guiBenches[] = {{"window", benchWindow}, {"canvas", benchCanvas}};

const GuiBench *findGuiBench(const QString &name)
{
    for (const GuiBench &bench : guiBenches) {
        if (name == QLatin1String(bench.name))
            return &bench;
    }
    return nullptr;
}

void printFigures(const QString &name, const QJsonObject &figures)
{
    QString line = QStringLiteral("%1").arg(name, -16);
    for (auto figure = figures.begin(); figure != figures.end(); ++figure)
        line += QStringLiteral("  %1 %2").arg(figure.key()).arg(figure.value().toDouble(), 0, 'g', 5);
    printLine(line);
}

} // namespace

int runBench(const QStringList &arguments)
{
    QStringList known;
    for (const std::string &name : workloadNames())
        known += QString::fromStdString(name);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("NAME"), Cli::tr("A workload: %1 (default: all); or “window” or “canvas”: how smoothly the window works.").arg(known.join(QStringLiteral(", "))),
                                 QStringLiteral("[NAME…]"));
    parser.addOption({QStringLiteral("threads"), Cli::tr("How many threads to use (default: all)."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("seconds"), Cli::tr("How long to measure each (default: 3)."), QStringLiteral("S")});
    parser.addOption({QStringLiteral("forward"), Cli::tr("Only the forward pass, without training.")});
    parser.addOption({QStringLiteral("latency"), Cli::tr("How long one has to wait instead: for planning, and for the prediction of one sample.")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print a JSON object.")});
    parseArguments(parser, *findCommand(QStringLiteral("bench")), arguments, 0, -1);
    const auto threads = static_cast<int>(std::min<int64_t>(1024, integerOption(parser, QStringLiteral("threads"), 0, 1)));
    const double seconds = realOption(parser, QStringLiteral("seconds"), 3);
    const bool json = parser.isSet(QStringLiteral("json"));

    QStringList names = parser.positionalArguments();
    for (const QString &name : names) {
        if (!known.contains(name) && !findGuiBench(name))
            throw UsageError(Cli::tr("There is no workload “%1”; there are: %2.").arg(name, known.join(QStringLiteral(", "))));
    }
    if (names.isEmpty())
        names = known;
    QJsonObject all;
    for (const QString &name : names) {
        if (const GuiBench *bench = findGuiBench(name)) {
            const QJsonObject figures = bench->run(seconds);
            all[name] = figures;
            if (!json)
                printFigures(name, figures);
            continue;
        }
        if (parser.isSet(QStringLiteral("latency"))) {
            const Latency latency = benchLatency(name.toStdString(), resourcesPath());
            const QJsonObject figures{{QStringLiteral("planning_ms"), latency.planning * 1e3},
                                      {QStringLiteral("one_sample_us"), latency.oneSample * 1e6}};
            all[name] = figures;
            if (!json)
                printFigures(name, figures);
            continue;
        }
        const BenchResult result = benchWorkload(name.toStdString(), resourcesPath(), threads, seconds, parser.isSet(QStringLiteral("forward")));
        all[name] = QJsonObject{{QStringLiteral("steps_per_s"), result.stepsPerSecond},
                                {QStringLiteral("samples_per_s"), result.samplesPerSecond}};
        if (!json)
            printLine(Cli::tr("%1  %2 steps/s  %3 samples/s")
                          .arg(name, -16).arg(result.stepsPerSecond, 0, 'f', 1).arg(result.samplesPerSecond, 0, 'f', 0));
    }
    if (json)
        printJson(all);
    return 0;
}

} // namespace zhibei
