#pragma once

#include "app/cli/command_line.h"
#include "core/io/project.h"

#include <memory>

namespace zhibei {

/// A template's name or a file. Throws FileError.
Project openArgument(const QString &nameOrPath);

/// Makes the data of the project from `builtin:NAME`, `idx:…` or `csv:…`, keeping the derived inputs where they
/// make sense for the new data. Throws DataError.
void applyDataSpec(Project &project, const QString &spec);

/// `NODE.ATTRIBUTE=VALUE`, or `training.ATTRIBUTE=VALUE` for the training as a whole. Throws UsageError.
void applySetting(Project &project, const QString &setting);

/// The dataset of a project. Throws DataError.
std::shared_ptr<const Dataset> datasetOf(const Project &project);

/// Throws CommandError with every mistake of the network, if it cannot train on the data.
void requireTrainable(const Project &project, const Dataset &data);

/// Writes the object as one line of JSON on standard output.
void printJson(const QJsonValue &value);

} // namespace zhibei
