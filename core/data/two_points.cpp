#include "core/data/data_sources.h"
#include "core/data/curve_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    Dataset data = curveDataset(spec.points.empty() ? std::vector<PaintedPoint>{{10, 2, 0}, {3, 4, 0}} : spec.points);
    data.trainCount = data.count(); // none to spare for testing
    return data;
}

} // namespace

const DataSource twoPointsSource = {
    .id = "two_points",
    .text = ZB_TEXT("Two points"),
    .help = ZB_TEXT("(10, 2) and (3, 4): exactly one line goes through both."),
    .keywords = "two points line exact 两点 直线",
    .icon = "slash",
    .family = DataFamily::Curve,
    .hasSplit = true,
    .paintable = true,
    .options = {standardiseOption(false)},
    .make = make,
};

} // namespace zhibei
