#include "core/data/data_sources.h"
#include "core/data/curve_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    Dataset data = curveDataset(spec.points);
    if (spec.points.empty())
        data.note = {ZB_TEXT("No points yet: paint some into the picture."), {}};
    return data;
}

} // namespace

const DataSource curvePointsSource = {
    .id = "curve_points",
    .text = ZB_TEXT("Painted curve"),
    .help = ZB_TEXT("Paint the samples of a curve yourself."),
    .keywords = "curve points paint draw by hand own 曲线 画 手绘",
    .icon = "spline-pointer",
    .family = DataFamily::Curve,
    .paintable = true,
    .options = {standardiseOption(true)},
    .make = make,
};

} // namespace zhibei
