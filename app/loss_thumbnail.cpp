#include "app/loss_thumbnail.h"

#include <algorithm>

namespace zhibei {

namespace {
constexpr size_t numbers = 200;
}

QVector<float> lossThumbnail(const History &history, int64_t lastStep, uint64_t &version, const QVector<float> &previous)
{
    const History::Curves curves = history.curves(version);
    if (curves.version == version)
        return previous;
    version = curves.version;
    QVector<float> losses;
    const auto later = std::find_if(curves.points.begin(), curves.points.end(), [lastStep](const CurvePoint &point) { return point.step > lastStep; });
    const auto count = static_cast<size_t>(later - curves.points.begin());
    const size_t group = std::max<size_t>(1, (count + numbers - 1) / numbers);
    for (size_t i = 0; i < count; i += group) {
        const size_t end = std::min(i + group, count);
        double sum = 0;
        for (size_t k = i; k < end; ++k)
            sum += curves.points[k].loss;
        losses += static_cast<float>(sum / static_cast<double>(end - i));
    }
    return losses;
}

} // namespace zhibei
