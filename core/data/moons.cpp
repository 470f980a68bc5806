#include "core/data/data_sources.h"
#include "core/data/plane_set.h"
#include "core/data/sine.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(moonsSource, spec, "size");
    const double spread = realOption(moonsSource, spec, "noise") * planeRadius;
    constexpr double radius = 0.62 * planeRadius;
    Draw draw(spec.seed, "moons");
    PlaneSet set(2);
    for (int64_t i = 0; i < size; ++i) {
        const bool upper = i % 2 == 0;
        const double angle = pi * draw.uniform();
        const double x = radius * (upper ? cosine(angle) - 0.5 : 0.5 - cosine(angle));
        const double y = radius * (upper ? sine(angle) - 0.25 : 0.25 - sine(angle));
        const double dx = spread * draw.normal(), dy = spread * draw.normal();
        set.add(x + dx, y + dy, upper ? 1 : 0);
    }
    return set.dataset(spec);
}

} // namespace

const DataSource moonsSource = {
    .id = "moons",
    .text = ZB_TEXT("Moons"),
    .help = ZB_TEXT("Two half moons that reach into each other."),
    .keywords = "moons half moon crescent 月牙 双月",
    .icon = "moon",
    .family = DataFamily::Plane,
    .options = {sizeOption(), noiseOption(0.04)},
    .make = make,
};

} // namespace zhibei
