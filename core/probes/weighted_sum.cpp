#include "core/probes/weighted_sum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibei {

double WeightedSum::sum() const
{
    double sum = biased ? double(bias) : 0;
    for (const Term &term : terms)
        sum += term.product();
    return sum;
}

std::vector<size_t> WeightedSum::byMagnitude() const
{
    const auto size = [&](size_t i) {
        const double magnitude = std::abs(terms[i].product());
        return std::isnan(magnitude) ? HUGE_VAL : magnitude;
    };
    std::vector<size_t> order(terms.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return size(a) > size(b); });
    return order;
}

} // namespace zhibei
