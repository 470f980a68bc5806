#pragma once

#include "core/train/metrics.h"

#include <QJsonObject>

namespace zhibei {

/// A number, or null where there is none or where it is not finite.
QJsonValue numberJson(const std::optional<double> &value);
/// train_loss, test_loss, train_accuracy, test_accuracy, train_r2, test_r2.
QJsonObject metricsJson(const Evaluation &evaluation);
/// Prints the figures for people, one a line.
void printFigures(const QJsonObject &figures);

} // namespace zhibei
