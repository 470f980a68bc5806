#pragma once

#include "core/probes/doctor.h"

#include <QJsonArray>

namespace zhibei {

struct Project;

/// What is wrong with a project's network as its weights are.
std::vector<Finding> examine(const Project &project, std::shared_ptr<const Model> model, std::shared_ptr<const Dataset> data, std::span<const float> parameters);
/// rule, node, measured, finding, advice; texts in the language of the moment.
QJsonArray findingsJson(const std::vector<Finding> &findings);
/// Prints the findings for people.
void printFindings(const std::vector<Finding> &findings);

} // namespace zhibei
