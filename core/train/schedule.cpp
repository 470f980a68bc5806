#include "core/train/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zhibei {

double Schedule::at(int64_t update) const
{
    const double n = double(update - 1), p = double(period);
    double scale = 1;
    if (shape == "step")
        scale = std::pow(factor, std::floor(n / p));
    else if (shape == "exponential")
        scale = std::pow(factor, n / p);
    else if (shape == "cosine")
        scale = (1 + std::cos(std::numbers::pi * std::min(n / p, 1.0))) / 2;
    return update < warmup ? scale * double(update) / double(warmup) : scale;
}

} // namespace zhibei
