#include "app/cli/peak_bench.h"
#include "app/cli/project_options.h"
#include "app/cli/window_bench.h"
#include "app/resources_path.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace zhibei {

namespace {

/// What is measured of the window; not part of "all", which is the engine.
struct GuiBench {
    const char *name;
    QJsonObject (*run)(double seconds);
};
constexpr GuiBench guiBenches[] = {{"window", benchWindow}, {"maps", benchMaps}, {"views", benchViews}, {"deep", benchDeep}, {"canvas", benchCanvas}};

const GuiBench *findGuiBench(const QString &name)
{
    for (const GuiBench &bench : guiBenches) {
        if (name == QLatin1String(bench.name))
            return &bench;
    }
    return nullptr;
}

/// What was measured of one workload: for programs and for people.
struct Measured {
    QJsonObject figures;
    QString text;
};

Measured plain(const QString &name, const QJsonObject &figures)
{
    QString line = QStringLiteral("%1").arg(name, -16);
    for (auto figure = figures.begin(); figure != figures.end(); ++figure)
        line += QStringLiteral("  %1 %2").arg(figure.key()).arg(figure.value().toDouble(), 0, 'g', 5);
    return {figures, line};
}

Measured latency(const QString &name)
{
    const Latency latency = benchLatency(name.toStdString(), resourcesPath());
    return plain(name, {{QStringLiteral("planning_ms"), latency.planning * 1e3}, {QStringLiteral("one_sample_us"), latency.oneSample * 1e6}});
}

Measured memory(const QString &name, int threads)
{
    const MemoryUse memory = benchMemory(name.toStdString(), resourcesPath(), threads);
    const auto mib = [](int64_t bytes) { return double(bytes) / (1 << 20); };
    return plain(name, {{QStringLiteral("mib_after_1000_steps"), mib(memory.early)}, {QStringLiteral("mib_after_10000_steps"), mib(memory.late)},
                        {QStringLiteral("mib_peak"), mib(memory.peak)}});
}

Measured profile(const QString &name, double seconds, const MachinePeak &peak)
{
    const WorkloadProfile profile = profileWorkload(name.toStdString(), resourcesPath(), seconds);
    return {profileJson(profile, peak), profileText(name, profile, peak)};
}

Measured rate(const QString &name, int threads, double seconds, bool forward)
{
    const BenchResult result = benchWorkload(name.toStdString(), resourcesPath(), threads, seconds, forward);
    return {{{QStringLiteral("steps_per_s"), result.stepsPerSecond}, {QStringLiteral("samples_per_s"), result.samplesPerSecond}},
            Cli::tr("%1  %2 steps/s  %3 samples/s").arg(name, -16).arg(result.stepsPerSecond, 0, 'f', 1).arg(result.samplesPerSecond, 0, 'f', 0)};
}

} // namespace

int runBench(const QStringList &arguments)
{
    QStringList known;
    for (const std::string &name : workloadNames())
        known += QString::fromStdString(name);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("NAME"), Cli::tr("A workload: %1 (default: all); or “window”, “maps”, “views”, “deep” or “canvas”: how smoothly the window works.").arg(known.join(QStringLiteral(", "))),
                                 QStringLiteral("[NAME…]"));
    parser.addOption({QStringLiteral("threads"), Cli::tr("How many threads to use (default: all)."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("seconds"), Cli::tr("How long to measure each (default: 3)."), QStringLiteral("S")});
    parser.addOption({QStringLiteral("forward"), Cli::tr("Only the forward pass, without training.")});
    parser.addOption({QStringLiteral("latency"), Cli::tr("How long one has to wait instead: for planning, and for the prediction of one sample.")});
    parser.addOption({QStringLiteral("peak"), Cli::tr("What the machine can do at most instead, how much of it a training step reaches, and where its time goes.")});
    parser.addOption({QStringLiteral("memory"), Cli::tr("The memory of the program instead: after 1,000 steps, after 10,000, and the most there ever was.")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print a JSON object.")});
    parseArguments(parser, *findCommand(QStringLiteral("bench")), arguments, 0, -1);
    const auto threads = static_cast<int>(std::min<int64_t>(1024, integerOption(parser, QStringLiteral("threads"), 0, 1)));
    const double seconds = realOption(parser, QStringLiteral("seconds"), 3);
    const bool json = parser.isSet(QStringLiteral("json")), wantsPeak = parser.isSet(QStringLiteral("peak"));

    QStringList names = parser.positionalArguments();
    for (const QString &name : names) {
        if (!known.contains(name) && !findGuiBench(name))
            throw UsageError(Cli::tr("There is no workload “%1”; there are: %2.").arg(name, known.join(QStringLiteral(", "))));
    }
    if (names.isEmpty())
        names = known;
    QJsonObject all;
    const MachinePeak peak = wantsPeak ? machinePeak() : MachinePeak();
    if (wantsPeak) {
        all[QStringLiteral("machine")] = peakJson(peak);
        if (!json)
            printLine(peakText(peak));
    }
    const auto measure = [&](const QString &name) {
        if (const GuiBench *bench = findGuiBench(name))
            return plain(name, bench->run(seconds));
        if (wantsPeak)
            return profile(name, seconds, peak);
        if (parser.isSet(QStringLiteral("memory")))
            return memory(name, threads);
        if (parser.isSet(QStringLiteral("latency")))
            return latency(name);
        return rate(name, threads, seconds, parser.isSet(QStringLiteral("forward")));
    };
    for (const QString &name : names) {
        const Measured measured = measure(name);
        all[name] = measured.figures;
        if (!json)
            printLine(measured.text);
    }
    if (json)
        printJson(all);
    return 0;
}

} // namespace zhibei
