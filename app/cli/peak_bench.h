#pragma once

#include "core/train/bench.h"
#include "core/train/machine_peak.h"

#include <QJsonObject>
#include <QString>

namespace zhibei {

/// Where a workload's time goes, beside what the machine can do: for programs and for people.
QJsonObject peakJson(const MachinePeak &peak);
QJsonObject profileJson(const WorkloadProfile &workload, const MachinePeak &peak);
QString peakText(const MachinePeak &peak);
QString profileText(const QString &name, const WorkloadProfile &workload, const MachinePeak &peak);

} // namespace zhibei
