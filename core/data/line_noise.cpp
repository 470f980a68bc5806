#include "core/data/data_sources.h"
#include "core/data/curve_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    return measuredCurve(lineNoiseSource, spec, [](double x) { return 10 * x; });
}

} // namespace

const DataSource lineNoiseSource = {
    .id = "line_noise",
    .text = ZB_TEXT("Noisy line"),
    .help = ZB_TEXT("y = 10x and a random part: what a line can fit."),
    .keywords = "line linear regression noise 直线 线性回归 噪声",
    .icon = "trending-up",
    .family = DataFamily::Curve,
    .options = measuredOptions(120),
    .make = make,
};

} // namespace zhibei
