#include "widgets/stage/figure_numbers.h"

#include <QLocale>
#include <QStringList>

namespace zhibei {

namespace {

QString number(double value)
{
    return QString::number(value, 'g', 7);
}

void addSamples(QStringList &lines, const Dataset &data)
{
    for (int64_t i = 0; i < data.count(); ++i) {
        QStringList cells{i < data.trainCount ? QStringLiteral("train") : QStringLiteral("test"), number(data.feature(i, 0))};
        if (!data.curve)
            cells.append(number(data.feature(i, 1)));
        cells.append(number(data.target(i)));
        lines.append(cells.join(QLatin1Char(',')));
    }
}

void addCurve(QStringList &lines, const Dataset &data, const Observation &seen)
{
    const Plane &plane = seen.request.plane;
    const int64_t points = seen.surface.shape()[1];
    for (int64_t j = 0; j < points; ++j) {
        const double part = (static_cast<double>(j) + 0.5) / static_cast<double>(points);
        QStringList cells{QStringLiteral("network"), number(plane.left + part * (plane.right - plane.left)), QString()};
        for (int64_t k = 0; k < seen.surface.shape()[0]; ++k)
            cells.append(number(data.targetInUnits(seen.surface[k * points + j], k)));
        lines.append(cells.join(QLatin1Char(',')));
    }
}

void addPlane(QStringList &lines, const Dataset &data, const Observation &seen)
{
    const Plane &plane = seen.request.plane;
    const int64_t rows = seen.surface.shape()[1], columns = seen.surface.shape()[2];
    for (int64_t i = 0; i < rows; ++i)
        for (int64_t j = 0; j < columns; ++j) {
            const double u = (static_cast<double>(j) + 0.5) / static_cast<double>(columns);
            const double v = (static_cast<double>(i) + 0.5) / static_cast<double>(rows);
            QStringList cells{QStringLiteral("network"), number(plane.left + u * (plane.right - plane.left)),
                              number(plane.top - v * (plane.top - plane.bottom)), QString()};
            for (int64_t k = 0; k < seen.surface.shape()[0]; ++k) {
                const float value = seen.surface[(k * rows + i) * columns + j];
                cells.append(number(data.classification() ? value : data.targetInUnits(value, k)));
            }
            lines.append(cells.join(QLatin1Char(',')));
        }
}

} // namespace

QString surfaceCsv(const Dataset &data, const Observation *observation)
{
    const int rank = observation ? observation->surface.shape().rank() : 0;
    QString header = data.curve ? QStringLiteral("part,x,target") : QStringLiteral("part,x,y,target");
    const bool fits = rank == (data.curve ? 2 : 3);
    for (int64_t k = 0; fits && k < observation->surface.shape()[0]; ++k)
        header += QStringLiteral(",output%1").arg(k);
    QStringList lines{header};
    addSamples(lines, data);
    if (fits && data.curve)
        addCurve(lines, data, *observation);
    else if (fits)
        addPlane(lines, data, *observation);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace zhibei
