#include "core/probes/figures.h"

#include <cmath>
#include <cstdio>

namespace zhibei {

std::string figures(double number)
{
    char text[32];
    const bool large = std::abs(number) >= 1000 && std::abs(number) < 1e7;
    std::snprintf(text, sizeof text, large ? "%.0f" : "%.3g", number);
    return text;
}

} // namespace zhibei
