#include "app/cli/metrics_json.h"

#include "app/cli/command_line.h"

#include <array>
#include <cmath>

namespace zhibei {

QJsonValue numberJson(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject metricsJson(const Evaluation &evaluation)
{
    return {{QStringLiteral("train_loss"), numberJson(evaluation.train.loss)},
            {QStringLiteral("test_loss"), numberJson(evaluation.test.loss)},
            {QStringLiteral("train_accuracy"), numberJson(evaluation.train.accuracy)},
            {QStringLiteral("test_accuracy"), numberJson(evaluation.test.accuracy)},
            {QStringLiteral("train_r2"), numberJson(evaluation.train.r2)},
            {QStringLiteral("test_r2"), numberJson(evaluation.test.r2)}};
}

void printFigures(const QJsonObject &figures)
{
    struct Line {
        const char *key;
        const char *text;
        bool share = false;
    };
    static constexpr std::array lines = {
        Line{"samples", QT_TRANSLATE_NOOP("Cli", "samples %1")},
        Line{"steps", QT_TRANSLATE_NOOP("Cli", "steps %1")},
        Line{"epochs", QT_TRANSLATE_NOOP("Cli", "epochs %1")},
        Line{"seconds", QT_TRANSLATE_NOOP("Cli", "seconds %1")},
        Line{"samples_per_s", QT_TRANSLATE_NOOP("Cli", "samples per second %1")},
        Line{"loss", QT_TRANSLATE_NOOP("Cli", "loss %1")},
        Line{"accuracy", QT_TRANSLATE_NOOP("Cli", "accuracy %1 %"), true},
        Line{"r2", QT_TRANSLATE_NOOP("Cli", "R² %1")},
        Line{"train_loss", QT_TRANSLATE_NOOP("Cli", "training loss %1")},
        Line{"test_loss", QT_TRANSLATE_NOOP("Cli", "test loss %1")},
        Line{"train_accuracy", QT_TRANSLATE_NOOP("Cli", "training accuracy %1 %"), true},
        Line{"test_accuracy", QT_TRANSLATE_NOOP("Cli", "test accuracy %1 %"), true},
        Line{"train_r2", QT_TRANSLATE_NOOP("Cli", "training R² %1")},
        Line{"test_r2", QT_TRANSLATE_NOOP("Cli", "test R² %1")},
    };
    for (const Line &line : lines) {
        const QJsonValue value = figures[QLatin1String(line.key)];
        if (!value.isDouble())
            continue;
        const double number = value.toDouble();
        printLine(Cli::tr(line.text).arg(line.share ? QString::number(100 * number, 'f', 2)
                                                    : QString::number(number, 'g', number >= 1000 ? 8 : 5)));
    }
    if (figures.contains(QStringLiteral("weights_sha256")))
        printLine(QStringLiteral("SHA-256 %1").arg(figures[QStringLiteral("weights_sha256")].toString()));
}

} // namespace zhibei
