#include "core/data/sine.h"

#include <cmath>

namespace zhibei {

double sine(double x)
{
    // Into [-π, π], then mirrored into [-π/2, π/2], where eleven terms of the Taylor series are plenty.
    double r = x - std::floor(x / (2 * pi) + 0.5) * (2 * pi);
    if (r > pi / 2)
        r = pi - r;
    else if (r < -pi / 2)
        r = -pi - r;
    double term = r, sum = r;
    for (int k = 1; k <= 10; ++k) {
        term *= -r * r / double(2 * k * (2 * k + 1));
        sum += term;
    }
    return sum;
}

double cosine(double x)
{
    return sine(x + pi / 2);
}

} // namespace zhibei
