#include "core/data/data_sources.h"
#include "core/data/plane_set.h"
#include "core/data/sine.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(ringsSource, spec, "size");
    const double spread = realOption(ringsSource, spec, "noise") * planeRadius;
    const auto classes = integerOption(ringsSource, spec, "classes");
    Draw draw(spec.seed, "rings");
    PlaneSet set(static_cast<int>(classes));
    for (int64_t i = 0; i < size; ++i) {
        const int64_t label = i % classes;
        // A quarter of each ring's width is left free towards the next one.
        const double radius = planeRadius * (double(label) + 0.75 * draw.uniform()) / (double(classes) - 0.25);
        const double angle = draw.uniform(0, 2 * pi);
        const double dx = spread * draw.normal(), dy = spread * draw.normal();
        set.add(radius * cosine(angle) + dx, radius * sine(angle) + dy, static_cast<int>(label));
    }
    return set.dataset(spec);
}

} // namespace

const DataSource ringsSource = {
    .id = "rings",
    .text = ZB_TEXT("Rings"),
    .help = ZB_TEXT("Rings around one centre, one a class."),
    .keywords = "rings concentric annulus 环 同心圆 多类",
    .icon = "orbit",
    .family = DataFamily::Plane,
    .options = {sizeOption(), noiseOption(0.02), classesOption(3)},
    .make = make,
};

} // namespace zhibei
