#include "app/cli/doctor_report.h"

#include "app/cli/metrics_json.h"
#include "app/cli/project_options.h"
#include "widgets/theme/core_text.h"

#include <QJsonObject>

namespace zhibei {

std::vector<Finding> examine(const Project &project, std::shared_ptr<const Model> model, std::shared_ptr<const Dataset> data, std::span<const float> parameters)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->step = project.steps;
    snapshot->model = std::move(model);
    snapshot->parameters = std::make_shared<const AlignedVector<float>>(parameters.begin(), parameters.end());
    ProbeTools tools;
    const auto found = std::dynamic_pointer_cast<const Diagnosis>(ask(DoctorProbe(), {snapshot, std::move(data), project.data, &tools, {}}));
    return found ? found->findings : std::vector<Finding>();
}

QJsonArray findingsJson(const std::vector<Finding> &findings)
{
    QJsonArray all;
    for (const Finding &finding : findings)
        all += QJsonObject{{QStringLiteral("rule"), QString::fromStdString(finding.rule)},
                           {QStringLiteral("node"), QString::fromStdString(finding.node)},
                           {QStringLiteral("measured"), numberJson(finding.measured)},
                           {QStringLiteral("finding"), coreText(finding.text)},
                           {QStringLiteral("advice"), coreText(finding.advice)}};
    return all;
}

void printFindings(const std::vector<Finding> &findings)
{
    if (findings.empty())
        printLine(Cli::tr("The doctor says: all is well."));
    for (const Finding &finding : findings) {
        printLine(QStringLiteral("%1: %2").arg(QString::fromStdString(finding.node), coreText(finding.text)));
        printLine(QStringLiteral("  %1").arg(coreText(finding.advice)));
    }
}

} // namespace zhibei
