#include "core/data/data_sources.h"
#include "core/data/plane_set.h"
#include "core/data/sine.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(gaussSource, spec, "size");
    const double spread = realOption(gaussSource, spec, "noise") * planeRadius;
    const auto classes = integerOption(gaussSource, spec, "classes");
    Draw draw(spec.seed, "gauss");
    PlaneSet set(static_cast<int>(classes));
    for (int64_t i = 0; i < size; ++i) {
        const int64_t label = i % classes;
        const double angle = pi * (1.25 + 2 * double(label) / double(classes)); // the first cloud is below on the left
        const double x = 0.6 * planeRadius * cosine(angle), y = 0.6 * planeRadius * sine(angle);
        const double dx = spread * draw.normal(), dy = spread * draw.normal();
        set.add(x + dx, y + dy, static_cast<int>(label));
    }
    return set.dataset(spec);
}

} // namespace

const DataSource gaussSource = {
    .id = "gauss",
    .text = ZB_TEXT("Clouds"),
    .help = ZB_TEXT("One round cloud of samples a class."),
    .keywords = "gauss gaussian normal blobs clusters 高斯 正态 点云 簇",
    .icon = "chart-scatter",
    .family = DataFamily::Plane,
    .options = {sizeOption(), noiseOption(0.2), classesOption()},
    .make = make,
};

} // namespace zhibei
