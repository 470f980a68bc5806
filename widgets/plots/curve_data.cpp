#include "widgets/plots/curve_data.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace zhibei {

std::optional<double> measured(const Metrics &metrics, Measure measure)
{
    switch (measure) {
    case Measure::Loss: return metrics.loss;
    case Measure::Accuracy: return metrics.accuracy;
    case Measure::R2: return metrics.r2;
    }
    return {};
}

QString measureText(Measure measure, std::optional<double> value)
{
    if (!value || std::isnan(*value))
        return QStringLiteral("–");
    if (std::isinf(*value))
        return *value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (measure == Measure::Accuracy)
        return QStringLiteral("%1 %").arg(*value * 100, 0, 'f', 1);
    const double size = std::abs(*value);
    if (size != 0 && (size < 0.0005 || size >= 1e6))
        return QString::number(*value, 'e', 1);
    return QString::number(*value, 'f', size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0);
}

QString countText(qint64 count)
{
    const QString separator = QCoreApplication::translate("CurveView", ",", "between thousands, as in 34,200");
    QString digits = QString::number(std::abs(count));
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, separator);
    return count < 0 ? QStringLiteral("−") + digits : digits;
}

bool hasMeasure(const History::Curves &curves, Measure measure)
{
    if (measure == Measure::Loss && !curves.points.empty())
        return true;
    return std::any_of(curves.evaluations.begin(), curves.evaluations.end(), [&](const Evaluation &evaluation) {
        return measured(evaluation.train, measure) || measured(evaluation.test, measure);
    });
}

namespace {

/// The points of one run, or of one branch of it.
template <class Run>
CurveSet::Branch curvesOf(const Run &run, Measure measure)
{
    CurveSet::Branch set;
    const bool everyStep = measure == Measure::Loss && !run.points.empty();
    if (everyStep) {
        set.train.reserve(static_cast<qsizetype>(run.points.size()));
        for (const CurvePoint &point : run.points)
            set.train.append({static_cast<double>(point.step), point.loss});
    }
    for (const Evaluation &evaluation : run.evaluations) {
        const double step = static_cast<double>(evaluation.step);
        if (const auto value = measured(evaluation.train, measure); value && !everyStep)
            set.train.append({step, *value});
        if (const auto value = measured(evaluation.test, measure))
            set.test.append({step, *value});
    }
    return set;
}

} // namespace

CurveSet curveSet(const History::Curves &curves, Measure measure)
{
    const CurveSet::Branch run = curvesOf(curves, measure);
    CurveSet set{run.train, run.test, {}};
    for (const auto &branch : curves.branches)
        set.branches.append(curvesOf(*branch, measure));
    return set;
}

QList<QPointF> smoothed(const QList<QPointF> &points, double window)
{
    // A mean over as many neighbours on either side, so that the curve does not trail behind; fewer at the ends.
    const qsizetype n = points.size(), half = static_cast<qsizetype>(window / 2);
    if (half < 1)
        return points;
    QList<double> sum(n + 1, 0.0), count(n + 1, 0.0);
    for (qsizetype i = 0; i < n; ++i) {
        const bool finite = std::isfinite(points[i].y());
        sum[i + 1] = sum[i] + (finite ? points[i].y() : 0.0);
        count[i + 1] = count[i] + (finite ? 1.0 : 0.0);
    }
    QList<QPointF> out = points;
    for (qsizetype i = 0; i < n; ++i) {
        const qsizetype reach = std::min({half, i, n - 1 - i});
        const double values = count[i + reach + 1] - count[i - reach];
        if (std::isfinite(points[i].y()) && values > 0)
            out[i].setY((sum[i + reach + 1] - sum[i - reach]) / values);
    }
    return out;
}

QList<QPointF> thinned(const QList<QPointF> &points, qsizetype count)
{
    const qsizetype every = points.size() / std::max<qsizetype>(1, count);
    if (every <= 1)
        return points;
    QList<QPointF> out;
    out.reserve(points.size() / every + 1);
    for (qsizetype i = (points.size() - 1) % every; i < points.size(); i += every)
        out.append(points[i]);
    return out;
}

QString curvesCsv(const History::Curves &curves)
{
    using Row = std::vector<std::optional<double>>;
    static const char *const names[] = {"batch_loss", "train_loss", "test_loss", "train_accuracy", "test_accuracy",
                                        "train_r2", "test_r2"};
    constexpr size_t columns = std::size(names);
    std::map<int64_t, Row> rows;
    std::vector<bool> used(columns, false);
    const auto put = [&](int64_t step, size_t column, std::optional<double> value) {
        if (!value)
            return;
        Row &row = rows[step];
        row.resize(columns);
        row[column] = value;
        used[column] = true;
    };
    for (const CurvePoint &point : curves.points)
        put(point.step, 0, point.loss);
    for (const Evaluation &evaluation : curves.evaluations) {
        const Measure measures[] = {Measure::Loss, Measure::Accuracy, Measure::R2};
        for (size_t i = 0; i < std::size(measures); ++i) {
            put(evaluation.step, 1 + 2 * i, measured(evaluation.train, measures[i]));
            put(evaluation.step, 2 + 2 * i, measured(evaluation.test, measures[i]));
        }
    }
    QString csv = QStringLiteral("step");
    for (size_t i = 0; i < columns; ++i)
        if (used[i])
            csv += QLatin1Char(',') + QLatin1String(names[i]);
    csv += QLatin1Char('\n');
    for (const auto &[step, row] : rows) {
        csv += QString::number(step);
        for (size_t i = 0; i < columns; ++i)
            if (used[i])
                csv += QLatin1Char(',')
                    + (row[i] ? QString::number(*row[i], 'g', QLocale::FloatingPointShortest) : QString());
        csv += QLatin1Char('\n');
    }
    return csv;
}

} // namespace zhibei
