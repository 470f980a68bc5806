#include "core/data/data_sources.h"
#include "core/data/plane_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    Dataset data = PlaneSet(static_cast<int>(integerOption(pointsSource, spec, "classes"))).dataset(spec);
    if (spec.points.empty())
        data.note = {ZB_TEXT("No points yet: paint some into the picture."), {}};
    return data;
}

} // namespace

const DataSource pointsSource = {
    .id = "points",
    .text = ZB_TEXT("Painted points"),
    .help = ZB_TEXT("Paint the samples of each class yourself."),
    .keywords = "points paint draw by hand own 点 画 手绘 平面上的点",
    .icon = "paintbrush",
    .family = DataFamily::Plane,
    .paintable = true,
    .options = {classesOption()},
    .make = make,
};

} // namespace zhibei
