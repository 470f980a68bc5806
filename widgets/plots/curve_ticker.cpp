#include "widgets/plots/curve_ticker.h"

#include "widgets/plots/curve_data.h"

#include <cmath>

namespace zhibei {

double StepTicker::getTickStep(const QCPRange &range)
{
    return std::max(1.0, QCPAxisTicker::getTickStep(range));
}

QString StepTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return countText(std::llround(tick));
}

int ValueTicker::getSubTickCount(double)
{
    return 0;
}

QVector<double> ValueTicker::createTickVector(double tickStep, const QCPRange &range)
{
    if (!m_logarithmic)
        return QCPAxisTicker::createTickVector(tickStep, range);
    QVector<double> ticks;
    if (range.lower <= 0 || range.upper <= range.lower)
        return ticks;
    const double decades = std::log10(range.upper / range.lower);
    const int every = std::max(1, static_cast<int>(std::ceil(decades / 6)));
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    for (int power = first; power <= static_cast<int>(std::ceil(std::log10(range.upper))); ++power) {
        if (((power % every) + every) % every != 0)
            continue;
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor == 1.0 || decades < 2)
                ticks.append(factor * std::pow(10.0, power));
    }
    return ticks;
}

QString ValueTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    if (std::abs(tick) < 1e-12)
        return QStringLiteral("0");
    return QString::number(tick, 'g', 4);
}

QString ShareTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return QStringLiteral("%1 %").arg(QString::number(tick * 100, 'g', 4));
}

} // namespace zhibei
