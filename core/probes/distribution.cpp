#include "core/probes/distribution.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

double Distribution::norm() const { return std::sqrt(double(count) * (deviation * deviation + mean * mean)); }

float Distribution::magnitude() const { return std::max(std::abs(least), std::abs(greatest)); }

Distribution distributionOf(std::span<const float> numbers, int bins)
{
    Distribution found;
    double sum = 0;
    for (const float number : numbers) {
        if (!std::isfinite(number)) {
            ++found.notFinite;
            continue;
        }
        found.least = found.count == 0 ? number : std::min(found.least, number);
        found.greatest = found.count == 0 ? number : std::max(found.greatest, number);
        ++found.count;
        sum += double(number);
    }
    if (found.count == 0)
        return found;
    found.mean = sum / double(found.count);
    found.bins.assign(size_t(bins), 0);
    const double width = found.binWidth();
    double squares = 0;
    for (const float number : numbers) {
        if (!std::isfinite(number))
            continue;
        const double off = double(number) - found.mean;
        squares += off * off;
        const auto bin = width > 0 ? int64_t((double(number) - double(found.least)) / width) : bins / 2;
        ++found.bins[size_t(std::min<int64_t>(bin, bins - 1))];
    }
    found.deviation = std::sqrt(squares / double(found.count));
    return found;
}

} // namespace zhibei
