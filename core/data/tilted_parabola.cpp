#include "core/data/data_sources.h"
#include "core/data/curve_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    return measuredCurve(tiltedParabolaSource, spec, [](double x) { return 2 * x * x + 10 * x; });
}

} // namespace

const DataSource tiltedParabolaSource = {
    .id = "tilted_parabola",
    .text = ZB_TEXT("Tilted parabola"),
    .help = ZB_TEXT("y = 2x² + 10x and a random part: a line fits it badly, a small network well."),
    .keywords = "tilted parabola quadratic curve 抛物线 二次 曲线",
    .icon = "chart-spline",
    .family = DataFamily::Curve,
    .options = measuredOptions(250),
    .make = make,
};

} // namespace zhibei
