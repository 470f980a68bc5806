#include "app/cli/peak_bench.h"

#include "app/cli/command_line.h"

#include <QJsonArray>

namespace zhibei {

namespace {

QString number(double value, int decimals) { return QString::number(value, 'f', decimals); }
QString percent(double share) { return Cli::tr("%1 %").arg(share * 100, 5, 'f', 1); }
QString giga(double perSecond) { return Cli::tr("%1 GFLOP/s").arg(perSecond / 1e9, 6, 'f', 1); }

/// Operations a second on one thread or on all.
QString reached(double steps, double operations, double peak)
{
    return Cli::tr("%1 steps/s, %2, %3 of the peak").arg(number(steps, 1), giga(steps * operations).trimmed(), percent(steps * operations / peak).trimmed());
}

/// One line of the table: what takes which share of the time.
QString row(double share, const QString &what) { return QStringLiteral("    %1  %2").arg(percent(share), what); }

double stepSeconds(const Profile &profile)
{
    double sum = profile.loading + profile.rest;
    for (const Profile::Part &part : profile.ops)
        sum += part.seconds;
    return sum;
}

} // namespace

QJsonObject peakJson(const MachinePeak &peak)
{
    return {{QStringLiteral("vector_bits"), peak.vectorBits}, {QStringLiteral("threads"), peak.threads},
            {QStringLiteral("one_thread_gflops"), peak.one / 1e9}, {QStringLiteral("all_threads_gflops"), peak.all / 1e9}};
}

QJsonObject profileJson(const WorkloadProfile &workload, const MachinePeak &peak)
{
    const Profile &profile = workload.one;
    const auto side = [&](double steps, double most) {
        const double perSecond = steps * profile.operations;
        return QJsonObject{{QStringLiteral("steps_per_s"), steps}, {QStringLiteral("gflops"), perSecond / 1e9},
                           {QStringLiteral("share_of_peak"), perSecond / most}};
    };
    const double step = stepSeconds(profile);
    QJsonArray ops;
    for (const Profile::Part &part : profile.ops) {
        QJsonObject object{{QStringLiteral("op"), QString::fromStdString(part.op)}, {QStringLiteral("us_per_step"), part.seconds * 1e6},
                           {QStringLiteral("share"), part.seconds / step}, {QStringLiteral("flop_per_step"), part.operations}};
        if (part.operations > 0 && part.seconds > 0)
            object[QStringLiteral("share_of_peak")] = part.operations / part.seconds / peak.one;
        ops.append(object);
    }
    return {{QStringLiteral("flop_per_step"), profile.operations}, {QStringLiteral("one_thread"), side(profile.stepsPerSecond, peak.one)},
            {QStringLiteral("all_threads"), side(workload.stepsOnAll, peak.all)}, {QStringLiteral("ops"), ops},
            {QStringLiteral("loading_us_per_step"), profile.loading * 1e6}, {QStringLiteral("rest_us_per_step"), profile.rest * 1e6}};
}

QString peakText(const MachinePeak &peak)
{
    return Cli::tr("This machine: %1 on one thread, %2 on all %3, in multiply-adds of %4 bits")
        .arg(giga(peak.one).trimmed(), giga(peak.all).trimmed()).arg(peak.threads).arg(peak.vectorBits);
}

QString profileText(const QString &name, const WorkloadProfile &workload, const MachinePeak &peak)
{
    const Profile &profile = workload.one;
    const double step = stepSeconds(profile);
    QStringList lines{Cli::tr("%1: %2 million operations a step").arg(name, number(profile.operations / 1e6, profile.operations < 1e6 ? 4 : 1)),
                      Cli::tr("  one thread: %1").arg(reached(profile.stepsPerSecond, profile.operations, peak.one)),
                      Cli::tr("  all threads: %1").arg(reached(workload.stepsOnAll, profile.operations, peak.all)),
                      Cli::tr("  where the time goes on one thread:")};
    double small = 0;
    for (const Profile::Part &part : profile.ops) {
        if (part.seconds < 0.005 * step) {
            small += part.seconds;
            continue;
        }
        const double rate = part.operations / part.seconds;
        const QString op = QString::fromStdString(part.op);
        lines += row(part.seconds / step, part.operations == 0 ? op : Cli::tr("%1  %2, %3 of the peak").arg(op, -24).arg(giga(rate), percent(rate / peak.one)));
    }
    lines += row(small / step, Cli::tr("other operators"));
    lines += row(profile.loading / step, Cli::tr("loading the samples"));
    lines += row(profile.rest / step, Cli::tr("optimizer and the rest"));
    return lines.join(u'\n');
}

} // namespace zhibei
