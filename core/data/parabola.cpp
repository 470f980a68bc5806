#include "core/data/data_sources.h"
#include "core/data/curve_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    return measuredCurve(parabolaSource, spec, [](double x) { return 3 * x * x; });
}

} // namespace

const DataSource parabolaSource = {
    .id = "parabola",
    .text = ZB_TEXT("Parabola"),
    .help = ZB_TEXT("y = 3x² and a random part: no line fits it."),
    .keywords = "parabola quadratic 抛物线 二次",
    .icon = "chart-spline",
    .family = DataFamily::Curve,
    .options = measuredOptions(160),
    .make = make,
};

} // namespace zhibei
